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
package io.acscall.camel.action;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a person can choose from by voice or key: <code>Sales:sales|new order:1;Support:support|help:2</code>, each a
 * label, its phrases, and a key if there is one; or the same as a list of Maps, or as JSON of the service.
 */
final class Choices {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WITH_KEY = 3;

    private Choices() {
    }

    static ArrayNode read(Object raw) {
        ArrayNode choices = raw instanceof List<?> || raw instanceof JsonNode
                ? array(JSON.valueToTree(raw)) : ofText(raw.toString().trim());
        if (choices.isEmpty()) {
            throw new IllegalArgumentException("names no choice");
        }
        choices.forEach(Choices::check);
        return choices;
    }

    private static ArrayNode ofText(String text) {
        if (text.startsWith("[")) {
            try {
                return array(JSON.readTree(text));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("is no JSON array", e);
            }
        }
        ArrayNode choices = JsonNodeFactory.instance.arrayNode();
        Arrays.stream(text.split(";")).filter(choice -> !choice.isBlank()).forEach(choice -> choices.add(choice(choice)));
        return choices;
    }

    private static ObjectNode choice(String written) {
        String[] parts = written.trim().split(":");
        if (parts.length < 2 || parts.length > WITH_KEY) {
            throw new IllegalArgumentException("has the choice '" + written.trim() + "', which is not label:phrase|phrase:key");
        }
        ObjectNode choice = JsonNodeFactory.instance.objectNode().put("label", parts[0].trim());
        ArrayNode phrases = choice.putArray("phrases");
        Arrays.stream(parts[1].split("\\|")).map(String::trim).filter(phrase -> !phrase.isEmpty()).forEach(phrases::add);
        if (parts.length == WITH_KEY) {
            choice.put("tone", Tones.name(parts[2].trim()));
        }
        return choice;
    }

    private static ArrayNode array(JsonNode json) {
        if (!(json instanceof ArrayNode array)) {
            throw new IllegalArgumentException("is no list");
        }
        return array;
    }

    private static void check(JsonNode choice) {
        Map<String, Boolean> parts = Map.of("label", choice.path("label").asText("").isBlank(),
                "phrases", !choice.path("phrases").isArray() || choice.path("phrases").isEmpty());
        parts.forEach((part, missing) -> {
            if (missing) {
                throw new IllegalArgumentException("has a choice without " + part);
            }
        });
    }
}
