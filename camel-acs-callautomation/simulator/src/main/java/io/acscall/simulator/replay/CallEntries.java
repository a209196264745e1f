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
package io.acscall.simulator.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.callback.CallbackEventType;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.Timeline;
import io.acscall.simulator.timeline.TimelineEntry;

/**
 * What the timeline has about one call. Requests that were refused know of no call, so those that name a connection of
 * the call in their path count too.
 */
public final class CallEntries {

    private static final Pattern CONNECTION = Pattern.compile("/calling/callConnections/([^/:?]+)");
    private static final String REPEATABILITY = "repeatability-request-id";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private CallEntries() {
    }

    /** All entries about a call, oldest first. */
    public static List<TimelineEntry> of(Timeline timeline, String callId) {
        List<TimelineEntry> all = timeline.entries();
        Set<String> connections = new HashSet<>();
        for (TimelineEntry entry : all) {
            if (callId.equals(entry.callId())) {
                addConnection(connections, entry);
            }
        }
        return all.stream()
                .filter(entry -> callId.equals(entry.callId()) || entry.callId() == null && isAbout(entry, connections))
                .toList();
    }

    /**
     * The requests among entries that the service could act on, once each: without tries it had no answer for and
     * without repetitions under the same id.
     */
    static List<TimelineEntry> actedOn(List<TimelineEntry> entries) {
        Set<String> ids = new HashSet<>();
        List<TimelineEntry> requests = new ArrayList<>();
        for (TimelineEntry entry : entries) {
            if (entry.kind() == EntryKind.REQUEST && entry.type() != null && answered(entry)) {
                String id = entry.headers().get(REPEATABILITY);
                if (id == null || ids.add(entry.type() + " " + id)) {
                    requests.add(entry);
                }
            }
        }
        return requests;
    }

    /** The events that a callback brought. */
    static List<JsonNode> events(TimelineEntry callback) {
        List<JsonNode> events = new ArrayList<>();
        if (callback.body() != null && callback.body().isArray()) {
            callback.body().forEach(events::add);
        }
        return events;
    }

    /** The type of an event without prefix. */
    static String shortType(JsonNode event) {
        String type = event.path("type").asText();
        return type.startsWith(CallbackEventType.PREFIX) ? type.substring(CallbackEventType.PREFIX.length()) : type;
    }

    private static boolean answered(TimelineEntry entry) {
        return entry.status() != null && entry.status() != TOO_MANY_REQUESTS && entry.status() < SERVER_ERROR;
    }

    private static void addConnection(Set<String> connections, TimelineEntry entry) {
        if (entry.kind() == EntryKind.RESPONSE && entry.body() != null && entry.body().hasNonNull("callConnectionId")) {
            connections.add(entry.body().path("callConnectionId").asText());
        }
        if (entry.kind() == EntryKind.CALLBACK) {
            events(entry).forEach(event -> connections.add(event.at("/data/callConnectionId").asText()));
        }
    }

    private static boolean isAbout(TimelineEntry entry, Set<String> connections) {
        Matcher connection = entry.kind() == EntryKind.REQUEST ? CONNECTION.matcher(entry.path()) : null;
        return connection != null && connection.lookingAt() && connections.contains(connection.group(1));
    }
}
