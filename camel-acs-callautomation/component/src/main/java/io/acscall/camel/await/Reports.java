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
package io.acscall.camel.await;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Counts the events of an operation that several end together. A duplicate counts once; one failure makes it a failure.
 */
final class Reports {

    private final Set<String> seen = new HashSet<>();
    private WaitEnd failure;

    /** The end, once all have come. */
    synchronized Optional<WaitEnd> add(WaitEnd end, String eventId, int expected) {
        if (!seen.add(eventId)) {
            return Optional.empty();
        }
        if (failure == null && end instanceof WaitEnd.Failed) {
            failure = end;
        }
        if (seen.size() < expected) {
            return Optional.empty();
        }
        return Optional.of(failure != null ? failure : end);
    }
}
