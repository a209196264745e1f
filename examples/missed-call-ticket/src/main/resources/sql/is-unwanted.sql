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

select case
    when exists (select 1 from blocked b where cast(:#${variable.phone} as varchar) like b.pattern) then 1
    -- all who hide the number look like one
    when (select count(*) from incoming_call i where i.phone = :#${variable.phone} and i.phone like '+%' and i.slot = :#${variable.slot})
         > cast(:#${properties:missed-call.most-calls} as integer) then 1
    else 0
end
