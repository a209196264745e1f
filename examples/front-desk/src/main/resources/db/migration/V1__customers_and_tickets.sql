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

create table customer (
    id    integer generated always as identity primary key,
    name  varchar(100) not null,
    phone varchar(100) not null unique
);

create table ticket (
    id        integer generated always as identity primary key,
    kind      varchar(20)              not null,
    -- a number in E.164 form, or an id such as 4:anonymous
    phone     varchar(100)             not null,
    opened_at timestamp with time zone not null,
    status    varchar(10) default 'OPEN' not null,
    -- of the last call-back: REACHED, or what went wrong
    outcome   varchar(40),
    attempts  integer default 0        not null
);
