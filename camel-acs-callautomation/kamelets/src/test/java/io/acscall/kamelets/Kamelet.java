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

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A Kamelet.
 *
 * @param file the name of its file
 * @param text the file
 * @param yaml the same, read
 */
record Kamelet(String file, String text, JsonNode yaml) {

    String name() {
        return yaml.at("/metadata/name").asText();
    }

    String annotation(String key) {
        return yaml.at("/metadata/annotations").path("camel.apache.org/" + key).asText();
    }

    /** source, action or sink. */
    String type() {
        return yaml.at("/metadata/labels").path("camel.apache.org/kamelet.type").asText();
    }

    JsonNode definition() {
        return yaml.at("/spec/definition");
    }

    JsonNode template() {
        return yaml.at("/spec/template");
    }

    /** The parameters, in order. */
    Stream<Map.Entry<String, JsonNode>> properties() {
        return definition().path("properties").properties().stream();
    }

    /** The names of the parameters that must be given. */
    List<String> required() {
        return StreamSupport.stream(definition().path("required").spliterator(), false).map(JsonNode::asText).toList();
    }

    @Override
    public String toString() {
        return name();
    }
}
