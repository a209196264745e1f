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
package io.acscall.simulator.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.fixtures.Fixtures;
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
import org.junit.jupiter.params.provider.ValueSource;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.CALLS;
import static io.acscall.simulator.testing.CallScene.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class OutcomeFaultTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION
            = new AcsSimulatorExtension(builder -> builder.playTime(Duration.ofMillis(50)).maxSilence(Duration.ofMillis(100)));

    private static final String GOOD = "https://media.example.com/hello.wav";
    private static final String MISSING = "https://media.example.com/missing.wav";

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

    @ParameterizedTest
    @CsvSource({ "8535,400", "8536,400", "8565,400", "8572,500", "9999,500" })
    void aPromptFailsAsItWasAskedFor(int subCode, int code) {
        simulator.faults().outcomes(OutcomeRule.of("play").fails(subCode).times(1));
        String id = scene.connected(ANN);
        accepted(202, id, "play", play(GOOD));
        JsonNode failed = scene.awaitEvent(id, "PlayFailed");
        accepted(202, id, "play", play(GOOD));
        scene.awaitEvent(id, "PlayCompleted");

        assertThat(failed.at("/resultInformation/code").asInt()).isEqualTo(code);
        assertThat(failed.at("/resultInformation/subCode").asInt()).isEqualTo(subCode);
        assertThat(failed.path("failedPlaySourceIndex").asInt(-1)).isZero();
        assertThat(failed.path("operationContext").asText()).isEqualTo("ctx");
        assertThat(scene.types(id)).endsWith("PlayFailed", "PlayStarted", "PlayCompleted");
        assertThat(failed.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(
                () -> Fixtures.callbackEvent("PlayFailed").event().path("data").fieldNames());
    }

    @Test
    void theFileThatIsNamedFailsAfterThoseBeforeIt() {
        simulator.faults().outcomes(OutcomeRule.of("play").fails(8536).source("missing.wav"));
        String id = scene.connected(ANN);
        accepted(202, id, "play", play(GOOD, MISSING, GOOD));
        JsonNode failed = scene.awaitEvent(id, "PlayFailed");
        accepted(202, id, "play", play(GOOD));
        scene.awaitEvent(id, "PlayCompleted");

        assertThat(failed.path("failedPlaySourceIndex").asInt(-1)).isEqualTo(1);
        assertThat(scene.types(id)).endsWith("PlayStarted", "PlayFailed", "PlayStarted", "PlayCompleted");
    }

    @Test
    void aRecognitionFailsWithItsPrompt() {
        simulator.faults().outcomes(OutcomeRule.of("recognize").fails(8511).source("missing"));
        String id = scene.connected(ANN);
        ObjectNode body = about(Json.object());
        ObjectNode recognize = Json.object().put("recognizeInputType", "dtmf").put("operationContext", "ctx");
        recognize.putObject("recognizeOptions").setAll(body);
        recognize.putArray("playPrompts").add(source(GOOD)).add(source(MISSING));
        accepted(202, id, "recognize", recognize);
        JsonNode failed = scene.awaitEvent(id, "RecognizeFailed");

        assertThat(failed.at("/resultInformation/subCode").asInt()).isEqualTo(8511);
        assertThat(failed.path("failedPlaySourceIndex").asInt(-1)).isEqualTo(1);
        assertThat(scene.types(id)).endsWith("PlayStarted", "RecognizeFailed");
    }

    @Test
    void aRecognitionWithoutPromptFailsWithoutIndex() {
        simulator.faults().outcomes(OutcomeRule.of("recognize").fails(8512));
        String id = scene.connected(ANN);
        ObjectNode recognize = Json.object().put("recognizeInputType", "dtmf");
        recognize.putObject("recognizeOptions").setAll(about(Json.object()));
        accepted(202, id, "recognize", recognize);

        assertThat(scene.awaitEvent(id, "RecognizeFailed").has("failedPlaySourceIndex")).isFalse();
        assertThat(scene.types(id)).doesNotContain("PlayStarted");
    }

    @Test
    void keysAndHoldFailToo() {
        set("{'outcomes':[{'operation':'sendDtmfTones','subCode':9999},{'operation':'hold','subCode':8536},"
            + "{'operation':'startContinuousDtmfRecognition','subCode':9999,'times':1}]}");
        String id = scene.connected(ANN);
        ObjectNode tones = about(Json.object());
        tones.putArray("tones").add("one");
        accepted(202, id, "sendDtmfTones", tones);
        accepted(200, id, "hold", about(Json.object()));
        accepted(200, id, "startContinuousDtmfRecognition", about(Json.object()));
        simulator.press(id, ANN, "12");

        assertThat(scene.awaitEvent(id, "SendDtmfTonesFailed").at("/resultInformation/subCode").asInt()).isEqualTo(9999);
        assertThat(scene.awaitEvent(id, "HoldFailed").at("/resultInformation/subCode").asInt()).isEqualTo(8536);
        assertThat(scene.awaitEvent(id, "ContinuousDtmfRecognitionToneFailed").at("/resultInformation/code").asInt())
                .isEqualTo(500);
        assertThat(scene.awaitEvent(id, "ContinuousDtmfRecognitionToneReceived").path("tone").asText()).isEqualTo("two");
        assertThat(simulator.call(id).orElseThrow().people().get(0).onHold()).isFalse();
    }

    @Test
    void aRecordingThatWasTakenFailsToStart() {
        simulator.faults().outcomes(OutcomeRule.of("startRecording").fails(8553));
        String id = scene.connected(ANN);
        ServiceClient.Answer answer = scene.client().post("/calling/recordings",
                Json.text(Json.object().put("callConnectionId", id).put("recordingStateCallbackUri",
                        scene.app().uri("/recording").toString())));
        await().atMost(SOON).until(() -> !scene.app().received("StartRecordingFailed").isEmpty());
        JsonNode data = scene.app().received("StartRecordingFailed").get(0).event().path("data");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(data.path("recordingId")).isEqualTo(answer.body().path("recordingId"));
        assertThat(data.at("/resultInformation/subCode").asInt()).isEqualTo(8553);
        assertThat(data.path("callConnectionId").asText()).isEqualTo(id);
        assertThat(simulator.call(id).orElseThrow().recorder()).isNull();
        assertThat(scene.app().received("RecordingStateChanged")).isEmpty();
    }

    @Test
    void whatIsOnIsShownAsItMayBeSetAgain() {
        simulator.faults().outcomes(OutcomeRule.of("play").fails(8536).source("x").sometimes(0.5).times(3))
                .outcomes(OutcomeRule.of("hold"));
        ObjectNode shown = simulator.faults().toJson();
        simulator.faults().set(shown).join();

        assertThat(simulator.faults().toJson()).isEqualTo(shown);
        assertThat(simulator.faults().settings().outcomes()).isEqualTo(List.of(
                new OutcomeRule("play", 8536, "x", 0.5, 3), new OutcomeRule("hold", 9999, null, 1, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'operation':'createCall','subCode':8536}|operation", "{'operation':'play','subCode':1}|subCode",
            "{'operation':'play'}|subCode", "{'subCode':8536}|operation", "{'operation':'play','subCode':8536,'file':'x'}|file",
            "{'operation':'play','subCode':8536,'probability':2}|probability" })
    void whatIsWrongIsSaidByName(String ruleAndField) {
        String[] parts = ruleAndField.split("\\|");

        assertThatIllegalArgumentException().isThrownBy(() -> set("{'outcomes':" + parts[0] + "}"))
                .withMessageContaining(parts[1]);
    }

    private void set(String json) {
        try {
            simulator.faults().set(Json.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8))).join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accepted(int status, String id, String action, ObjectNode body) {
        ServiceClient.Answer answer = scene.client().post(CALLS + "/" + id + ":" + action, Json.text(body));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
    }

    private static ObjectNode about(ObjectNode body) {
        body.set("targetParticipant", Identifier.of(ANN).toJson());
        return body;
    }

    private static ObjectNode play(String... files) {
        ObjectNode body = Json.object().put("operationContext", "ctx");
        for (String file : files) {
            body.withArray("playSources").add(source(file));
        }
        return body;
    }

    private static ObjectNode source(String file) {
        ObjectNode source = Json.object().put("kind", "file");
        source.putObject("file").put("uri", file);
        return source;
    }
}
