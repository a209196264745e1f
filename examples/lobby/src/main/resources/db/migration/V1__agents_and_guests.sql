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

create table agent (
    -- as in the file of those who may see the page
    name  varchar(100) not null primary key,
    phone varchar(100) not null
);

create table guest (
    id         integer generated always as identity primary key,
    -- the call in which the guest waits
    lobby_call varchar(100) not null unique,
    -- a number in E.164 form, or an id such as 4:anonymous
    phone      varchar(100) not null,
    -- WAITING, RINGING, MOVING: in the lobby; TALKING; TICKET: was missed, to be called back;
    -- DONE, HUNG_UP, TURNED_AWAY, GIVEN_UP: over
    status     varchar(11) default 'WAITING' not null,
    -- who has admitted the guest, and the call to that phone
    agent      varchar(100) references agent,
    desk_call  varchar(100),
    -- why the agent before did not get the guest
    note       varchar(200),
    came_at    timestamp with time zone default current_timestamp not null,
    -- when the agent was rung, then when the move began
    rung_at    timestamp with time zone
);
