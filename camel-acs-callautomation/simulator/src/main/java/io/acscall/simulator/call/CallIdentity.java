/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.acscall.simulator.call;

import java.time.Instant;

import io.acscall.simulator.identity.Identifier;

/**
 * What a call is known by for its whole life.
 *
 * @param id            the simulator's own id; the service has none that exists before an application is in the call
 * @param serverCallId  opaque, the same for all legs but those that the telephone network lies between
 * @param correlationId as serverCallId
 * @param direction     who began it
 * @param from          who called
 * @param startedAt     wall clock
 * @param place         where people meet; never null
 */
public record CallIdentity(String id, String serverCallId, String correlationId, Direction direction, Identifier from,
        Instant startedAt, Place place) {

    /** The same call as somebody sees it who is called by another name. */
    CallIdentity calledBy(Identifier caller) {
        return new CallIdentity(id, serverCallId, correlationId, direction, caller, startedAt, place);
    }

    /** The same call as it looks from beyond the telephone network, which hands no ids on. */
    CallIdentity overTelephone(String newServerCallId, String newCorrelationId) {
        return new CallIdentity(id, newServerCallId, newCorrelationId, direction, from, startedAt, place);
    }
}
