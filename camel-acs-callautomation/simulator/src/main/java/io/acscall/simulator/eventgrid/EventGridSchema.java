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
package io.acscall.simulator.eventgrid;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The two forms in which Event Grid delivers events, each with its own handshake. */
public enum EventGridSchema {

    /** An array of Event Grid events; the handshake is a validation event. */
    EVENT_GRID("eventGrid"),
    /** A single CloudEvent; the handshake is an OPTIONS request. */
    CLOUD_EVENTS("cloudEvents");

    private final String wireName;

    EventGridSchema(String wireName) {
        this.wireName = wireName;
    }

    /** The value in the control API. */
    public String wireName() {
        return wireName;
    }

    /** Looks a value of the control API up, in any case. */
    public static Optional<EventGridSchema> of(String wireName) {
        return Arrays.stream(values()).filter(schema -> schema.wireName.equalsIgnoreCase(wireName)).findFirst();
    }

    /** All values of the control API. */
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(EventGridSchema::wireName).toList();
    }
}
