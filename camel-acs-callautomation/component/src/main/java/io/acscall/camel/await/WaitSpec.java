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

import io.acscall.camel.event.Ending;

/**
 * What a wait is for.
 *
 * @param action           the name of the action, for messages
 * @param ending           the events that end it
 * @param timeout          how long it lasts at most
 * @param callConnectionId the call, or {@code null} while it is not known yet
 * @param reports          how many events end it: all must have come, and one that means failure makes it a failure
 */
public record WaitSpec(String action, Ending ending, Duration timeout, String callConnectionId, int reports) {

    /** A wait that one event ends. */
    public WaitSpec(String action, Ending ending, Duration timeout, String callConnectionId) {
        this(action, ending, timeout, callConnectionId, 1);
    }

    public WaitSpec {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(ending, "ending");
        Objects.requireNonNull(timeout, "timeout");
    }
}
