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


-- What the nodes of an application know of each other; read and written by io.acscall.camel.store.JdbcOperationStore
-- where replyForwarder is set.

-- Incarnations of nodes: each start of the component is one.
CREATE TABLE acs_call_node (
    instance    VARCHAR(300)                NOT NULL,
    -- until when it counts as alive unless it renews, by its own clock
    alive_until TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT acs_call_node_pk PRIMARY KEY (instance)
);

-- Waits whose end somebody acts for; a wait that is open has no row.
CREATE TABLE acs_call_wait (
    -- the incarnation that waited
    instance   VARCHAR(300)                NOT NULL,
    wait_id    VARCHAR(300)                NOT NULL,
    -- the incarnation that acts
    claimed_by VARCHAR(300)                NOT NULL,
    claimed_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT acs_call_wait_pk PRIMARY KEY (instance, wait_id)
);

-- finds what can be purged
CREATE INDEX acs_call_wait_age ON acs_call_wait (claimed_at);

-- Who has waits in which call or recording.
CREATE TABLE acs_call_owner (
    -- the callConnectionId or recordingId
    subject  VARCHAR(300)                NOT NULL,
    instance VARCHAR(300)                NOT NULL,
    owned_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT acs_call_owner_pk PRIMARY KEY (subject, instance)
);

-- finds what can be purged
CREATE INDEX acs_call_owner_age ON acs_call_owner (owned_at);

-- Which consumer has had which event.
CREATE TABLE acs_call_event (
    event_key   VARCHAR(300)                NOT NULL,
    -- the incarnation that is at it, or was
    claimed_by  VARCHAR(300)                NOT NULL,
    claimed_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    -- empty until it is handled
    finished_at TIMESTAMP(3) WITH TIME ZONE,
    CONSTRAINT acs_call_event_pk PRIMARY KEY (event_key)
);

-- finds what can be purged
CREATE INDEX acs_call_event_age ON acs_call_event (claimed_at);
