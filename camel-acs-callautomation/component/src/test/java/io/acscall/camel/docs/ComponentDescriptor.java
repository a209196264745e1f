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

import java.io.IOException;
import java.io.InputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acscall.camel.AcsCallComponent;

/**
 * The component's generated descriptor, from which Camel's tools know it.
 */
record ComponentDescriptor(JsonNode json) {

    static ComponentDescriptor read() throws IOException {
        try (InputStream file = AcsCallComponent.class.getResourceAsStream("/META-INF/io/acscall/camel/acs-call.json")) {
            return new ComponentDescriptor(new ObjectMapper().readTree(file));
        }
    }

    /** The description of an endpoint option. */
    String description(String option) {
        return json.at("/properties/" + option + "/description").asText();
    }

    /** The kind of value of an endpoint option. */
    String type(String option) {
        return json.at("/properties/" + option + "/type").asText();
    }

    /** The words that an option takes, or an empty text. */
    String words(String option) {
        StringBuilder words = new StringBuilder();
        json.at("/properties/" + option + "/enum")
                .forEach(word -> words.append(words.isEmpty() ? "" : ", ").append(word.asText()));
        return words.toString();
    }

    String defaultValue(String option) {
        return json.at("/properties/" + option + "/defaultValue").asText("");
    }

    String prefix(String option) {
        return json.at("/properties/" + option + "/prefix").asText("");
    }
}
