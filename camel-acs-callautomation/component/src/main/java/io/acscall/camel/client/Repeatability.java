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
package io.acscall.camel.client;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What makes a request safe to send again: the service acts once per id. Sent as {@code Repeatability-Request-ID} and
 * {@code Repeatability-First-Sent}; which operations know it stands in the operation's REST description.
 *
 * @param requestId the id of the invocation, a version 4 UUID; the same for every try of it
 * @param firstSent when the first try was made; the wire carries whole seconds
 */
public record Repeatability(UUID requestId, Instant firstSent) {

    private static final int RANDOM_UUID = 4;
    private static final int RFC_4122 = 2;

    /**
     * @throws IllegalArgumentException when the id is not in the form of a version 4 UUID, which the service asks for
     * @throws NullPointerException     when a value is null
     */
    public Repeatability {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(firstSent, "firstSent");
        if (requestId.version() != RANDOM_UUID || requestId.variant() != RFC_4122) {
            throw new IllegalArgumentException(
                    "A repeatability id must be a version 4 UUID, for example 0f8fad5b-d9cb-469f-a165-70867728950e, but was: "
                                               + requestId);
        }
    }
}
