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

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Requests and events of one call as they may be shown: with {@link Names} for ids, times, tokens, callers' names and
 * phone numbers, without the application's own address, and without keys and words unless they shall be told.
 */
final class Disguise {

    /** Stands for keys and words that are not told. */
    static final String HIDDEN = "?";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** What the ids in these members are called. */
    private static final Map<String, String> MEMBERS = Map.of(
            "callConnectionId", "call", "fromCall", "call", "serverCallId", "serverCall", "correlationId", "correlation",
            "incomingCallContext", "incomingCall", "recordingId", "recording", "invitationId", "invitation",
            "callerDisplayName", "name");
    /** What the ids in the path after these segments are called. */
    private static final Map<String, String> SEGMENTS = Map.of("callConnections", "call", "recordings", "recording");
    private static final Set<String> ADDRESSES
            = Set.of("callbackUri", "operationCallbackUri", "recordingStateCallbackUri", "transportUrl");
    private static final Set<String> HEARD = Set.of("tones", "tone", "speech", "recognizedPhrase");
    private static final Set<String> PRESSED = Set.of("tones");

    private final Names names;
    private final Supplier<OwnAddress> own;
    private final boolean tellsInput;

    /**
     * @param own        where the application is; it may move before the first call
     * @param tellsInput whether keys and words are told
     */
    Disguise(Names names, Supplier<OwnAddress> own, boolean tellsInput) {
        this.names = names;
        this.own = own;
        this.tellsInput = tellsInput;
    }

    Names names() {
        return names;
    }

    /** The body of a request. */
    JsonNode request(JsonNode body) {
        return node(body, "", tellsInput ? Set.of() : PRESSED);
    }

    /** The data of an event. */
    JsonNode event(JsonNode data) {
        return node(data, "", tellsInput ? Set.of() : HEARD);
    }

    /** An encoded path, decoded. */
    String path(String encoded) {
        String[] segments = encoded.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            String kind = SEGMENTS.get(segments[i - 1]);
            segments[i] = kind == null || segments[i].isEmpty() ? names.text(decoded(segments[i])) : id(kind, segments[i]);
        }
        return String.join("/", segments);
    }

    private String id(String kind, String segment) {
        String[] idAndVerb = segment.split(":", 2);
        return names.id(kind, decoded(idAndVerb[0])) + (idAndVerb.length == 1 ? "" : ":" + idAndVerb[1]);
    }

    /** The parameters of an encoded query but the api-version; {@code null} has none. */
    Map<String, String> query(String encoded) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : encoded == null || encoded.isEmpty() ? new String[0] : encoded.split("&")) {
            String[] both = pair.split("=", 2);
            if (!"api-version".equals(both[0])) {
                parameters.put(decoded(both[0]), both.length == 1 ? "" : names.text(decoded(both[1])));
            }
        }
        return parameters;
    }

    private JsonNode node(JsonNode json, String member, Set<String> hidden) {
        if (hidden.contains(member)) {
            return NODES.textNode(HIDDEN);
        }
        if (json.isObject()) {
            ObjectNode object = NODES.objectNode();
            json.properties().forEach(field -> object.set(field.getKey(), node(field.getValue(), field.getKey(), hidden)));
            return object;
        }
        if (json.isArray()) {
            ArrayNode array = NODES.arrayNode(json.size());
            json.forEach(element -> array.add(node(element, member, hidden)));
            return array;
        }
        return json.isTextual() ? NODES.textNode(text(json.textValue(), member)) : json;
    }

    private String text(String text, String member) {
        String kind = MEMBERS.get(member);
        if (kind != null) {
            return text.isEmpty() ? text : names.id(kind, text);
        }
        if (ADDRESSES.contains(member)) {
            return names.text(own.get().hidden(text));
        }
        return names.text("operationContext".equals(member) ? withoutWait(text) : text);
    }

    /** The token of a wait is another one in each run. */
    private static String withoutWait(String context) {
        return context.replaceFirst("^acs1\\.[^.]+\\.[^.]+\\.[^.]+\\.", "\\$wait.");
    }

    private static String decoded(String text) {
        // a plus in a path or in a query of ours is a plus
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
