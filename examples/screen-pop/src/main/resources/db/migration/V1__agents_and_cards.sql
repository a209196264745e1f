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

create table card (
    id       integer generated always as identity primary key,
    call_id  varchar(100) not null unique,
    -- a number in E.164 form, or an id such as 4:anonymous
    phone    varchar(100) not null,
    status   varchar(10) default 'WAITING' not null,
    -- whether the CRM was asked, and what it said
    crm      varchar(10) default 'ASKED' not null,
    -- its answer, JSON
    customer varchar(8000),
    -- who has accepted
    agent    varchar(100) references agent,
    -- why the one before did not get the call
    note     varchar(200),
    came_at  timestamp with time zone default current_timestamp not null,
    rung_at  timestamp with time zone
);
