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
package io.acscall.simulator.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the members of an object of the settings; what is wrong with one is said with its name and a good example. */
final class FaultFields {

    private final JsonNode json;
    private final String path;

    /**
     * @param path what its members are called in front, such as {@code rest[0].}
     */
    FaultFields(JsonNode json, String path, Set<String> known) {
        this.json = json;
        this.path = path;
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw wrong(name, "it is unknown; known are " + new TreeSet<>(known));
            }
        });
    }

    boolean has(String field) {
        return value(field) != null;
    }

    /** Null when absent. */
    String text(String field, String example) {
        JsonNode value = value(field);
        if (value != null && !value.isTextual()) {
            throw wrong(field, "it must be text, such as \"" + example + "\"");
        }
        return value == null ? null : value.textValue();
    }

    boolean flag(String field) {
        JsonNode value = value(field);
        if (value != null && !value.isBoolean()) {
            throw wrong(field, "it must be true or false");
        }
        return value != null && value.booleanValue();
    }

    /** A number from 0 to 1, or true for 1 and false for 0. */
    double chance(String field, double absent) {
        JsonNode value = value(field);
        if (value == null) {
            return absent;
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? 1 : 0;
        }
        if (!value.isNumber()) {
            throw wrong(field, "it must be from 0 (never) to 1 (always), such as 0.2");
        }
        return value.doubleValue();
    }

    /** Null when absent. */
    Integer whole(String field, int example) {
        JsonNode value = value(field);
        if (value != null && !(value.isIntegralNumber() && value.canConvertToInt())) {
            throw wrong(field, "it must be a whole number, such as " + example);
        }
        return value == null ? null : value.intValue();
    }

    /** Null when absent. */
    Long seed(String field) {
        JsonNode value = value(field);
        if (value != null && !(value.isIntegralNumber() && value.canConvertToLong())) {
            throw wrong(field, "it must be a whole number, such as 42");
        }
        return value == null ? null : value.longValue();
    }

    /** Null when absent. */
    Duration millis(String field) {
        Integer value = whole(field, 500);
        return value == null ? null : Duration.ofMillis(value);
    }

    /** One number or several; null when absent. */
    List<Duration> delays(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        List<Duration> all = new ArrayList<>();
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            if (!(one.isIntegralNumber() && one.canConvertToInt())) {
                throw wrong(field, "it must be milliseconds, such as 200 or [100,500]");
            }
            all.add(Duration.ofMillis(one.intValue()));
        }
        return all;
    }

    /** An object, or null when absent. */
    FaultFields object(String field, String example, Set<String> known) {
        JsonNode value = value(field);
        if (value != null && !value.isObject()) {
            throw wrong(field, "it must be an object, such as " + example);
        }
        return value == null ? null : new FaultFields(value, path + field + ".", known);
    }

    /** An object or an array of objects; empty when absent. */
    List<FaultFields> objects(String field, String example, Set<String> known) {
        JsonNode value = value(field);
        List<FaultFields> all = new ArrayList<>();
        if (value == null) {
            return all;
        }
        if (value.isObject()) {
            return List.of(new FaultFields(value, path + field + ".", known));
        }
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isObject()) {
                all.add(new FaultFields(value.get(i), path + field + "[" + i + "].", known));
            }
        }
        if (!value.isArray() || all.size() < value.size()) {
            throw wrong(field, "it must be an object or an array of objects, such as " + example);
        }
        return all;
    }

    /** What is wrong with a member. */
    IllegalArgumentException wrong(String field, String why) {
        return new IllegalArgumentException(path + field + ": " + why);
    }

    /** Where this object stands, for messages about members that are checked elsewhere. */
    String path() {
        return path;
    }

    private JsonNode value(String field) {
        JsonNode value = json.get(field);
        return value == null || value.isNull() ? null : value;
    }
}
