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
package io.acscall.camel.docs;

import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of the component in Camel's form: each table is the generated descriptor's. */
class ComponentPageTest {

    private static final DocsPage PAGE = DocsPage.named("acs-call-component.md");
    private static final String HEAD = "| name | description | default | type |\n|---|---|---|---|\n";

    @Test
    void tablesAreThoseOfTheDescriptor() throws Exception {
        JsonNode descriptor = ComponentDescriptor.read().json();

        assertThat(PAGE.regenerated(Map.of(
                "component-options", options(descriptor.path("componentProperties"), "property"),
                "path-parameters", options(descriptor.path("properties"), "path"),
                "query-parameters", options(descriptor.path("properties"), "parameter"),
                "headers", headers(descriptor.path("headers")))))
                .as("docs/acs-call-component.md is made of the code: run this test with -Dacs-call.docs.update=true")
                .isEqualTo(PAGE.text());
    }

    @Test
    void itsFactsAreThoseOfTheDescriptor() throws Exception {
        JsonNode component = ComponentDescriptor.read().json().path("component");

        assertThat(PAGE.text()).contains("# " + component.path("title").asText() + "\n",
                "**Since " + component.path("groupId").asText() + " " + component.path("firstVersion").asText() + "**",
                component.path("syntax").asText() + "[?options]",
                "<artifactId>" + component.path("artifactId").asText() + "</artifactId>");
    }

    private static String options(JsonNode options, String kind) {
        StringBuilder table = new StringBuilder(HEAD);
        StreamSupport.stream(options.properties().spliterator(), false)
                .filter(option -> option.getValue().path("kind").asText().equals(kind))
                .forEach(option -> table.append(row(option.getKey(), option.getValue())));
        return table.toString();
    }

    private static String row(String name, JsonNode option) {
        String prefix = option.path("prefix").asText("");
        String written = prefix.isEmpty() ? name : prefix + "*";
        return "| `" + written + "` (" + label(option) + ") | " + cell(required(option) + option.path("description").asText())
               + words(option) + " | " + value(option.path("defaultValue").asText("")) + " | "
               + option.path("type").asText() + " |\n";
    }

    private static String required(JsonNode option) {
        return option.path("required").asBoolean() ? "**Required** " : "";
    }

    private static String label(JsonNode option) {
        return option.path("group").asText();
    }

    /** The words that it takes; those of the operation stand on pages of their own. */
    private static String words(JsonNode option) {
        if (option.path("enum").isEmpty() || option.path("kind").asText().equals("path")) {
            return "";
        }
        return StreamSupport.stream(option.path("enum").spliterator(), false)
                .map(word -> "`" + word.asText() + "`").collect(Collectors.joining(", ", " One of ", "."));
    }

    private static String headers(JsonNode headers) {
        StringBuilder table = new StringBuilder("| name | description | type |\n|---|---|---|\n");
        for (String name : new TreeSet<>(
                StreamSupport.stream(headers.properties().spliterator(), false)
                        .map(Map.Entry::getKey).toList())) {
            JsonNode header = headers.path(name);
            table.append("| `").append(name).append("` | ").append(cell(header.path("description").asText())).append(" | ")
                    .append(value(header.path("javaType").asText())).append(" |\n");
        }
        return table.toString();
    }

    private static String value(String text) {
        return text.isEmpty() ? "" : "`" + text.replace("|", "\\|") + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replaceAll("\\s*\\n\\s*", " ");
    }
}
