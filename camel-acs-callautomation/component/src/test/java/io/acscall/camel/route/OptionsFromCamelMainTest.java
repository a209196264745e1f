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
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import io.acscall.camel.AcsCallConstants;
import io.acscall.camel.CallInputException;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * camel-main makes and initialises a component before it sets the options of {@code application.properties}; options
 * that the component reads only once must hold there too.
 */
class OptionsFromCamelMainTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private final Main main = new Main();

    @BeforeEach
    void start(AcsSimulator simulator) {
        main.addOverrideProperty("camel.server.enabled", "true");
        main.addOverrideProperty("camel.server.host", "127.0.0.1");
        main.addOverrideProperty("camel.server.port", "0");
        main.addOverrideProperty("camel.component.acs-call.connection-string", simulator.connectionString());
        main.addOverrideProperty("camel.component.acs-call.immutable-resource-id", simulator.resourceId());
        main.addOverrideProperty("camel.component.acs-call.open-id-configuration-uri", simulator.openIdConfigurationUri());
        main.addOverrideProperty("camel.component.acs-call.callback-base-uri", "http://127.0.0.1");
        main.addOverrideProperty("camel.component.acs-call.callback-path", "/own/events");
        main.addOverrideProperty("camel.component.acs-call.allowed-targets", "+1416*");
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call").to("acs-call:createCall?sourceCallerId=+18001234567");
                from("acs-call:events").to("mock:events");
            }
        });
        main.start();
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void nobodyIsRungWhomAllowedTargetsDoesNotName(AcsSimulator simulator) throws Exception {
        Exchange refused = call("+16045550100");
        Exchange allowed = call("+14165550100");

        assertThat(refused.getException()).isInstanceOf(CallInputException.class).hasMessageContaining("allowedTargets");
        assertThat(allowed.getException()).isNull();
        assertThat(simulator.timeline().requests("createCall")).hasSize(1);
    }

    @Test
    void callbacksComeInOnThePathThatWasSet() throws Exception {
        assertThat(post("/own/events")).isEqualTo(401);
        assertThat(post("/acs-call/events")).isEqualTo(404);
    }

    private Exchange call(String target) throws Exception {
        return main.getCamelTemplate().send("direct:call",
                exchange -> exchange.getMessage().setHeader(AcsCallConstants.TARGET, target));
    }

    private int post(String path) throws Exception {
        int port = main.getCamelContext().getComponent("platform-http", PlatformHttpComponent.class).getEngine()
                .getServerPort();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("[]")).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
