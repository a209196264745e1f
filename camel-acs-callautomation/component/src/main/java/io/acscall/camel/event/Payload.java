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

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The payload of an event between its two shapes: a JSON tree, and unmodifiable maps, lists and plain values.
 */
final class Payload {

    private Payload() {
    }

    /** A copy that nobody can change, at any depth; the order of the keys stays. */
    static Map<String, Object> freeze(Map<?, ?> payload) {
        if (payload instanceof FrozenMap frozen) {
            return frozen;
        }
        LinkedHashMap<String, Object> copy = new LinkedHashMap<>();
        payload.forEach((name, value) -> copy.put(wellFormed(String.valueOf(name)), freezeValue(value)));
        return new FrozenMap(copy);
    }

    /** The JSON tree of a frozen payload. */
    static JsonNode toTree(Object value) {
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            map.forEach((name, member) -> object.set(String.valueOf(name), toTree(member)));
            return object;
        }
        if (value instanceof Collection<?> collection) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode(collection.size());
            collection.forEach(element -> array.add(toTree(element)));
            return array;
        }
        return toLeaf(value);
    }

    /**
     * Text in which every half of a surrogate pair that stands alone is replaced. Such text can be written in JSON
     * escapes (a display name cut in the middle of an emoji), but no UTF-8 writer takes it: without this a route would
     * fail at its last step.
     */
    static String wellFormed(String text) {
        int index = 0;
        while (index < text.length() && !Character.isSurrogate(text.charAt(index))) {
            index++;
        }
        if (index == text.length()) {
            return text;
        }
        StringBuilder repaired = new StringBuilder(text.length());
        text.codePoints().map(point -> isLoneSurrogate(point) ? 0xFFFD : point).forEach(repaired::appendCodePoint);
        return repaired.toString();
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static Object freezeValue(Object value) {
        if (value instanceof JsonNode node) {
            return freezeNode(node);
        }
        if (value instanceof Map<?, ?> map) {
            return freeze(map);
        }
        if (value instanceof Collection<?> collection) {
            List<Object> copy = new ArrayList<>(collection.size());
            collection.forEach(element -> copy.add(freezeValue(element)));
            return Collections.unmodifiableList(copy);
        }
        return value instanceof CharSequence text ? wellFormed(text.toString()) : value;
    }

    private static Object freezeNode(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                LinkedHashMap<String, Object> copy = new LinkedHashMap<>();
                node.properties().forEach(field -> copy.put(wellFormed(field.getKey()), freezeNode(field.getValue())));
                yield new FrozenMap(copy);
            }
            case ARRAY -> {
                List<Object> copy = new ArrayList<>(node.size());
                node.forEach(element -> copy.add(freezeNode(element)));
                yield Collections.unmodifiableList(copy);
            }
            case NUMBER -> node.numberValue();
            case BOOLEAN -> node.booleanValue();
            case NULL, MISSING -> null;
            default -> wellFormed(node.asText());
        };
    }

    private static JsonNode toLeaf(Object value) {
        if (value == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (value instanceof Boolean bool) {
            return JsonNodeFactory.instance.booleanNode(bool);
        }
        return value instanceof Number number ? toNumber(number) : JsonNodeFactory.instance.textNode(value.toString());
    }

    private static JsonNode toNumber(Number number) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return nodes.numberNode(number.intValue());
        }
        if (number instanceof Long) {
            return nodes.numberNode(number.longValue());
        }
        if (number instanceof Double || number instanceof Float) {
            return nodes.numberNode(number.doubleValue());
        }
        return nodes.numberNode(new BigDecimal(number.toString()));
    }
}
