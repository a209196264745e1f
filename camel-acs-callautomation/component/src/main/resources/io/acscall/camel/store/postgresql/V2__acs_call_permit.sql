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

-- Calls to phone numbers that are up, by the number they come from; read and written by
-- io.acscall.camel.store.JdbcOperationStore where maxConcurrentPerCaller is set.
CREATE TABLE acs_call_permit (
    -- the number that calls come from
    pool       VARCHAR(300)                NOT NULL,
    -- from 0 to the limit, exclusive
    place      INTEGER                     NOT NULL,
    -- names the permit
    holder     VARCHAR(300)                NOT NULL,
    -- until when it holds unless its owner renews it, by the clock of who did so
    held_until TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    -- the callConnectionId; empty until the service has named it
    call_id    VARCHAR(300),
    -- a hash of who is called
    leg        VARCHAR(300)                NOT NULL,
    CONSTRAINT acs_call_permit_pk PRIMARY KEY (pool, place)
);

-- finds the permit to renew or free
CREATE INDEX acs_call_permit_holder ON acs_call_permit (holder);

-- finds the permits of a call that has ended
CREATE INDEX acs_call_permit_call ON acs_call_permit (call_id, leg);
