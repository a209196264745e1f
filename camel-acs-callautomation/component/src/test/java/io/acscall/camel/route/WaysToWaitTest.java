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

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.acscall.camel.LeftBehind;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The ways to write a call flow that docs/waiting.md tells of. */
class WaysToWaitTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String LOBBY = "+16045550100";
    private static final String MAIN = "+16045550101";
    private static final String BUSY = "+16045550102";
    private static final String LOOP = "acs-call:play?file=https://media.example.com/a.wav&loop=true&awaitEvent=true";

    private CallApp app;

    @BeforeEach
    void start(AcsSimulator simulator) throws Exception {
        simulator.person(BUSY).busy();
        app = CallApp.start(simulator, routes());
    }

    @AfterEach
    void nothingStaysBehind() {
        await("waits and lanes").atMost(SOON).untilAsserted(() -> assertThat(LeftBehind.in(app.component())).isZero());
        app.close();
    }

    private static RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:quiet").to(LOOP + "&onDisconnect=stop").to("mock:after");
                from("direct:lobby")
                        .to("acs-call:createCall?target=+16045550100&sourceCallerId=+18005550100&awaitEvent=true")
                        .setVariable("lobby", header("CamelAcsCallConnectionId"))
                        .to("acs-call:createCall?target=+16045550101&sourceCallerId=+18005550100&awaitEvent=true")
                        .setVariable("main", header("CamelAcsCallConnectionId"))
                        .setHeader("CamelAcsCallConnectionId", variable("main"))
                        .setHeader("CamelAcsCallFromCallConnectionId", variable("lobby"))
                        .to("acs-call:moveParticipants?target=+16045550100&awaitEvent=true");
                from("direct:campaign").to("acs-call:createCall?target=+16045550100&operationContext=campaign-7");
                from("acs-call:events?eventTypes=CallConnected")
                        .filter(header("CamelAcsCallOperationContext").isEqualTo("campaign-7")).to("mock:later");
                from("direct:outcome")
                        .to("acs-call:createCall?target=+16045550102&awaitEvent=true&throwExceptionOnFailure=false")
                        .choice().when(header("CamelAcsCallOutcome").isEqualTo(Outcome.BUSY)).to("mock:enum").end()
                        .choice().when(header("CamelAcsCallOutcome").isEqualTo("BUSY")).to("mock:text").end()
                        .choice().when(header("CamelAcsCallRetryable").isEqualTo(true)).to("mock:retryable").end();
            }
        };
    }

    @Test
    void theEndOfTheCallStopsTheRouteQuietlyWhenTheUserSaysSo(AcsSimulator simulator) throws Exception {
        String call = app.call(LOBBY);
        var waiting = app.template().asyncSend("direct:quiet",
                exchange -> exchange.getMessage().setHeader("CamelAcsCallConnectionId", call));
        simulator.awaitRequest("play", SOON);

        simulator.hangUp(call, LOBBY);

        Exchange stopped = waiting.get(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(stopped.getException()).isNull();
        assertThat(app.mock("after").getReceivedCounter()).isZero();
    }

    @Test
    void twoCallsInOneRouteAreHeldApart(AcsSimulator simulator) {
        Exchange moved = app.send("direct:lobby");

        assertThat(moved.getException()).isNull();
        String main = moved.getVariable("main", String.class);
        assertThat(moved.getVariable("lobby", String.class)).isNotEqualTo(main);
        assertThat(simulator.callOf(LOBBY).orElseThrow().callId()).isEqualTo(simulator.callOf(MAIN).orElseThrow().callId());
        assertThat(moved.getMessage().getHeader("CamelAcsCallConnectionId")).isEqualTo(main);
    }

    @Test
    void whatTakesMinutesGoesOnInASecondRoute() throws Exception {
        MockEndpoint later = app.mock("later");
        later.expectedMessageCount(1);

        assertThat(app.send("direct:campaign").getException()).isNull();
        assertThat(app.send("acs-call:createCall", null, Map.of("CamelAcsCallTarget", MAIN)).getException()).isNull();

        later.assertIsSatisfied();
    }

    @Test
    void anOutcomeIsComparedAsAConstantAndAsText() throws Exception {
        for (String mock : new String[] { "enum", "text", "retryable" }) {
            app.mock(mock).expectedMessageCount(1);
        }

        assertThat(app.send("direct:outcome").getException()).isNull();

        MockEndpoint.assertIsSatisfied(app.context());
    }
}
