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

import java.util.List;

import io.acscall.camel.cluster.Waiting;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.webhook.Lanes;

/**
 * Takes events to the other nodes that may wait for them: those of one call in the order in which they came.
 */
final class Questions {

    private final Waiting waits;
    private final Lanes lanes;

    /**
     * @param waits asks the others
     * @param lanes on threads that may wait for the store
     */
    Questions(Waiting waits, Lanes lanes) {
        this.waits = waits;
        this.lanes = lanes;
    }

    /** Makes room for those of the events that concern others, for all or none. */
    boolean reserve(List<Arrival> events) {
        int concerning = (int) events.stream().filter(Arrival::concernsOthers).count();
        return concerning == 0 || lanes.reserve(concerning);
    }

    /** Finds out who waits for an event, here or elsewhere. */
    void ask(Arrival arrival) {
        if (!arrival.concernsOthers()) {
            arrival.decideHere();
            return;
        }
        lanes.add(new Lanes.Entry(
                laneOf(arrival.received()),
                turn -> arrival.decideAs(waits.ask(arrival.received(), arrival.offered(), turn::release)),
                arrival::decideHere));
    }

    private static String laneOf(CallEvent event) {
        return event.callConnectionId() != null ? event.callConnectionId() : event.source();
    }
}
