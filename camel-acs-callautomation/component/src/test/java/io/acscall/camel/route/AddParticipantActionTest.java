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
import io.acscall.camel.CallOperationFailedException;
import io.acscall.camel.action.AddParticipantResult;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.timeline.TimelineEntry;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.acscall.camel.route.Conversation.ANN;
import static io.acscall.camel.route.Conversation.BOB;
import static io.acscall.camel.route.Conversation.CAT;
import static io.acscall.camel.route.Conversation.DAN;
import static io.acscall.camel.route.Conversation.GONE;
import static org.assertj.core.api.Assertions.assertThat;

/** Invitations, and invitations that are taken back. */
class AddParticipantActionTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR
            = new AcsSimulatorExtension(builder -> builder.noAnswerAfter(Duration.ofMillis(300)));

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String AWAITED = "acs-call:addParticipant?awaitEvent=true&target=" + CAT;
    private static final String CANCEL = "acs-call:cancelAddParticipant?awaitEvent=true&operationContext=back";

    private static CallApp app;
    private static Conversation talk;

    @BeforeAll
    static void start() throws Exception {
        app = CallApp.run(SIMULATOR.simulator(), routes -> {
            routes.from("acs-call:events").to("mock:events");
            routes.from("direct:add-and-cancel").to("acs-call:addParticipant?target=" + DAN).to(CANCEL);
        });
        talk = new Conversation(app);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void addParticipantGivesWhoIsInvitedAndTheInvitation(AcsSimulator simulator) {
        String call = talk.among(ANN);

        Exchange done = talk.in(call, "acs-call:addParticipant?operationContext=order-4711&invitationTimeout=45s"
                                      + "&sourceDisplayName=Contoso&target=" + CAT);

        assertThat(done.getException()).isNull();
        AddParticipantResult result = done.getMessage().getBody(AddParticipantResult.class);
        assertThat(result.participant().id()).isEqualTo(CAT);
        assertThat(result.operationContext()).isEqualTo("order-4711");
        assertThat(done.getMessage().getHeader("CamelAcsCallInvitationId")).isEqualTo(result.invitationId()).isNotNull();
        TimelineEntry request = simulator.awaitRequest("addParticipant", SOON);
        assertThat(request.body().path("participantToAdd").path("rawId").asText()).isEqualTo("4:" + CAT);
        assertThat(request.body().path("sourceCallerIdNumber").path("value").asText()).isEqualTo(CallApp.OUR_NUMBER);
        assertThat(request.body().path("sourceDisplayName").asText()).isEqualTo("Contoso");
        assertThat(request.body().path("invitationTimeoutInSeconds").asInt()).isEqualTo(45);
        assertThat(request.headers()).containsKeys("repeatability-request-id", "repeatability-first-sent");
        assertThat(talk.consumed("AddParticipantSucceeded", call).getHeaders())
                .containsEntry("CamelAcsCallOperationContext", "order-4711").containsEntry("CamelAcsCallParticipant", CAT)
                .doesNotContainKey("CamelAcsCallAwaited");
    }

    @Test
    void anAwaitedAddGoesOnWhenThePersonIsInTheCall(AcsSimulator simulator) {
        String call = talk.among(ANN);

        Exchange done = talk.in(call, AWAITED + "&operationContext=order-4711");

        CallEvent added = Conversation.event(done, "AddParticipantSucceeded");
        assertThat(added.operationContext()).isEqualTo("order-4711");
        Message message = done.getMessage();
        assertThat(message.getHeader("CamelAcsCallParticipant")).isEqualTo(CAT);
        assertThat(message.getHeader("CamelAcsCallInvitationId")).as("of the answer").isNotNull();
        assertThat(message.getHeader("CamelAcsCallConnectionId")).isEqualTo(call);
        assertThat(simulator.call(call).orElseThrow().onTheLine()).containsExactly("4:" + ANN, "4:" + CAT);
        assertThat(talk.consumed("AddParticipantSucceeded", call).getHeaders()).containsEntry("CamelAcsCallAwaited", true)
                .containsEntry("CamelAcsCallOperationContext", "order-4711");
    }

    @Test
    void theContextOfTheAnswerIsTheUsersOwn(AcsSimulator simulator) {
        simulator.person(CAT).busy();

        Exchange done = talk.in(talk.among(ANN),
                AWAITED + "&operationContext=order-4711&throwExceptionOnFailure=false");

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody(CallEvent.class).operationContext()).isEqualTo("order-4711");
        assertThat(done.getMessage().getHeader("CamelAcsCallOutcome")).isEqualTo(Outcome.BUSY);
        assertThat(simulator.awaitRequests("addParticipant", 1, SOON).body().path("operationContext").asText())
                .startsWith("acs1.").endsWith(".order-4711");
    }

    @Test
    void aPersonWhoDoesNotComeFailsTheStepWithTheReason(AcsSimulator simulator) {
        String call = talk.among(ANN);

        simulator.person(CAT).busy();
        CallOperationFailedException busy = Conversation.failure(talk.in(call, AWAITED));
        simulator.person(CAT).declines();
        CallOperationFailedException declined = Conversation.failure(talk.in(call, AWAITED));
        simulator.person(CAT).doesNotAnswer();
        Exchange unanswered = talk.in(call, AWAITED);

        assertThat(busy.getOutcome()).isEqualTo(Outcome.BUSY);
        assertThat(busy.getStatusCode()).isEqualTo(486);
        assertThat(busy.getAction()).isEqualTo("addParticipant");
        assertThat(busy.getEvent().shortType()).isEqualTo("AddParticipantFailed");
        assertThat(busy).hasMessageNotContaining(CAT.substring(1));
        assertThat(declined.getOutcome()).isEqualTo(Outcome.DECLINED);
        assertThat(Conversation.failure(unanswered).getOutcome()).isEqualTo(Outcome.NO_ANSWER);
        assertThat(unanswered.getMessage().getHeader("CamelAcsCallRetryable")).isEqualTo(true);
        assertThat(simulator.call(call).orElseThrow().onTheLine()).containsExactly("4:" + ANN);
    }

    @Test
    void whatTheServiceRefusesFailsTheStep() {
        AcsCallException noCall = Conversation.refusal(talk.in(GONE, AWAITED));
        AcsCallException twice = Conversation.refusal(talk.in(talk.among(ANN), "acs-call:addParticipant?target=" + ANN));

        assertThat(noCall.getOutcome()).isEqualTo(Outcome.CALL_NOT_FOUND);
        assertThat(twice.getOutcome()).isEqualTo(Outcome.INVALID_REQUEST);
        assertThat(twice.getServiceMessage()).contains("participantToAdd");
    }

    @Test
    void anInvitationIsTakenBackByTheIdThatTheAddLeft(AcsSimulator simulator) {
        simulator.person(DAN).answersAfter(Duration.ofMinutes(1));
        String call = talk.among(ANN);

        Exchange done = talk.in(call, "direct:add-and-cancel");

        CallEvent cancelled = Conversation.event(done, "CancelAddParticipantSucceeded");
        assertThat(cancelled.operationContext()).isEqualTo("back");
        assertThat(cancelled.data()).containsEntry("invitationId", done.getMessage().getHeader("CamelAcsCallInvitationId"));
        assertThat(simulator.call(call).orElseThrow().people()).extracting("rawId").containsExactly("4:" + ANN);
        assertThat(talk.consumed("CancelAddParticipantSucceeded", call).getHeaders())
                .containsEntry("CamelAcsCallInvitationId", cancelled.data().get("invitationId"))
                .containsEntry("CamelAcsCallOperationContext", "back").containsEntry("CamelAcsCallAwaited", true);
    }

    @Test
    void cancelWithoutWaitingLeavesTheBody(AcsSimulator simulator) {
        String call = talk.among(ANN);

        Exchange done = talk.in(call, "acs-call:cancelAddParticipant?invitationId=one");

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody()).isEqualTo("as it was");
        assertThat(simulator.awaitRequest("cancelAddParticipantOperation", SOON).body().path("invitationId").asText())
                .isEqualTo("one");
        assertThat(talk.consumed("CancelAddParticipantFailed", call).getHeader("CamelAcsCallOutcome"))
                .isEqualTo(Outcome.CALL_NOT_FOUND);
    }

    @Test
    void anInvitationThatWasAnsweredOrNeverWasCanNotBeTakenBack() {
        String call = talk.among(ANN);
        Object answered = talk.in(call, AWAITED).getMessage().getHeader("CamelAcsCallInvitationId");

        CallOperationFailedException late
                = Conversation.failure(talk.in(call, CANCEL, Map.of("CamelAcsCallInvitationId", answered)));
        AcsCallException noCall = Conversation.refusal(talk.in(GONE, CANCEL + "&invitationId=one"));
        Exchange nothing = talk.in(call, CANCEL);

        assertThat(late.getEvent().shortType()).isEqualTo("CancelAddParticipantFailed");
        assertThat(late.getOutcome()).isEqualTo(Outcome.CALL_NOT_FOUND);
        assertThat(noCall.getOutcome()).isEqualTo(Outcome.CALL_NOT_FOUND);
        assertThat(nothing.getException()).hasMessageContaining("acs-call:cancelAddParticipant needs a value")
                .hasMessageContaining("invitationId").hasMessageContaining("CamelAcsCallInvitationId");
    }

    @Test
    void aUserIsRungWithoutANumber(AcsSimulator simulator) {
        String call = talk.among(ANN);

        Conversation.event(talk.in(call, "acs-call:addParticipant?awaitEvent=true&target=" + BOB), "AddParticipantSucceeded");

        assertThat(simulator.awaitRequest("addParticipant", SOON).body().has("sourceCallerIdNumber")).isFalse();
    }
}
