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
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.acscall.simulator.AcsSimulator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The settings of docs/getting-started.md; its route and its test are hello.HelloCalls and hello.HelloCallsTest. */
class GettingStartedPageTest {

    private static final DocsPage PAGE = DocsPage.named("getting-started.md");
    private static final String PREFIX = "camel.component.acs-call.";
    private static final int PORT = 8089;

    @Test
    void itsSettingsAreThoseOfTheSimulator() throws Exception {
        Map<String, String> shown = properties(PAGE.blocks("properties").get(0));
        String simulator = "http://127.0.0.1:" + PORT;

        try (AcsSimulator other = AcsSimulator.builder().start()) {
            String there = other.endpoint().toString();
            assertThat(shown.get(PREFIX + "connection-string").replace(simulator, there)).isEqualTo(other.connectionString());
            assertThat(shown.get(PREFIX + "open-id-configuration-uri").replace(simulator, there))
                    .isEqualTo(other.openIdConfigurationUri());
            assertThat(shown).containsEntry(PREFIX + "immutable-resource-id", other.resourceId())
                    .containsEntry(PREFIX + "event-grid-secret", AcsSimulator.EVENT_GRID_SECRET);
        }
    }

    @Test
    void itsTwoProgramsFindEachOther() throws Exception {
        Map<String, String> shown = properties(PAGE.blocks("properties").get(0));
        String application = shown.get(PREFIX + "callback-base-uri");

        assertThat(application).endsWith(":" + shown.get("camel.server.port"));
        assertThat(PAGE.text()).contains("--event-grid-endpoint " + application + "/acs-call/event-grid")
                .contains("curl -X POST http://127.0.0.1:" + PORT + "/simulator/incoming-calls");
    }

    private static Map<String, String> properties(String block) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(block));
        Set<String> names = properties.stringPropertyNames();
        return new TreeMap<>(names.stream().collect(Collectors.toMap(name -> name, properties::getProperty)));
    }
}
