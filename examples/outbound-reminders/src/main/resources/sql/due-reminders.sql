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

-- so many that all nodes together work on at-a-time of them; a claim that ran out is open to everybody
select id, customer, phone, time_zone, appointment, try_number from (
    select id, customer, phone, time_zone,
           cast(extract(epoch from appointment) as bigint) as appointment,
           case when status = 'OPEN' then tries + 1 else tries end as try_number,
           row_number() over (order by next_at, id) as place
    from reminder
    where (status = 'OPEN' and next_at <= :#${variable.now})
       or (status = 'RINGING' and claimed_until < :#${variable.now})
) due
where place <= cast(:#${properties:reminders.at-a-time} as integer)
    - (select count(*) from reminder where status = 'RINGING' and claimed_until >= :#${variable.now})
order by place
