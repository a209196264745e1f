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
package io.acscall.kamelets;

import java.time.Duration;
import java.util.Map;

import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.timeline.TimelineEntry;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The Kamelets that take calls and events, and those that act on a call that still rings, from routes in YAML. */
class IncomingCallKameletsTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension(builder -> builder.speechRate(1000));

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final String CALLER = "+16045550100";
    private static final String ANSWERED = "+18005550101";
    private static final String SPEECHLESS = "+18005550102";
    private static final String REJECTED = "+18005550103";
    private static final String REDIRECTED = "+18005550104";
    private static final String LATE = "+18005550105";
    private static final String ANNOUNCED = "+18005550106";
    private static final String KEPT = "+18005550107";

    private static YamlApp app(AcsSimulator simulator) throws Exception {
        return app(simulator, "kamelet:acs-answer-call-action");
    }

    private static YamlApp app(AcsSimulator simulator, String late) throws Exception {
        return YamlApp.start(simulator, Resource.text("/routes/incoming.yaml"), Map.of("late", late)).subscribed();
    }

    private static MockEndpoint once(YamlApp app, String mock) {
        MockEndpoint endpoint = app.mock(mock);
        endpoint.expectedMessageCount(1);
        return endpoint;
    }

    @Test
    void aCallIsAnsweredGreetedAndEnded(AcsSimulator simulator) throws Exception {
        try (YamlApp app = app(simulator)) {
            MockEndpoint answered = once(app, "answered");

            simulator.placeCall(CALLER, ANSWERED);

            answered.assertIsSatisfied();
            assertThat(simulator.timeline().requests()).extracting(TimelineEntry::type).containsExactly("answerCall", "play",
                    "terminateCall");
            assertThat(answered.getExchanges().get(0).getMessage().getHeaders()).containsEntry("CamelAcsCallFrom", CALLER)
                    .containsEntry("CamelAcsCallTo", ANSWERED);
        }
    }

    @Test
    void aRouteThatFailsLeavesNobodyOnADeadLine(AcsSimulator simulator) throws Exception {
        try (YamlApp app = app(simulator)) {
            simulator.placeCall(CALLER, SPEECHLESS);

            simulator.awaitRequest("terminateCall", SOON);
            assertThat(app.mock("answered").getExchanges()).isEmpty();
        }
    }

    @Test
    void aRouteThatIsDoneEndsTheCallWhereItShall(AcsSimulator simulator) throws Exception {
        try (YamlApp app = app(simulator)) {
            simulator.placeCall(CALLER, ANNOUNCED);

            simulator.awaitRequest("terminateCall", SOON);
            assertThat(app.mock("announced").getExchanges()).hasSize(1);
        }
    }

    @Test
    void aRouteThatIsDoneLeavesTheCallUp(AcsSimulator simulator) throws Exception {
        try (YamlApp app = app(simulator)) {
            MockEndpoint kept = once(app, "kept");

            simulator.placeCall(CALLER, KEPT);

            kept.assertIsSatisfied();
            simulator.timeline().awaitQuiet(QUIET);
            assertThat(simulator.timeline().requests("terminateCall")).isEmpty();
        }
    }

    @Test
    void aCallIsRejected(AcsSimulator simulator) throws Exception {
        try (YamlApp app = app(simulator)) {
            MockEndpoint rejected = once(app, "rejected");

            simulator.placeCall(CALLER, REJECTED);

            rejected.assertIsSatisfied();
            assertThat(simulator.awaitRequest("rejectCall", SOON).body().path("callRejectReason").asText()).isEqualTo("busy");
        }
    }

    @Test
    void aCallOfSomebodyElseIsLeftAlone(AcsSimulator simulator) throws Exception {
        try (YamlApp app = app(simulator)) {
            simulator.placeCall("+14165550100", REJECTED);

            simulator.timeline().awaitQuiet(QUIET);
            assertThat(simulator.timeline().requests()).isEmpty();
            assertThat(app.mock("rejected").getExchanges()).isEmpty();
        }
    }

    @Test
    void aCallIsRedirected(AcsSimulator simulator) throws Exception {
        try (YamlApp app = app(simulator)) {
            MockEndpoint redirected = once(app, "redirected");

            simulator.placeCall(CALLER, REDIRECTED);

            redirected.assertIsSatisfied();
            assertThat(simulator.awaitRequest("redirectCall", SOON).body().at("/target/rawId").asText())
                    .isEqualTo("8:acs:resource_user");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "kamelet:acs-answer-call-action", "kamelet:acs-reject-call-action",
            "kamelet:acs-redirect-call-action?target=8:acs:resource_user" })
    void aCallerWhoHasHungUpIsAFailure(String late, AcsSimulator simulator) throws Exception {
        simulator.person(CALLER).givesUpAfter(Duration.ofMillis(50));
        try (YamlApp app = app(simulator, late)) {
            MockEndpoint mock = once(app, "late");

            simulator.placeCall(CALLER, LATE);

            mock.assertIsSatisfied();
            assertThat(mock.getExchanges().get(0).getMessage().getBody(String.class)).isEqualTo("CALL_EXPIRED");
        }
    }

    @Test
    void eventsOfACallAreTakenInOrderAndBecomeJson(AcsSimulator simulator) throws Exception {
        try (YamlApp app = app(simulator)) {
            MockEndpoint events = app.mock("events");
            events.expectedMessageCount(2);

            simulator.placeCall(CALLER, ANSWERED);

            events.assertIsSatisfied();
            assertThat(events.getExchanges()).extracting(event -> event.getMessage().getHeader("CamelAcsCallEventType"))
                    .containsExactly("CallConnected", "CallDisconnected");
            assertThat(events.getExchanges().get(0).getMessage().getBody(String.class)).startsWith("{")
                    .contains("callConnectionId");
        }
    }

    @Test
    void anEventThatSomebodyElseSendsIsNotTaken(AcsSimulator simulator) throws Exception {
        try (YamlApp app = app(simulator)) {
            assertThat(Http.post(app.address() + "/acs-call/events", "[]")).isEqualTo(401);

            assertThat(app.mock("events").getExchanges()).isEmpty();
        }
    }
}
