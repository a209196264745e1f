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

import io.acscall.camel.CallDisconnectedException;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.call.IncomingCall;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/** Nobody is left on a dead line. */
class HangUpOnTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration QUIET = Duration.ofMillis(200);
    private static final String CREATE = "acs-call:createCall?target=+16045550100&awaitEvent=true";

    private static Exchange takeACall(AcsSimulator simulator, LambdaRouteBuilder routes) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes)) {
            IncomingCall call = simulator.placeCall(CallApp.CALLER, CallApp.OUR_NUMBER);
            Exchange done = app.send("direct:in", null, Map.of("CamelAcsCallIncomingCallContext", call.incomingCallContext()));
            simulator.timeline().awaitQuiet(QUIET);
            return done;
        }
    }

    private static void fail(Exchange exchange) {
        throw new IllegalStateException("a bug in a route");
    }

    @ParameterizedTest
    @ValueSource(strings = { "acs-call:answer", "acs-call:answer?awaitEvent=true", "acs-call:answer?hangUpOn=completion" })
    void aCallThatWasTakenIsEndedWhenItsExchangeFails(String answer, AcsSimulator simulator) throws Exception {
        Exchange failed = takeACall(simulator, routes -> routes.from("direct:in").to(answer).process(HangUpOnTest::fail));

        assertThat(failed.getException()).hasMessage("a bug in a route");
        simulator.awaitRequest("terminateCall", SOON);
        assertThat(simulator.timeline().callbacks("CallDisconnected")).hasSize(1);
    }

    @Test
    void aCallThatWasTakenStaysWhenTheFailureIsHandled(AcsSimulator simulator) throws Exception {
        takeACall(simulator, routes -> {
            routes.onException(IllegalStateException.class).handled(true);
            routes.from("direct:in").to("acs-call:answer").process(HangUpOnTest::fail);
        });

        assertThat(simulator.timeline().requests("terminateCall")).isEmpty();
    }

    @Test
    void aCallThatWasTakenStaysWhenAllIsWell(AcsSimulator simulator) throws Exception {
        takeACall(simulator, routes -> routes.from("direct:in").to("acs-call:answer"));

        assertThat(simulator.timeline().requests("terminateCall")).isEmpty();
    }

    @Test
    void aCallThatWasTakenStaysWhenTheUserSaysSo(AcsSimulator simulator) throws Exception {
        takeACall(simulator,
                routes -> routes.from("direct:in").to("acs-call:answer?hangUpOn=none").process(HangUpOnTest::fail));

        assertThat(simulator.timeline().requests("terminateCall")).isEmpty();
    }

    @Test
    void aCallIsEndedWithItsExchangeOnRequest(AcsSimulator simulator) throws Exception {
        takeACall(simulator, routes -> routes.from("direct:in").to("acs-call:answer?hangUpOn=completion"));

        simulator.awaitRequest("terminateCall", SOON);
    }

    @Test
    void aCallThatWasMadeIsEndedWhenItsExchangeFails(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> {
            routes.from("direct:awaited").to(CREATE).process(HangUpOnTest::fail);
            routes.from("direct:late").to("acs-call:createCall?target=+16045550111&awaitEvent=true&awaitTimeout=100ms");
        })) {
            app.send("direct:awaited");
            simulator.awaitRequests("terminateCall", 1, SOON);

            simulator.person("+16045550111").answersAfter(Duration.ofSeconds(30));
            app.send("direct:late");
            simulator.awaitRequests("terminateCall", 2, SOON);
        }
    }

    @Test
    void aCallThatWasMadeWithoutWaitingIsLeftAlone(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> routes.from("direct:in")
                .to("acs-call:createCall?target=+16045550100").process(HangUpOnTest::fail))) {
            app.send("direct:in");

            simulator.timeline().awaitQuiet(QUIET);
            assertThat(simulator.timeline().requests("terminateCall")).isEmpty();
        }
    }

    @Test
    void aCallThatHasEndedIsNotEndedAgain(AcsSimulator simulator) throws Exception {
        try (StubService service = StubService.taking("the-call");
             CallApp app = CallApp.run(simulator, settings -> settings.setConnectionString(service.connectionString()),
                     routes -> routes.from("direct:in").to("acs-call:answer?incomingCallContext=abc")
                             .to("acs-call:play?file=https://media.example.com/a.wav&awaitEvent=true"))) {
            var waiting = app.template().asyncSend("direct:in", exchange -> {
            });
            await().atMost(SOON).until(() -> service.requests().size() == 2);

            app.deliver(Callbacks.event("CallDisconnected", "the-call", null));

            assertThat(waiting.join().getException()).isInstanceOf(CallDisconnectedException.class);
            app.send("acs-call:getCallProperties?callConnectionId=the-call");
            assertThat(service.requests()).extracting(StubService.Request::pathAndQuery)
                    .noneMatch(path -> path.contains("terminate"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "play", "createGroupCall", "hangUp", "reject" })
    void onlyActionsThatOwnACallKnowTheOption(String action, AcsSimulator simulator) {
        assertThat(catchThrowable(() -> CallApp.run(simulator,
                routes -> routes.from("direct:in").to("acs-call:" + action + "?hangUpOn=none"))))
                .hasStackTraceContaining("acs-call:" + action + " does not use the option hangUpOn");
    }
}
