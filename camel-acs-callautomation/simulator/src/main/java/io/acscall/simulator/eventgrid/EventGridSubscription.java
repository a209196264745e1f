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

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.acscall.simulator.timeline.Secrets;

/**
 * Where Event Grid delivers to.
 *
 * @param endpoint absolute http or https address of the webhook; its query is kept
 * @param schema   the form of events
 * @param headers  sent with the handshake and with every delivery; never null
 */
public record EventGridSubscription(URI endpoint, EventGridSchema schema, Map<String, String> headers) {

    public EventGridSubscription {
        Objects.requireNonNull(schema, "An Event Grid subscription needs a schema");
        headers = Map.copyOf(headers);
        String scheme = endpoint.getScheme();
        if (endpoint.getHost() == null || !("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
            throw new IllegalArgumentException(
                    "The endpoint of an Event Grid subscription must look like http://localhost:8080/acs-call/event-grid, not "
                                               + endpoint);
        }
    }

    /** A subscription without headers of its own. */
    public static EventGridSubscription to(URI endpoint, EventGridSchema schema) {
        return new EventGridSubscription(endpoint, schema, Map.of());
    }

    /** The same with one more header, such as the shared secret that the application wants. */
    public EventGridSubscription withHeader(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new EventGridSubscription(endpoint, schema, all);
    }

    /** Without the headers, which hold secrets. */
    @Override
    public String toString() {
        return "EventGridSubscription[" + Secrets.address(endpoint) + ", " + schema.wireName() + "]";
    }
}
