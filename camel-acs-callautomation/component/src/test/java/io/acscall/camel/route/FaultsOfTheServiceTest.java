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

import io.acscall.camel.CallOperationTimeoutException;
import io.acscall.camel.RefusalNumbers;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.fault.CallbackFault;
import io.acscall.simulator.fault.CallbackRule;
import io.acscall.simulator.fault.EventGridFault;
import io.acscall.simulator.fault.EventGridRule;
import io.acscall.simulator.fault.KeyServer;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Faults of the service that a route must not notice: its keys change or can't be had, incoming calls come twice or too
 * late.
 */
class FaultsOfTheServiceTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String PERSON = "+16045550100";
    private static final LambdaRouteBuilder CALLS
            = routes -> routes.from("acs-call:incomingCall").routeId("calls").to("mock:calls");

    @Test
    void aNewKeyOfTheServiceIsTakenInTheMiddleOfACall(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> routes.from("acs-call:events").to("mock:events"))) {
            String call = app.call(PERSON);

            simulator.faults().rotateKey();

            assertThat(hangUp(app, call)).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(value = KeyServer.class, names = { "DOWN", "REFUSED" })
    void aCallGoesOnWhileTheKeyServerIsAway(KeyServer state, AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> routes.from("acs-call:events").to("mock:events"))) {
            String call = app.call(PERSON);

            simulator.faults().keys(state);

            assertThat(hangUp(app, call)).isNull();
            assertThat(app.call(PERSON)).isNotNull();
            assertThat(RefusalNumbers.of(app.component())).isEmpty();
        }
    }

    @Test
    void anIncomingCallThatComesTwiceReachesItsRouteOnce(AcsSimulator simulator) throws Exception {
        simulator.faults().eventGrid(EventGridRule.every().always(EventGridFault.TWICE));
        try (CallApp app = CallApp.run(simulator, CALLS).subscribed()) {
            app.mock("calls").expectedMessageCount(1);

            simulator.placeCall(PERSON, "+18001234567");

            await("the second one").untilAsserted(
                    () -> assertThat(RefusalNumbers.of(app.component())).containsEntry("event.duplicate", 1L));
            app.mock("calls").assertIsSatisfied();
        }
    }

    @Test
    void anIncomingCallThatRingsNoLongerReachesNoRoute(AcsSimulator simulator) throws Exception {
        simulator.faults().eventGrid(EventGridRule.every().always(EventGridFault.STALE).age(Duration.ofMinutes(5)));
        try (CallApp app = CallApp.run(simulator, CALLS).subscribed()) {
            simulator.placeCall(PERSON, "+18001234567");

            await("the count").untilAsserted(
                    () -> assertThat(RefusalNumbers.of(app.component())).containsEntry("incomingCall.stale", 1L));
            assertThat(app.mock("calls").getReceivedCounter()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(value = CallbackFault.class, names = { "EARLY", "LATE", "TWICE", "OUT_OF_ORDER", "BATCHED" })
    void aCallRunsWhateverHappensToItsEventsOnTheirWay(CallbackFault fault, AcsSimulator simulator) throws Exception {
        simulator.faults().callbacks(CallbackRule.every().always(fault));
        try (CallApp app = CallApp.run(simulator, routes -> routes.from("acs-call:events").to("mock:events"))) {
            assertThat(hangUp(app, app.call(PERSON))).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(value = CallbackFault.class, mode = EnumSource.Mode.MATCH_ALL, names = "LOST|.*_TOKEN")
    void anEventThatIsLostOrForgedEndsNoWaitAndReachesNoRoute(CallbackFault fault, AcsSimulator simulator) throws Exception {
        simulator.faults().callbacks(CallbackRule.of("CallConnected").always(fault));
        try (CallApp app = CallApp
                .run(simulator, routes -> routes.from("acs-call:events?eventTypes=CallConnected").to("mock:connected"))) {
            Exchange done = app.send("acs-call:createCall?target=" + PERSON + "&awaitEvent=true&awaitTimeout=1s");

            assertThat(done.getException()).isInstanceOf(CallOperationTimeoutException.class);
            assertThat(app.mock("connected").getReceivedCounter()).isZero();
            // one that is forged may be looked at when the wait is over already
            await("the refusal").untilAsserted(() -> assertThat(app.component().getRefusals().keySet())
                    .filteredOn(reason -> reason.startsWith("callback.")).hasSize(fault == CallbackFault.LOST ? 0 : 1));
        }
    }

    private static Exception hangUp(CallApp app, String call) {
        return app.send("acs-call:hangUp?forEveryone=true&awaitEvent=true&callConnectionId=" + call).getException();
    }
}
