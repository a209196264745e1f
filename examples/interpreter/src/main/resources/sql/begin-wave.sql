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

-- those who have not been asked yet, and are in no other conversation
insert into invitation (call_id, interpreter, wave)
select c.call_id, p.id, c.wave
from conversation c join interpreter p on p.language = c.language
where c.call_id = :#${header.CamelAcsCallConnectionId} and p.on_duty
  and not exists (select 1 from invitation i where i.call_id = c.call_id and i.interpreter = p.id)
  and not exists (
    select 1 from invitation i join conversation o on o.call_id = i.call_id
    where i.interpreter = p.id and i.status in ('RINGING', 'JOINED') and o.status in ('SEARCHING', 'JOINED'))
order by p.turn, p.id
limit cast(:#${properties:interpreter.wave-size} as integer)
