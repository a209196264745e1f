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
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.camel.AcsCallException;
import io.acscall.camel.CallInputException;
import io.acscall.camel.CallOperationFailedException;
import io.acscall.camel.action.CallParticipant;
import io.acscall.camel.action.MoveParticipantsResult;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.call.CallSnapshot;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.acscall.camel.route.Conversation.ANN;
import static io.acscall.camel.route.Conversation.BOB;
import static io.acscall.camel.route.Conversation.CAT;
import static io.acscall.camel.route.Conversation.DAN;
import static io.acscall.camel.route.Conversation.GONE;
import static org.assertj.core.api.Assertions.assertThat;

/** People who are in a call already: moved, removed, muted and looked at. */
class ParticipantActionsTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String MOVE = "acs-call:moveParticipants?awaitEvent=true&operationContext=order-4711";
    private static final String REMOVE = "acs-call:removeParticipant?awaitEvent=true&operationContext=order-4711&target=";

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

    private static Map<String, Object> from(String call, Object... people) {
        return Map.of("CamelAcsCallFromCallConnectionId", call, "CamelAcsCallTarget", List.of(people));
    }

    @Test
    void moveParticipantsGivesWhoIsMoved(AcsSimulator simulator) {
        String there = talk.among(ANN, BOB);
        String here = talk.among(CAT);

        Exchange done = talk.in(here, "acs-call:moveParticipants?operationContext=order-4711&target=" + ANN
                                      + "&fromCallConnectionId=" + there);

        assertThat(done.getException()).isNull();
        MoveParticipantsResult result = done.getMessage().getBody(MoveParticipantsResult.class);
        assertThat(result.participants()).extracting(CallParticipant::id).containsExactly(ANN);
        assertThat(result.fromCallConnectionId()).isEqualTo(there);
        assertThat(result.operationContext()).isEqualTo("order-4711");
        assertThat(simulator.awaitRequest("moveParticipants", SOON).headers()).containsKey("repeatability-request-id");
        assertThat(talk.consumed("MoveParticipantSucceeded", here).getHeaders()).containsEntry("CamelAcsCallParticipant", ANN)
                .containsEntry("CamelAcsCallOperationContext", "order-4711").doesNotContainKey("CamelAcsCallAwaited");
    }

    @Test
    void anAwaitedMoveGoesOnWhenAllHaveArrived(AcsSimulator simulator) {
        String there = talk.among(ANN, BOB, DAN);
        String here = talk.among(CAT);

        Exchange done = talk.in(here, MOVE, from(there, ANN, DAN));

        assertThat(Conversation.event(done, "MoveParticipantSucceeded").operationContext()).isEqualTo("order-4711");
        assertThat(simulator.timeline().callbacks("MoveParticipantSucceeded")).hasSize(2);
        assertThat(simulator.call(here).orElseThrow().onTheLine()).contains("4:" + CAT, "4:" + ANN, DAN);
        assertThat(simulator.call(there).orElseThrow().onTheLine()).containsExactly(BOB);
    }

    @Test
    void oneWhoIsNotThereFailsTheMoveOfAll(AcsSimulator simulator) {
        String there = talk.among(ANN, BOB);
        String here = talk.among(CAT);

        CallOperationFailedException failed = Conversation.failure(talk.in(here, MOVE, from(there, DAN, ANN)));

        assertThat(failed.getOutcome()).isEqualTo(Outcome.CALL_NOT_FOUND);
        assertThat(failed.getEvent().data().get("participant")).asString().contains(DAN);
        assertThat(failed.getEvent().operationContext()).isEqualTo("order-4711");
        assertThat(simulator.call(here).orElseThrow().onTheLine()).as("the other one").contains("4:" + ANN);
    }

    @Test
    void aMoveFromOrToAnUnknownCallIsRefused() {
        String here = talk.among(CAT);

        assertThat(Conversation.refusal(talk.in(here, MOVE, from(GONE, ANN))).getOutcome()).isEqualTo(Outcome.CALL_NOT_FOUND);
        assertThat(Conversation.refusal(talk.in(GONE, MOVE, from(here, CAT))).getOutcome()).isEqualTo(Outcome.CALL_NOT_FOUND);
    }

    @Test
    void removeParticipantLeavesTheBody(AcsSimulator simulator) {
        String call = talk.among(ANN, BOB);

        Exchange done = talk.in(call, "acs-call:removeParticipant?operationContext=order-4711&target=" + BOB);

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody()).isEqualTo("as it was");
        assertThat(simulator.awaitRequest("removeParticipant", SOON).body().path("participantToRemove").path("rawId").asText())
                .isEqualTo(BOB);
        assertThat(talk.consumed("RemoveParticipantSucceeded", call).getHeaders())
                .containsEntry("CamelAcsCallParticipant", BOB).containsEntry("CamelAcsCallOperationContext", "order-4711");
    }

    @Test
    void anAwaitedRemoveGoesOnWhenThePersonIsOut(AcsSimulator simulator) {
        String call = talk.among(ANN, BOB);

        Exchange done = talk.in(call, REMOVE + BOB);

        assertThat(Conversation.event(done, "RemoveParticipantSucceeded").operationContext()).isEqualTo("order-4711");
        assertThat(done.getMessage().getHeader("CamelAcsCallParticipant")).isEqualTo(BOB);
        assertThat(simulator.call(call).orElseThrow().onTheLine()).containsExactly("4:" + ANN);
    }

    @Test
    void whoIsNotInTheCallCanNotBeRemoved() {
        CallOperationFailedException nobody = Conversation.failure(talk.in(talk.among(ANN), REMOVE + BOB));
        AcsCallException noCall = Conversation.refusal(talk.in(GONE, REMOVE + BOB));

        assertThat(nobody.getOutcome()).isEqualTo(Outcome.CALL_NOT_FOUND);
        assertThat(nobody.getEvent().shortType()).isEqualTo("RemoveParticipantFailed");
        assertThat(noCall.getOutcome()).isEqualTo(Outcome.CALL_NOT_FOUND);
    }

    @Test
    void removeNeverGuessesWhom() {
        Exchange done = talk.in(talk.among(ANN), "acs-call:removeParticipant", Map.of("CamelAcsCallRemoteParty", ANN));

        assertThat(done.getException()).isInstanceOf(CallInputException.class).hasMessageContaining("needs a value")
                .hasMessageContaining("CamelAcsCallTarget");
    }

    @Test
    void getParticipantReadsTheStateOfOne() {
        String call = talk.among(ANN, BOB);

        for (String person : List.of(ANN, BOB)) {
            Exchange done = talk.in(call, "acs-call:getParticipant?target=" + person);

            CallParticipant one = done.getMessage().getBody(CallParticipant.class);
            assertThat(one.id()).isEqualTo(person);
            assertThat(one.muted()).isFalse();
            assertThat(done.getMessage().getBody(JsonNode.class).path("isOnHold").isBoolean()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "+16045550199", "8:acs:nobody" })
    void whoIsNotInTheCallCanNotBeRead(String person) {
        AcsCallException nobody
                = Conversation.refusal(talk.in(talk.among(ANN), "acs-call:getParticipant?target=" + person));
        AcsCallException noCall = Conversation.refusal(talk.in(GONE, "acs-call:getParticipant?target=" + person));

        assertThat(nobody.getOutcome()).isEqualTo(Outcome.CALL_NOT_FOUND);
        assertThat(nobody.getServiceMessage()).contains("Participant not found");
        assertThat(nobody).hasMessageNotContaining("6045550199");
        assertThat(noCall.getServiceMessage()).contains("Call not found");
    }

    @Test
    void muteLeavesTheBodyAndTheListShowsIt(AcsSimulator simulator) {
        String call = talk.among(ANN, BOB);

        Exchange done = talk.in(call, "acs-call:mute?operationContext=order-4711&target=" + BOB);

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody()).isEqualTo("as it was");
        assertThat(simulator.awaitRequest("muteParticipant", SOON).body().path("operationContext").asText())
                .isEqualTo("order-4711");
        assertThat(simulator.call(call).orElseThrow().people()).filteredOn(CallSnapshot.Person::muted).extracting("rawId")
                .containsExactly(BOB);
        assertThat(talk.in(call, "acs-call:getParticipant?target=" + BOB).getMessage().getBody(CallParticipant.class).muted())
                .isTrue();
    }

    @Test
    void muteMeansTheOneOtherPartyWhenNobodyIsNamed(AcsSimulator simulator) {
        String call = talk.among(BOB);

        Exchange done = talk.in(call, "acs-call:mute", Map.of("CamelAcsCallRemoteParty", BOB));

        assertThat(done.getException()).isNull();
        assertThat(simulator.call(call).orElseThrow().people()).allMatch(CallSnapshot.Person::muted);
    }

    @Test
    void whatTheServiceDoesNotMuteFails() {
        String call = talk.among(ANN, BOB);

        AcsCallException phone = Conversation.refusal(talk.in(call, "acs-call:mute?target=" + ANN));
        AcsCallException nobody = Conversation.refusal(talk.in(call, "acs-call:mute?target=" + DAN));
        AcsCallException noCall = Conversation.refusal(talk.in(GONE, "acs-call:mute?target=" + BOB));

        assertThat(phone.getOutcome()).isEqualTo(Outcome.INVALID_REQUEST);
        assertThat(phone.getErrorCode()).isEqualTo("8523");
        assertThat(phone.getServiceMessage()).contains("communication users");
        assertThat(nobody.getOutcome()).isEqualTo(Outcome.CALL_NOT_FOUND);
        assertThat(noCall.getOutcome()).isEqualTo(Outcome.CALL_NOT_FOUND);
    }

    @Test
    void aFailureThatDoesNotThrowGoesOnWithTheEvent() {
        Exchange done = talk.in(talk.among(ANN), REMOVE + BOB + "&throwExceptionOnFailure=false");

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody(CallEvent.class).shortType()).isEqualTo("RemoveParticipantFailed");
        assertThat(done.getMessage().getHeaders()).containsEntry("CamelAcsCallOutcome", Outcome.CALL_NOT_FOUND)
                .containsEntry("CamelAcsCallResultCode", 404).containsEntry("CamelAcsCallResultSubCode", 8522);
    }
}
