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
package io.acscall.camel.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * One way to fill the fields of an operation: a step with its message, and the body that the service is to get.
 *
 * @param like    the sample whose method, path and headers hold for it too
 * @param what    what is special to it
 * @param uri     the step
 * @param headers headers of the message
 * @param body    body of the message: a text, JSON, or {@code null}
 * @param sends   the body of the request
 */
record RequestVariant(String like, String what, String uri, Map<String, Object> headers, Object body, JsonNode sends) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WITH_KIND = "with kind: ";
    private static final String WITHOUT_KIND = "without kind: ";

    /** All of the table. */
    static Stream<RequestVariant> all() {
        try (InputStream file = RequestVariant.class.getResourceAsStream("/fixtures/request-variants.json")) {
            JsonNode table = JSON.readTree(file);
            return table.path("requests").valueStream().map(row -> of(row, table.path("people")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RequestVariant of(JsonNode row, JsonNode people) {
        JsonNode body = row.get("body");
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("CamelAcsCallConnectionId", "401f0000-0000-4000-8000-000000000001");
        if (row.has("headers")) {
            headers.putAll(JSON.convertValue(row.get("headers"), new TypeReference<Map<String, Object>>() {
            }));
        }
        return new RequestVariant(
                row.path("like").asText(), row.path("what").asText(), row.path("uri").asText(),
                headers, body == null ? null : body.isTextual() ? body.asText() : body.toString(),
                withPeople(row.get("sends"), people));
    }

    /** The names of people are short for their identifiers. */
    private static JsonNode withPeople(JsonNode node, JsonNode people) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> object.set(name, withPeople(object.get(name), people)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, withPeople(array.get(i), people));
            }
        } else if (node instanceof TextNode && node.asText().startsWith(WITH_KIND)) {
            return person(node.asText().substring(WITH_KIND.length()), people, true);
        } else if (node instanceof TextNode && node.asText().startsWith(WITHOUT_KIND)) {
            return person(node.asText().substring(WITHOUT_KIND.length()), people, false);
        }
        return node;
    }

    /** The kind has the name of the object that holds the parts. */
    private static JsonNode person(String name, JsonNode people, boolean withKind) {
        ObjectNode person = people.required(name).deepCopy();
        if (withKind) {
            person.put("kind", person.propertyStream().filter(part -> part.getValue().isObject()).map(Map.Entry::getKey)
                    .findFirst().orElse("unknown"));
        }
        return person;
    }

    @Override
    public String toString() {
        return like + ", " + what;
    }
}
