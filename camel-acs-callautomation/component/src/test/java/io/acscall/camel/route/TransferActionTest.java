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
import io.acscall.camel.CallDisconnectedException;
import io.acscall.camel.CallOperationFailedException;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.timeline.TimelineEntry;
import org.apache.camel.Exchange;
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

/** People who are handed over to somebody else. */
class TransferActionTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR
            = new AcsSimulatorExtension(builder -> builder.noAnswerAfter(Duration.ofMillis(150)));

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String AWAITED = "acs-call:transfer?awaitEvent=true&target=" + CAT;

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

    @Test
    void transferLeavesTheBodyAndTheEventSaysHowItWent(AcsSimulator simulator) {
        String call = talk.among(ANN);

        Exchange done = talk.in(call, "acs-call:transfer?operationContext=order-4711&target=" + CAT);

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody()).isEqualTo("as it was");
        TimelineEntry request = simulator.awaitRequest("transferCallToParticipant", SOON);
        assertThat(request.body().path("targetParticipant").path("rawId").asText()).isEqualTo("4:" + CAT);
        assertThat(request.body().path("sourceCallerIdNumber").path("value").asText()).isEqualTo(CallApp.OUR_NUMBER);
        assertThat(request.body().path("operationContext").asText()).isEqualTo("order-4711");
        assertThat(request.body().has("transferee")).isFalse();
        assertThat(request.headers()).containsKeys("repeatability-request-id", "repeatability-first-sent");
        assertThat(talk.consumed("CallTransferAccepted", call).getHeaders())
                .containsEntry("CamelAcsCallOperationContext", "order-4711").doesNotContainKey("CamelAcsCallAwaited");
    }

    @Test
    void aCallOfTwoGoesOnWithoutTheApplication(AcsSimulator simulator) {
        String call = talk.among(ANN);

        CallEvent accepted
                = Conversation.event(talk.in(call, AWAITED + "&operationContext=order-4711"), "CallTransferAccepted");

        assertThat(accepted.operationContext()).isEqualTo("order-4711");
        assertThat(accepted.data().get("transferTarget")).asString().contains(CAT);
        assertThat(accepted.data().get("transferee")).asString().contains(ANN);
        simulator.awaitCallback("CallDisconnected", SOON);
        assertThat(simulator.callOf(ANN).orElseThrow().onTheLine()).containsExactlyInAnyOrder("4:" + ANN, "4:" + CAT);
        assertThat(talk.consumed("CallTransferAccepted", call).getHeaders()).containsEntry("CamelAcsCallAwaited", true)
                .containsEntry("CamelAcsCallOperationContext", "order-4711");
    }

    @Test
    void inACallOfSeveralOneIsHandedOver(AcsSimulator simulator) {
        String call = talk.among(ANN, BOB);

        Conversation.event(talk.in(call, "acs-call:transfer?awaitEvent=true",
                Map.of("CamelAcsCallTarget", DAN, "CamelAcsCallTransferee", ANN)), "CallTransferAccepted");

        assertThat(simulator.call(call).orElseThrow().onTheLine()).containsExactly(BOB);
        assertThat(simulator.callOf(ANN).orElseThrow().onTheLine()).contains(DAN);
        TimelineEntry request = simulator.awaitRequest("transferCallToParticipant", SOON);
        assertThat(request.body().path("transferee").path("rawId").asText()).isEqualTo("4:" + ANN);
        assertThat(request.body().has("sourceCallerIdNumber")).as("a user sees no number").isFalse();
    }

    @Test
    void aTargetThatDoesNotTakeItLeavesTheCallAsItIs(AcsSimulator simulator) {
        String call = talk.among(ANN);

        simulator.person(CAT).busy();
        CallOperationFailedException busy = Conversation.failure(talk.in(call, AWAITED));
        simulator.person(CAT).declines();
        CallOperationFailedException declined = Conversation.failure(talk.in(call, AWAITED));
        simulator.person(CAT).doesNotAnswer();
        CallOperationFailedException unanswered = Conversation.failure(talk.in(call, AWAITED));

        assertThat(busy.getOutcome()).isEqualTo(Outcome.BUSY);
        assertThat(busy.isRetryable()).isTrue();
        assertThat(busy.getEvent().shortType()).isEqualTo("CallTransferFailed");
        assertThat(busy.getCallConnectionId()).isEqualTo(call);
        assertThat(declined.getOutcome()).isEqualTo(Outcome.DECLINED);
        assertThat(unanswered.getOutcome()).isEqualTo(Outcome.NO_ANSWER);
        assertThat(simulator.call(call).orElseThrow().onTheLine()).containsExactly("4:" + ANN);
    }

    @Test
    void aCallThatEndsMeanwhileFailsTheTransferAfterTheGrace(AcsSimulator simulator) {
        simulator.person(DAN).answersAfter(Duration.ofMinutes(1));
        String call = talk.among(ANN);
        var waiting = app.template().asyncSend("acs-call:transfer?awaitEvent=true&target=" + DAN,
                exchange -> exchange.getMessage().setHeader("CamelAcsCallConnectionId", call));
        simulator.awaitRequest("transferCallToParticipant", SOON);

        app.send("acs-call:hangUp?callConnectionId=" + call);

        assertThat(waiting.join().getException()).isInstanceOf(CallDisconnectedException.class).hasMessageContaining(call);
    }

    @Test
    void anUnknownCallOrTransfereeIsRefused() {
        AcsCallException noCall = Conversation.refusal(talk.in(GONE, AWAITED));
        AcsCallException noTransferee = Conversation.refusal(talk.in(talk.among(ANN), AWAITED + "&transferee=" + BOB));

        assertThat(noCall.getOutcome()).isEqualTo(Outcome.CALL_NOT_FOUND);
        assertThat(noCall.getCallConnectionId()).isEqualTo(GONE);
        assertThat(noTransferee.getOutcome()).isEqualTo(Outcome.CALL_NOT_FOUND);
        assertThat(noTransferee.getServiceMessage()).contains("Participant not found");
    }

    @Test
    void inACallOfSeveralTheServiceAsksWho() {
        AcsCallException refused = Conversation.refusal(talk.in(talk.among(ANN, BOB), AWAITED));

        assertThat(refused.getOutcome()).isEqualTo(Outcome.INVALID_REQUEST);
        assertThat(refused.getServiceMessage()).contains("transferee");
    }
}
