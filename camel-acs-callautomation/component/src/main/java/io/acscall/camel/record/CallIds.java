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

import java.util.LinkedHashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.camel.event.CallEvent;

/**
 * What a request, answer or event says of the call that it belongs to.
 *
 * @param connection the connection of the application to the call, or {@code null}
 * @param aliases    all that the call can be found by
 */
record CallIds(String connection, Set<String> aliases) {

    private static final String CONNECTION = "callConnectionId";
    private static final String RECORDING = "recordingId";
    private static final String[] MEMBERS = { CONNECTION, "serverCallId", "correlationId", "incomingCallContext", RECORDING };

    /** All that people may name a call by. */
    static CallIds named(String id) {
        Set<String> aliases = new LinkedHashSet<>();
        for (String member : MEMBERS) {
            aliases.add(alias(member, id));
        }
        return new CallIds(null, aliases);
    }

    static CallIds of(CallEvent event) {
        Set<String> aliases = new LinkedHashSet<>();
        add(aliases, CONNECTION, event.callConnectionId());
        add(aliases, "serverCallId", event.serverCallId());
        add(aliases, "correlationId", event.correlationId());
        add(aliases, RECORDING, event.recordingId());
        if (event.data().get("incomingCallContext") instanceof String context) {
            add(aliases, "incomingCallContext", context);
        }
        return new CallIds(event.callConnectionId(), aliases);
    }

    /**
     * What a request says.
     *
     * @param connection the call that it is for, or {@code null}
     * @param path       encoded
     * @param body       or {@code null}
     */
    static CallIds of(String connection, String path, JsonNode body) {
        Set<String> aliases = new LinkedHashSet<>();
        add(aliases, CONNECTION, connection);
        String[] segments = path.split("/");
        if (segments.length > 3 && "recordings".equals(segments[2])) {
            add(aliases, RECORDING, segments[3].split(":")[0]);
        }
        if (body != null) {
            addMembers(aliases, body);
            addMembers(aliases, body.path("callLocator"));
        }
        return new CallIds(connection, aliases);
    }

    /** These and what an answer says. */
    CallIds and(JsonNode answer) {
        Set<String> all = new LinkedHashSet<>(aliases);
        addMembers(all, answer);
        String answered = answer.path(CONNECTION).textValue();
        return new CallIds(connection != null ? connection : answered, all);
    }

    /** What a call is called of which no more is known: nothing that is secret or long. */
    String label() {
        return connection != null
                ? connection : aliases.stream().filter(alias -> alias.startsWith("correlationId="))
                        .map(alias -> alias.substring(alias.indexOf('=') + 1)).findFirst().orElse("unknown");
    }

    boolean isEmpty() {
        return aliases.isEmpty();
    }

    private static void addMembers(Set<String> aliases, JsonNode object) {
        for (String member : MEMBERS) {
            add(aliases, member, object.path(member).textValue());
        }
    }

    private static void add(Set<String> aliases, String member, String value) {
        if (value != null && !value.isEmpty()) {
            aliases.add(alias(member, value));
        }
    }

    private static String alias(String member, String value) {
        return member + "=" + value;
    }
}
