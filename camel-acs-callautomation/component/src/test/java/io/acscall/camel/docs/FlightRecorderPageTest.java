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
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.management.ObjectName;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.acscall.camel.AcsCallConfiguration;
import io.acscall.camel.route.CallApp;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.replay.RecordingSchema;
import org.apache.camel.api.management.JmxSystemPropertyKeys;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The way from a call of production to a test, as the page about running it describes it. */
class FlightRecorderPageTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String OPTION = "camel.component.acs-call.";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final LambdaRouteBuilder ROUTES = routes -> routes.from("acs-call:incomingCall?to=" + CallApp.OUR_NUMBER)
            .to("acs-call:answer?awaitEvent=true")
            .to("acs-call:recognize?inputType=dtmf&maxTones=1&awaitEvent=true")
            .to("acs-call:hangUp?forEveryone=true&awaitEvent=true");

    private final String jmx = System.getProperty(JmxSystemPropertyKeys.DISABLED, "false");

    @TempDir
    Path folder;

    @BeforeEach
    void switchJmxOn() {
        System.setProperty(JmxSystemPropertyKeys.DISABLED, "false");
    }

    @AfterEach
    void switchJmxBack() {
        System.setProperty(JmxSystemPropertyKeys.DISABLED, jmx);
    }

    @Test
    void aCallOfProductionIsPlayedAgainInATest(AcsSimulator simulator) throws Exception {
        simulator.person(CallApp.CALLER).presses("1");
        Path written;
        try (CallApp production = CallApp.run(simulator, this::asThePageSays, ROUTES).subscribed()) {
            simulator.placeCall(CallApp.CALLER, CallApp.OUR_NUMBER);
            await().atMost(SOON).until(() -> files().size() == 1);
            written = files().get(0);
            String id = production.component().getFlightRecorder().calls().get(0).id();

            assertThat(written.getFileName().toString()).startsWith("call-").endsWith("-" + id + ".json");
            ObjectMapper mapper = new ObjectMapper();
            new RecordingSchema().accepts(mapper.readTree(written.toFile()));
            assertThat(mapper.readTree(callRecording(production, id)).path("steps"))
                    .isEqualTo(mapper.readTree(written.toFile()).path("steps"));
        }
        simulator.reset();
        try (CallApp test = CallApp.run(simulator, ROUTES)) {
            test.subscribed();
            replay(simulator, written.toString());
        }
    }

    @Test
    void whatIsShownIsWhatRuns() throws Exception {
        assertThat(block("java")).isEqualTo("String file = \"src/test/resources/call-with-a-wrong-turn.json\";\n"
                                            + "simulator.replay(Path.of(file));\n");
    }

    private static void replay(AcsSimulator simulator, String file) {
        simulator.replay(Path.of(file));
    }

    /** The options of the page, with a folder of this test. */
    private void asThePageSays(AcsCallConfiguration configuration) {
        Properties options = new Properties();
        try {
            options.load(new StringReader(block("properties")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Map<String, Object> values = new HashMap<>();
        options.forEach((key, value) -> values.put(
                StringHelper.dashToCamelCase(key.toString().substring(OPTION.length())), value));
        assertThat(values).containsEntry("flightRecorderFolder", "recordings").hasSize(3);
        values.put("flightRecorderFolder", folder.toString());
        assertThat(PropertyBindingSupport.bindProperties(new DefaultCamelContext(), configuration, values)).isTrue();
    }

    private static String block(String language) {
        return DocsPage.named("operations.md").blocks(language).stream()
                .filter(block -> block.contains("flight-recorder") || block.contains("simulator.replay")).findFirst()
                .orElseThrow();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).collect(Collectors.toList());
        }
    }

    private static String callRecording(CallApp app, String id) throws Exception {
        ObjectName name = new ObjectName(
                "org.apache.camel:context=" + app.context().getManagementName() + ",type=components,name=\"acs-call\"");
        return (String) ManagementFactory.getPlatformMBeanServer().invoke(
                name, "callRecording", new Object[] { id }, new String[] { String.class.getName() });
    }
}
