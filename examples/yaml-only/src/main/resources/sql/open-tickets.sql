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

-- who hides the number can't be called back, and nobody is rung for ever
select t.id, t.phone, coalesce(c.name, 'caller') as name
from desk_hours d, ticket t left join customer c on c.phone = t.phone
where t.status = 'OPEN' and t.phone like '+%' and t.attempts < 3
  and localtime >= d.opens and localtime < d.closes
order by t.id
