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

insert into retry_rule (result, again, wait_minutes, counts) values
    ('BUSY', true, 10, true),
    ('NO_ANSWER', true, 120, true),
    ('UNREACHABLE', true, 120, true),
    -- somebody, or a mailbox, answered and pressed nothing of what was offered
    ('SILENCE', true, 180, true),
    ('INPUT_TIMEOUT', true, 60, true),
    ('NO_MATCH', true, 60, true),
    -- hung up before pressing anything
    ('CALL_ENDED', true, 60, true),
    ('CALL_NOT_FOUND', true, 60, true),
    -- wanted to talk, and nobody at the desk was free
    ('NOBODY_FREE', true, 30, true),
    -- the application stopped, or an event got lost
    ('SHUTDOWN', true, 5, true),
    ('TIMED_OUT', true, 30, true),
    ('IN_DOUBT', true, 30, true),
    ('NETWORK', true, 10, true),
    -- the phone did not ring
    ('CALLER_LIMIT', true, 1, false),
    ('THROTTLED', true, 2, false),
    ('NOT_SENT', true, 2, false),
    ('SERVICE_ERROR', true, 5, false),
    -- whoever declines does not want to be rung
    ('DECLINED', false, 0, true),
    ('*', false, 0, true);
