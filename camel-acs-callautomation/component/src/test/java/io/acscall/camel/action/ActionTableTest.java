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
package io.acscall.camel.action;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.Ending;
import io.acscall.camel.event.EventMatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the contract says of each action beside its request. */
class ActionTableTest {

    private static final ServiceResponse EMPTY = new ServiceResponse(204, null, null, "id");

    static Stream<CallAction> actions() {
        return Actions.all();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-",
               textBlock = """
                       createCall        | CallConnected            | CreateCallFailed        | FAILURE    | PT0S | PT2M30S | false
                       createGroupCall   | CallConnected            | CreateCallFailed        | FAILURE    | PT0S | PT2M30S | false
                       connect           | CallConnected            | ConnectFailed           | FAILURE    | PT0S | PT30S   | false
                       answer            | CallConnected            | AnswerFailed            | FAILURE    | PT0S | PT30S   | false
                       transfer          | CallTransferAccepted     | CallTransferFailed      | INTERRUPTS | PT2S | PT1M30S | false
                       cancelAddParticipant | CancelAddParticipantSucceeded | CancelAddParticipantFailed | INTERRUPTS | PT0S | PT30S | false
                       removeParticipant | RemoveParticipantSucceeded | RemoveParticipantFailed | INTERRUPTS | PT0S | PT30S   | false
                       recognize         | RecognizeCompleted       | RecognizeFailed RecognizeCanceled | INTERRUPTS | PT0S | PT1M9S | false
                       addParticipant    | AddParticipantSucceeded  | AddParticipantFailed    | INTERRUPTS | PT0S | PT2M30S | false
                       hangUp            | -                        | -                       | SUCCESS    | PT0S | PT30S   | true
                       startRecording    | RecordingStateChanged    | StartRecordingFailed    | INTERRUPTS | PT0S | PT30S   | false
                       pauseRecording    | RecordingStateChanged    | -                       | INTERRUPTS | PT0S | PT30S   | false
                       resumeRecording   | RecordingStateChanged    | -                       | INTERRUPTS | PT0S | PT30S   | false
                       stopRecording     | RecordingStateChanged    | -                       | INTERRUPTS | PT2S | PT30S   | false
                       play              | PlayCompleted            | PlayFailed PlayCanceled | INTERRUPTS | PT0S | PT10M   | false
                       hold              | ParticipantsUpdated      | HoldFailed              | INTERRUPTS | PT0S | PT30S   | false
                       unhold            | ParticipantsUpdated      | -                       | INTERRUPTS | PT0S | PT30S   | false
                       stopContinuousDtmf | ContinuousDtmfRecognitionStopped | -              | INTERRUPTS | PT0S | PT30S   | false
                       sendDtmf          | SendDtmfTonesCompleted   | SendDtmfTonesFailed     | INTERRUPTS | PT0S | PT30S   | false
                       startMediaStreaming | MediaStreamingStarted  | MediaStreamingFailed    | INTERRUPTS | PT0S | PT30S   | false
                       stopMediaStreaming | MediaStreamingStopped   | MediaStreamingFailed    | INTERRUPTS | PT0S | PT30S   | false
                       startTranscription | TranscriptionStarted    | TranscriptionFailed     | INTERRUPTS | PT0S | PT30S   | false
                       stopTranscription | TranscriptionStopped     | TranscriptionFailed     | INTERRUPTS | PT0S | PT30S   | false
                       updateTranscription | TranscriptionUpdated   | TranscriptionFailed     | INTERRUPTS | PT0S | PT30S   | false
                       """)
    void endsByItsOwnEvents(
            String name, String success, String failure, String disconnect, Duration grace, Duration timeout, boolean byCall) {
        CallAction action = Actions.named(name);
        Ending ending = action.ending();

        assertThat(ending.success()).isEqualTo(words(success));
        assertThat(ending.failure()).isEqualTo(words(failure));
        assertThat(ending.disconnect()).hasToString(disconnect);
        assertThat(ending.grace()).isEqualTo(grace);
        assertThat(ending.byCall()).isEqualTo(byCall);
        assertThat(ending.isNone()).isFalse();
        assertThat(action.awaitTimeout(MapInputs.of(action))).isEqualTo(timeout);
        assertThat(action.reports(MapInputs.of(action))).isEqualTo(1);
    }

    @Test
    void onlyACancelledPromptOrRecognitionYieldsToTheEndOfTheCall() {
        Duration time = Duration.ofMillis(500);
        Map<String, Map<String, Duration>> yielding = Actions.all().filter(action -> !action.ending().yielding().isEmpty())
                .collect(Collectors.toMap(CallAction::name, action -> action.ending().yielding()));

        assertThat(yielding).isEqualTo(Map.of(
                "play", Map.of("PlayCanceled", time), "recognize", Map.of("RecognizeCanceled", time)));
    }

    @ParameterizedTest
    @CsvSource({
            "reject", "redirect", "getCallProperties", "getParticipant", "listParticipants", "mute",
            "cancelAllMedia", "startContinuousDtmf", "getRecordingState", "downloadRecording",
            "deleteRecording" })
    void hasNoEndThatAnEventCouldTell(String name) {
        assertThat(Actions.named(name).ending().isNone()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void eachEndIsKnownByAContextOrByWhatItIsAbout(CallAction action) {
        if (!action.ending().isNone()) {
            assertThat(action.carriesContext()).isEqualTo(
                    Set.of(EventMatch.CONTEXT, EventMatch.STATE).contains(action.ending().match()));
        }
    }

    @Test
    void onlyAnswersToTheIncomingCallUseItUp() {
        assertThat(Actions.all().filter(CallAction::usesUpIncomingCall)).extracting(CallAction::name)
                .containsExactlyInAnyOrder("answer", "reject", "redirect");
        assertThat(Actions.all().filter(action -> action.options().contains(Options.INCOMING_CALL_CONTEXT)))
                .allMatch(CallAction::usesUpIncomingCall);
    }

    @Test
    void onlyHangUpIsContentWithACallThatHasGone() {
        assertThat(Actions.all().filter(CallAction::succeedsWhenCallIsGone)).extracting(CallAction::name)
                .containsExactly("hangUp");
    }

    @ParameterizedTest
    @MethodSource("actions")
    void namesNoOptionTwice(CallAction action) {
        assertThat(action.options()).extracting(Option::name).doesNotHaveDuplicates();
        assertThat(action.options()).extracting(Option::header).doesNotHaveDuplicates()
                .allMatch(h -> h.startsWith("CamelAcsCall"));
    }

    @ParameterizedTest
    @CsvSource({
            "reject", "redirect", "hangUp", "play", "transfer", "cancelAddParticipant", "removeParticipant", "mute",
            "recognize", "cancelAllMedia", "startContinuousDtmf", "stopContinuousDtmf", "sendDtmf", "startMediaStreaming",
            "stopMediaStreaming", "startTranscription", "stopTranscription", "updateTranscription", "hold", "unhold",
            "pauseRecording", "resumeRecording", "stopRecording", "downloadRecording",
            "deleteRecording" })
    void leavesTheBodyAloneWhenThereIsNothingToSay(String name) {
        CallAction action = Actions.named(name);

        assertThat(action.result(MapInputs.of(action), EMPTY)).isSameAs(ActionResult.NONE);
        assertThat(action.result(MapInputs.of(action), List.of(EMPTY))).isSameAs(ActionResult.NONE);
        assertThat(action.next(EMPTY)).isEmpty();
    }

    @Test
    void aMoveEndsWhenEachOneHasBeenReported() {
        MoveParticipants move = new MoveParticipants();

        assertThat(move.ending()).isEqualTo(Ending.on("MoveParticipantSucceeded").failingOn("MoveParticipantFailed"));
        assertThat(move.awaitTimeout(MapInputs.of(move))).isEqualTo(Duration.ofSeconds(30));
        assertThat(move.reports(MapInputs.of(move).uri("target", "+16041234567,8:acs:r_u,4:+16041234567"))).isEqualTo(2);
        assertThat(move.reports(MapInputs.of(move).raw("{'targetParticipants':[{'rawId':'8:acs:r_u'}]}"))).isEqualTo(1);
    }

    @Test
    void listensAsLongAsThePersonMayBeSilent() {
        Recognize recognize = new Recognize();

        assertThat(recognize.awaitTimeout(MapInputs.of(recognize).uri("initialSilenceTimeout", "20s").uri("maxTones", "4")
                .uri("interToneTimeout", "5s").uri("endSilenceTimeout", "3s")))
                .isEqualTo(Duration.ofSeconds(20 + 4 * 5 + 3 + 60));
    }

    @Test
    void waitsForAnInvitationAsLongAsItLasts() {
        AddParticipant add = new AddParticipant();

        assertThat(add.awaitTimeout(MapInputs.of(add).uri("invitationTimeout", "60s"))).isEqualTo(Duration.ofSeconds(75));
        assertThat(add.awaitTimeout(MapInputs.of(add).header("CamelAcsCallInvitationTimeout", 20_000)))
                .isEqualTo(Duration.ofSeconds(35));
    }

    private static Set<String> words(String text) {
        return text == null ? Set.of() : Set.of(text.split(" "));
    }
}
