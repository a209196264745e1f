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

-- one that was closed in the same window is opened again
update ticket
set status = 'OPEN', reason = :#${variable.result},
    attempts = case when status = 'OPEN' then attempts else 0 end,
    outcome = case when status = 'OPEN' then outcome end,
    rung_at = case when status = 'OPEN' then rung_at end,
    calls = greatest(calls, (
        select count(*) from incoming_call i
        where i.phone = ticket.phone and i.slot = ticket.slot and i.result not in ('REACHED', 'BLOCKED')))
where phone = :#${variable.phone} and slot = :#${variable.slot}
