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

import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.Ending;

/**
 * What a wait is for.
 *
 * @param action           the name of the action, for messages
 * @param ending           the events that end it
 * @param timeout          how long it lasts at most
 * @param callConnectionId the call, or {@code null} while it is not known yet
 * @param recordingId      the recording of a wait that is matched by it, or {@code null} while it is not known yet
 * @param reports          how many events end it: all must have come, and one that means failure makes it a failure
 * @param ends             whether an event of the types in {@code ending} really ends it: the state that it tells of
 *                         may be another one than the one waited for
 */
public record WaitSpec(
        String action, Ending ending, Duration timeout, String callConnectionId, String recordingId, int reports,
        Predicate<CallEvent> ends) {

    /** A wait that one event ends. */
    public WaitSpec(String action, Ending ending, Duration timeout, String callConnectionId) {
        this(action, ending, timeout, callConnectionId, 1);
    }

    /** A wait that so many events end. */
    public WaitSpec(String action, Ending ending, Duration timeout, String callConnectionId, int reports) {
        this(action, ending, timeout, callConnectionId, null, reports, event -> true);
    }

    public WaitSpec {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(ending, "ending");
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(ends, "ends");
    }

    /** Whether the recording that its events name is still to be learned from the answer. */
    boolean learnsRecording() {
        return ending.byRecording() && recordingId == null;
    }
}
