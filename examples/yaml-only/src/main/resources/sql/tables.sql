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

-- each new connection runs this, so it says only what must be there
create table if not exists customer (
    phone varchar(100) primary key,
    name  varchar(100) not null
);

create table if not exists ticket (
    id        integer generated always as identity primary key,
    kind      varchar(20)              not null,
    -- a number in E.164 form, or an id such as 4:anonymous
    phone     varchar(100)             not null,
    opened_at timestamp with time zone default current_timestamp not null,
    status    varchar(10) default 'OPEN' not null,
    -- of the last call-back: REACHED, or what went wrong
    outcome   varchar(40),
    attempts  integer default 0        not null
);

-- in the time zone of the machine
create table if not exists desk_hours (
    opens  time not null,
    closes time not null
);

merge into customer key (phone)
values ('+16045550101', 'Harbour Books'),
       ('+16045550102', 'Maple Bakery'),
       ('+16045550103', 'Corner Garage');

insert into desk_hours
select '09:00:00', '17:00:00'
where not exists (select 1 from desk_hours);
