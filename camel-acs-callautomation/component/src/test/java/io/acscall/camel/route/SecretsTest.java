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

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.acscall.camel.client.CapturedLog;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.call.IncomingCall;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing secret gets out: not in logs, not in exceptions, not in what Camel shows. */
class SecretsTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String OURS = "io.acscall.camel";

    private static CallApp start(AcsSimulator simulator) throws Exception {
        return CallApp.run(simulator, routes -> {
            routes.from("acs-call:incomingCall").to("acs-call:answer?awaitEvent=true")
                    .to("acs-call:play?file=https://media.example.com/a.wav&awaitEvent=true").to("mock:greeted")
                    .to("acs-call:hangUp?forEveryone=true&awaitEvent=true").to("mock:done");
            routes.from("acs-call:events").to("mock:events");
            routes.from("direct:call").to("acs-call:createCall?awaitEvent=true");
        }).subscribed();
    }

    @Test
    void noKeyTokenOrContextIsInAnyLogOfACall(AcsSimulator simulator) throws Exception {
        try (CapturedLog log = CapturedLog.open()) {
            String token = simulator.tokens().valid();
            IncomingCall call;
            try (CallApp app = start(simulator)) {
                app.mock("done").expectedMessageCount(1);
                call = simulator.placeCall(CallApp.CALLER, CallApp.OUR_NUMBER);
                app.mock("done").assertIsSatisfied();
                app.post("/acs-call/events", "no event", "Authorization", "Bearer " + token);
                app.post("/acs-call/event-grid?secret=a-wrong-secret", "[]");
                simulator.person("+16045550100").busy();
                app.send("direct:call", null, Map.of("CamelAcsCallTarget", "+16045550100"));
            }

            List<String> ours = log.lines().stream().filter(line -> line.logger().startsWith(OURS))
                    .map(CapturedLog.Line::text).toList();
            assertThat(ours).isNotEmpty();
            assertThat(ours).allSatisfy(text -> assertThat(text).doesNotContain(AcsSimulator.DEVELOPMENT_KEY)
                    .doesNotContain(AcsSimulator.EVENT_GRID_SECRET).doesNotContain("a-wrong-secret").doesNotContain(token)
                    .doesNotContain(call.incomingCallContext()).doesNotContain("Signature=").doesNotContain("6041234567")
                    .doesNotContain("6045550100"));
            assertThat(log.lines()).filteredOn(line -> line.level().isMoreSpecificThan(Level.INFO))
                    .extracting(CapturedLog.Line::text)
                    .allSatisfy(text -> assertThat(text).doesNotContain(AcsSimulator.DEVELOPMENT_KEY)
                            .doesNotContain(AcsSimulator.EVENT_GRID_SECRET).doesNotContain(token));
        }
    }

    @Test
    void noSecretIsInWhatCamelShowsOfRoutesAndEndpoints(AcsSimulator simulator) throws Exception {
        try (CallApp app = start(simulator)) {
            ModelCamelContext model = (ModelCamelContext) app.context();
            StringBuilder dump = new StringBuilder();
            for (RouteDefinition route : model.getRouteDefinitions()) {
                dump.append(PluginHelper.getModelToXMLDumper(model).dumpModelAsXml(model, route, true, true, false));
            }
            Stream<String> endpoints = app.context().getEndpoints().stream()
                    .flatMap(endpoint -> Stream.of(endpoint.getEndpointUri(), endpoint.toString(), endpoint.getEndpointKey()));

            assertThat(Stream.concat(endpoints, Stream.of(dump.toString()))).allSatisfy(
                    text -> assertThat(text).doesNotContain(AcsSimulator.DEVELOPMENT_KEY)
                            .doesNotContain(AcsSimulator.EVENT_GRID_SECRET));
            assertThat(dump.toString()).contains("acs-call:answer");
            assertThat(app.context().getEndpoints()).extracting(Endpoint::getEndpointUri)
                    .anyMatch(uri -> uri.startsWith("platform-http:///acs-call/event-grid"));
        }
    }

    @Test
    void noFailureTellsAKeyOrANumber(AcsSimulator simulator) throws Exception {
        try (CallApp app = start(simulator)) {
            simulator.person("+16045550100").busy();
            List<Exchange> failures = List.of(app.send("direct:call", null, Map.of("CamelAcsCallTarget", "+16045550100")),
                    app.send("direct:call", null, Map.of("CamelAcsCallTarget", "16045550100")),
                    app.send("direct:call", null,
                            Map.of("CamelAcsCallTarget", "+16045550100", "CamelAcsCallSourceCallerId", "8:acs:16045550100")),
                    app.send("acs-call:answer", null, Map.of("CamelAcsCallIncomingCallContext", "the-secret-context")),
                    app.send("acs-call:getCallProperties?callConnectionId=gone"));

            assertThat(failures).allSatisfy(failed -> {
                assertThat(failed.getException()).isNotNull();
                for (Throwable t = failed.getException(); t != null; t = t.getCause()) {
                    assertThat(t.toString()).doesNotContain("6045550100").doesNotContain(AcsSimulator.DEVELOPMENT_KEY)
                            .doesNotContain("the-secret-context").doesNotContain("Signature=");
                }
            });
        }
    }

    @Test
    void theSecretOfTheSubscriptionReachesNoRoute(AcsSimulator simulator) throws Exception {
        try (CallApp app = start(simulator)) {
            app.mock("greeted").expectedMessageCount(1);

            simulator.placeCall(CallApp.CALLER, CallApp.OUR_NUMBER);

            app.mock("greeted").assertIsSatisfied();
            Exchange exchange = app.mock("greeted").getExchanges().get(0);
            assertThat(exchange.getMessage().getHeaders().toString() + exchange.getProperties())
                    .doesNotContain(AcsSimulator.EVENT_GRID_SECRET).doesNotContain("Bearer");
        }
    }
}
