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

import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The two forms in which events are written, told apart by their shape: content types were seen to differ from what a
 * body holds.
 */
enum WireForm {

    /** CloudEvents 1.0. A missing {@code specversion} is forgiven, another major version is not. */
    CLOUD_EVENTS("type", "source", "time") {
        @Override
        String source(JsonNode event) {
            return text(event, "source");
        }

        @Override
        String problem(JsonNode event) {
            JsonNode version = event.path("specversion");
            if (!version.isMissingNode() && !VERSION.matcher(version.asText()).matches()) {
                return "its specversion is not 1.x";
            }
            // the service never sends it; to take the event without its data would be worse than to refuse it
            return event.has("data_base64") ? "its data is in data_base64" : super.problem(event);
        }
    },

    /** The schema of Event Grid. A missing topic is forgiven. */
    EVENT_GRID("eventType", "topic", "eventTime") {
        @Override
        String source(JsonNode event) {
            String topic = text(event, "topic");
            return topic == null ? UNKNOWN_SOURCE : topic;
        }
    };

    /** CloudEvents demands a source, so an event without a topic gets the shortest address that says nothing. */
    private static final String UNKNOWN_SOURCE = "/";
    private static final Pattern VERSION = Pattern.compile("1\\.\\d{1,3}");
    /** Ids and types are keys of repositories and metrics; recording sources are the longest known, about 600. */
    private static final int LONGEST_TEXT = 2_048;

    private final String typeField;
    private final String sourceField;
    private final String timeField;

    WireForm(String typeField, String sourceField, String timeField) {
        this.typeField = typeField;
        this.sourceField = sourceField;
        this.timeField = timeField;
    }

    static WireForm of(JsonNode event) {
        return event.has(EVENT_GRID.typeField) && !event.has("specversion") ? EVENT_GRID : CLOUD_EVENTS;
    }

    /** Where the event comes from, {@code null} where it does not say so as it must. */
    abstract String source(JsonNode event);

    String id(JsonNode event) {
        return text(event, "id");
    }

    String type(JsonNode event) {
        return text(event, typeField);
    }

    String time(JsonNode event) {
        return event.path(timeField).asText(null);
    }

    /** Why this is no event, in half a sentence; {@code null} where it is one. */
    String problem(JsonNode event) {
        if (id(event) == null) {
            return "its id is missing, no text, too long or not printable";
        }
        if (type(event) == null) {
            return "its " + typeField + " is missing, no text, too long or not printable";
        }
        if (source(event) == null) {
            return "its " + sourceField + " is missing, no text, too long or not printable";
        }
        JsonNode data = event.path("data");
        return data.isMissingNode() || data.isNull() || data.isObject() ? null : "its data is no object";
    }

    /**
     * A text that can serve as a key: there, not blank, of bearable length, without control characters; else
     * {@code null}.
     */
    static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isTextual() || value.textValue().isBlank() || value.textValue().length() > LONGEST_TEXT) {
            return null;
        }
        return value.textValue().chars().anyMatch(Character::isISOControl) ? null : Payload.wellFormed(value.textValue());
    }
}
