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

create table reminder (
    id            integer generated always as identity primary key,
    customer      varchar(100)                      not null,
    -- in E.164 form
    phone         varchar(20)                       not null,
    -- of the customer, such as America/Vancouver
    time_zone     varchar(40)                       not null,
    appointment   timestamp with time zone          not null,
    -- OPEN: to be rung at next_at; RINGING: claimed by a node; the others are final
    status        varchar(20) default 'OPEN'        not null,
    next_at       timestamp with time zone          not null,
    -- how often it was claimed, and how often of these the phone rang
    tries         integer     default 0             not null,
    attempts      integer     default 0             not null,
    -- when a claim ends whose node is gone
    claimed_until timestamp with time zone
);

create index reminder_due on reminder (status, next_at);

create table attempt (
    reminder_id integer                  not null references reminder,
    try_number  integer                  not null,
    -- our number
    caller      varchar(20)              not null,
    began_at    timestamp with time zone not null,
    ended_at    timestamp with time zone,
    -- null while it goes on; CONFIRMED, CANCELLED, TRANSFERRED, NOBODY_FREE, or the outcome of an action that failed
    result      varchar(40),
    primary key (reminder_id, try_number)
);

-- what follows from a result that is not final; * is for all that are not named
create table retry_rule (
    result       varchar(40) primary key,
    again        boolean not null,
    -- how long at least until the next time
    wait_minutes integer not null,
    -- whether it counts as an attempt: false where the phone did not ring
    counts       boolean not null
);
