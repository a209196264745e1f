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
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import hello.HelloCalls;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The settings of docs/getting-started.md; its route and its test are hello.HelloCalls and hello.HelloCallsTest. */
class GettingStartedPageTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final DocsPage PAGE = DocsPage.named("getting-started.md");
    private static final String PREFIX = "camel.component.acs-call.";
    private static final int PORT = 8089;
    private static final Pattern VERSION = Pattern.compile("<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>");
    /** What the version of an artifact is called in the project's pom, where it is not the artifact's own name. */
    private static final Map<String, String> NAMES = Map.of("camel-bom", "camel\\.version", "junit-jupiter", "junit\\.version",
            "slf4j-simple", "slf4j\\.version", "camel-acs-callautomation", "version", "acs-call-simulator", "version");

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
    void itsProgramAnswersACall(AcsSimulator simulator) throws Exception {
        String application = "http://127.0.0.1:" + freePort();
        Map<String, String> settings = new TreeMap<>(properties(PAGE.blocks("properties").get(0)));
        settings.put("camel.server.port", application.replaceAll(".*:", ""));
        settings.put(PREFIX + "connection-string", simulator.connectionString());
        settings.put(PREFIX + "open-id-configuration-uri", simulator.openIdConfigurationUri());
        settings.put(PREFIX + "callback-base-uri", application);
        // it would run until somebody presses Ctrl-C
        settings.put("camel.main.duration-max-idle-seconds", "10");
        settings.forEach(System::setProperty);
        try {
            CompletableFuture<Void> program = CompletableFuture.runAsync(GettingStartedPageTest::run);
            await().atMost(SOON).ignoreExceptions().untilAsserted(() -> simulator.subscribeEventGrid(EventGridSubscription.to(
                    URI.create(application + "/acs-call/event-grid?secret=" + AcsSimulator.EVENT_GRID_SECRET),
                    EventGridSchema.EVENT_GRID)));
            simulator.person("+16045550100").presses("7");
            simulator.placeCall("+16045550100", "+18005550100");

            simulator.awaitRequest("terminateCall", SOON);
            assertThat(program).succeedsWithin(SOON);
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    private static void run() {
        try {
            HelloCalls.main(new String[0]);
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
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

    @Test
    void itsPomHasTheVersionsOfTheProject() throws Exception {
        String pom = PAGE.blocks("xml").stream().filter(block -> block.startsWith("<project")).findFirst().orElseThrow();
        String ours = Files.readString(DocsPage.projectFolder().resolve("pom.xml"));

        assertThat(VERSION.matcher(pom).results().filter(found -> !found.group(1).equals("hello-calls"))).hasSizeGreaterThan(6)
                .allSatisfy(found -> assertThat(ours).as(found.group(1)).containsPattern(
                        "<(" + NAMES.getOrDefault(found.group(1), Pattern.quote(found.group(1)) + "\\.version") + ")>"
                                                                                         + Pattern.quote(found.group(2))
                                                                                         + "<"));
    }

    private static Map<String, String> properties(String block) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(block));
        Set<String> names = properties.stringPropertyNames();
        return new TreeMap<>(names.stream().collect(Collectors.toMap(name -> name, properties::getProperty)));
    }
}
