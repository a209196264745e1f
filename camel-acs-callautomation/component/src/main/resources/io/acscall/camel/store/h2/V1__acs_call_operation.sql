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

-- Operations that nobody may do twice; read and written by io.acscall.camel.store.JdbcOperationStore.
CREATE TABLE acs_call_operation (
    -- the action and the user's key, or sha256: and a hash when that is too long
    operation_key VARCHAR(300)                NOT NULL,
    -- who claimed it last; empty when it was released, because it has certainly not been done
    claimed_by    VARCHAR(300),
    -- until when the claim holds, or when it was released, by the clock of who did so
    claimed_until TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    -- how often it was released
    releases      INTEGER                     NOT NULL,
    -- under which ids it is sent, again and again the same
    request_id    UUID                        NOT NULL,
    first_sent    TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    request_hash  VARCHAR(300)                NOT NULL,
    -- both empty until it is done
    finished_at   TIMESTAMP(3) WITH TIME ZONE,
    result        CHARACTER LARGE OBJECT,
    CONSTRAINT acs_call_operation_pk PRIMARY KEY (operation_key)
);

-- finds what can be purged
CREATE INDEX acs_call_operation_age ON acs_call_operation (finished_at, claimed_until);
