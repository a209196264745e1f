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
import io.acscall.camel.CallRequestException;
import io.acscall.camel.action.CallProperties;
import io.acscall.camel.client.Participant;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.call.IncomingCall;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.timeline.TimelineEntry;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Each action about calls, with a service that does it and with one that refuses. */
class CallActionsTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String GONE = "401f0000-0000-4000-8000-00000000dead";

    private static CallApp app;

    @BeforeAll
    static void start() throws Exception {
        app = CallApp.run(SIMULATOR.simulator(), routes -> routes.from("acs-call:events").to("mock:events"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static AcsCallException failure(Exchange exchange) {
        assertThat(exchange.getException()).isInstanceOf(CallRequestException.class)
                .isInstanceOf(CamelExchangeException.class);
        return exchange.getException(AcsCallException.class);
    }

    private static Map<String, Object> context(IncomingCall call) {
        return Map.of("CamelAcsCallIncomingCallContext", call.incomingCallContext());
    }

    @Test
    void createCallGivesThePropertiesOfTheCallAndItsIds(AcsSimulator simulator) {
        Message made = app.send("acs-call:createCall?target=+16045550100").getMessage();

        CallProperties call = made.getBody(CallProperties.class);
        assertThat(call.callConnectionState()).isEqualTo("connecting");
        assertThat(call.targets()).extracting(Participant::notation).containsExactly("+16045550100");
        assertThat(made.getHeader("CamelAcsCallConnectionId")).isEqualTo(call.callConnectionId());
        assertThat(made.getHeader("CamelAcsCallCorrelationId")).isEqualTo(call.correlationId()).isNotNull();
        assertThat(made.getHeader("CamelAcsCallRemoteParty")).isEqualTo("+16045550100");
        assertThat(made.getHeader("CamelAcsCallOutcome")).isNull();
        assertThat(simulator.awaitRequest("createCall", SOON).body().path("sourceCallerIdNumber").path("value").asText())
                .isEqualTo(CallApp.OUR_NUMBER);
    }

    @Test
    void createGroupCallRingsAllAndHasNoOneRemoteParty(AcsSimulator simulator) {
        Exchange made = app.send("acs-call:createGroupCall?target=+16045550100,8:acs:r_u", null,
                Map.of("CamelAcsCallRemoteParty", "+16040000000"));

        assertThat(made.getException()).isNull();
        assertThat(made.getMessage().getBody(CallProperties.class).targets()).extracting(Participant::notation)
                .containsExactly("+16045550100", "8:acs:r_u");
        assertThat(made.getMessage().getHeader("CamelAcsCallRemoteParty")).as("of an earlier call").isNull();
        simulator.awaitRequest("createCall", SOON);
    }

    @Test
    void aRefusedCreateCallFailsWithWhatTheServiceSaid() {
        Exchange refused = app.send("acs-call:createCall?target=+16045550100&callbackUri=http://127.0.0.1:1/x"
                                    + "&bodyAsRequest=true&operationContext=c",
                Map.of("callIntelligenceOptions", "no object"), Map.of());

        AcsCallException failure = failure(refused);
        assertThat(failure.getOutcome()).isEqualTo(Outcome.INVALID_REQUEST);
        assertThat(failure.getAction()).isEqualTo("createCall");
        assertThat(failure.getStatusCode()).isEqualTo(400);
        assertThat(failure.getErrorCode()).isEqualTo("8523");
        assertThat(failure.getServiceMessage()).contains("callIntelligenceOptions");
        assertThat(failure.getClientRequestId()).isNotBlank();
        assertThat(failure.isRetryable()).isFalse();
        assertThat(failure).hasMessageContaining("acs-call:createCall").hasMessageContaining("INVALID_REQUEST");
        assertThat(refused.getMessage().getHeader("CamelAcsCallOutcome")).isEqualTo(Outcome.INVALID_REQUEST);
        assertThat(refused.getMessage().getHeader("CamelAcsCallResultCode")).isEqualTo(400);
    }

    @Test
    void answerTakesTheCallAndUsesItsContextUp(AcsSimulator simulator) {
        IncomingCall ringing = simulator.placeCall(CallApp.CALLER, CallApp.OUR_NUMBER);

        Exchange answered = app.send("acs-call:answer", null, context(ringing));

        assertThat(answered.getException()).isNull();
        CallProperties call = answered.getMessage().getBody(CallProperties.class);
        assertThat(answered.getMessage().getHeader("CamelAcsCallConnectionId")).isEqualTo(call.callConnectionId());
        assertThat(call.serverCallId()).isEqualTo(ringing.serverCallId());
        assertThat(answered.getMessage().getHeader("CamelAcsCallServerCallId")).isEqualTo(ringing.serverCallId());
        assertThat(answered.getMessage().getHeaders()).doesNotContainKey("CamelAcsCallIncomingCallContext");
        simulator.awaitCallback("CallConnected", SOON);
    }

    @Test
    void aCallThatIsGoneCanNotBeAnswered(AcsSimulator simulator) {
        IncomingCall ringing = simulator.placeCall(CallApp.CALLER, CallApp.OUR_NUMBER);
        simulator.hangUp(ringing.callId(), CallApp.CALLER);

        Exchange answered = app.send("acs-call:answer", "as it was", context(ringing));

        assertThat(failure(answered).getOutcome()).isEqualTo(Outcome.CALL_EXPIRED);
        assertThat(failure(answered).getStatusCode()).isEqualTo(404);
        assertThat(answered.getMessage().getBody()).isEqualTo("as it was");
        assertThat(answered.getMessage().getHeaders()).as("a redelivery needs it")
                .containsKey("CamelAcsCallIncomingCallContext");
    }

    @Test
    void rejectTellsTheCallerWhyAndLeavesTheBody(AcsSimulator simulator) {
        IncomingCall ringing = simulator.placeCall(CallApp.CALLER, CallApp.OUR_NUMBER);

        Exchange rejected = app.send("acs-call:reject?reason=busy", "as it was", context(ringing));

        assertThat(rejected.getException()).isNull();
        assertThat(rejected.getMessage().getBody()).isEqualTo("as it was");
        assertThat(rejected.getMessage().getHeaders()).doesNotContainKey("CamelAcsCallIncomingCallContext");
        assertThat(simulator.awaitRequest("rejectCall", SOON).body().path("callRejectReason").asText()).isEqualTo("busy");
        assertThat(simulator.call(ringing.callId()).orElseThrow().endReason()).contains("486");
        assertThat(failure(app.send("acs-call:reject", null, context(ringing))).getOutcome()).isEqualTo(Outcome.CALL_EXPIRED);
    }

    @Test
    void redirectHandsTheCallOnAndLeavesTheBody(AcsSimulator simulator) {
        IncomingCall ringing = simulator.placeCall(CallApp.CALLER, CallApp.OUR_NUMBER);

        Exchange redirected = app.send("acs-call:redirect?target=+16045550111", "as it was", context(ringing));

        assertThat(redirected.getException()).isNull();
        assertThat(redirected.getMessage().getBody()).isEqualTo("as it was");
        assertThat(redirected.getMessage().getHeaders()).doesNotContainKey("CamelAcsCallIncomingCallContext");
        assertThat(simulator.call(ringing.callId()).orElseThrow().people()).extracting("rawId").contains("4:+16045550111");
        assertThat(failure(app.send("acs-call:redirect?target=+16045550111", null, context(ringing))).getOutcome())
                .isEqualTo(Outcome.CALL_EXPIRED);
    }

    @Test
    void hangUpLeavesTheCallAndKeepsTheBody(AcsSimulator simulator) {
        String call = app.call("+16045550100");

        Exchange left = app.send("acs-call:hangUp", "as it was", Map.of("CamelAcsCallConnectionId", call));

        assertThat(left.getException()).isNull();
        assertThat(left.getMessage().getBody()).isEqualTo("as it was");
        assertThat(left.getMessage().getHeader("CamelAcsCallOutcome")).isNull();
        assertThat(simulator.awaitRequest("hangUp", SOON).method()).isEqualTo("DELETE");
        simulator.awaitCallback("CallDisconnected", SOON);
    }

    @Test
    void hangUpForEveryoneTerminatesTheCall(AcsSimulator simulator) {
        String call = app.call("+16045550100");

        app.send("acs-call:hangUp", null, Map.of("CamelAcsCallConnectionId", call, "CamelAcsCallForEveryone", true));

        TimelineEntry request = simulator.awaitRequest("terminateCall", SOON);
        assertThat(request.headers()).containsKeys("repeatability-request-id", "repeatability-first-sent");
    }

    @Test
    void hangUpOfACallThatIsGoneSucceedsAndSaysSo() {
        for (boolean everyone : new boolean[] { true, false }) {
            Exchange gone = app.send("acs-call:hangUp?forEveryone=" + everyone, "as it was",
                    Map.of("CamelAcsCallConnectionId", GONE));

            assertThat(gone.getException()).isNull();
            assertThat(gone.getMessage().getHeader("CamelAcsCallOutcome")).isEqualTo(Outcome.CALL_NOT_FOUND);
            assertThat(gone.getMessage().getBody()).isEqualTo("as it was");
        }
    }

    @Test
    void getCallPropertiesReadsTheStateOfTheCall() {
        String id = app.call("+16045550100");

        Message read = app.send("acs-call:getCallProperties", null, Map.of("CamelAcsCallConnectionId", id)).getMessage();

        CallProperties call = read.getBody(CallProperties.class);
        assertThat(call.callConnectionState()).isEqualTo("connected");
        assertThat(call.serverCallId()).isNotBlank().isEqualTo(read.getHeader("CamelAcsCallServerCallId"));
        assertThat(call.sourceCallerId().notation()).isEqualTo(CallApp.OUR_NUMBER);
        assertThat(call.callbackUri()).isEqualTo(app.callbackUri().toString());
    }

    @Test
    void getCallPropertiesOfACallThatIsGoneFails() {
        Exchange gone = app.send("acs-call:getCallProperties?callConnectionId=" + GONE);

        assertThat(failure(gone).getOutcome()).isEqualTo(Outcome.CALL_NOT_FOUND);
        assertThat(failure(gone).getCallConnectionId()).isEqualTo(GONE);
        assertThat(failure(gone)).hasMessageContaining(GONE);
    }

    @Test
    void aFailureThatDoesNotThrowLeavesTheOutcomeInTheHeaders() {
        Exchange gone = app.send("acs-call:getCallProperties?throwExceptionOnFailure=false&callConnectionId=" + GONE,
                "as it was", Map.of());

        assertThat(gone.getException()).isNull();
        assertThat(gone.getMessage().getBody()).isEqualTo("as it was");
        assertThat(gone.getMessage().getHeader("CamelAcsCallOutcome")).isEqualTo(Outcome.CALL_NOT_FOUND);
        assertThat(gone.getMessage().getHeader("CamelAcsCallRetryable")).isEqualTo(false);
        assertThat(gone.getMessage().getHeader("CamelAcsCallResultCode")).isEqualTo(404);
    }
}
