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
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How people behaved as far as requests and events tell, in the order in which they came into the call. What a person
 * did first when the phone rang counts.
 */
final class People {

    private final Map<String, ObjectNode> all = new LinkedHashMap<>();
    private boolean inconstant;

    /** The number or raw id of an identifier as the wire has it; {@code null} when it is none. */
    static String display(JsonNode identifier) {
        String number = identifier.at("/phoneNumber/value").textValue();
        String rawId = identifier.path("rawId").textValue();
        String user = identifier.path("id").asText(identifier.at("/communicationUser/id").textValue());
        return number != null ? number : rawId != null ? rawId.replaceFirst("^4:(?=\\+)", "") : user;
    }

    boolean knows(String person) {
        return all.containsKey(person);
    }

    /** Comes into the call, or is rung. */
    void meet(String person) {
        if (person != null) {
            all.computeIfAbsent(person, id -> JsonNodeFactory.instance.objectNode().put("id", id));
        }
    }

    /** What the person did when the phone rang, after so long. */
    void replied(String person, String answer, Duration rang) {
        meet(person);
        ObjectNode known = all.get(person);
        if (known == null) {
            return;
        }
        if (known.has("answer")) {
            inconstant |= !answer.equals(known.path("answer").asText());
        } else {
            known.put("answer", answer).put("delayMs", Math.max(0, rang.toMillis()));
        }
    }

    /** Whether somebody was rung more than once and did not do the same each time. */
    boolean areInconstant() {
        return inconstant;
    }

    /** What the person did when asked for something. */
    void did(String person, String kind, JsonNode what) {
        meet(person);
        ObjectNode known = all.get(person);
        if (known != null) {
            ArrayNode does = known.withArray("/does");
            does.addObject().set(kind, what);
        }
    }

    ArrayNode toJson() {
        ArrayNode people = JsonNodeFactory.instance.arrayNode();
        all.values().forEach(people::add);
        return people;
    }
}
