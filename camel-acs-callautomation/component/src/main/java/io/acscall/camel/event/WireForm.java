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

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The two forms in which events are written, told apart by their shape: content types were seen to differ from what a
 * body holds.
 */
enum WireForm {

    /** CloudEvents 1.0. A missing {@code specversion} is forgiven, another major version is not. */
    CLOUD_EVENTS("type", "source", "time") {
        @Override
        String source(Map<String, Object> event) {
            return (String) event.get("source");
        }

        @Override
        String problem(Map<String, Object> event) {
            if (event.containsKey("specversion") && !isKnownVersion(String.valueOf(event.get("specversion")))) {
                return "its specversion is not 1.x";
            }
            // the service never sends it; to take the event without its data would be worse than to refuse it
            return event.containsKey("data_base64") ? "its data is in data_base64" : super.problem(event);
        }
    },

    /** The schema of Event Grid. A missing topic is forgiven. */
    EVENT_GRID("eventType", "topic", "eventTime") {
        @Override
        String source(Map<String, Object> event) {
            String topic = text(event, "topic");
            return topic == null ? UNKNOWN_SOURCE : topic;
        }
    };

    /** CloudEvents demands a source, so an event without a topic gets the shortest address that says nothing. */
    private static final String UNKNOWN_SOURCE = "/";
    private static final String USUAL_VERSION = "1.0";
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

    static WireForm of(Map<String, Object> event) {
        return event.containsKey(EVENT_GRID.typeField) && !event.containsKey("specversion") ? EVENT_GRID : CLOUD_EVENTS;
    }

    private static boolean isKnownVersion(String version) {
        return USUAL_VERSION.equals(version) || VERSION.matcher(version).matches();
    }

    /** Where an event without problem comes from. */
    abstract String source(Map<String, Object> event);

    /** The id of an event without problem. */
    String id(Map<String, Object> event) {
        return (String) event.get("id");
    }

    /** The type of an event without problem. */
    String type(Map<String, Object> event) {
        return (String) event.get(typeField);
    }

    String time(Map<String, Object> event) {
        return event.get(timeField) instanceof String time ? time : null;
    }

    /** Why this is no event, in half a sentence; {@code null} where it is one. */
    String problem(Map<String, Object> event) {
        if (text(event, "id") == null) {
            return "its id is missing, no text, too long or not printable";
        }
        if (text(event, typeField) == null) {
            return "its " + typeField + " is missing, no text, too long or not printable";
        }
        if (this == CLOUD_EVENTS && text(event, sourceField) == null) {
            return "its " + sourceField + " is missing, no text, too long or not printable";
        }
        Object data = event.get("data");
        return data == null || data instanceof Map ? null : "its data is no object";
    }

    /**
     * A text that can serve as a key: there, not blank, of bearable length, without control characters; else
     * {@code null}.
     */
    static String text(Map<?, ?> object, String field) {
        return object.get(field) instanceof String text && text.length() <= LONGEST_TEXT && isPrintable(text) ? text : null;
    }

    private static boolean isPrintable(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (Character.isISOControl(text.charAt(index))) {
                return false;
            }
        }
        return !text.isBlank();
    }
}
