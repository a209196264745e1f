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

import io.acscall.camel.AcsCallException;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.timeline.TimelineEntry;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The Kamelets that act on a call that is up, from routes in YAML. */
class CallKameletsTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension(
            builder -> builder.speechRate(1000).maxSilence(Duration.ofMillis(100)).noAnswerAfter(Duration.ofMillis(300)));

    private static final String PERSON = "+16045550100";
    private static final String COLLEAGUE = "+16045550101";
    private static final String CONNECTION = "CamelAcsCallConnectionId";
    private static YamlApp app;

    @BeforeEach
    void startOnce(AcsSimulator simulator) throws Exception {
        if (app == null) {
            app = YamlApp.start(simulator, Resource.text("/routes/calls.yaml"));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
        app = null;
    }

    private static Exchange inCall(String route) {
        return inCall(route, null);
    }

    private static Exchange inCall(String route, Object body) {
        return app.send("direct:" + route, body, call(PERSON));
    }

    private static Map<String, Object> call(String person) {
        Exchange up = app.send("direct:create", null, Map.of("CamelAcsCallTarget", person));
        assertThat(up.getException()).isNull();
        Object party = up.getMessage().getHeader("CamelAcsCallRemoteParty");
        return Map.of(CONNECTION, up.getMessage().getHeader(CONNECTION), "CamelAcsCallRemoteParty", party);
    }

    private static Map<String, Object> withColleague() {
        Map<String, Object> call = call(PERSON);
        assertThat(app.send("direct:add", null, call).getException()).isNull();
        return call;
    }

    private static TimelineEntry only(AcsSimulator simulator, String operation) {
        assertThat(simulator.timeline().requests(operation)).as(simulator.timeline().describe()).hasSize(1);
        return simulator.timeline().requests(operation).get(0);
    }

    private static void failed(Exchange exchange, Outcome outcome) {
        assertThat(exchange.getException(AcsCallException.class)).isNotNull();
        assertThat(exchange.getException(AcsCallException.class).getOutcome()).isEqualTo(outcome);
    }

    @Test
    void createCallGoesOnWhenThePersonHasAnswered(AcsSimulator simulator) {
        Exchange up = app.send("direct:createNamed");

        assertThat(up.getException()).isNull();
        assertThat(simulator.timeline().callbacks("CallConnected")).hasSize(1);
        assertThat(only(simulator, "createCall").body().at("/targets/0/phoneNumber/value").asText()).isEqualTo(PERSON);
    }

    @Test
    void createCallFailsWhenTheLineIsBusy(AcsSimulator simulator) {
        simulator.person(PERSON).busy();

        failed(app.send("direct:createNamed"), Outcome.BUSY);
    }

    @Test
    void createCallTellsTheOutcomeInAHeaderWhereItMayNotFail(AcsSimulator simulator) {
        simulator.person(PERSON).doesNotAnswer();

        Exchange done = app.send("direct:createQuietly");

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader("CamelAcsCallOutcome")).isEqualTo(Outcome.NO_ANSWER);
    }

    @Test
    void createCallDoesNotWaitWhereItMayNot(AcsSimulator simulator) {
        simulator.person(PERSON).doesNotAnswer();

        assertThat(app.send("direct:createAtOnce").getException()).isNull();
    }

    @Test
    void createCallWithoutATargetSaysWhatIsMissing() {
        assertThat(app.send("direct:create").getException()).hasMessageContaining("target")
                .hasMessageContaining("CamelAcsCallTarget");
    }

    @Test
    void playIsOverWhenTheStepIsOver(AcsSimulator simulator) {
        Exchange played = inCall("play");

        assertThat(played.getException()).isNull();
        assertThat(simulator.timeline().callbacks("PlayCompleted")).hasSize(1);
        assertThat(only(simulator, "play").body().at("/playSources/0/text/text").asText()).isEqualTo("Welcome.");
    }

    @Test
    void playSpeaksTheBodyWhereNoPromptIsGiven(AcsSimulator simulator) {
        assertThat(inCall("playBody", "1 + 1 & 100 %").getException()).isNull();

        assertThat(only(simulator, "play").body().at("/playSources/0/text/text").asText()).isEqualTo("1 + 1 & 100 %");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "playRaw  | /playSources/0/text/text     | Press 1 & 2 + 50% #9",
            "playSsml | /playSources/0/ssml/ssmlText | <speak version=\"1.0\">Salt &amp; pepper.</speak>",
            "playFile | /playSources/0/file/uri      | https://media.example.com/a.wav?sig=a%2Bb&v=1" })
    void playTakesWhatARawPromptSays(String route, String where, String prompt, AcsSimulator simulator) {
        assertThat(inCall(route).getException()).isNull();

        assertThat(only(simulator, "play").body().at(where).asText()).isEqualTo(prompt);
    }

    @Test
    void playWithoutAPromptFailsAndSaysWhatIsMissing() {
        assertThat(inCall("playBody").getException()).hasMessageContaining("needs a prompt");
    }

    @Test
    void collectLeavesTheKeys(AcsSimulator simulator) {
        simulator.person(PERSON).presses("4711#");

        Exchange asked = inCall("collectKeys");

        assertThat(asked.getException()).isNull();
        assertThat(asked.getMessage().getHeader("CamelAcsCallTones")).isEqualTo("4711#");
        assertThat(only(simulator, "recognize").body().at("/playPrompt/text/text").asText()).isEqualTo("Your number, please.");
    }

    @Test
    void collectLeavesTheChoice(AcsSimulator simulator) {
        simulator.person(PERSON).says("new order");

        assertThat(inCall("collectChoice").getMessage().getHeader("CamelAcsCallChoice")).isEqualTo("Sales");
    }

    @Test
    void collectLeavesWhatWasSaid(AcsSimulator simulator) {
        simulator.person(PERSON).says("My order is late.");

        assertThat(inCall("collectSpeech").getMessage().getHeader("CamelAcsCallSpeech")).isEqualTo("My order is late.");
    }

    @Test
    void collectFailsOnSilence() {
        failed(inCall("collectKeys"), Outcome.SILENCE);
    }

    @Test
    void transferIsOverWhenItIsAccepted(AcsSimulator simulator) {
        assertThat(inCall("transfer").getException()).isNull();

        assertThat(simulator.timeline().callbacks("CallTransferAccepted")).hasSize(1);
    }

    @Test
    void transferFailsWhenTheOtherIsBusy(AcsSimulator simulator) {
        simulator.person(COLLEAGUE).busy();

        failed(inCall("transfer"), Outcome.BUSY);
    }

    @Test
    void addIsOverWhenThePersonHasJoined(AcsSimulator simulator) {
        Exchange added = inCall("add");

        assertThat(added.getException()).isNull();
        assertThat(added.getMessage().getHeader("CamelAcsCallInvitationId")).isNotNull();
        assertThat(simulator.timeline().callbacks("AddParticipantSucceeded")).hasSize(1);
        assertThat(only(simulator, "addParticipant").body().path("invitationTimeoutInSeconds").asInt()).isEqualTo(60);
    }

    @Test
    void addFailsWhenThePersonDeclines(AcsSimulator simulator) {
        simulator.person(COLLEAGUE).declines();

        failed(inCall("add"), Outcome.DECLINED);
    }

    @Test
    void moveBringsPeopleFromAnotherCall(AcsSimulator simulator) {
        Object lobby = call(COLLEAGUE).get(CONNECTION);
        Object main = call(PERSON).get(CONNECTION);

        Exchange moved = app.send("direct:move", null,
                Map.of(CONNECTION, main, "CamelAcsCallFromCallConnectionId", lobby));

        assertThat(moved.getException()).isNull();
        assertThat(simulator.timeline().callbacks("MoveParticipantSucceeded")).hasSize(1);
    }

    @Test
    void moveFailsWhenTheOtherCallIsGone() {
        Object main = call(PERSON).get(CONNECTION);

        Exchange moved = app.send("direct:move", null, Map.of(CONNECTION, main, "CamelAcsCallFromCallConnectionId",
                "401f0000-0000-4000-8000-00000000dead"));

        assertThat(moved.getException(AcsCallException.class)).isNotNull();
    }

    @Test
    void removeIsOverWhenThePersonHasLeft(AcsSimulator simulator) {
        assertThat(app.send("direct:remove", null, withColleague()).getException()).isNull();

        assertThat(simulator.timeline().callbacks("RemoveParticipantSucceeded")).hasSize(1);
    }

    @Test
    void removeFailsWhenThePersonIsNotInTheCall() {
        assertThat(inCall("remove").getException(AcsCallException.class)).isNotNull();
    }

    @Test
    void hangUpIsOverWhenTheCallHasEnded(AcsSimulator simulator) {
        assertThat(inCall("hangUp").getException()).isNull();

        assertThat(simulator.timeline().callbacks("CallDisconnected")).hasSize(1);
        assertThat(only(simulator, "terminateCall")).isNotNull();
    }

    @Test
    void hangUpOfACallThatHasGoneIsASuccess() {
        Map<String, Object> call = call(PERSON);
        app.send("direct:hangUp", null, call);

        Exchange again = app.send("direct:hangUp", null, call);

        assertThat(again.getException()).isNull();
        assertThat(again.getMessage().getHeader("CamelAcsCallOutcome")).isEqualTo(Outcome.CALL_NOT_FOUND);
    }

    @Test
    void hangUpWithoutACallSaysWhatIsMissing() {
        assertThat(app.send("direct:hangUp").getException()).hasMessageContaining("CamelAcsCallConnectionId");
    }

    @Test
    void startRecordingIsOverWhenItRuns(AcsSimulator simulator) {
        Exchange recorded = inCall("record");

        assertThat(recorded.getException()).isNull();
        assertThat(recorded.getMessage().getHeader("CamelAcsCallRecordingId")).isNotNull();
        assertThat(only(simulator, "startRecording").body().path("recordingContentType").asText()).isEqualTo("audio");
    }

    @Test
    void startRecordingFailsWhenTheCallHasGone() {
        Map<String, Object> call = call(PERSON);
        app.send("direct:hangUp", null, call);

        assertThat(app.send("direct:record", null, call).getException(AcsCallException.class)).isNotNull();
    }
}
