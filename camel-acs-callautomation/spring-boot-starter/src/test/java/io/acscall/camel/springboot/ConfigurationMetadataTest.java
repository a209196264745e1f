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

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What editors read to complete and check {@code application.properties}. */
class ConfigurationMetadataTest {

    private static final String PREFIX = "camel.component.acs-call.";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode metadata = MissingNode.getInstance();

    @BeforeAll
    static void read() throws IOException {
        for (URL file : Collections.list(ConfigurationMetadataTest.class.getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream in = file.openStream()) {
                JsonNode json = JSON.readTree(in);
                metadata = json.path("groups").findValuesAsText("name").contains("camel.component.acs-call") ? json : metadata;
            }
        }
    }

    private static Map<String, JsonNode> properties() {
        Map<String, JsonNode> properties = new TreeMap<>();
        metadata.path("properties").forEach(property -> properties.put(property.path("name").asText(), property));
        return properties;
    }

    @Test
    void hasExactlyTheOptionsOfTheComponent() throws Exception {
        Stream<String> options = ComponentOptions.read().stream().map(ComponentOption::property);

        assertThat(properties().keySet()).containsExactlyInAnyOrderElementsOf(
                Stream.concat(options, Stream.of("enabled", "customizer.enabled")).map(PREFIX::concat).toList());
    }

    @ParameterizedTest
    @MethodSource("options")
    void saysOfEachOptionWhatTheComponentSays(ComponentOption option) {
        JsonNode property = properties().get(PREFIX + option.property());

        assertThat(property.path("type").asText()).isEqualTo(option.springType());
        assertThat(property.path("description").asText()).startsWith(option.description()).isEqualTo(option.meaning());
        assertThat(property.path("defaultValue").asText(null)).isEqualTo(option.defaultValue());
    }

    @Test
    void namesTheWordsOfAnOptionThatIsATextInJava() {
        JsonNode hints = metadata.path("hints");

        assertThat(hints).anySatisfy(hint -> {
            assertThat(hint.path("name").asText()).isEqualTo(PREFIX + "reject-unmatched");
            assertThat(hint.path("values").findValuesAsText("value")).containsExactly("none", "busy", "forbidden");
        });
    }

    static Stream<ComponentOption> options() throws IOException {
        return ComponentOptions.read().stream();
    }
}
