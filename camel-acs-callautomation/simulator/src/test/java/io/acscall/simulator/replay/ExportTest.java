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
package io.acscall.simulator.replay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.call.Direction;
import io.acscall.simulator.call.IncomingCall;
import io.acscall.simulator.fault.RestRule;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.BOB;
import static io.acscall.simulator.testing.CallScene.CALLS;
import static io.acscall.simulator.testing.CallScene.OURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/** A call as a file: what it tells, what it hides, and that it keeps to its schema. */
class ExportTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension(builder -> builder.timelineEntries(500));

    private static final String PIN = "7351";

    private final RecordingSchema schema = new RecordingSchema();
    private AcsSimulator simulator;
    private CallScene scene;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new CallScene(simulator);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void anIncomingCallTellsWhoCalledWhatWasAskedAndWhatCameBack() {
        String id = callWithAPin();
        CallRecording recording = simulator.exportCall(id, true);

        schema.accepts(recording.toJson());
        assertThat(recording.includesTones()).isTrue();
        assertThat(recording.apiVersion()).isEqualTo("2026-03-12");
        assertThat(recording.call().direction()).isEqualTo(Direction.INCOMING);
        assertThat(recording.call().from()).as("people get other numbers").isEqualTo("+15555550001");
        assertThat(recording.call().to()).as("the resource keeps its numbers").isEqualTo(OURS);
        assertThat(recording.call().ended()).isTrue();
        assertThat(recording.requests()).extracting(RecordedRequest::operation)
                .containsExactly("answerCall", "recognize", "hangUp");
        assertThat(recording.requests()).extracting(RecordedRequest::path).containsExactly(
                CALLS + ":answer", CALLS + "/$call1:recognize", CALLS + "/$call1");
        assertThat(recording.requests()).extracting(RecordedRequest::status).containsExactly(200, 202, 204);
        assertThat(recording.steps()).filteredOn(RecordedCallback.class::isInstance)
                .extracting(step -> ((RecordedCallback) step).type())
                .containsSubsequence("CallConnected", "RecognizeCompleted", "CallDisconnected");
        assertThat(recording.people()).extracting(RecordedPerson::id).containsExactly("+15555550001");
        assertThat(recording.people().get(0).does()).extracting(RecordedInput::text).containsExactly(PIN);
    }

    @Test
    void keysAndWordsAreHiddenUnlessAskedFor() {
        String id = callWithAPin();
        CallRecording recording = simulator.exportCall(id);

        schema.accepts(recording.toJson());
        assertThat(recording.hidesInput()).isTrue();
        assertThat(Json.text(recording.toJson())).doesNotContain(PIN).doesNotContain("seven").contains("\"tones\":\"?\"");
    }

    @Test
    void nothingInTheFileNamesAPersonAnIdAnAddressOrASecret() {
        String id = callWithAPin();
        String text = Json.text(simulator.exportCall(id, true).toJson());

        assertThat(text).doesNotContain(ANN).doesNotContain(ANN.substring(1)).doesNotContain(id)
                .doesNotContain("127.0.0.1").doesNotContain("call=42").doesNotContain("eyJ").doesNotContain("Signature");
        assertThat(text).contains("$app/cb").contains("$incomingCall1").contains("$serverCall1").contains("$correlation1")
                .contains("4:+15555550001");
    }

    @Test
    void whatPeopleDoByHandIsMarked() {
        simulator.person(ANN).doesNotAnswer();
        String id = scene.create(ANN);
        simulator.answer(id, ANN);
        scene.awaitEvent(id, "ParticipantsUpdated");
        simulator.press(id, ANN, "12#");
        simulator.hangUp(id, ANN);
        scene.awaitEvent(id, "CallDisconnected");
        String callId = simulator.calls().get(0).callId();
        CallRecording recording = simulator.exportCall(callId, true);

        schema.accepts(recording.toJson());
        assertThat(recording.call().direction()).isEqualTo(Direction.OUTGOING);
        assertThat(recording.steps()).filteredOn(RecordedAct.class::isInstance).extracting(step -> (RecordedAct) step)
                .extracting(RecordedAct::action, RecordedAct::byHand, RecordedAct::text)
                .containsExactly(tuple("ring", false, null), tuple("answer", true, null), tuple("tones", true, "12#"),
                        tuple("hangUp", true, null));
    }

    @Test
    void whoHoldsTheCallByHandIsRecorded() {
        String id = scene.connected(BOB);
        for (String action : List.of("hold", "unhold")) {
            scene.client().sendRaw("POST", "/simulator/calls/" + id + "/people/" + BOB + "/" + action, new byte[0], Map.of());
        }
        CallRecording recording = simulator.exportCall(id);

        schema.accepts(recording.toJson());
        assertThat(recording.steps()).filteredOn(RecordedAct.class::isInstance).map(RecordedAct.class::cast)
                .filteredOn(RecordedAct::byHand).extracting(RecordedAct::action).containsExactly("hold", "unhold");
    }

    @Test
    void aCallBetweenPeopleTellsWhoTalked() {
        String callId = simulator.runningCall(ANN, "8:orgid:11111111-0000-4000-8000-000000000001").callId();
        CallRecording recording = simulator.exportCall(callId);

        schema.accepts(recording.toJson());
        assertThat(recording.call().participants())
                .containsExactly("+15555550001", "8:orgid:11111111-0000-4000-8000-000000000001");
        assertThat(recording.call().ended()).isFalse();
    }

    @Test
    void repetitionsAndTriesWithoutAnAnswerAreLeftOut() {
        UUID request = UUID.randomUUID();
        String body = Json.text(scene.createBody(ANN));
        String id = scene.client().send("POST", CALLS, body, CallScene.repeatable(request)).body().path("callConnectionId")
                .asText();
        scene.client().send("POST", CALLS, body, CallScene.repeatable(request));
        scene.awaitEvent(id, "ParticipantsUpdated");
        simulator.faults().rest(RestRule.every().answers(429).times(1));
        scene.client().get(CALLS + "/" + id);
        scene.client().get(CALLS + "/" + id);
        scene.client().post(CALLS + "/" + id + ":play", "{}");

        assertThat(simulator.exportCall(id).requests()).extracting(RecordedRequest::status).containsExactly(201, 200, 400);
    }

    @Test
    void aRequestAboutACallThatIsOverBelongsToItsRecording() {
        String id = scene.connected(ANN);
        String callId = simulator.call(id).orElseThrow().callId();
        simulator.hangUp(callId, ANN);
        scene.awaitEvent(id, "CallDisconnected");
        scene.client().delete(CALLS + "/" + id);

        assertThat(simulator.exportCall(callId).requests()).extracting(RecordedRequest::status).containsExactly(201, 404);
    }

    @Test
    void aCallWhoseBeginningIsForgottenIsRefused() {
        String id = scene.connected(ANN);
        for (int i = 0; i < 300; i++) {
            scene.client().get(CALLS + "/" + id);
        }
        ServiceClient.Answer answer = control("/calls/" + id + "/recording");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.errorMessage()).contains("beginning");
    }

    @Test
    void theControlApiExports() {
        String callId = callWithAPin();
        ServiceClient.Answer hidden = control("/calls/" + callId + "/recording");
        ServiceClient.Answer told = control("/calls/" + callId + "/recording?includeTones=true");

        schema.accepts(hidden.body());
        schema.accepts(told.body());
        assertThat(told.body().at("/people/0/does/0/tones").asText()).isEqualTo(PIN);
        assertThat(hidden.body().at("/people/0/does/0/tones").asText()).isEqualTo("?");
        assertThat(control("/calls/unknown/recording").status()).isEqualTo(404);
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        ObjectNode json = simulator.exportCall(callWithAPin(), true).toJson();

        assertThat(CallRecording.of(json).toJson()).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{}|/version", "{\"version\":2}|/version", "{\"version\":1}|/call", "{\"version\":1,\"call\":{}}|/call/direction",
            "{\"version\":1,\"call\":{\"direction\":\"incoming\"}}|/call/from",
            "{\"version\":1,\"call\":{\"direction\":\"outgoing\"},\"steps\":[{\"kind\":\"x\"}]}|/steps/0/kind",
            "{\"version\":1,\"call\":{\"direction\":\"outgoing\"},\"steps\":[{\"kind\":\"request\"}]}|/steps/0/operation",
            "{\"version\":1,\"call\":{\"direction\":\"outgoing\"},\"people\":[{\"id\":\"+1\",\"answer\":\"x\"}]}|/people/0/answer",
            "{\"version\":1,\"call\":{\"direction\":\"outgoing\"},\"people\":[{\"id\":\"+1\",\"delayMs\":-1}]}|/people/0/delayMs" })
    void aFileThatIsNoRecordingIsRefusedWithThePlace(String json, String place) throws Exception {
        JsonNode tree = Json.read(json.getBytes(StandardCharsets.UTF_8));

        assertThatIllegalArgumentException().isThrownBy(() -> CallRecording.of(tree))
                .withMessageContaining("wrong at " + place);
        assertThat(schema.faults(tree)).isNotEmpty();
    }

    /** Ann calls, is asked for her PIN and hung up on; returns the id of the call. */
    private String callWithAPin() {
        simulator.person(ANN).presses(PIN);
        IncomingCall call = simulator.placeCall(ANN, OURS);
        ObjectNode answer = scene.answerBody(call);
        answer.put("callbackUri", scene.app().uri("/cb?call=42").toString());
        String id = scene.client().post(CALLS + ":answer", Json.text(answer)).body().path("callConnectionId").asText();
        scene.awaitEvent(id, "ParticipantsUpdated");
        ObjectNode recognize = Json.object().put("recognizeInputType", "dtmf").put("operationContext", "pin");
        recognize.putObject("recognizeOptions").put("initialSilenceTimeoutInSeconds", 5)
                .<ObjectNode> set("targetParticipant", Identifier.of(ANN).toJson())
                .putObject("dtmfOptions").put("maxTonesToCollect", PIN.length());
        scene.client().post(CALLS + "/" + id + ":recognize", Json.text(recognize));
        scene.awaitEvent(id, "RecognizeCompleted");
        scene.client().delete(CALLS + "/" + id);
        simulator.awaitCallback("CallDisconnected", Duration.ofSeconds(10));
        return simulator.calls().get(0).callId();
    }

    private ServiceClient.Answer control(String path) {
        return scene.client().sendRaw("GET", "/simulator" + path, new byte[0], Map.of());
    }

}
