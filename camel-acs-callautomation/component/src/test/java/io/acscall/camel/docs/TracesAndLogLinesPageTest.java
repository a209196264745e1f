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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.client.CapturedLog;
import io.acscall.camel.route.Traces;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The parts of operations.md about traces and log lines: an application with the properties as they stand there. */
class TracesAndLogLinesPageTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String LAYOUT = "appender.console.layout.pattern";
    private static final String ANN = "+16045550100";
    private static final String BOB = "+16045550101";
    private static final String CALL = "CamelAcsCallConnectionId";
    private static final String CORRELATION = "CamelAcsCallCorrelationId";

    private static String section(String title) {
        String text = DocsPage.named("operations.md").text();
        int start = text.indexOf("\n## " + title + "\n") + 1;
        assertThat(start).as(title).isPositive();
        int end = text.indexOf("\n## ", start);
        return text.substring(start, end < 0 ? text.length() : end);
    }

    private static List<String> blocks(String language) {
        Pattern block = Pattern.compile("^```" + language + "\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
        return Stream.of("Traces", "Log lines").flatMap(title -> block.matcher(section(title)).results())
                .map(found -> found.group(1)).toList();
    }

    private static Properties properties() {
        Properties all = new Properties();
        for (String block : blocks("properties")) {
            try {
                all.load(new StringReader(block));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static final class Routes extends RouteBuilder {

        @Override
        public void configure() {
            from("direct:ring").routeId("ring")
                    .to("acs-call:createCall?sourceCallerId=+18005550100&throwExceptionOnFailure=false")
                    .to("seda:other");
            from("direct:reach").to("acs-call:createCall?sourceCallerId=+18005550100&awaitEvent=true"
                                    + "&throwExceptionOnFailure=false");
            from("seda:other").routeId("other").to("log:other?level=WARN&showAll=false");
            from("acs-call:events").to("mock:events");
        }
    }

    private static Main start(AcsSimulator simulator, Traces traces) throws Exception {
        Main main = new Main();
        properties().forEach((name, value) -> main.addProperty(name.toString(), value.toString()));
        main.addProperty("camel.main.shutdown-timeout", "10");
        main.addProperty("camel.server.enabled", "true");
        main.addProperty("camel.server.host", "127.0.0.1");
        main.addProperty("camel.server.port", "0");
        main.addProperty("camel.component.acs-call.connection-string", simulator.connectionString());
        main.addProperty("camel.component.acs-call.immutable-resource-id", simulator.resourceId());
        main.addProperty("camel.component.acs-call.open-id-configuration-uri", simulator.openIdConfigurationUri());
        traces.bindTo(main::bind);
        main.configure().addRoutesBuilder(new Routes());
        main.start();
        CamelContext context = main.getCamelContext();
        int port = context.getComponent("platform-http", PlatformHttpComponent.class).getEngine().getServerPort();
        context.getComponent("acs-call", AcsCallComponent.class).getConfiguration()
                .setCallbackBaseUri("http://127.0.0.1:" + port);
        return main;
    }

    private static Exchange send(Main main, String uri, String target) throws Exception {
        return main.getCamelTemplate().request(uri, exchange -> exchange.getMessage().setHeader("CamelAcsCallTarget", target));
    }

    @Test
    void anApplicationWithThesePropertiesHasOneTraceAndTheCallInEachLine(AcsSimulator simulator) throws Exception {
        simulator.person(BOB).busy();
        try (CapturedLog log = CapturedLog.listen(); Traces traces = new Traces()) {
            Main main = start(simulator, traces);
            try {
                String call = send(main, "direct:ring", ANN).getMessage().getHeader(CALL, String.class);
                send(main, "direct:reach", BOB);

                SpanData connected = traces.span("acs-call:events", "acs.call.event.type", "CallConnected");
                SpanData rings = traces.span("acs-call:createCall", "acs.call.connection.id", call);
                assertThat(connected.getParentSpanId()).isEqualTo(rings.getSpanId());
                assertThat(attributes(traces)).isEqualTo(matches(Pattern.compile("acs\\.call(\\.\\w+)+"), section("Traces")));
                assertLine(log, call);
            } finally {
                main.stop();
            }
        }
    }

    /** What the spans of steps and events have of ours. */
    private static Set<String> attributes(Traces traces) {
        traces.span("acs-call:createCall", "acs.call.outcome", "BUSY");
        return traces.spans().stream().flatMap(span -> span.getAttributes().asMap().keySet().stream())
                .map(Object::toString).filter(name -> name.startsWith("acs.")).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertLine(CapturedLog log, String call) {
        CapturedLog.Line line = await().atMost(20, TimeUnit.SECONDS).until(
                () -> log.lines().stream().filter(one -> one.logger().equals("other")).findFirst().orElse(null),
                one -> one != null);
        assertThat(line.context()).containsEntry(CALL, call).containsEntry("camel.routeId", "other");
        Set<String> shown = matches(Pattern.compile("(?<=%X\\{)\\w+"), properties().getProperty(LAYOUT));
        assertThat(shown).containsExactlyInAnyOrder(CALL, CORRELATION).isSubsetOf(line.context().keySet());
    }

    @Test
    void theArtifactsAreThoseOfTheTests() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));

        assertThat(blocks("xml")).hasSize(2).allSatisfy(block -> assertThat(pom)
                .contains(matches(Pattern.compile("<artifactId>.*</artifactId>"), block)));
    }
}
