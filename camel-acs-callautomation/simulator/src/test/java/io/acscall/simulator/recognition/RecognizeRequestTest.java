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

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.fixtures.WireSample;
import io.acscall.simulator.fixtures.WireSamples;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static io.acscall.simulator.recognition.RecognizeScene.body;
import static io.acscall.simulator.recognition.RecognizeScene.json;
import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.CALLS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RecognizeRequestTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private static final String NUMBER = "+14255550101";

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

    static Stream<WireSample> aSampleIsAccepted() {
        return Stream.concat(WireSamples.own().all().stream(), WireSamples.load().all().stream())
                .filter(sample -> "recognize".equals(sample.operation()));
    }

    @ParameterizedTest
    @MethodSource
    void aSampleIsAccepted(WireSample sample) {
        simulator.person(NUMBER).presses("1234").says("hello").chooses("Yes");
        String id = calls.connected(NUMBER);
        ObjectNode request = sample.body().deepCopy();
        if (request.has("operationCallbackUri")) {
            request.put("operationCallbackUri", calls.app().uri("/op").toString());
        }
        scene.recognize(id, request);

        assertThat(simulator.timeline().await(
                simulator.timeline().isCallback("RecognizeCompleted").or(simulator.timeline().isCallback("RecognizeFailed")),
                1, CallScene.SOON, "an outcome").body().at("/0/data/operationContext"))
                .isEqualTo(request.path("operationContext"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "recognizeInputType|{\"recognizeInputType\":null}", "recognizeInputType|{\"recognizeInputType\":\"thoughts\"}",
            "recognizeOptions|{\"recognizeOptions\":null}",
            "recognizeOptions.targetParticipant|{\"recognizeOptions\":{}}",
            "operationCallbackUri|{\"operationCallbackUri\":\"op-events\"}",
            "interruptCallMediaOperation|{\"interruptCallMediaOperation\":1}",
            "playPrompt.file|{\"playPrompt\":{\"kind\":\"file\"}}",
            "playPrompts[0].kind|{\"playPrompts\":[{\"file\":{}}]}" })
    void aWrongFieldIsRefusedByName(String field, String change) {
        String id = calls.connected(ANN);
        ObjectNode body = body("dtmf", "{}");
        body.setAll((ObjectNode) json(change));

        refused(scene.send(id, body), field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "choices|choices|{}", "choices|choices|{\"choices\":[]}",
            "choices[0].label|choices|{\"choices\":[{\"phrases\":[\"yes\"]}]}",
            "choices[0].phrases|choices|{\"choices\":[{\"label\":\"Yes\"}]}",
            "choices[0].phrases|choices|{\"choices\":[{\"label\":\"Yes\",\"phrases\":[]}]}",
            "choices[0].tone|choices|{\"choices\":[{\"label\":\"Yes\",\"phrases\":[\"yes\"],\"tone\":\"1\"}]}",
            "initialSilenceTimeoutInSeconds|dtmf|{\"initialSilenceTimeoutInSeconds\":301}",
            "initialSilenceTimeoutInSeconds|dtmf|{\"initialSilenceTimeoutInSeconds\":-1}",
            "dtmfOptions.interToneTimeoutInSeconds|dtmf|{\"dtmfOptions\":{\"interToneTimeoutInSeconds\":61}}",
            "dtmfOptions.interToneTimeoutInSeconds|dtmf|{\"dtmfOptions\":{\"interToneTimeoutInSeconds\":0}}",
            "dtmfOptions.maxTonesToCollect|dtmf|{\"dtmfOptions\":{\"maxTonesToCollect\":0}}",
            "dtmfOptions.stopTones|dtmf|{\"dtmfOptions\":{\"stopTones\":[\"#\"]}}",
            "speechOptions.endSilenceTimeoutInMs|speech|{\"speechOptions\":{\"endSilenceTimeoutInMs\":\"2s\"}}" })
    void aWrongOptionIsRefusedByName(String field, String type, String options) {
        refused(scene.send(calls.connected(ANN), body(type, options)), "recognizeOptions." + field);
    }

    @Test
    void onlyPeopleOnTheLineCanBeAsked() {
        simulator.person(CallScene.BOB).doesNotAnswer();
        String id = calls.create(ANN, CallScene.BOB);
        calls.awaitEvent(id, "ParticipantsUpdated");
        ObjectNode body = body("dtmf", "{}");
        for (String person : List.of(CallScene.BOB, "+16045550999")) {
            body.withObject("recognizeOptions").set("targetParticipant",
                    Identifier.of(person).toJson());
            ServiceClient.Answer answer = scene.send(id, body);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.errorCode()).isEqualTo("8522");
        }
    }

    @Test
    void nobodyIsAskedBeforeTheCallIsConnectedOrAfterItsEnd() {
        simulator.person(ANN).doesNotAnswer();
        String ringing = calls.create(ANN);
        ServiceClient.Answer early = scene.send(ringing, body("dtmf", "{}"));
        calls.client().delete(CALLS + "/" + ringing);
        ServiceClient.Answer late = scene.send(ringing, body("dtmf", "{}"));

        assertThat(early.status()).isEqualTo(400);
        assertThat(early.errorCode()).isEqualTo("8501");
        assertThat(late.status()).isEqualTo(404);
        assertThat(late.errorCode()).isEqualTo("8522");
    }

    @Test
    void severalPromptsWinOverOne() {
        ObjectNode body = body("dtmf", "{}");
        body.set("playPrompts", json("[" + RecognizeScene.PROMPT + "," + RecognizeScene.PROMPT + "]"));
        body.set("playPrompt", json(RecognizeScene.PROMPT));
        String id = calls.connected(ANN);
        scene.recognize(id, body);
        scene.failed(id, 8510);

        assertThat(calls.types(id)).endsWith("PlayStarted", "RecognizeFailed");
    }

    @Test
    void whatIsNoKeyIsRefusedWhereItIsWritten() {
        String id = calls.connected(ANN);
        ServiceClient.Answer script
                = calls.client().send("PUT", "/simulator/people/" + ANN, "{\"tones\":\"1,x\"}", Map.of());
        ServiceClient.Answer press = calls.client()
                .post("/simulator/calls/" + id + "/people/" + ANN + "/tones", "{\"tones\":\"one\"}");

        assertThatIllegalArgumentException().isThrownBy(() -> simulator.person(ANN).presses("12x"))
                .withMessageContaining("'x'");
        refused(script, "tones");
        refused(press, "tones");
    }

    @Test
    void aScriptIsShownAsItWasWritten() {
        String script = "{\"answer\":\"accept\",\"delayMs\":0,\"tones\":\",1,12#\",\"speech\":[\"yes, please\",\"no\"],"
                        + "\"choice\":\"Yes\"}";
        ServiceClient.Answer answer
                = calls.client().send("PUT", "/simulator/people/" + ANN, script, Map.of());
        ObjectNode shown = answer.body().deepCopy();
        shown.remove("person");

        assertThat(shown).isEqualTo(json(script));
    }

    private static void refused(ServiceClient.Answer answer, String field) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("8523");
        assertThat(answer.errorMessage()).contains("The field " + field);
    }
}
