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

import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What Spring's processor cannot read off the class: the defaults, which are the component's own, and the words that an
 * option takes.
 *
 * @param options whose defaults and words
 */
record PropertiesHints(List<ComponentOption> options) {

    private static final String PREFIX = "camel.component.acs-call.";
    private static final ObjectMapper JSON = new ObjectMapper();

    String text() {
        ObjectNode hints = JSON.createObjectNode();
        ArrayNode properties = hints.putArray("properties");
        options.stream().filter(option -> option.defaultValue() != null).forEach(option -> {
            ObjectNode property = properties.addObject().put("name", PREFIX + option.property())
                    .put("type", option.springType());
            switch (option.springType()) {
                case "java.lang.Boolean" -> property.put("defaultValue", Boolean.parseBoolean(option.defaultValue()));
                case "java.lang.Integer" -> property.put("defaultValue", Integer.parseInt(option.defaultValue()));
                default -> property.put("defaultValue", option.defaultValue());
            }
        });
        ArrayNode words = hints.putArray("hints");
        options.stream().filter(ComponentOption::hasHints).forEach(option -> {
            ArrayNode values = words.addObject().put("name", PREFIX + option.property()).putArray("values");
            option.words().forEach(word -> values.addObject().put("value", word.asText()));
        });
        return hints.toPrettyString() + "\n";
    }
}
