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

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.metrics.CallMeter;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.acscall.camel.route.Conversation.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What an application of camel-main shows on its management port, as docs/operations.md says.
 */
class SeenOverHttpTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    /** What Prometheus asks for. */
    private static final String SCRAPER = "text/plain;version=0.0.4;q=0.5,*/*;q=0.1";
    private static Main main;
    private static int port;

    @BeforeAll
    static void start(AcsSimulator simulator) throws Exception {
        port = freePort();
        main = new Main();
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("acs-call:events").to("mock:events");
                from("direct:ring").to("acs-call:createCall?awaitEvent=true&hangUpOn=none");
            }
        });
        main.addOverrideProperty("camel.server.enabled", "true");
        main.addOverrideProperty("camel.server.host", "127.0.0.1");
        main.addOverrideProperty("camel.server.port", "0");
        main.addOverrideProperty("camel.management.enabled", "true");
        main.addOverrideProperty("camel.management.host", "127.0.0.1");
        main.addOverrideProperty("camel.management.port", String.valueOf(port));
        main.addOverrideProperty("camel.management.health-check-enabled", "true");
        main.addOverrideProperty("camel.management.metrics-enabled", "true");
        main.addOverrideProperty("camel.management.dev-console-enabled", "true");
        main.addOverrideProperty("camel.main.dev-console-enabled", "true");
        main.addOverrideProperty("camel.health.exposure-level", "full");
        main.addOverrideProperty("camel.metrics.enabled", "true");
        option("connection-string", simulator.connectionString());
        option("open-id-configuration-uri", simulator.openIdConfigurationUri());
        option("immutable-resource-id", AcsSimulator.RESOURCE_ID);
        option("source-caller-id", CallApp.OUR_NUMBER);
        option("max-concurrent-per-caller", "10");
        main.start();
        int callbacks
                = main.getCamelContext().getComponent("platform-http", PlatformHttpComponent.class).getEngine().getServerPort();
        main.getCamelContext().getComponent("acs-call", AcsCallComponent.class).getConfiguration()
                .setCallbackBaseUri("http://127.0.0.1:" + callbacks);
    }

    private static void option(String name, String value) {
        main.addOverrideProperty("camel.component.acs-call." + name, value);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    static void stop() {
        main.stop();
    }

    @Test
    void prometheusScrapesTheMetersOfACall() {
        ring();

        await().untilAsserted(() -> assertThat(get("/observe/metrics", SCRAPER).body())
                .contains("acs_call_actions_seconds_count{action=\"createCall\",awaited=\"true\",component=\"acs-call\","
                          + "outcome=\"SUCCESS\"}")
                .contains("acs_call_events_total{component=\"acs-call\",fate=\"wait_and_consumers\",type=\"CallConnected\"}"));
        String page = get("/observe/metrics", SCRAPER).body();
        for (CallMeter meter : CallMeter.values()) {
            boolean read = meter.kind() == CallMeter.Kind.GAUGE || meter.kind() == CallMeter.Kind.FUNCTION_COUNTER;
            // this node is on its own
            boolean always = read && meter != CallMeter.NODES;
            if (always || page.contains(meter.meterName().replace('.', '_'))) {
                assertThat(page).contains("\n" + meter.prometheusName() + "{");
            }
        }
        assertThat(page).doesNotContain(ANN.substring(1));
    }

    @Test
    void healthNamesTheComponent() {
        await().untilAsserted(() -> {
            HttpResponse<String> ready = get("/observe/health/ready", "application/json");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(ready.body()).containsPattern("\"name\"\\s*:\\s*\"acs-call\"");
        });
    }

    @Test
    void theConsoleIsThereAsTextAndAsJson() {
        ring();

        await().untilAsserted(() -> assertThat(get("/q/dev/acs-call", "application/json").body())
                .containsPattern("\"last\"\\s*:").contains("createCall"));
        assertThat(get("/q/dev/acs-call", "text/plain").body()).contains("calls (").contains("action=createCall");
        assertThat(get("/q/dev/acs-call?limit=0", "text/plain").body()).contains("actions (0)");
    }

    private static void ring() {
        ProducerTemplate template = main.getCamelContext().createProducerTemplate();
        template.sendBodyAndHeaders("direct:ring", null, Map.of("CamelAcsCallTarget", ANN));
    }

    private static HttpResponse<String> get(String path, String accept) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Accept", accept).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("The management server did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
