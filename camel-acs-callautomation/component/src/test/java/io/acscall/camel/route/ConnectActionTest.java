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

import io.acscall.camel.AcsCallException;
import io.acscall.camel.action.CallProperties;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.call.Place;
import io.acscall.simulator.call.RunningCall;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.timeline.TimelineEntry;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.acscall.camel.route.Conversation.ANN;
import static io.acscall.camel.route.Conversation.BOB;
import static org.assertj.core.api.Assertions.assertThat;

/** Calls that exist already and are joined. */
class ConnectActionTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String GROUP = "29228d3e-040e-4656-a70e-890ab4e173e5";
    private static final String ROOM = "99401000000000001";

    private static CallApp app;
    private static Conversation talk;

    @BeforeAll
    static void start() throws Exception {
        app = CallApp.run(SIMULATOR.simulator(), routes -> routes.from("acs-call:events").to("mock:events"));
        talk = new Conversation(app);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static Exchange connect(String options, Map<String, Object> headers) {
        return app.send("acs-call:connect?" + options, "as it was", headers);
    }

    @Test
    void connectGivesThePropertiesOfTheCallAndTheIdsOfOurOwnLeg(AcsSimulator simulator) {
        RunningCall running = simulator.runningCall(ANN, BOB);

        Exchange done = connect("operationContext=order-4711", Map.of("CamelAcsCallServerCallId", running.serverCallId()));

        assertThat(done.getException()).isNull();
        CallProperties call = done.getMessage().getBody(CallProperties.class);
        assertThat(call.serverCallId()).isEqualTo(running.serverCallId());
        assertThat(done.getMessage().getHeaders()).containsEntry("CamelAcsCallConnectionId", call.callConnectionId())
                .containsEntry("CamelAcsCallServerCallId", running.serverCallId())
                .containsEntry("CamelAcsCallCorrelationId", running.correlationId())
                .doesNotContainKeys("CamelAcsCallOutcome", "CamelAcsCallOperationContext");
        TimelineEntry request = simulator.awaitRequest("connectCall", SOON);
        assertThat(request.body().path("operationContext").asText()).as("verbatim").isEqualTo("order-4711");
        assertThat(request.headers()).containsKeys("repeatability-request-id", "repeatability-first-sent");
        Message connected = talk.consumed("CallConnected", call.callConnectionId());
        assertThat(connected.getHeaders()).containsEntry("CamelAcsCallOperationContext", "order-4711")
                .doesNotContainKey("CamelAcsCallAwaited");
    }

    @Test
    void anAwaitedConnectGoesOnWhenTheApplicationIsInTheCall(AcsSimulator simulator) {
        RunningCall running = simulator.runningCall(ANN, BOB);

        Exchange done = connect("awaitEvent=true&operationContext=order-4711&serverCallId=" + running.serverCallId(), Map.of());

        String call = Conversation.event(done, "CallConnected").callConnectionId();
        assertThat(done.getMessage().getHeader("CamelAcsCallConnectionId")).isEqualTo(call);
        assertThat(Conversation.event(done, "CallConnected").operationContext()).isEqualTo("order-4711");
        assertThat(talk.consumed("CallConnected", call).getHeaders()).containsEntry("CamelAcsCallAwaited", true)
                .containsEntry("CamelAcsCallOperationContext", "order-4711");
        assertThat(simulator.call(call).orElseThrow().legs()).hasSize(1);
    }

    @Test
    void groupsAndRoomsAreJoinedByTheirIds(AcsSimulator simulator) {
        RunningCall group = simulator.runningCall(Place.group(GROUP), ANN);
        RunningCall room = simulator.runningCall(Place.room(ROOM), BOB);

        Exchange inGroup = connect("awaitEvent=true", Map.of("CamelAcsCallGroupCallId", GROUP));
        Exchange inRoom = connect("awaitEvent=true&roomId=" + ROOM, Map.of("CamelAcsCallServerCallId", group.serverCallId()));

        assertThat(Conversation.event(inGroup, "CallConnected").serverCallId()).isEqualTo(group.serverCallId());
        assertThat(Conversation.event(inRoom, "CallConnected").serverCallId()).as("the id of the URI counts")
                .isEqualTo(room.serverCallId());
    }

    @Test
    void theOnePartyOfAnEarlierCallIsNotThatOfTheCallThatIsJoined(AcsSimulator simulator) {
        RunningCall running = simulator.runningCall(ANN, BOB);

        Exchange done = connect("serverCallId=" + running.serverCallId(), Map.of("CamelAcsCallRemoteParty", "+16045559999"));

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader("CamelAcsCallRemoteParty")).isNull();
    }

    @Test
    void aServerCallThatIsGoneRefusesTheRequest(AcsSimulator simulator) {
        RunningCall running = simulator.runningCall(ANN, BOB);
        simulator.hangUp(running.callId(), ANN);

        for (String awaited : new String[] { "true", "false" }) {
            AcsCallException refused = Conversation
                    .refusal(connect("awaitEvent=" + awaited + "&serverCallId=" + running.serverCallId(), Map.of()));

            assertThat(refused.getOutcome()).isEqualTo(Outcome.CALL_NOT_FOUND);
            assertThat(refused.getStatusCode()).isEqualTo(404);
            assertThat(refused.getErrorCode()).isEqualTo("8522");
            assertThat(refused.getAction()).isEqualTo("connect");
        }
    }

    @ParameterizedTest
    @CsvSource({ "groupCallId, 29228d3e-0000-4656-a70e-890ab4e173e5", "roomId, 1" })
    void whereNobodyIsTheEventSaysSo(String option, String where) {
        AcsCallException failed = Conversation.failure(connect("awaitEvent=true&" + option + "=" + where, Map.of()));

        assertThat(failed.getOutcome()).isEqualTo(Outcome.CALL_NOT_FOUND);
        assertThat(failed.getCallConnectionId()).isNotBlank();
        assertThat(failed).hasMessageContaining("ConnectFailed");
    }
}
