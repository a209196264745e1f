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
package io.acscall.simulator.media;

import java.time.Duration;
import java.util.Collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import io.acscall.simulator.testing.TestApp;
import io.acscall.simulator.timeline.TimelineEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.BOB;
import static io.acscall.simulator.testing.CallScene.CALLS;
import static org.assertj.core.api.Assertions.assertThat;

class TonesTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION
            = new AcsSimulatorExtension(builder -> builder.maxSilence(Duration.ofSeconds(5)));

    private static final String START = "startContinuousDtmfRecognition";
    private static final String STOP = "stopContinuousDtmfRecognition";
    private static final String SEND = "sendDtmfTones";

    private AcsSimulator simulator;
    private MediaScene scene;
    private CallScene calls;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new MediaScene(simulator);
        calls = scene.calls();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void everyKeyIsHeardInOrderUntilItIsStopped() {
        String id = calls.connected(ANN);
        assertThat(scene.accepted(200, id, START, scene.about(ANN)).raw().body()).isEmpty();
        simulator.press(id, ANN, "5#");
        simulator.press(id, ANN, "d");
        scene.awaitTones("five", "pound", "d");
        scene.accepted(200, id, STOP, scene.about(ANN).put("operationContext", "enough"));
        JsonNode stopped = calls.awaitEvent(id, "ContinuousDtmfRecognitionStopped");
        simulator.press(id, ANN, "9");
        scene.accepted(202, id, SEND, tones(ANN, "one"));
        calls.awaitEvent(id, "SendDtmfTonesCompleted");

        assertThat(stopped.path("operationContext").asText()).isEqualTo("enough");
        assertThat(stopped.at("/resultInformation/code").asInt()).isEqualTo(200);
        scene.awaitTones("five", "pound", "d");
        assertThat(scene.data("ContinuousDtmfRecognitionToneReceived")).extracting(data -> data.path("sequenceId").asInt())
                .containsExactly(1, 2, 3);
        assertThat(scene.data("ContinuousDtmfRecognitionToneReceived"))
                .allSatisfy(data -> assertThat(data.path("operationContext").asText()).isEqualTo("keys"));
    }

    @Test
    void keysOfOthersAndWordsAreNotHeard() {
        String id = calls.connected(ANN, BOB);
        calls.awaitEvents(id, "ParticipantsUpdated", 2);
        scene.accepted(200, id, START, scene.about(ANN));
        simulator.press(id, BOB, "1");
        simulator.say(id, ANN, "two");
        simulator.press(id, ANN, "3");

        scene.awaitTones("three");
    }

    @Test
    void itsStartAsksForTheNextKeysOfTheScript() {
        simulator.person(ANN).presses("12,,3");
        String id = calls.connected(ANN);
        scene.accepted(200, id, START, scene.about(ANN));
        scene.awaitTones("one", "two");
        scene.accepted(200, id, START, scene.about(ANN));
        scene.accepted(200, id, START, scene.about(ANN));

        scene.awaitTones("one", "two", "three");
        assertThat(scene.data("ContinuousDtmfRecognitionToneReceived").get(2).path("sequenceId").asInt()).isEqualTo(1);
    }

    @Test
    void aRecognitionHearsTheSameKeys() {
        simulator.person(ANN).presses(",12");
        String id = calls.connected(ANN);
        scene.accepted(200, id, START, scene.about(ANN));
        scene.accepted(202, id, "recognize", recognize(2));
        JsonNode completed = calls.awaitEvent(id, "RecognizeCompleted");
        scene.awaitTones("one", "two");
        scene.accepted(202, id, "recognize", recognize(1));
        simulator.press(id, ANN, "7");

        assertThat(completed.at("/dtmfResult/tones")).hasSize(2);
        assertThat(calls.awaitEvents(id, "RecognizeCompleted", 2).at("/dtmfResult/tones/0").asText()).isEqualTo("seven");
        scene.awaitTones("one", "two", "seven");
    }

    @Test
    void eventsGoToTheAddressOfTheOperation() {
        String id = calls.connected(ANN);
        scene.accepted(200, id, START,
                scene.about(ANN).put("operationCallbackUri", calls.app().uri("/tones?t=1").toString()));
        simulator.press(id, ANN, "1");
        scene.awaitTones("one");
        scene.accepted(200, id, STOP, scene.about(ANN));
        calls.awaitEvent(id, "ContinuousDtmfRecognitionStopped");

        assertThat(calls.app().received("ContinuousDtmfRecognitionToneReceived")).extracting(TestApp.Received::path)
                .containsExactly("/tones");
        assertThat(calls.app().received("ContinuousDtmfRecognitionStopped")).extracting(TestApp.Received::path)
                .containsExactly("/cb");
    }

    @Test
    void theEndOfTheCallStopsIt() {
        String id = calls.connected(ANN);
        scene.accepted(200, id, START, scene.about(ANN));
        calls.client().delete(CALLS + "/" + id);
        calls.awaitEvent(id, "CallDisconnected");
        JsonNode stopped = calls.awaitEvent(id, "ContinuousDtmfRecognitionStopped");

        assertThat(calls.types(id)).endsWith("ContinuousDtmfRecognitionStopped", "CallDisconnected");
        assertThat(stopped.at("/resultInformation/subCode").asInt()).isEqualTo(7000);
    }

    @Test
    void tonesThatAreSentAreHeardByThePerson() {
        String id = calls.connected(ANN);
        ServiceClient.Answer answer = scene.accepted(202, id, SEND, tones(ANN, "one", "two", "POUND", "asterisk", "c"));
        JsonNode completed = calls.awaitEvent(id, "SendDtmfTonesCompleted");

        assertThat(answer.body().path("operationContext").asText()).isEqualTo("keys");
        assertThat(completed.path("operationContext").asText()).isEqualTo("keys");
        assertThat(completed.at("/resultInformation/code").asInt()).isEqualTo(200);
        assertThat(simulator.timeline().entries()).extracting(TimelineEntry::detail).contains(ANN + " heard the tones 12#*C");
    }

    @Test
    void onlyTelephonesTakeTones() {
        String id = calls.connected(BOB);
        scene.accepted(202, id, SEND, tones(BOB, "one"));
        JsonNode failed = calls.awaitEvent(id, "SendDtmfTonesFailed");

        assertThat(failed.at("/resultInformation/code").asInt()).isEqualTo(400);
        assertThat(failed.at("/resultInformation/subCode").asInt()).isEqualTo(8523);
    }

    @Test
    void eighteenTonesAreTakenAndNotMore() {
        String id = calls.connected(ANN);
        scene.accepted(202, id, SEND, tones(ANN, Collections.nCopies(18, "one").toArray(String[]::new)));

        scene.refused(id, SEND, tones(ANN, Collections.nCopies(19, "one").toArray(String[]::new)), 400, "8523");
        scene.refused(id, SEND, tones(ANN), 400, "8523");
        scene.refused(id, SEND, tones(ANN, "1"), 400, "8523");
    }

    @ParameterizedTest
    @CsvSource({ START, STOP, SEND, "hold", "unhold" })
    void aCallThatIsNotEstablishedHasNoneOfThis(String action) {
        simulator.person(ANN).doesNotAnswer();
        String id = calls.create(ANN);

        scene.refused(id, action, tones(ANN, "one"), 400, "8501");
        scene.refused(id, action, Json.object(), 400, "8523");
        scene.refused("401f0000-0000-4000-8000-000000000001", action, tones(ANN, "one"), 404, "8522");
    }

    @ParameterizedTest
    @CsvSource({ START, SEND, "unhold" })
    void somebodyWhoIsNotInTheCallIsNotFound(String action) {
        String id = calls.connected(ANN);

        scene.refused(id, action, tones(BOB, "one"), 404, "8522");
    }

    private ObjectNode tones(String person, String... names) {
        ObjectNode body = scene.about(person);
        for (String name : names) {
            body.withArray("tones").add(name);
        }
        return body;
    }

    private ObjectNode recognize(int tones) {
        ObjectNode body = Json.object().put("recognizeInputType", "dtmf");
        ObjectNode options = body.putObject("recognizeOptions");
        options.set("targetParticipant", scene.about(ANN).get("targetParticipant"));
        options.putObject("dtmfOptions").put("maxTonesToCollect", tones);
        return body;
    }
}
