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

create table interpreter (
    id       integer generated always as identity primary key,
    name     varchar(100)         not null,
    -- a number in E.164 form, or an id such as 8:acs:...
    phone    varchar(200)         not null unique,
    -- as in the property interpreter.choices
    language varchar(40)          not null,
    on_duty  boolean default true not null,
    -- those with lower turns are rung first
    turn     integer              not null
);

create table conversation (
    call_id     varchar(100) primary key,
    -- a number in E.164 form, or an id such as 4:anonymous
    customer    varchar(200)                                       not null,
    language    varchar(40),
    -- OPEN until the office is there
    status      varchar(10)              default 'OPEN'            not null,
    -- who has joined
    interpreter integer references interpreter,
    -- how many waves of invitations there were, and when the last one began
    wave        integer                  default 0                 not null,
    rung_at     timestamp with time zone default current_timestamp not null,
    -- of a failure: NO_LANGUAGE, NO_OFFICE, NO_INTERPRETER, HUNG_UP, or the outcome of an action
    reason      varchar(40)
);

create table invitation (
    id            integer generated always as identity primary key,
    call_id       varchar(100) references conversation not null,
    interpreter   integer references interpreter       not null,
    wave          integer                              not null,
    -- RINGING, JOINED, CANCELLED, LATE, LOST, or the outcome of a failure such as BUSY
    status        varchar(40) default 'RINGING'        not null,
    -- the id that the service gave; null until it has answered
    invitation_id varchar(200),
    unique (call_id, interpreter)
);

-- somebody has to call these people back
create view ticket as
select call_id, customer, language, reason from conversation where status = 'FAILED';
