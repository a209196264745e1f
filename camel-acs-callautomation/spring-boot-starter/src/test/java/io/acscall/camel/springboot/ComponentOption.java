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
package io.acscall.camel.springboot;

import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An option of the component as its descriptor has it.
 *
 * @param name         in camel case
 * @param kind         the kind of value: string, boolean, integer, enum, duration, object
 * @param javaType     the type of its setter
 * @param defaultValue as text, {@code null} for none
 * @param words        what an option takes that knows some words only, but has no Java enum
 * @param description  what it means
 */
record ComponentOption(String name, String kind, String javaType, String defaultValue, JsonNode words, String description) {

    static ComponentOption of(String name, JsonNode json) {
        return new ComponentOption(
                name, json.path("type").asText(), json.path("javaType").asText(),
                json.hasNonNull("defaultValue") ? json.path("defaultValue").asText() : null, json.path("enum"),
                json.path("description").asText());
    }

    /** The name of the property, behind {@code camel.component.acs-call.}. */
    String property() {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /**
     * The type that Spring reads. Durations and beans stay texts, which Camel turns into what they mean: Spring knows
     * neither {@code 1m30s} nor {@code #bean:name}.
     */
    String springType() {
        return switch (kind) {
            case "boolean" -> "java.lang.Boolean";
            case "integer" -> "java.lang.Integer";
            case "enum" -> javaType;
            case "string", "duration", "object" -> "java.lang.String";
            default -> throw new IllegalStateException("No Spring type is chosen for options of the kind " + kind);
        };
    }

    /** The description with what the type does not say. */
    String meaning() {
        return switch (kind) {
            case "duration" -> description + " A Camel duration: 30s, 1m30s, or milliseconds.";
            case "object" -> description + " A bean of the type " + javaType + ": #bean:name.";
            default -> description;
        };
    }

    /** Whether editors have to be told what it takes. */
    boolean hasHints() {
        return !words.isEmpty() && springType().equals("java.lang.String");
    }
}
