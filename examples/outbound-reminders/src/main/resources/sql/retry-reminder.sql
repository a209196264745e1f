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

-- nobody is rung when the appointment has begun, or more often than most-attempts
update reminder
set attempts = attempts + case when cast(:#${variable.counts} as boolean) then 1 else 0 end,
    status = case
        when not cast(:#${variable.again} as boolean) then 'GIVEN_UP'
        when cast(:#${variable.counts} as boolean)
             and attempts + 1 >= cast(:#${properties:reminders.most-attempts} as integer) then 'GIVEN_UP'
        when appointment <= :#${variable.next} then 'GIVEN_UP'
        else 'OPEN' end,
    next_at = :#${variable.next},
    claimed_until = null
where id = :#${variable.id} and tries = :#${variable.try} and status = 'RINGING'
