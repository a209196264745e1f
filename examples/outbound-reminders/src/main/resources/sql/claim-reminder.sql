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

-- of several nodes that read the same row one changes it; a claim that ran out is the same try once more
update reminder set status = 'RINGING', tries = cast(:#${variable.try} as integer), claimed_until = :#${variable.until}
where id = :#${variable.id}
  and ((status = 'OPEN' and tries = cast(:#${variable.try} as integer) - 1)
       or (status = 'RINGING' and tries = cast(:#${variable.try} as integer) and claimed_until < :#${variable.now}))
