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
package io.acscall.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** The steps with acs-call in a YAML text: routes, route templates or a Kamelet. */
final class YamlRoutes {

    private static final YAMLMapper YAML = new YAMLMapper();

    /** What a step may be called that is written as {@code name: uri}. */
    private static final Set<String> SHORT = Set.of("from", "to", "toD", "wireTap", "enrich", "pollEnrich");

    private final String source;
    private final List<Step> steps = new ArrayList<>();

    private YamlRoutes(String source) {
        this.source = source;
    }

    static List<Step> read(String source, String text) throws IOException {
        YamlRoutes routes = new YamlRoutes(source);
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode> readValues(text)) {
            documents.forEachRemaining(document -> routes.visit("", document));
        }
        return routes.steps.stream().filter(Step::isOurs).toList();
    }

    private void visit(String name, JsonNode node) {
        if (node.path("uri").isTextual()) {
            add(name, node.path("uri").textValue() + query(node.path("uri").textValue(), node.path("parameters")));
        } else if (node.isTextual() && SHORT.contains(name)) {
            add(name, node.textValue());
        }
        node.properties().forEach(member -> visit(member.getKey(), member.getValue()));
        if (node.isArray()) {
            node.forEach(element -> visit(name, element));
        }
    }

    private void add(String name, String uri) {
        steps.add(new Step(source, uri, name.equals("from") || name.equals("pollEnrich")));
    }

    private static String query(String uri, JsonNode parameters) {
        if (parameters.isEmpty()) {
            return "";
        }
        return StreamSupport.stream(parameters.properties().spliterator(), false)
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue().asText())
                .collect(Collectors.joining("&", uri.contains("?") ? "&" : "?", ""));
    }
}
