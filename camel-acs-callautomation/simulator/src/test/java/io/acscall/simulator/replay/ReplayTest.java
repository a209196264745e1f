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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.CALLS;
import static io.acscall.simulator.testing.CallScene.OURS;
import static io.acscall.simulator.testing.CallScene.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** A recorded call as a test of the application that handled it. */
class ReplayTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private static final Duration IMPATIENT = Duration.ofMillis(800);

    @TempDir
    private Path folder;
    private AcsSimulator simulator;
    private CallScene scene;
    private MenuApp app;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new CallScene(simulator).subscribed(EventGridSchema.EVENT_GRID);
        app = new MenuApp(scene);
    }

    @AfterEach
    void close() {
        app.close();
        scene.close();
    }

    @Test
    void anApplicationThatDoesTheSamePasses() throws Exception {
        simulator.person(ANN).presses("1");
        Path file = record();
        simulator.reset();

        simulator.replay(file);
        assertThat(simulator.timeline().requests("transferCallToParticipant")).hasSize(1);
    }

    @Test
    void itPassesTimeAndAgain() throws Exception {
        simulator.person(ANN).presses("2");
        Path file = record();
        for (int i = 0; i < 5; i++) {
            simulator.reset();
            simulator.replay(file);
        }
        assertThat(simulator.timeline().requests("hangUp")).hasSize(1);
    }

    @Test
    void aValueThatIsDifferentIsNamed() throws Exception {
        simulator.person(ANN).presses("1");
        Path file = record();
        simulator.reset();
        app.asksForKeys(3);

        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> simulator.replay(file))
                .withMessageContaining("request 2 of 3 (recognize) /recognizeOptions/dtmfOptions/maxTonesToCollect: "
                                       + "recorded 1, now 3")
                .withMessageContaining("Recorded:").withMessageContaining("Now:").withMessageContaining("The timeline:")
                .withMessageContaining("CallConnected");
    }

    @Test
    void aRequestThatDoesNotComeIsNamed() throws Exception {
        simulator.person(ANN).presses("1");
        Path file = record();
        simulator.reset();
        app.forgetsToReact();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> simulator.replay(CallRecording.read(file), IMPATIENT, () -> {
                })).withMessageContaining("request 3 of 3 did not come within PT0.8S: transferCallToParticipant, POST")
                .withMessageContaining("RecognizeCompleted");
    }

    @Test
    void aRequestTooManyIsNamed() throws Exception {
        simulator.person(ANN).presses("2");
        Path file = record();
        simulator.reset();
        app.asksForMore();

        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> simulator.replay(file))
                .withMessageContaining("request 3 of 3 (hangUp) operation: recorded \"hangUp\", now \"listParticipants\"");
    }

    @Test
    void aRequestAfterTheLastIsOneTooMany() throws Exception {
        simulator.person(ANN).presses("2");
        CallRecording whole = CallRecording.read(record());
        CallRecording less = new CallRecording(
                whole.writer(), null, null, true, whole.call(), whole.people(),
                whole.steps().stream().filter(step -> !(step instanceof RecordedRequest r && "hangUp".equals(r.operation())))
                        .toList());
        simulator.reset();

        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> simulator.replay(less, SOON, () -> {
        })).withMessageContaining("request 3 is one too many: hangUp, DELETE " + CALLS + "/$call1");
    }

    @Test
    void theSameAgentUnderAnyNumberIsTheSameButTheCallerIsNotTheAgent() throws Exception {
        simulator.person(ANN).presses("1");
        Path file = record();
        simulator.reset();
        app.transfersTo("+16045550199");
        simulator.replay(file);
        simulator.reset();
        app.transfersTo("+15555550001");

        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> simulator.replay(file))
                .withMessageContaining("/targetParticipant/rawId");
    }

    @Test
    void whoeverIsRungBehavesAsThenWhateverTheNumber() throws Exception {
        simulator.person(ANN).presses("1");
        simulator.person(MenuApp.AGENT).busy();
        Path file = record();
        simulator.reset();

        simulator.replay(file);
        assertThat(simulator.timeline().requests("terminateCall")).as("the agent was busy again").hasSize(1);
        assertThat(app.events()).filteredOn("CallTransferFailed"::equals).hasSize(2);
    }

    @Test
    void whatWasDoneByHandIsDoneAgainInItsTurn() throws Exception {
        Path file = write(handMade());
        simulator.reset();

        simulator.replay(file, () -> scene.create(ANN));
        assertThat(simulator.timeline().callbacks("CallDisconnected")).hasSize(1);
    }

    private String handMade() {
        simulator.person(ANN).doesNotAnswer();
        app.forgetsToReact();
        String id = scene.create(ANN);
        simulator.answer(id, ANN);
        simulator.awaitRequest("recognize", SOON);
        simulator.press(id, ANN, "1");
        scene.awaitEvent(id, "RecognizeCompleted");
        simulator.hangUp(id, ANN);
        scene.awaitEvent(id, "CallDisconnected");
        return simulator.calls().get(0).callId();
    }

    @Test
    void anApplicationThatMakesNoCallIsToldSo() throws Exception {
        Path file = write(handMade());
        simulator.reset();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> simulator.replay(CallRecording.read(file), IMPATIENT, () -> {
                    throw new IllegalStateException("nothing to call with");
                })).withMessageContaining("began no call within PT0.8S").withStackTraceContaining("nothing to call with");
    }

    @Test
    void aCallThatGoesOnLongerThanThenIsADifference() throws Exception {
        simulator.person(ANN).hangsUpAfter(Duration.ofMillis(100));
        app.forgetsToReact();
        CallRecording whole = CallRecording.read(record());
        CallRecording patient = new CallRecording(
                whole.writer(), null, null, true, whole.call(), List.of(), whole.steps());
        simulator.reset();

        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> simulator.replay(patient, IMPATIENT, () -> {
        }));
    }

    @Test
    void aRecordingWithoutKeysCannotBePlayed() throws Exception {
        simulator.person(ANN).presses("1");
        record();
        CallRecording hidden = simulator.exportCall(simulator.calls().get(0).callId());

        assertThatIllegalArgumentException().isThrownBy(() -> simulator.replay(hidden, SOON, () -> {
        })).withMessageContaining("includeTones=true");
        assertThat(control(hidden).status()).isEqualTo(400);
    }

    @Test
    void theControlApiPlaysACall() throws Exception {
        simulator.person(ANN).presses("1");
        CallRecording recording = CallRecording.read(record());
        simulator.reset();
        ServiceClient.Answer same = control(recording);
        simulator.reset();
        app.asksForKeys(2);
        ServiceClient.Answer different = control(recording);

        assertThat(same.status()).as("%s", same.body()).isEqualTo(200);
        assertThat(same.body().path("same").asBoolean()).as("%s", same.body()).isTrue();
        assertThat(simulator.call(different.body().path("callId").asText())).isPresent();
        assertThat(different.body().path("same").asBoolean()).isFalse();
        assertThat(different.body().at("/differences/0").asText()).contains("maxTonesToCollect");
        assertThat(control(Json.object()).status()).isEqualTo(400);
    }

    /** Ann calls, and what happens becomes a file. */
    private Path record() throws IOException {
        String callId = simulator.placeCall(ANN, OURS).callId();
        simulator.timeline().await(
                entry -> simulator.call(callId).filter(call -> call.endedAt() != null).isPresent()
                        || "CallTransferAccepted".equals(entry.type()) && entry.status() != null,
                1, SOON, "the end of the call");
        simulator.timeline().awaitQuiet(Duration.ofMillis(200));
        return write(callId);
    }

    private Path write(String callId) throws IOException {
        Path file = folder.resolve("call.json");
        Files.write(file, simulator.exportCall(callId, true).toJson().toString().getBytes(StandardCharsets.UTF_8));
        new RecordingSchema().accepts(Json.read(Files.readAllBytes(file)));
        return file;
    }

    private ServiceClient.Answer control(CallRecording recording) {
        ObjectNode body = Json.object();
        body.set("recording", recording.toJson());
        return control(body.put("patienceMs", SOON.toMillis()));
    }

    private ServiceClient.Answer control(ObjectNode body) {
        return scene.client().sendRaw("POST", "/simulator/replays", Json.text(body).getBytes(StandardCharsets.UTF_8), Map.of());
    }
}
