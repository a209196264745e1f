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

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.http.PercentDecoding;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.timeline.TimelineEntry;

/** Requests and events with names for ids, times, tokens, addresses of the application and phone numbers. */
final class Disguise {

    /** What the ids in these members are called; all others that look like an id are called $id. */
    private static final Map<String, String> IDS = Map.of("callConnectionId", "call", "fromCall", "call",
            "serverCallId", "serverCall", "correlationId", "correlation", "incomingCallContext", "incomingCall",
            "recordingId", "recording", "invitationId", "invitation");
    /** What the ids in these segments of paths are called. */
    private static final Map<String, String> SEGMENTS = Map.of("callConnections", "call", "recordings", "recording");
    private static final Set<String> ADDRESSES
            = Set.of("callbackUri", "operationCallbackUri", "recordingStateCallbackUri", "transportUrl");
    private static final Set<String> ENTERED = Set.of("tones", "tone", "speech", "recognizedPhrase");
    private static final Set<String> SENT = Set.of("tones");
    private static final String API_VERSION = "api-version";

    private final Names names;
    private final boolean tellsTones;

    /**
     * @param tellsTones whether keys and words are told
     */
    Disguise(Names names, boolean tellsTones) {
        this.names = names;
        this.tellsTones = tellsTones;
    }

    String text(String text) {
        return names.text(text);
    }

    /** A request as a recording has it. */
    RecordedRequest request(TimelineEntry entry, Long atMs) {
        return new RecordedRequest(
                atMs, entry.type(), entry.method(), path(entry.path()), query(entry.path()), entry.status(),
                request(entry.body()));
    }

    /** The body of a request; null when there is none. */
    JsonNode request(JsonNode body) {
        return body == null || !body.isObject() ? null : node(body, "", tellsTones ? Set.of() : SENT);
    }

    /** The data of an event. */
    JsonNode event(JsonNode data) {
        return node(data, "", tellsTones ? Set.of() : ENTERED);
    }

    /** A path as it was sent, decoded; the query is left out. */
    String path(String pathAndQuery) {
        String[] segments = pathAndQuery.split("\\?", 2)[0].split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            String segment = decoded(segments[i]);
            String kind = SEGMENTS.get(segments[i - 1]);
            segments[i] = kind == null || segment.isEmpty() ? names.text(segment) : id(kind, segment);
        }
        return String.join("/", segments);
    }

    private String id(String kind, String segment) {
        int verb = segment.indexOf(':');
        return verb < 0
                ? names.id(kind, segment) : names.id(kind, segment.substring(0, verb)) + segment.substring(verb);
    }

    /** The query parameters but the api-version. */
    Map<String, String> query(String pathAndQuery) {
        String[] parts = pathAndQuery.split("\\?", 2);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : parts.length < 2 ? new String[0] : parts[1].split("&")) {
            String[] both = pair.split("=", 2);
            if (!API_VERSION.equals(both[0])) {
                parameters.put(decoded(both[0]), both.length < 2 ? "" : names.text(decoded(both[1])));
            }
        }
        return parameters;
    }

    private JsonNode node(JsonNode json, String member, Set<String> hidden) {
        if (hidden.contains(member)) {
            return Json.object().textNode(RecordedInput.HIDDEN);
        }
        if (json.isObject()) {
            ObjectNode object = Json.object();
            json.properties().forEach(e -> object.set(e.getKey(), node(e.getValue(), e.getKey(), hidden)));
            return object;
        }
        if (json.isArray()) {
            ArrayNode array = Json.array();
            json.forEach(one -> array.add(node(one, member, hidden)));
            return array;
        }
        return json.isTextual() ? Json.object().textNode(value(json.textValue(), member)) : json;
    }

    private String value(String text, String member) {
        if (IDS.containsKey(member)) {
            return names.id(IDS.get(member), text);
        }
        if (ADDRESSES.contains(member)) {
            return address(text);
        }
        return "operationContext".equals(member) ? names.text(context(text)) : names.text(text);
    }

    /** Where the application listens, and what it puts into the query, is different in each run. */
    private String address(String address) {
        try {
            URI uri = new URI(address);
            String path = uri.getPath() == null ? "" : names.text(uri.getPath());
            return "$app" + path + (uri.getRawQuery() == null
                    ? "" : "?" + Arrays.stream(uri.getRawQuery().split("&"))
                            .map(pair -> pair.replaceFirst("=.*", "=*")).collect(Collectors.joining("&")));
        } catch (URISyntaxException e) {
            return "$app";
        }
    }

    /** The component puts a token of its own before the context of the application. */
    private static String context(String context) {
        return context.replaceFirst("^acs1\\.[^.]+\\.[^.]+\\.[^.]+\\.", "\\$wait.");
    }

    private static String decoded(String text) {
        return PercentDecoding.segment(text).orElse(text);
    }
}
