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

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

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
import org.junit.jupiter.params.provider.ValueSource;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.CALLS;
import static io.acscall.simulator.testing.CallScene.OURS;
import static org.assertj.core.api.Assertions.assertThat;

class PlayTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION
            = new AcsSimulatorExtension(builder -> builder.playTime(Duration.ofMillis(30)).speechRate(100));

    private static final String FILE = "{\"kind\":\"file\",\"file\":{\"uri\":\"https://media.example.com/hello.wav\"}}";
    private static final String TEXT = "{\"kind\":\"text\",\"text\":{\"text\":\"Hello\",\"voiceName\":\"en-US-JennyNeural\"}}";
    private static final String SSML = "{\"kind\":\"ssml\",\"ssml\":{\"ssmlText\":\"<speak version='1.0'>Hello</speak>\"}}";

    private AcsSimulator simulator;
    private CallScene scene;
    private ServiceClient client;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new CallScene(simulator);
        client = scene.client();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { FILE, TEXT, SSML, FILE + "," + TEXT })
    void whatIsPlayedStartsAndCompletes(String sources) {
        String id = scene.connected(ANN);
        ServiceClient.Answer answer
                = play(id, "{\"playSources\":[" + sources + "],\"playTo\":[],\"operationContext\":\"greeting\"}");
        JsonNode completed = scene.awaitEvent(id, "PlayCompleted");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.raw().body()).isEmpty();
        assertThat(scene.types(id)).containsExactly("CallConnected", "ParticipantsUpdated", "PlayStarted", "PlayCompleted");
        assertThat(completed.path("operationContext").asText()).isEqualTo("greeting");
        assertThat(completed.at("/resultInformation/message").asText()).isEqualTo("Action completed successfully.");
        assertThat(scene.awaitEvent(id, "PlayStarted").path("operationContext").asText()).isEqualTo("greeting");
    }

    @Test
    void longTextTakesLonger() {
        String id = scene.connected(ANN);
        play(id, "{\"playSources\":[" + TEXT.replace("Hello", "x".repeat(80)) + "]}");
        scene.awaitEvent(id, "PlayCompleted");
        List<TimelineEntry> entries = simulator.timeline().callbacks();
        TimelineEntry started = entries.get(entries.size() - 2);
        TimelineEntry completed = entries.get(entries.size() - 1);

        assertThat(Duration.between(started.time(), completed.time())).isGreaterThan(Duration.ofMillis(300));
        assertThat(started.body().at("/0/data").has("operationContext")).isFalse();
    }

    @Test
    void outcomesGoToTheAddressOfTheOperation() {
        String id = scene.connected(ANN);
        URI other = scene.app().uri("/other?token=t");
        play(id, "{\"playSources\":[" + FILE + "],\"operationCallbackUri\":\"" + other + "\"}");
        scene.awaitEvent(id, "PlayCompleted");
        client.delete(CALLS + "/" + id);
        scene.awaitEvent(id, "CallDisconnected");

        assertThat(scene.app().received("PlayStarted")).extracting(TestApp.Received::path).containsExactly("/other");
        assertThat(scene.app().received("PlayCompleted")).extracting(TestApp.Received::query).containsExactly("token=t");
        assertThat(scene.app().received("CallDisconnected")).extracting(TestApp.Received::path).containsExactly("/cb");
    }

    @Test
    void aHangUpCancelsWhatIsPlayed() {
        String id = scene.connected(ANN);
        play(id, "{\"playSources\":[" + FILE + "],\"playOptions\":{\"loop\":true},\"operationContext\":\"music\"}");
        scene.awaitEvent(id, "PlayStarted");
        simulator.hangUp(id, ANN);
        scene.awaitEvent(id, "CallDisconnected");
        JsonNode canceled = scene.awaitEvent(id, "PlayCanceled");

        assertThat(scene.types(id)).endsWith("PlayStarted", "PlayCanceled", "CallDisconnected");
        assertThat(canceled.at("/resultInformation/code").asInt()).isEqualTo(400);
        assertThat(canceled.at("/resultInformation/subCode").asInt()).isEqualTo(8508);
        assertThat(canceled.path("operationContext").asText()).isEqualTo("music");
    }

    @Test
    void promptsArePlayedOneAfterTheOther() {
        String id = scene.connected(ANN);
        play(id, "{\"playSources\":[" + FILE + "],\"operationContext\":\"one\"}");
        play(id, "{\"playSources\":[" + FILE + "],\"operationContext\":\"two\"}");
        scene.awaitEvents(id, "PlayCompleted", 2);

        assertThat(scene.types(id)).endsWith("PlayStarted", "PlayCompleted", "PlayStarted", "PlayCompleted");
    }

    @Test
    void anInterruptingPromptCancelsThoseBeforeIt() {
        String id = scene.connected(ANN);
        play(id, "{\"playSources\":[" + FILE + "],\"playOptions\":{\"loop\":true},\"operationContext\":\"running\"}");
        play(id, "{\"playSources\":[" + FILE + "],\"operationContext\":\"waiting\"}");
        play(id, "{\"playSources\":[" + FILE + "],\"interruptCallMediaOperation\":true,\"operationContext\":\"urgent\"}");
        JsonNode completed = scene.awaitEvent(id, "PlayCompleted");

        assertThat(completed.path("operationContext").asText()).isEqualTo("urgent");
        assertThat(scene.types(id)).endsWith("PlayStarted", "PlayCanceled", "PlayCanceled", "PlayStarted", "PlayCompleted");
    }

    @Test
    void tooManyPromptsAreRefused() {
        String id = scene.connected(ANN);
        String loop = "{\"playSources\":[" + FILE + "],\"playOptions\":{\"loop\":true}}";
        for (int i = 0; i < 64; i++) {
            assertThat(play(id, loop).status()).isEqualTo(202);
        }

        assertThat(play(id, loop).errorCode()).isEqualTo("8500");
    }

    @Test
    void nothingCanBePlayedBeforeTheCallIsConnectedOrAfterItsEnd() {
        simulator.person(ANN).doesNotAnswer();
        String ringing = scene.create(ANN);
        ServiceClient.Answer early = play(ringing, "{\"playSources\":[" + FILE + "]}");
        client.delete(CALLS + "/" + ringing);
        ServiceClient.Answer late = play(ringing, "{\"playSources\":[" + FILE + "]}");

        assertThat(early.status()).isEqualTo(400);
        assertThat(early.errorCode()).isEqualTo("8501");
        assertThat(late.status()).isEqualTo(404);
        assertThat(late.errorCode()).isEqualTo("8522");
    }

    @ParameterizedTest
    @ValueSource(strings = { TEXT, SSML, FILE + "," + TEXT })
    void textNeedsCognitiveServices(String sources) {
        ObjectNode body = scene.answerBody(simulator.placeCall(ANN, OURS));
        body.remove("callIntelligenceOptions");
        String id = client.post(CALLS + ":answer", Json.text(body)).body().path("callConnectionId").asText();
        scene.awaitEvent(id, "ParticipantsUpdated");

        ServiceClient.Answer refused = play(id, "{\"playSources\":[" + sources + "]}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo("8567");
        assertThat(play(id, "{\"playSources\":[" + FILE + "]}").status()).isEqualTo(202);
    }

    @Test
    void onlyPeopleInTheCallCanBePlayedTo() {
        String id = scene.connected(ANN);
        String to = "{\"playSources\":[" + FILE + "],\"playTo\":[{\"phoneNumber\":{\"value\":\"%s\"}}]}";

        assertThat(play(id, to.formatted(ANN)).status()).isEqualTo(202);
        ServiceClient.Answer stranger = play(id, to.formatted("+16045550999"));
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(stranger.errorCode()).isEqualTo("8522");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "playSources|[]", "playSources|null", "playSources|{}", "playSources[0]|[1]", "playSources[0].kind|[{}]",
            "playSources[0].kind|[{\"kind\":\"dance\"}]", "playSources[0].file|[{\"kind\":\"file\"}]",
            "playSources[0].file.uri|[{\"kind\":\"file\",\"file\":{}}]",
            "playSources[0].file.uri|[{\"kind\":\"file\",\"file\":{\"uri\":\"hello.wav\"}}]",
            "playSources[0].text.text|[{\"kind\":\"text\",\"text\":{}}]",
            "playSources[0].ssml.ssmlText|[{\"kind\":\"ssml\",\"ssml\":{\"ssmlText\":\"\"}}]" })
    void aWrongSourceIsRefusedByName(String field, String sources) throws Exception {
        String id = scene.connected(ANN);
        ObjectNode body = Json.object();
        body.set("playSources", Json.read(sources.getBytes(StandardCharsets.UTF_8)));
        ServiceClient.Answer answer = play(id, Json.text(body));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("8523");
        assertThat(answer.errorMessage()).contains(field);
    }

    @Test
    void loopIsRequiredWithinPlayOptions() {
        ServiceClient.Answer answer
                = play(scene.connected(ANN), "{\"playSources\":[" + FILE + "],\"playOptions\":{}}");

        assertThat(answer.errorMessage()).contains("playOptions.loop");
    }

    private ServiceClient.Answer play(String id, String body) {
        return client.post(CALLS + "/" + id + ":play", body);
    }
}
