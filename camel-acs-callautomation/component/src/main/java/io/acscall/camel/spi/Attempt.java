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
package io.acscall.camel.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Under which ids an operation is sent, again and again the same.
 *
 * @param requestId   the repeatability id
 * @param firstSent   when it was sent first, in whole seconds as the wire has it
 * @param requestHash a hash of the user's request, so that one key can't be used for two different requests
 */
public record Attempt(UUID requestId, Instant firstSent, String requestHash) {

    public Attempt {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(firstSent, "firstSent");
        Objects.requireNonNull(requestHash, "requestHash");
    }
}
