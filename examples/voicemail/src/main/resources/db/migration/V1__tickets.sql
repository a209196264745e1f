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

create table ticket (
    id           integer generated always as identity primary key,
    call_id      varchar(100)                                       not null unique,
    -- null as long as nothing is recorded
    recording_id varchar(1000) unique,
    -- a number in E.164 form, or an id such as 4:anonymous
    phone        varchar(100)                                       not null,
    opened_at    timestamp with time zone default current_timestamp not null,
    -- what was understood, as far as it was; null for nothing
    transcript   varchar(100000),
    -- how many files there are: ID-0.wav, ID-1.wav and so on; null as long as they are not stored
    parts        integer,
    duration_ms  integer,
    kind         varchar(10) generated always as (
        case when parts is null then 'MISSED' when transcript is null then 'SILENT' else 'MESSAGE' end)
);
