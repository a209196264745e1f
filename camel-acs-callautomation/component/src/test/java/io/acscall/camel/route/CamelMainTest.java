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
package io.acscall.camel.route;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.client.CapturedLog;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.main.Main;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The component as most people run it: camel-main, properties and YAML. */
class CamelMainTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String ROUTES = """
            - route:
                id: calls
                from:
                  uri: acs-call:incomingCall
                  parameters:
                    to: "+1800*"
                  steps:
                    - to:
                        uri: acs-call:answer
                        parameters:
                          awaitEvent: true
                    - to:
                        uri: acs-call:play
                        parameters:
                          text: Welcome
                          voice: en-US-JennyNeural
                          awaitEvent: true
                    - to: acs-call:hangUp?forEveryone=true&awaitEvent=true
                    - to: mock:done
            - route:
                id: events
                from:
                  uri: acs-call:events
                  parameters:
                    eventTypes: CallConnected,CallDisconnected
                  steps:
                    - to: mock:events
            """;

    @TempDir
    private Path folder;

    /** An application of {@code application.properties} and a file with routes, on a free port. */
    private Main start(Map<String, String> options) throws Exception {
        Map<String, String> all = new LinkedHashMap<>(options);
        all.put("camel.server.enabled", "true");
        all.put("camel.server.host", "127.0.0.1");
        all.put("camel.server.port", "0");
        Main main = main(all);
        main.start();
        AcsCallComponent component = main.getCamelContext().getComponent("acs-call", AcsCallComponent.class);
        component.getConfiguration().setCallbackBaseUri("http://127.0.0.1:" + port(main.getCamelContext()));
        return main;
    }

    private Main main(Map<String, String> options) throws Exception {
        Path routes = Files.writeString(folder.resolve("routes.yaml"), ROUTES);
        List<String> lines = new ArrayList<>(List.of("camel.main.routes-include-pattern=file:" + routes));
        options.forEach((name, value) -> lines.add(name + "=" + value));
        Path properties = Files.write(folder.resolve("application.properties"), lines);
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("file:" + properties);
        return main;
    }

    private static int port(CamelContext context) {
        return context.getComponent("platform-http", PlatformHttpComponent.class).getEngine().getServerPort();
    }

    /** All options, written in kebab case or camel case. */
    private static Map<String, String> options(AcsSimulator simulator, boolean kebab) {
        Map<String, String> options = new LinkedHashMap<>();
        Stream.of(new String[] { "connectionString", simulator.connectionString() },
                new String[] { "openIdConfigurationUri", simulator.openIdConfigurationUri() },
                new String[] { "immutableResourceId", AcsSimulator.RESOURCE_ID },
                new String[] { "eventGridSecret", AcsSimulator.EVENT_GRID_SECRET },
                new String[] { "cognitiveServicesEndpoint", "https://cog.example.com/" },
                new String[] { "sourceCallerId", CallApp.OUR_NUMBER },
                new String[] { "callbackBaseUri", "http://127.0.0.1:1" })
                .forEach(option -> options.put("camel.component.acs-call." + (kebab ? dashed(option[0]) : option[0]),
                        option[1]));
        return options;
    }

    private static String dashed(String name) {
        return name.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static void subscribe(AcsSimulator simulator, Main main) {
        simulator.subscribeEventGrid(EventGridSubscription.to(
                URI.create("http://127.0.0.1:" + port(main.getCamelContext()) + "/acs-call/event-grid"),
                EventGridSchema.EVENT_GRID).withHeader("X-Acs-Call-Secret", AcsSimulator.EVENT_GRID_SECRET));
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aCallRunsThroughRoutesInYamlWithOptionsInProperties(boolean kebab) throws Exception {
        AcsSimulator simulator = SIMULATOR.simulator();
        Main main = start(options(simulator, kebab));
        try {
            CamelContext context = main.getCamelContext();
            subscribe(simulator, main);
            MockEndpoint done = context.getEndpoint("mock:done", MockEndpoint.class);
            MockEndpoint events = context.getEndpoint("mock:events", MockEndpoint.class);
            done.expectedMessageCount(1);
            events.expectedMessageCount(2);

            simulator.placeCall(CallApp.CALLER, "+18001234567");

            done.assertIsSatisfied();
            events.assertIsSatisfied();
            assertThat(done.getExchanges().get(0).getMessage().getHeader("CamelAcsCallFrom")).isEqualTo(CallApp.CALLER);
        } finally {
            main.stop();
        }
    }

    @Test
    void noSecretIsInAnyLogOfTheStart() throws Exception {
        AcsSimulator simulator = SIMULATOR.simulator();
        Map<String, String> options = options(simulator, true);
        options.put("camel.component.acs-call.access-key", AcsSimulator.DEVELOPMENT_KEY);
        options.put("camel.component.acs-call.callback-secret", "a-secret-in-the-path-0123456789");
        options.put("camel.main.auto-configuration-log-summary", "true");
        try (CapturedLog log = CapturedLog.open()) {
            start(options).stop();

            List<String> shown = log.lines().stream().filter(line -> line.level().isMoreSpecificThan(Level.INFO))
                    .map(CapturedLog.Line::text).toList();
            assertThat(shown).anyMatch(line -> line.contains("eventGridSecret = xxxxxx"))
                    .anyMatch(line -> line.contains("callbackSecret = xxxxxx"))
                    .anyMatch(line -> line.contains("connectionString = xxxxxx"))
                    .anyMatch(line -> line.contains("accessKey = xxxxxx"))
                    .anyMatch(line -> line.contains("immutableResourceId = " + AcsSimulator.RESOURCE_ID));
            assertThat(shown.stream().collect(Collectors.joining("\n"))).doesNotContain(AcsSimulator.EVENT_GRID_SECRET)
                    .doesNotContain(AcsSimulator.DEVELOPMENT_KEY).doesNotContain("a-secret-in-the-path");
        }
    }

    @Test
    void withoutTheServerTheStartSaysWhatIsMissing() throws Exception {
        Main main = main(options(SIMULATOR.simulator(), true));
        try {
            assertThatThrownBy(main::start).hasStackTraceContaining("there is no HTTP server")
                    .hasStackTraceContaining("camel.server.enabled=true");
        } finally {
            main.stop();
        }
    }

    @Test
    void aMisspeltOptionFailsTheStart() {
        Map<String, String> options = options(SIMULATOR.simulator(), true);
        options.put("camel.component.acs-call.imutable-resource-id", AcsSimulator.RESOURCE_ID);

        assertThatThrownBy(() -> start(options)).hasStackTraceContaining("imutable");
    }

    @Test
    void whatBelongsToOneRequestIsNoOptionOfTheComponent() {
        Map<String, String> options = options(SIMULATOR.simulator(), true);
        options.put("camel.component.acs-call.target", "+16045550100");

        assertThatThrownBy(() -> start(options)).hasStackTraceContaining("target");
    }

    @Test
    void stepsAfterAnActionNeverRunOnANetworkOrTimerThread() throws Exception {
        AcsSimulator simulator = SIMULATOR.simulator();
        Main main = start(options(simulator, true));
        try {
            CamelContext context = main.getCamelContext();
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to("acs-call:createCall?target=+16045550100").process(CamelMainTest::rememberThread)
                            .to("acs-call:createCall?target=+16045550100&awaitEvent=true&hangUpOn=none")
                            .process(CamelMainTest::rememberThread)
                            .to("acs-call:play?file=https://media.example.com/a.wav&loop=true&awaitEvent=true&awaitTimeout=50"
                                + "&throwExceptionOnFailure=false")
                            .process(CamelMainTest::rememberThread)
                            .to("acs-call:hangUp?awaitEvent=true").process(CamelMainTest::rememberThread)
                            .to("acs-call:getCallProperties?throwExceptionOnFailure=false")
                            .process(CamelMainTest::rememberThread);
                }
            });

            Exchange done = context.createProducerTemplate().request("direct:in", exchange -> {
            });

            assertThat(done.getException()).isNull();
            assertThat(done.getProperty("threads", String.class).strip().split("\n")).hasSize(5)
                    .allSatisfy(thread -> assertThat(thread).contains("AcsCallCompletion"));
        } finally {
            main.stop();
        }
    }

    private static void rememberThread(Exchange exchange) {
        String before = exchange.getProperty("threads", "", String.class);
        exchange.setProperty("threads", before + Thread.currentThread().getName() + "\n");
    }
}
