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
package io.acscall.camel.record;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One thing that happened in a call, disguised. Kept as text, which takes a fraction of the room of a tree.
 *
 * @param at   when
 * @param kind what sort of thing
 * @param json what is to be known of it, an object
 */
record TimelineEntry(Instant at, Kind kind, String json) {

    /** What an entry takes beside its text. */
    private static final int OVERHEAD = 100;
    private static final JsonMapper MAPPER = new JsonMapper();

    /** What sort of thing an entry is, and which of its members a line shows. */
    enum Kind {
        REQUEST("operation", "method", "path", "status", "failure"),
        EVENT("type", "fate", "code", "subCode"),
        WAIT("action", "what", "result", "ms"),
        ACTION("action", "what", "outcome", "ms"),
        STREAM("stream", "what", "closeCode", "frames");

        private final String[] shown;

        Kind(String... shown) {
            this.shown = shown;
        }
    }

    static TimelineEntry of(Instant at, Kind kind, ObjectNode json) {
        return new TimelineEntry(at, kind, json.toString());
    }

    JsonNode read() {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry of the flight recorder is no JSON any more", e);
        }
    }

    /** Bytes of memory, roughly. */
    int size() {
        return json.length() + OVERHEAD;
    }

    /** A line for people, such as {@code +1204 ms event PlayCompleted, fate=WAIT}. */
    String line(Instant start) {
        JsonNode tree = read();
        StringBuilder line = new StringBuilder().append('+').append(Math.max(0, Duration.between(start, at).toMillis()))
                .append(" ms ").append(kind.name().toLowerCase(Locale.ROOT)).append(' ')
                .append(tree.path(kind.shown[0]).asText());
        for (int i = 1; i < kind.shown.length; i++) {
            JsonNode value = tree.path(kind.shown[i]);
            if (!value.isMissingNode()) {
                line.append(' ').append(kind.shown[i]).append('=').append(value.asText());
            }
        }
        return line.toString();
    }
}
