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
package io.acscall.simulator.recognition;

import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
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

import static io.acscall.simulator.recognition.RecognizeScene.body;
import static io.acscall.simulator.recognition.RecognizeScene.tones;
import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.CALLS;
import static org.assertj.core.api.Assertions.assertThat;

class RecognizeSpeechTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION
            = new AcsSimulatorExtension(builder -> builder.maxSilence(Duration.ofMillis(300)));

    private static final String CHOICES = "{\"choices\":["
                                          + "{\"label\":\"Sales\",\"phrases\":[\"Sales\",\"I want to buy\"],\"tone\":\"one\"},"
                                          + "{\"label\":\"Service\",\"phrases\":[\"Help!\"],\"tone\":\"two\"},"
                                          + "{\"label\":\"Other\",\"phrases\":[\"Something else\"]}]}";

    private AcsSimulator simulator;
    private RecognizeScene scene;
    private CallScene calls;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new RecognizeScene(simulator);
        calls = scene.calls();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @CsvSource({ "1,Sales", "2,Service", "2#,Service" })
    void aKeyChooses(String pressed, String label) {
        simulator.person(ANN).presses(pressed);
        String id = calls.connected(ANN);
        scene.recognize(id, body("choices", CHOICES));
        JsonNode data = scene.completed(id, 8533);

        assertThat(data.path("recognitionType").asText()).isEqualTo("choices");
        assertThat(data.path("choiceResult")).isEqualTo(Json.object().put("label", label));
    }

    @ParameterizedTest
    @CsvSource({
            "I want to buy,Sales,I want to buy", "'i  want to BUY.',Sales,I want to buy", "help,Service,Help!",
            "something-else,Other,Something else" })
    void aPhraseChooses(String said, String label, String phrase) {
        simulator.person(ANN).says(said);
        String id = calls.connected(ANN);
        scene.recognize(id, body("choices", CHOICES));
        JsonNode data = scene.completed(id, 8545);

        assertThat(data.path("recognitionType").asText()).isEqualTo("choices");
        assertThat(data.at("/choiceResult/label").asText()).isEqualTo(label);
        assertThat(data.at("/choiceResult/recognizedPhrase").asText()).isEqualTo(phrase);
        assertThat(data.at("/choiceResult/confidence").asDouble()).isBetween(0.5, 1.0);
    }

    @Test
    void aChoiceCanBeScriptedByItsLabel() {
        simulator.person(ANN).chooses("sales");
        String id = calls.connected(ANN);
        scene.recognize(id, body("choices", CHOICES));

        assertThat(scene.completed(id, 8545).at("/choiceResult/recognizedPhrase").asText()).isEqualTo("Sales");
    }

    @ParameterizedTest
    @CsvSource({ "tones,9,8534", "speech,goodbye,8547", "speech,' ',8563", "choice,Nothing,8547", "tones,',1',8510" })
    void aChoiceThatIsNoneFails(String field, String text, int subCode) {
        assertThat(calls.client().send("PUT", "/simulator/people/" + ANN, Json.text(Json.object().put(field, text)),
                Map.of()).status()).isEqualTo(200);
        String id = calls.connected(ANN);
        scene.recognize(id, body("choices", CHOICES));

        scene.failed(id, subCode);
    }

    @Test
    void speechIsTakenDownUntilItEnds() {
        String id = calls.connected(ANN);
        scene.recognize(id, body("speech", "{\"speechOptions\":{\"endSilenceTimeoutInMs\":250}}"));
        simulator.say(id, ANN, "I want to");
        simulator.press(id, ANN, "1");
        simulator.say(id, ANN, "pay my bill");
        JsonNode data = scene.completed(id, 8569);

        assertThat(data.path("recognitionType").asText()).isEqualTo("speech");
        assertThat(data.at("/speechResult/speech").asText()).isEqualTo("I want to pay my bill");
        assertThat(data.at("/speechResult/confidence").asDouble()).isBetween(0.5, 1.0);
    }

    @Test
    void scriptedSpeechIsHeardInOrder() {
        simulator.person(ANN).says("yes, please").presses("1").says("no");
        String id = calls.connected(ANN);
        scene.recognize(id, body("speech", "{}"));
        assertThat(scene.completed(id, 8569).at("/speechResult/speech").asText()).isEqualTo("yes, please");
        scene.recognize(id, body("speech", "{}"));

        assertThat(calls.awaitEvents(id, "RecognizeCompleted", 2).at("/speechResult/speech").asText()).isEqualTo("no");
    }

    @Test
    void aMumbleIsNotRecognized() {
        simulator.person(ANN).says("");
        String id = calls.connected(ANN);
        scene.recognize(id, body("speech", "{}"));

        scene.failed(id, 8563);
    }

    @ParameterizedTest
    @ValueSource(strings = { "speech", "speechOrDtmf", "choices" })
    void silenceFails(String type) {
        String id = calls.connected(ANN);
        scene.recognize(id, body(type, CHOICES));

        scene.failed(id, 8510);
    }

    @Test
    void eitherSpeechOrKeysComplete() {
        simulator.person(ANN).presses("12").says("hello");
        String id = calls.connected(ANN);
        String options = "{\"dtmfOptions\":{\"maxTonesToCollect\":2}}";
        scene.recognize(id, body("speechOrDtmf", options));
        assertThat(tones(scene.completed(id, 8531))).isEqualTo("one two");
        scene.recognize(id, body("speechOrDtmf", options));
        JsonNode second = calls.awaitEvents(id, "RecognizeCompleted", 2);

        assertThat(second.path("recognitionType").asText()).isEqualTo("speech");
        assertThat(second.at("/speechResult/speech").asText()).isEqualTo("hello");
        assertThat(second.at("/resultInformation/subCode").asInt()).isEqualTo(8569);
    }

    @Test
    void olderEventsDoNotTellHowSureTheServiceIs() {
        simulator.person(ANN).chooses("Sales");
        ServiceClient old = new ServiceClient(simulator, AcsSimulator.DEVELOPMENT_KEY, "2023-10-15");
        String id = old.post(CALLS, Json.text(calls.createBody(ANN))).body().path("callConnectionId").asText();
        calls.awaitEvent(id, "ParticipantsUpdated");
        old.post(CALLS + "/" + id + ":recognize", Json.text(body("choices", CHOICES)));

        assertThat(scene.completed(id, 8545).path("choiceResult").has("confidence")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "speech", "speechOrDtmf", "choices" })
    void speechNeedsCognitiveServices(String type) {
        ObjectNode create = calls.createBody(ANN);
        create.remove("callIntelligenceOptions");
        String id = calls.client().post(CALLS, Json.text(create)).body().path("callConnectionId").asText();
        calls.awaitEvent(id, "ParticipantsUpdated");
        ServiceClient.Answer refused = scene.send(id, body(type, CHOICES));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo("8567");
        scene.recognize(id, body("dtmf", "{}"));
    }
}
