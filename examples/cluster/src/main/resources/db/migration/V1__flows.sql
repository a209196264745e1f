--
-- Licensed under the Apache License, Version 2.0 (the "License");
-- you may not use this file except in compliance with the License.
-- You may obtain a copy of the License at
--
--     https://www.apache.org/licenses/LICENSE-2.0
--
-- Unless required by applicable law or agreed to in writing, software
-- distributed under the License is distributed on an "AS IS" BASIS,
-- WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
-- See the License for the specific language governing permissions and
-- limitations under the License.
--

-- a call that somebody asked for, and how far it has come
create table flow (
    id          varchar(60) primary key,
    phone       varchar(20)              not null,
    -- DIALLING, GREETING, ASKING; DONE, ABANDONED (hung up before the answer) and FAILED are final
    state       varchar(20)              not null,
    call_id     varchar(100),
    tones       varchar(20),
    -- why it failed or was abandoned
    result      varchar(40),
    begun_by    varchar(100)             not null,
    -- who took the last step
    worker      varchar(100)             not null,
    finished_by varchar(100),
    began_at    timestamp with time zone not null default now(),
    touched_at  timestamp with time zone not null default now()
);

-- what nobody goes on with is found without a look at what is over
create index flow_open on flow (touched_at) where state in ('DIALLING', 'GREETING', 'ASKING');

-- for those who count: what each event did; written with cluster.ledger=true
create table handled (
    id         bigint generated always as identity primary key,
    event_id   varchar(100)             not null,
    event_type varchar(60)              not null,
    -- events: the route that gets all events; else the step that the event has ended
    route      varchar(20)              not null,
    flow       varchar(60),
    worker     varchar(100)             not null,
    awaited    boolean                  not null,
    orphaned   boolean                  not null,
    event_time timestamp with time zone not null,
    handled_at timestamp with time zone not null default now()
);

-- for those who count, too: each step of each flow, as often as it was begun
create table step (
    id       varchar(120) primary key,
    flow     varchar(60)              not null,
    step     varchar(20)              not null,
    worker   varchar(100)             not null,
    -- 1 once the wait is over; stays 0 when the worker is killed
    ends     integer                  not null default 0,
    outcome  varchar(40),
    began_at timestamp with time zone not null default now(),
    ended_at timestamp with time zone
);

-- what Camel's JdbcMessageIdRepository remembers
create table camel_messageprocessed (
    processorname varchar(255) not null,
    messageid     varchar(100) not null,
    createdat     timestamp    not null,
    primary key (processorname, messageid)
);
