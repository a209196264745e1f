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
package io.acscall.camel.route;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.camel.AcsCallException;
import io.acscall.camel.CallInputException;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlayActionTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(5);

    private static CallApp app;

    @BeforeAll
    static void start() throws Exception {
        app = CallApp.run(SIMULATOR.simulator(), routes -> routes.from("acs-call:events").to("mock:events"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static Exchange play(String options, Object body) {
        return app.send("acs-call:play?" + options, body, Map.of("CamelAcsCallConnectionId", app.call("+16045550100")));
    }

    private static JsonNode source(AcsSimulator simulator) {
        JsonNode request = simulator.awaitRequest("play", SOON).body();
        assertThat(request.path("playSources")).hasSize(1);
        simulator.awaitCallback("PlayCompleted", SOON);
        return request.path("playSources").get(0);
    }

    @Test
    void playsAFileAndLeavesTheBody(AcsSimulator simulator) {
        Exchange played = play("file=https://media.example.com/hello.wav", Map.of("as", "it was"));

        assertThat(played.getException()).isNull();
        assertThat(played.getMessage().getBody()).isEqualTo(Map.of("as", "it was"));
        assertThat(source(simulator).path("file").path("uri").asText()).isEqualTo("https://media.example.com/hello.wav");
    }

    @Test
    void playsATextInAVoice(AcsSimulator simulator) {
        assertThat(play("text=Welcome&voice=en-US-JennyNeural", null).getException()).isNull();

        JsonNode text = source(simulator).path("text");
        assertThat(text.path("text").asText()).isEqualTo("Welcome");
        assertThat(text.path("voiceName").asText()).isEqualTo("en-US-JennyNeural");
    }

    @Test
    void playsSsml(AcsSimulator simulator) {
        assertThat(play("ssml=RAW(<speak version=\"1.0\">Hi</speak>)", null).getException()).isNull();

        assertThat(source(simulator).path("ssml").path("ssmlText").asText()).isEqualTo("<speak version=\"1.0\">Hi</speak>");
    }

    @Test
    void playsATextBody(AcsSimulator simulator) {
        Exchange played = play("voice=en-US-JennyNeural", "Grüß Gott, 1 + 1 & 100 %");

        assertThat(played.getMessage().getBody()).isEqualTo("Grüß Gott, 1 + 1 & 100 %");
        assertThat(source(simulator).path("text").path("text").asText()).isEqualTo("Grüß Gott, 1 + 1 & 100 %");
    }

    @Test
    void playsAnSsmlBody(AcsSimulator simulator) {
        assertThat(play("", " <speak>Hi</speak>").getException()).isNull();

        assertThat(source(simulator).path("kind").asText()).isEqualTo("ssml");
    }

    @Test
    void thePromptOfTheUriWinsOverTheBody(AcsSimulator simulator) {
        assertThat(play("file=https://media.example.com/hello.wav", "a text").getException()).isNull();

        assertThat(source(simulator).path("kind").asText()).isEqualTo("file");
    }

    @ParameterizedTest
    @ValueSource(strings = { "text=&voice=en-US-JennyNeural", "text=RAW()&file=&ssml=RAW()&voice=en-US-JennyNeural" })
    void anEmptyPromptOfTheUriIsNone(String options, AcsSimulator simulator) {
        assertThat(play(options, "from the body").getException()).isNull();

        assertThat(source(simulator).path("text").path("text").asText()).isEqualTo("from the body");
    }

    @Test
    void playsSeveralPromptsOfTheBodyAsRequest(AcsSimulator simulator) {
        List<?> prompts = List.of(Map.of("kind", "file", "file", Map.of("uri", "https://media.example.com/1.wav")),
                Map.of("kind", "file", "file", Map.of("uri", "https://media.example.com/2.wav")));

        assertThat(play("bodyAsRequest=true", Map.of("playSources", prompts)).getException()).isNull();

        assertThat(simulator.awaitRequest("play", SOON).body().path("playSources")).hasSize(2);
    }

    @Test
    void aTextInACallWithoutAiServiceIsRefusedWithAdvice(AcsSimulator simulator) {
        Exchange silent = app.send("acs-call:createCall?target=+16045550100&awaitEvent=true&hangUpOn=none");

        Exchange played = app.send("acs-call:play?text=Welcome&voice=en-US-JennyNeural", null,
                silent.getMessage().getHeaders());

        AcsCallException failure = played.getException(AcsCallException.class);
        assertThat(failure.getOutcome()).isEqualTo(Outcome.SPEECH_UNAVAILABLE);
        assertThat(failure.getErrorCode()).isEqualTo("8567");
        assertThat(failure).hasMessageContaining("cognitiveServicesEndpoint");
    }

    @Test
    void aPlayInACallThatIsGoneFails() {
        Exchange played = app.send("acs-call:play?file=https://media.example.com/hello.wav&callConnectionId=gone");

        assertThat(played.getException(AcsCallException.class).getOutcome()).isEqualTo(Outcome.CALL_NOT_FOUND);
    }

    @Test
    void aPlayWithoutAnyPromptSaysWhatItTakes() {
        Exchange played = play("", Map.of("no", "text"));

        assertThat(played.getException()).isInstanceOf(CallInputException.class).hasMessageContaining("option 'text'")
                .hasMessageContaining("CamelAcsCallText").hasMessageContaining("a text in the body")
                .hasMessageContaining("text=Welcome&voice=en-US-JennyNeural");
    }

    @Test
    void aWaitWhoseEventsAHeaderSendsElsewhereIsRefusedLikeAnyWrongInput() {
        Exchange played = app.send(
                "acs-call:play?file=https://media.example.com/hello.wav&callConnectionId=any&awaitEvent=true", null,
                Map.of("CamelAcsCallOperationCallbackUri", "https://other.example.com/private"));

        assertThat(played.getException()).isInstanceOf(CallInputException.class)
                .hasMessageContaining("option 'operationCallbackUri'").hasMessageNotContaining("private");
    }
}
