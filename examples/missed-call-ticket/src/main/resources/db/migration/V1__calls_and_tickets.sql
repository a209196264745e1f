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

create table incoming_call (
    correlation_id varchar(100) primary key,
    -- a number in E.164 form, or an id such as 4:anonymous
    phone          varchar(200)                                       not null,
    -- the beginning of the window that the call belongs to
    slot           timestamp with time zone                           not null,
    came_at        timestamp with time zone default current_timestamp not null,
    -- null while it goes on; REACHED, BLOCKED, or why it was missed: HUNG_UP, NOBODY_FREE, AFTER_HOURS, LOST,
    -- or the outcome of an action that failed
    result         varchar(40)
);

create table ticket (
    id        integer generated always as identity primary key,
    phone     varchar(200)                                       not null,
    slot      timestamp with time zone                           not null,
    opened_at timestamp with time zone default current_timestamp not null,
    status    varchar(10)              default 'OPEN'            not null,
    -- of the last call that was missed
    reason    varchar(40)                                        not null,
    -- how many were missed
    calls     integer                  default 0                 not null,
    -- how often the person was called back, when the last time began, and what came of it
    attempts  integer                  default 0                 not null,
    rung_at   timestamp with time zone,
    outcome   varchar(40),
    unique (phone, slot)
);

create table blocked (
    -- a number, or the beginning of numbers with % at the end
    pattern varchar(200) primary key
);
