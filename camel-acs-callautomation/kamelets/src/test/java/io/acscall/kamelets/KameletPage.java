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
package io.acscall.kamelets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Makes a page of the manual of a Kamelet. */
final class KameletPage {

    private static final YAMLMapper YAML = YAMLMapper.builder().enable(Feature.MINIMIZE_QUOTES)
            .enable(Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS).enable(Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(Feature.WRITE_DOC_START_MARKER).disable(Feature.SPLIT_LINES).build();
    /** What a page shows of the parameters where none is required: who is meant, and what is said. */
    private static final List<String> TELLING
            = List.of("to", "target", "text", "voice", "inputType", "maxTones", "reason", "forEveryone", "eventTypes",
                    "content");

    private KameletPage() {
    }

    /** The whole page. */
    static String of(Kamelet kamelet) {
        return "# " + kamelet.name() + "\n\n" + kamelet.definition().path("description").asText() + "\n\n"
               + parameters(kamelet) + headers(kamelet, "in", "Headers that it reads")
               + headers(kamelet, "out", "Headers that it leaves")
               + "## Example\n\n```yaml\n" + example(kamelet) + "```\n\nAll Kamelets: [kamelets.md](../kamelets.md)\n";
    }

    /** The list of all. */
    static String index(List<Kamelet> kamelets) {
        StringBuilder table = new StringBuilder("| Kamelet | what it does |\n|---|---|\n");
        kamelets.forEach(kamelet -> table.append("| [`").append(kamelet.name()).append("`](kamelets/").append(kamelet.name())
                .append(".md) | ").append(firstSentence(kamelet)).append(" |\n"));
        return table.toString();
    }

    private static String firstSentence(Kamelet kamelet) {
        String description = kamelet.definition().path("description").asText();
        return description.substring(0, description.indexOf('.') + 1);
    }

    private static String parameters(Kamelet kamelet) {
        StringBuilder table = new StringBuilder("## Parameters\n\n| parameter | meaning | example |\n|---|---|---|\n");
        kamelet.properties().forEach(property -> table.append("| `").append(property.getKey()).append('`')
                .append(kamelet.required().contains(property.getKey()) ? " (required)" : "").append(" | ")
                .append(meaning(property.getValue())).append(" | `").append(cell(property.getValue().path("example").asText()))
                .append("` |\n"));
        return table.append('\n').toString();
    }

    private static String meaning(JsonNode property) {
        StringBuilder meaning = new StringBuilder(cell(property.path("description").asText()));
        if (property.has("enum")) {
            List<String> values
                    = StreamSupport.stream(property.path("enum").spliterator(), false).map(JsonNode::asText).toList();
            meaning.append(" One of `").append(String.join("`, `", values)).append("`.");
        }
        if (property.has("default")) {
            meaning.append(" Default `").append(property.path("default").asText()).append("`.");
        }
        return meaning.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String headers(Kamelet kamelet, String way, String title) {
        JsonNode headers = kamelet.yaml().at("/spec/dataTypes/" + way + "/headers");
        if (headers.isEmpty()) {
            return "";
        }
        StringBuilder table = new StringBuilder("## " + title + "\n\n| header | meaning |\n|---|---|\n");
        headers.properties().forEach(header -> table.append("| `").append(header.getKey()).append("` | ")
                .append(cell(header.getValue().path("description").asText())).append(" |\n"));
        return table.append('\n').toString();
    }

    /** A route with the Kamelet and the parameters that tell most. */
    static String example(Kamelet kamelet) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        kamelet.properties().filter(property -> kamelet.required().contains(property.getKey())
                || TELLING.contains(property.getKey()))
                .forEach(property -> parameters.put(property.getKey(), value(property.getValue().path("example"))));
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("uri", "kamelet:" + kamelet.name());
        step.put("parameters", parameters);
        try {
            return YAML.writeValueAsString(List.of(Map.of("from", route(kamelet, step)))).indent(-2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> route(Kamelet kamelet, Map<String, Object> step) {
        if ("source".equals(kamelet.type())) {
            step.put("steps", List.of(Map.of("to", "log:calls")));
            return step;
        }
        Map<String, Object> route = new LinkedHashMap<>();
        route.put("uri", "direct:start");
        route.put("steps", List.of(Map.of("to", step)));
        return route;
    }

    private static Object value(JsonNode example) {
        return example.isBoolean() ? (Object) example.asBoolean() : example.isInt() ? example.asInt() : example.asText();
    }
}
