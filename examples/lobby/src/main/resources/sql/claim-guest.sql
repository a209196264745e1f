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

-- one agent gets the guest, and one guest at a time
update guest set status = 'RINGING', agent = :#${variable.agent}, desk_call = null, note = null, rung_at = current_timestamp
where id = :#${variable.guest} and status = 'WAITING'
  and exists (select 1 from agent where name = :#${variable.agent})
  and not exists (select 1 from guest other where other.agent = :#${variable.agent} and other.status in ('RINGING', 'MOVING'))
