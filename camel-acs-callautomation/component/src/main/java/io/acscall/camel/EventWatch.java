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
package io.acscall.camel;

import java.time.Clock;
import java.time.Instant;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.observe.CallObservers;
import io.acscall.camel.observe.CallSignal;
import io.acscall.camel.observe.EventFate;

/**
 * Tells the observers what becomes of events.
 */
record EventWatch(CallObservers observers, Clock clock) {

    /**
     * An event on its way.
     *
     * @param at       when it came, {@code null} when nobody watched then
     * @param event    with the context of the user
     * @param received with the context of the wire
     * @param awaited  whether it ended a wait
     * @param stale    whether a newer one was there before
     * @param wanted   whether a consumer wants it
     */
    record Seen(Instant at, CallEvent event, CallEvent received, boolean awaited, boolean stale, boolean wanted) {

        EventFate fate(boolean delivered) {
            if (delivered) {
                return awaited ? EventFate.WAIT_AND_CONSUMERS : EventFate.CONSUMERS;
            }
            if (awaited) {
                return EventFate.WAIT;
            }
            return wanted ? EventFate.DUPLICATE : EventFate.NOBODY;
        }
    }

    /** The time, where somebody wants to know it. */
    Instant now() {
        return observers.isEmpty() ? null : Instant.now(clock);
    }

    void taken(Seen seen, boolean delivered) {
        if (seen.at() != null) {
            observers.tell(() -> new CallSignal.EventTaken(
                    seen.at(), seen.event(), seen.received(), seen.fate(delivered), seen.stale()));
        }
    }

    void duplicate(CallEvent event, String consumer) {
        observers.tell(() -> new CallSignal.EventDuplicate(Instant.now(clock), event, consumer));
    }
}
