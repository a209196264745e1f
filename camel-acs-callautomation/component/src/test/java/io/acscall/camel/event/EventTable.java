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
package io.acscall.camel.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The sample events that the tests of this package run through. */
final class EventTable {

    static final ObjectMapper JSON = new ObjectMapper();

    private EventTable() {
    }

    /** Rows of name, sdk (whether SDK 1.0.4 knows it) and event, one for each of the 38 callback events. */
    static Stream<JsonNode> callbacks() {
        return rows("callback-events.json");
    }

    /** Rows of name, eventGrid (a body in that schema) and cloudEvents (the same event in the other). */
    static Stream<JsonNode> eventGrid() {
        return rows("event-grid-events.json");
    }

    /** Rows of name, body and reason. */
    static Stream<JsonNode> broken() {
        return rows("broken-events.json");
    }

    static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<JsonNode> rows(String resource) {
        try (InputStream stream = EventTable.class.getResourceAsStream(resource)) {
            return StreamSupport.stream(JSON.readTree(stream).spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
