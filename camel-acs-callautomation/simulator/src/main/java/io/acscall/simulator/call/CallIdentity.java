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
 * @param serverCallId  opaque, the same for all legs
 * @param correlationId the same for all legs
 * @param direction     who began it
 * @param from          who called
 * @param startedAt     wall clock
 */
public record CallIdentity(String id, String serverCallId, String correlationId, Direction direction, Identifier from,
        Instant startedAt) {
}
