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

create table ticket (
    id     integer generated always as identity primary key,
    -- how far the caller came in the menu
    topic  varchar(40)  not null,
    -- a number in E.164 form, or an id such as 4:anonymous
    phone  varchar(100) not null,
    -- CALL_BACK, NO_INPUT, HUNG_UP, or the outcome of what failed, such as BUSY
    reason varchar(40)  not null
);
