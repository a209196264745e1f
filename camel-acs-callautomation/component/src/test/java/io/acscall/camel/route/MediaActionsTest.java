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

import io.acscall.camel.CallOperationFailedException;
import io.acscall.camel.action.CallParticipant;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.fault.OutcomeRule;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Keys, hold and streams over HTTP against the simulator. */
class MediaActionsTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String ANN = Conversation.ANN;
    private static final Map<String, Object> PARTY = Map.of("CamelAcsCallRemoteParty", ANN);

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
    void tonesAreSentToTheRemoteParty(AcsSimulator simulator) {
        Exchange sent = talk.in(talk.among(ANN), "acs-call:sendDtmf?tones=RAW(12#)&awaitEvent=true", PARTY);

        Conversation.event(sent, "SendDtmfTonesCompleted");
        assertThat(simulator.timeline().requests("sendDtmfTones").get(0).body().path("tones")).extracting(tone -> tone.asText())
                .isEqualTo(List.of("one", "two", "pound"));
    }

    @Test
    void keysAreEventsUntilItIsStopped(AcsSimulator simulator) {
        String call = talk.among(ANN);
        assertThat(talk.in(call, "acs-call:startContinuousDtmf", PARTY).getException()).isNull();

        assertThat(talk.in(call, "acs-call:cancelAllMedia").getException()).isNull();
        Conversation.event(talk.in(call, "acs-call:stopContinuousDtmf?awaitEvent=true", PARTY),
                "ContinuousDtmfRecognitionStopped");
        assertThat(simulator.timeline().requests("startContinuousDtmfRecognition")).hasSize(1);
    }

    @Test
    void somebodyIsHeldAndTakenBack() {
        String call = talk.among(Conversation.BOB);
        String target = "&target=" + Conversation.BOB;

        assertThat(talk.in(call, "acs-call:hold?awaitEvent=true" + target).getException()).isNull();
        assertThat(isHeld(call)).isTrue();
        assertThat(talk.in(call, "acs-call:unhold?awaitEvent=true" + target).getException()).isNull();
        assertThat(isHeld(call)).isFalse();
    }

    private static Boolean isHeld(String call) {
        return talk.in(call, "acs-call:getParticipant?target=" + Conversation.BOB).getMessage()
                .getBody(CallParticipant.class).onHold();
    }

    @Test
    void cancellingEndsAPromptThatIsWaitedFor() {
        String call = talk.among(ANN);
        var prompt = app.template().asyncSend("acs-call:play?file=https://media.example.com/a.wav&loop=true&awaitEvent=true",
                exchange -> {
                    exchange.getMessage().setBody("as it was");
                    exchange.getMessage().setHeader("CamelAcsCallConnectionId", call);
                });
        talk.consumed("PlayStarted", call);

        assertThat(talk.in(call, "acs-call:cancelAllMedia").getException()).isNull();

        await().atMost(SOON).until(prompt::isDone);
        assertThat(Conversation.failure(prompt.join()).getEvent().shortType()).isEqualTo("PlayCanceled");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "play|8536|play?file=https://media.example.com/a.wav|PlayFailed",
            "play|8535|play?file=https://media.example.com/a.wav|PlayFailed",
            "recognize|8511|recognize?inputType=dtmf&maxTones=1&file=https://media.example.com/a.wav|RecognizeFailed",
            "recognize|8512|recognize?inputType=dtmf&maxTones=1&file=https://media.example.com/a.wav|RecognizeFailed",
            "sendDtmfTones|9999|sendDtmf?tones=1|SendDtmfTonesFailed" })
    void whatFailsAfterItWasTakenFailsTheStepWithItsEvent(
            String operation, int subCode, String uri, String event, AcsSimulator simulator) {
        String call = talk.among(ANN);
        simulator.faults().outcomes(OutcomeRule.of(operation).fails(subCode).times(1));
        CallOperationFailedException failed
                = Conversation.failure(talk.in(call, "acs-call:" + uri + "&awaitEvent=true", PARTY));

        assertThat(failed.getEvent().shortType()).isEqualTo(event);
        assertThat(failed.getEvent().result().subCode()).isEqualTo(subCode);
    }

    @Test
    void keysThatCannotBeHeardAreAnEventOfTheirOwn(AcsSimulator simulator) {
        String call = talk.among(ANN);
        simulator.faults().outcomes(OutcomeRule.of("startContinuousDtmfRecognition").times(1));

        assertThat(talk.in(call, "acs-call:startContinuousDtmf", PARTY).getException()).isNull();
        simulator.press(call, ANN, "1");
        talk.consumed("ContinuousDtmfRecognitionToneFailed", call);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "cancelAllMedia", "startContinuousDtmf", "stopContinuousDtmf", "sendDtmf?tones=1", "hold", "unhold",
            "startMediaStreaming", "stopMediaStreaming", "startTranscription?locale=en-US", "stopTranscription",
            "updateTranscription?locale=de-DE" })
    void aCallThatIsGoneIsRefused(String uri) {
        Conversation.refusal(talk.in(Conversation.GONE, "acs-call:" + uri, PARTY));
    }

    @ParameterizedTest
    @ValueSource(strings = { "cancelAllMedia", "startContinuousDtmf" })
    void whatNothingEndsIsNotWaitedFor(String action) {
        assertThatThrownBy(() -> app.context().getEndpoint("acs-call:" + action + "?awaitEvent=true").start())
                .hasStackTraceContaining("can't have awaitEvent=true");
    }
}
