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
import java.util.Optional;

import io.acscall.camel.CallDisconnectedException;
import io.acscall.camel.CallOperationFailedException;
import io.acscall.camel.CallOperationTimeoutException;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.call.IncomingCall;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Steps that go on with the event that ends them. */
class AwaitEventTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR
            = new AcsSimulatorExtension(builder -> builder.noAnswerAfter(Duration.ofMillis(150)));

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String PERSON = "+16045550100";
    private static final String LOOP = "acs-call:play?file=https://media.example.com/hold.wav&loop=true&awaitEvent=true";

    private static CallApp app;

    @BeforeAll
    static void start() throws Exception {
        app = CallApp.run(SIMULATOR.simulator(), routes -> routes.from("acs-call:events").to("mock:events"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static String type(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(CallEvent.class).shortType();
    }

    /** What the consumer got of the event that ended the wait. */
    private static Message connected(Exchange up) {
        Object id = up.getMessage().getHeader("CamelAcsCallEventId");
        return await().atMost(SOON).until(() -> app.mock("events").getExchanges().stream().map(Exchange::getMessage)
                .filter(event -> id.equals(event.getHeader("CamelAcsCallEventId"))).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private static Exchange create(String options) {
        return app.send("acs-call:createCall?awaitEvent=true&target=" + PERSON + options);
    }

    private static Exchange inCall(String uri) {
        return app.send(uri, "as it was", Map.of("CamelAcsCallConnectionId", app.call(PERSON)));
    }

    @Test
    void createCallGoesOnWhenThePersonAnswers(AcsSimulator simulator) {
        simulator.person(PERSON).answersAfter(Duration.ofMillis(50));

        Exchange up = create("");

        assertThat(type(up)).isEqualTo("CallConnected");
        Message message = up.getMessage();
        assertThat(message.getHeader("CamelAcsCallConnectionId"))
                .isEqualTo(message.getBody(CallEvent.class).callConnectionId());
        assertThat(message.getHeader("CamelAcsCallServerCallId")).isEqualTo(message.getBody(CallEvent.class).serverCallId());
        assertThat(message.getHeader("CamelAcsCallRemoteParty")).isEqualTo(PERSON);
    }

    @Test
    void createCallFailsWithTheReasonWhenNobodyComes(AcsSimulator simulator) {
        simulator.person(PERSON).busy();
        Exchange busy = create("");
        simulator.person(PERSON).declines();
        Exchange declined = create("");
        simulator.person(PERSON).doesNotAnswer();
        Exchange unanswered = create("");

        assertThat(busy.getException(CallOperationFailedException.class).getOutcome()).isEqualTo(Outcome.BUSY);
        assertThat(busy.getException(CallOperationFailedException.class).isRetryable()).isTrue();
        assertThat(busy.getException(CallOperationFailedException.class).getEvent().callConnectionId()).isNotNull();
        assertThat(busy.getMessage().getHeader("CamelAcsCallOutcome")).isEqualTo(Outcome.BUSY);
        assertThat(declined.getException(CallOperationFailedException.class).getOutcome()).isEqualTo(Outcome.DECLINED);
        assertThat(unanswered.getException(CallOperationFailedException.class).getOutcome()).isEqualTo(Outcome.NO_ANSWER);
        assertThat(simulator.timeline().requests("terminateCall")).as("a call that never came up is not ended").isEmpty();
    }

    @Test
    void createGroupCallGoesOnWhenTheFirstAnswers(AcsSimulator simulator) {
        simulator.person(PERSON).busy();

        Exchange up = app.send("acs-call:createGroupCall?awaitEvent=true&target=" + PERSON + ",+16045550111");

        assertThat(type(up)).isEqualTo("CallConnected");
    }

    @Test
    void createGroupCallFailsWhenNobodyAnswers(AcsSimulator simulator) {
        simulator.person(PERSON).busy();
        simulator.person("+16045550111").busy();

        Exchange failed = app.send("acs-call:createGroupCall?awaitEvent=true&target=" + PERSON + ",+16045550111");

        assertThat(failed.getException()).isInstanceOf(CallOperationFailedException.class);
    }

    @Test
    void answerGoesOnWhenTheCallIsConnected(AcsSimulator simulator) {
        IncomingCall ringing = simulator.placeCall(CallApp.CALLER, CallApp.OUR_NUMBER);

        Exchange answered = app.send("acs-call:answer?awaitEvent=true", null,
                Map.of("CamelAcsCallIncomingCallContext", ringing.incomingCallContext()));

        assertThat(type(answered)).isEqualTo("CallConnected");
        assertThat(answered.getMessage().getHeaders()).doesNotContainKey("CamelAcsCallIncomingCallContext");
    }

    @Test
    void playGoesOnWhenThePromptIsOver() {
        Exchange played = inCall("acs-call:play?file=https://media.example.com/hello.wav&awaitEvent=true");

        assertThat(type(played)).isEqualTo("PlayCompleted");
        assertThat(played.getMessage().getHeader("CamelAcsCallOutcome")).isNull();
    }

    @Test
    void aPlayThatANewerOneCancelsFails(AcsSimulator simulator) {
        String call = app.call(PERSON);
        var first = app.template().asyncSend(LOOP,
                exchange -> exchange.getMessage().setHeader("CamelAcsCallConnectionId", call));
        simulator.awaitRequest("play", SOON);

        Exchange second
                = app.send("acs-call:play?file=https://media.example.com/hello.wav&interrupt=true&awaitEvent=true", null,
                        Map.of("CamelAcsCallConnectionId", call));

        assertThat(type(second)).isEqualTo("PlayCompleted");
        assertThat(first.join().getException(CallOperationFailedException.class).getOutcome()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void hangUpGoesOnWhenTheCallIsOver() {
        for (boolean everyone : new boolean[] { true, false }) {
            assertThat(type(inCall("acs-call:hangUp?awaitEvent=true&forEveryone=" + everyone))).isEqualTo("CallDisconnected");
        }
    }

    @Test
    void hangUpOfACallThatIsGoneDoesNotWait() {
        Exchange gone = app.send("acs-call:hangUp?awaitEvent=true&callConnectionId=gone", "as it was", Map.of());

        assertThat(gone.getException()).isNull();
        assertThat(gone.getMessage().getBody()).isEqualTo("as it was");
        assertThat(gone.getMessage().getHeader("CamelAcsCallOutcome")).isEqualTo(Outcome.CALL_NOT_FOUND);
    }

    @Test
    void aCallThatEndsMeanwhileFailsTheStep(AcsSimulator simulator) {
        String call = app.call(PERSON);
        var waiting = app.template().asyncSend(LOOP, exchange -> {
            exchange.getMessage().setHeader("CamelAcsCallConnectionId", call);
            exchange.getMessage().setBody("as it was");
        });
        simulator.awaitRequest("play", SOON);

        simulator.hangUp(call, PERSON);

        Exchange ended = waiting.join();
        simulator.awaitCallback("PlayCanceled", SOON);
        assertThat(ended.getException()).as("though the cut prompt is reported before the end of the call")
                .isInstanceOf(CallDisconnectedException.class).hasMessageContaining("acs-call:play")
                .hasMessageContaining(call);
        assertThat(ended.getMessage().getBody()).as("a redelivery needs it").isEqualTo("as it was");
    }

    @Test
    void whatDoesNotComeInTimeFailsWithATimeoutAsCamelKnowsIt() {
        Exchange late = inCall(LOOP + "&awaitTimeout=120ms");

        assertThat(late.getException()).isInstanceOf(CallOperationTimeoutException.class)
                .hasCauseInstanceOf(ExchangeTimedOutException.class).hasMessageContaining("120 ms")
                .hasMessageContaining("awaitTimeout");
        assertThat(late.getException(CallOperationTimeoutException.class).getOutcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(late.getMessage().getHeader("CamelAcsCallOutcome")).isEqualTo(Outcome.TIMED_OUT);
    }

    @Test
    void theTimeoutMayComeFromAHeader() {
        Exchange late = app.send(LOOP, null,
                Map.of("CamelAcsCallConnectionId", app.call(PERSON), "CamelAcsCallAwaitTimeout", Duration.ofMillis(90)));

        assertThat(late.getException()).isInstanceOf(CallOperationTimeoutException.class).hasMessageContaining("90 ms");
    }

    @Test
    void aFailedRequestEndsTheStepWithoutWaiting() {
        Exchange refused = app.send(LOOP + "&callConnectionId=gone&awaitTimeout=1h");

        assertThat(refused.getException()).hasMessageContaining("CALL_NOT_FOUND");
    }

    @Test
    void aFailureThatDoesNotThrowGoesOnWithTheEvent(AcsSimulator simulator) {
        simulator.person(PERSON).busy();

        Exchange busy = create("&throwExceptionOnFailure=false");
        simulator.person(PERSON).accepts();
        Exchange late = inCall(LOOP + "&awaitTimeout=50ms&throwExceptionOnFailure=false");

        assertThat(type(busy)).isIn("CallDisconnected", "CreateCallFailed");
        assertThat(busy.getMessage().getHeader("CamelAcsCallOutcome")).isEqualTo(Outcome.BUSY);
        assertThat(busy.getMessage().getHeader("CamelAcsCallResultCode")).isEqualTo(486);
        assertThat(late.getException()).isNull();
        assertThat(late.getMessage().getBody()).isEqualTo("as it was");
        assertThat(late.getMessage().getHeader("CamelAcsCallOutcome")).isEqualTo(Outcome.TIMED_OUT);
    }

    @Test
    void theUsersContextIsRestoredForTheStepAndForConsumers(AcsSimulator simulator) {
        Exchange up = create("&operationContext=order.4711.é");

        assertThat(up.getMessage().getBody(CallEvent.class).operationContext()).isEqualTo("order.4711.é");
        assertThat(simulator.awaitRequest("createCall", SOON).body().path("operationContext").asText()).startsWith("acs1.")
                .endsWith(".order.4711.é");
        Message event = connected(up);
        assertThat(event.getHeader("CamelAcsCallOperationContext")).isEqualTo("order.4711.é");
        assertThat(event.getBody(CallEvent.class).data()).containsEntry("operationContext", "order.4711.é");
        assertThat(event.getHeader("CamelAcsCallAwaited")).isEqualTo(true);
    }

    @Test
    void withoutAContextOfTheUserNothingIsShown() {
        Exchange up = create("");

        assertThat(up.getMessage().getBody(CallEvent.class).operationContext()).isNull();
        assertThat(connected(up).getHeaders()).doesNotContainKey("CamelAcsCallOperationContext");
    }
}
