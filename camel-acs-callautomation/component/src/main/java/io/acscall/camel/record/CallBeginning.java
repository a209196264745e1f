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

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.record.RecordingWriter.Read;
import io.acscall.camel.record.TimelineEntry.Kind;

/**
 * How a recorded call began.
 */
final class CallBeginning {

    private static final String BETWEEN_PEOPLE = "betweenPeople";
    /** What an incoming call brings along, by the names of the event and those of the file. */
    private static final Map<String, String> DETAILS
            = Map.of("callerDisplayName", "displayName", "customContext", "customContext", "onBehalfOfCallee", "onBehalfOf");

    private CallBeginning() {
    }

    /** What an entry says of the beginning; {@code null} when it is not the one that begins a call. */
    static ObjectNode of(Read entry) {
        if (entry.kind() == Kind.EVENT && "IncomingCall".equals(entry.json().path("type").asText())) {
            return incoming(entry.json().path("data"));
        }
        return entry.kind() == Kind.REQUEST ? asked(entry.json()) : null;
    }

    private static ObjectNode incoming(JsonNode data) {
        ObjectNode call = direction("incoming").put("from", People.display(data.path("from")))
                .put("to", People.display(data.path("to")));
        DETAILS.forEach((member, name) -> {
            JsonNode value = data.path(member);
            if (value.isObject() || value.isTextual() && !value.textValue().isEmpty()) {
                call.set(name, value);
            }
        });
        return call;
    }

    private static ObjectNode asked(JsonNode request) {
        boolean taken = request.path("status").asInt() / 100 == 2;
        return switch (request.path("operation").asText()) {
            case "createCall" -> direction("outgoing");
            case "connectCall" -> {
                ObjectNode call = direction(taken ? BETWEEN_PEOPLE : "outgoing");
                for (String place : List.of("groupId", "roomId")) {
                    if (request.has(place)) {
                        call.set(place, request.get(place));
                    }
                }
                yield call;
            }
            default -> null;
        };
    }

    /** Who talked before the application came is who it was told of first. */
    static void joined(ObjectNode call, List<Read> entries, Set<String> us) {
        if (!BETWEEN_PEOPLE.equals(call.path("direction").asText())) {
            return;
        }
        ArrayNode participants = call.putArray("participants");
        entries.stream().filter(entry -> "ParticipantsUpdated".equals(entry.json().path("type").asText())).findFirst()
                .ifPresent(first -> first.json().at("/data/participants").forEach(one -> {
                    String person = People.display(one.path("identifier"));
                    if (person != null && !us.contains(person)) {
                        participants.add(person);
                    }
                }));
        if (participants.isEmpty()) {
            throw new IllegalStateException("Nobody was there when the application connected to the call");
        }
    }

    private static ObjectNode direction(String direction) {
        return JsonNodeFactory.instance.objectNode().put("direction", direction);
    }
}
