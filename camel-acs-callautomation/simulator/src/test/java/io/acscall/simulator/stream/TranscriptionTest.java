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
package io.acscall.simulator.stream;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.StreamApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.BOB;
import static io.acscall.simulator.testing.CallScene.CALLS;
import static io.acscall.simulator.testing.CallScene.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TranscriptionTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private AcsSimulator simulator;
    private StreamScene scene;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new StreamScene(simulator);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void wordsAreSentAsTheyAreSpoken() {
        String id = scene.connected(null, scene.transcription().put("enableIntermediateResults", true), ANN);
        scene.event(id, "TranscriptionStarted", 200, 0, "subscriptionStarted");
        simulator.say(id, ANN, "I  need help", Duration.ofMillis(600));
        StreamApp.Connection connection = scene.app().connection(1);
        JsonNode last = awaitFinal(connection, 1);
        List<JsonNode> all = connection.frames("TranscriptionData");

        assertThat(connection.frames().get(0).path("kind").asText()).isEqualTo("TranscriptionMetadata");
        assertThat(all).extracting(frame -> frame.path("text").asText() + "/" + frame.path("resultStatus").asText())
                .containsExactly("I/Intermediate", "I need/Intermediate", "I need help/Final");
        assertThat(all).allMatch(frame -> frame.path("participantRawID").asText().equals("4:" + ANN));
        assertThat(last.path("format").asText()).isEqualTo("display");
        assertThat(last.path("confidence").asDouble()).isBetween(0.0, 1.0);
        assertThat(last.path("duration").asLong()).isEqualTo(6_000_000);
        assertThat(last.path("words")).hasSize(3);
        long offset = last.path("offset").asLong();
        assertThat(last.at("/words/0/offset").asLong()).isEqualTo(offset).isNotNegative();
        assertThat(last.at("/words/1/offset").asLong()).isBetween(offset, offset + 6_000_000);
        assertThat(last.at("/words/2/text").asText()).isEqualTo("help");
        assertThat(offset % Ticks.PER_FRAME).isZero();
    }

    @Test
    void theFirstFrameSaysWhatItIsAbout() {
        String model = "abababab-0000-4000-8000-000000000000";
        String id = scene.connected(null, scene.transcription().put("speechModelEndpointId", model), ANN);
        StreamApp.Connection connection = scene.app().connection(1);
        await().atMost(SOON).until(() -> !connection.frames().isEmpty());
        JsonNode properties = scene.properties(id);
        JsonNode metadata = connection.frames("TranscriptionMetadata").get(0);
        JsonNode subscription = properties.path("transcriptionSubscription");

        assertThat(metadata.path("subscriptionId")).isEqualTo(subscription.path("id"));
        assertThat(metadata.path("locale").asText()).isEqualTo("en-US");
        assertThat(metadata.path("callConnectionId").asText()).isEqualTo(id);
        assertThat(metadata.path("correlationId")).isEqualTo(properties.path("correlationId"));
        assertThat(metadata.path("speechRecognitionModelEndpointId").asText()).isEqualTo(model);
        assertThat(subscription.path("locale").asText()).isEqualTo("en-US");
        assertThat(subscription.path("state").asText()).isEqualTo("active");
        assertThat(Json.text(subscription.path("subscribedResultTypes"))).isEqualTo("[\"final\"]");
    }

    @Test
    void onlyFinalResultsComeUnlessMoreIsAskedFor() {
        simulator.person(ANN).says("Where is my order").says("Thank you");
        scene.connected(null, scene.transcription(), ANN);
        StreamApp.Connection connection = scene.app().connection(1);
        awaitFinal(connection, 2);

        assertThat(connection.frames("TranscriptionData")).extracting(frame -> frame.path("text").asText())
                .containsExactly("Where is my order", "Thank you");
    }

    @Test
    void whatIsSaidToARecognitionIsTranscribedOnce() {
        simulator.person(ANN).says("sales please");
        String id = scene.connected(null, scene.transcription(), ANN);
        scene.calls().awaitEvent(id, "TranscriptionStarted");
        scene.send(id, "recognize", "{\"recognizeInputType\":\"speech\",\"recognizeOptions\":{\"targetParticipant\":"
                                    + "{\"rawId\":\"4:" + ANN + "\"},\"speechOptions\":{\"endSilenceTimeoutInMs\":200}}}");
        scene.calls().awaitEvent(id, "RecognizeCompleted");
        StreamApp.Connection connection = scene.app().connection(1);
        awaitFinal(connection, 1);
        simulator.say(id, ANN, "the end");
        awaitFinal(connection, 2);

        assertThat(connection.frames("TranscriptionData")).extracting(frame -> frame.path("text").asText())
                .containsExactly("sales please", "the end");
    }

    @Test
    void whatNobodyUnderstandsIsNotTranscribed() {
        String id = scene.connected(null, scene.transcription(), ANN, BOB);
        StreamApp.Connection connection = scene.app().connection(1);
        scene.calls().awaitEvent(id, "TranscriptionStarted");
        simulator.say(id, ANN, " ");
        simulator.say(id, ANN, "Hello");
        awaitFinal(connection, 1);

        assertThat(connection.frames("TranscriptionData")).hasSize(1);
    }

    @Test
    void theLanguageIsChangedOnTheWay() {
        String id = scene.connected(null, scene.transcription(), ANN);
        scene.calls().awaitEvent(id, "TranscriptionStarted");
        assertThat(scene.send(id, "updateTranscription", "{\"locale\":\"de-DE\",\"operationContext\":\"de\"}").status())
                .isEqualTo(202);
        JsonNode updated = scene.event(id, "TranscriptionUpdated", 200, 0, "transcriptionLocaleUpdated");

        assertThat(updated.path("operationContext").asText()).isEqualTo("de");
        assertThat(updated.at("/transcriptionUpdate/transcriptionStatus").asText()).isEqualTo("transcriptionUpdated");
        assertThat(scene.properties(id).at("/transcriptionSubscription/locale").asText()).isEqualTo("de-DE");
    }

    @Test
    void isStartedAndStoppedOnRequest() {
        String id = scene.connected(null, scene.transcription().put("startTranscription", false), ANN);
        scene.send(id, "startTranscription", "{\"locale\":\"fr-FR\",\"operationContext\":\"fr\"}");
        JsonNode started = scene.event(id, "TranscriptionStarted", 200, 0, "subscriptionStarted");
        StreamApp.Connection connection = scene.app().connection(1);
        await().atMost(SOON).until(() -> !connection.frames().isEmpty());
        scene.accepted(id, "stopTranscription");
        scene.event(id, "TranscriptionStopped", 200, 0, "subscriptionStopped");

        assertThat(started.path("operationContext").asText()).isEqualTo("fr");
        assertThat(connection.frames("TranscriptionMetadata").get(0).path("locale").asText()).isEqualTo("fr-FR");
        assertThat(scene.send(id, "updateTranscription", "{\"locale\":\"de-DE\"}").errorCode()).isEqualTo("8519");
        await().atMost(SOON).until(() -> connection.closeCode() != null);
    }

    @Test
    void aBrokenConnectionIsResumed() {
        String id = scene.connected(null, scene.transcription(), ANN);
        scene.calls().awaitEvent(id, "TranscriptionStarted");
        scene.app().connection(1).close(1001);
        JsonNode resumed = scene.calls().awaitEvents(id, "TranscriptionStarted", 2);

        assertThat(resumed.at("/transcriptionUpdate/transcriptionStatus").asText()).isEqualTo("transcriptionResumed");
        assertThat(resumed.at("/transcriptionUpdate/transcriptionStatusDetails").asText())
                .isEqualTo("streamConnectionReestablished");
    }

    @Test
    void aRefusedConnectionIsAnEvent() {
        scene.app().answers(404);
        String id = scene.connected(null, scene.transcription(), ANN);

        scene.event(id, "TranscriptionFailed", 500, 8578, "streamConnectionUnsuccessful");
    }

    @Test
    void aModelMustBeKnown() {
        String id = scene.connected(null, scene.transcription().put("speechModelEndpointId", "mine"), ANN);

        scene.event(id, "TranscriptionFailed", 400, 8605, "badRequest");
    }

    @Test
    void wordsNeedCognitiveServices() {
        ObjectNode body = scene.body(null, scene.transcription(), ANN);
        body.remove("callIntelligenceOptions");
        String id = scene.calls().client().post(CALLS, Json.text(body)).body().path("callConnectionId").asText();

        scene.event(id, "TranscriptionFailed", 500, 8578, "speechServicesConnectionError");
    }

    @Test
    void theLocaleIsRequired() {
        ObjectNode options = scene.transcription();
        options.remove("locale");

        assertThat(scene.calls().client().post(CALLS, Json.text(scene.body(null, options, ANN))).errorMessage())
                .contains("transcriptionOptions.locale");
    }

    private static JsonNode awaitFinal(StreamApp.Connection connection, int count) {
        await().atMost(SOON).until(() -> finals(connection).size() >= count);
        return finals(connection).get(count - 1);
    }

    private static List<JsonNode> finals(StreamApp.Connection connection) {
        return connection.frames("TranscriptionData").stream()
                .filter(frame -> "Final".equals(frame.path("resultStatus").asText())).toList();
    }
}
