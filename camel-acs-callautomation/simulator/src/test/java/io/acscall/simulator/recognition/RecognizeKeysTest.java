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
import java.util.Collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.TestApp;
import io.acscall.simulator.timeline.TimelineEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.acscall.simulator.recognition.RecognizeScene.body;
import static io.acscall.simulator.recognition.RecognizeScene.json;
import static io.acscall.simulator.recognition.RecognizeScene.prompted;
import static io.acscall.simulator.recognition.RecognizeScene.tones;
import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.CALLS;
import static org.assertj.core.api.Assertions.assertThat;

class RecognizeKeysTest {

    private static final Duration PLAY_TIME = Duration.ofMillis(400);
    /** Long enough for keys that are pressed by hand before it is over. */
    private static final Duration MAX_SILENCE = Duration.ofMillis(600);
    private static final Duration LONG_PROMPT = PLAY_TIME.multipliedBy(10);

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION
            = new AcsSimulatorExtension(builder -> builder.playTime(PLAY_TIME).maxSilence(MAX_SILENCE));

    private static final String ONE_KEY = "{\"dtmfOptions\":{\"maxTonesToCollect\":1}}";
    private static final String FOUR_KEYS = "{\"dtmfOptions\":{\"maxTonesToCollect\":4,\"stopTones\":[\"pound\"]}}";

    private AcsSimulator simulator;
    private RecognizeScene scene;
    private CallScene calls;
    private long start;

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
    @CsvSource(delimiter = '|', value = {
            "1234|8531|one two three four", "56#|8514|five six pound", "#|8514|pound", "12345|8531|one two three four",
            "9*0d|8531|nine asterisk zero d" })
    void keysCompleteWhenThereAreEnoughOrAtAStopTone(String pressed, int subCode, String tones) {
        simulator.person(ANN).presses(pressed);
        String id = calls.connected(ANN);
        scene.recognize(id, body("dtmf", FOUR_KEYS));

        assertThat(tones(scene.completed(id, subCode))).isEqualTo(tones);
        assertThat(calls.types(id)).doesNotContain("PlayStarted", "RecognizeFailed");
        assertThat(simulator.timeline().entries()).extracting(TimelineEntry::detail).contains(ANN + " pressed " + pressed);
    }

    @Test
    void somebodyWithoutAScriptIsSilent() {
        String id = calls.connected(ANN);
        scene.recognize(id, prompted("dtmf", ONE_KEY));

        scene.failed(id, 8510);
        assertThat(calls.types(id)).endsWith("PlayStarted", "RecognizeFailed");
    }

    @Test
    void fewerKeysThanWantedFailBetweenTones() {
        simulator.person(ANN).presses("12");
        String id = calls.connected(ANN);
        scene.recognize(id, body("dtmf", FOUR_KEYS));

        scene.failed(id, 8532);
    }

    @Test
    void withoutALimitOrAStopToneKeysNeverComplete() {
        simulator.person(ANN).presses("123456");
        String id = calls.connected(ANN);
        scene.recognize(id, body("dtmf", "{}"));

        scene.failed(id, 8532);
    }

    @Test
    void silenceIsShortenedToTheLongestOfTheSimulator() {
        String id = calls.connected(ANN);
        start = System.nanoTime();
        scene.recognize(id, body("dtmf", "{\"initialSilenceTimeoutInSeconds\":300}"));
        scene.failed(id, 8510);

        assertThat(sinceStart()).isBetween(MAX_SILENCE, Duration.ofSeconds(30));
    }

    @Test
    void eachRecognitionTakesTheNextOfTheScriptAndThenThereIsSilence() {
        simulator.person(ANN).presses("1,2").staysSilent().says("not a key").presses("3");
        String id = calls.connected(ANN);
        for (int i = 0; i < 5; i++) {
            scene.recognize(id, body("dtmf", ONE_KEY));
        }
        calls.awaitEvents(id, "RecognizeFailed", 2);

        assertThat(calls.types(id).stream().filter(type -> type.startsWith("Recognize")))
                .containsExactly("RecognizeCompleted", "RecognizeCompleted", "RecognizeFailed", "RecognizeCompleted",
                        "RecognizeFailed");
        assertThat(calls.app().received("RecognizeCompleted")).extracting(one -> tones(one.event().path("data")))
                .containsExactly("one", "two", "three");
    }

    @Test
    void eachCallBeginsTheScriptAnew() {
        simulator.person(ANN).presses("7");
        for (int i = 0; i < 2; i++) {
            String id = calls.connected(ANN);
            scene.recognize(id, body("dtmf", ONE_KEY));
            assertThat(tones(scene.completed(id, 8531))).isEqualTo("seven");
        }
    }

    @Test
    void aScriptThatGrowsDuringACallGoesOn() {
        simulator.person(ANN).presses("1");
        String id = calls.connected(ANN);
        scene.recognize(id, body("dtmf", ONE_KEY));
        scene.completed(id, 8531);
        simulator.person(ANN).presses("2");
        scene.recognize(id, body("dtmf", ONE_KEY));

        assertThat(tones(calls.awaitEvents(id, "RecognizeCompleted", 2))).isEqualTo("two");
    }

    @Test
    void theCallerOfAnIncomingCallHasAScriptToo() {
        simulator.person(ANN).presses("4");
        String id = calls.answer(simulator.placeCall(ANN, CallScene.OURS)).body().path("callConnectionId").asText();
        calls.awaitEvent(id, "ParticipantsUpdated");
        scene.recognize(id, body("dtmf", ONE_KEY));

        assertThat(tones(scene.completed(id, 8531))).isEqualTo("four");
    }

    @Test
    void keysPressedByHandCount() {
        String id = calls.connected(ANN);
        scene.recognize(id, body("dtmf", FOUR_KEYS));
        simulator.press(id, ANN, "1");
        simulator.press(id, ANN, "2#");

        assertThat(tones(scene.completed(id, 8514))).isEqualTo("one two pound");
    }

    @Test
    void keysOfOthersDoNotCount() {
        String id = calls.connected(ANN, CallScene.BOB);
        calls.awaitEvents(id, "ParticipantsUpdated", 2);
        scene.recognize(id, body("dtmf", ONE_KEY));
        simulator.press(id, CallScene.BOB, "1");
        simulator.say(id, ANN, "one");

        scene.failed(id, 8510);
    }

    @Test
    void aKeyInterruptsThePromptWhereItMay() {
        String id = calls.connected(ANN);
        start = System.nanoTime();
        scene.recognize(id, interruptible());
        calls.awaitEvent(id, "PlayStarted");
        simulator.press(id, ANN, "1");
        scene.completed(id, 8531);

        assertThat(calls.types(id)).endsWith("PlayStarted", "RecognizeCompleted");
        assertThat(sinceStart()).isLessThan(LONG_PROMPT);
    }

    @Test
    void aScriptInterruptsThePromptWhereItMay() {
        simulator.person(ANN).presses("1");
        String id = calls.connected(ANN);
        start = System.nanoTime();
        scene.recognize(id, interruptible());
        scene.completed(id, 8531);

        assertThat(sinceStart()).isLessThan(LONG_PROMPT);
    }

    @Test
    void aKeyDuringAnotherPromptCountsWhenItIsOver() {
        String id = calls.connected(ANN);
        start = System.nanoTime();
        scene.recognize(id, prompted("dtmf", ONE_KEY));
        calls.awaitEvent(id, "PlayStarted");
        simulator.press(id, ANN, "1");
        scene.completed(id, 8531);

        assertThat(sinceStart()).isGreaterThanOrEqualTo(PLAY_TIME);
    }

    @Test
    void aHangUpCancelsTheRecognition() {
        String id = calls.connected(ANN);
        scene.recognize(id, prompted("dtmf", ONE_KEY));
        calls.awaitEvent(id, "PlayStarted");
        simulator.hangUp(id, ANN);
        calls.awaitEvent(id, "CallDisconnected");
        JsonNode canceled = calls.awaitEvent(id, "RecognizeCanceled");

        assertThat(calls.types(id)).endsWith("PlayStarted", "RecognizeCanceled", "CallDisconnected");
        assertThat(canceled.at("/resultInformation/code").asInt()).isEqualTo(400);
        assertThat(canceled.at("/resultInformation/subCode").asInt()).isEqualTo(8508);
        assertThat(canceled.path("operationContext").asText()).isEqualTo("menu");
    }

    @Test
    void anInterruptingRecognitionCancelsWhatWasBefore() {
        String id = calls.connected(ANN);
        calls.client().post(CALLS + "/" + id + ":play",
                "{\"playSources\":[" + RecognizeScene.PROMPT + "],\"playOptions\":{\"loop\":true}}");
        scene.recognize(id, body("dtmf", ONE_KEY));
        simulator.person(ANN).presses("1");
        scene.recognize(id, body("dtmf", ONE_KEY).put("interruptCallMediaOperation", true));
        scene.completed(id, 8531);

        assertThat(calls.types(id)).endsWith("PlayStarted", "PlayCanceled", "RecognizeCanceled", "RecognizeCompleted");
    }

    @Test
    void aRecognitionWaitsForItsTurn() {
        simulator.person(ANN).presses("1");
        String id = calls.connected(ANN);
        calls.client().post(CALLS + "/" + id + ":play", "{\"playSources\":[" + RecognizeScene.PROMPT + "]}");
        scene.recognize(id, prompted("dtmf", ONE_KEY));
        scene.completed(id, 8531);

        assertThat(calls.types(id)).endsWith("PlayStarted", "PlayCompleted", "PlayStarted", "RecognizeCompleted");
    }

    @Test
    void eventsGoToTheAddressOfTheOperation() {
        simulator.person(ANN).presses("1");
        String id = calls.connected(ANN);
        scene.recognize(id, prompted("dtmf", ONE_KEY).put("operationCallbackUri", calls.app().uri("/other").toString()));
        scene.completed(id, 8531);

        assertThat(calls.app().received("PlayStarted")).extracting(TestApp.Received::path).containsExactly("/other");
        assertThat(calls.app().received("RecognizeCompleted")).extracting(TestApp.Received::path).containsExactly("/other");
    }

    private static ObjectNode interruptible() {
        ObjectNode body = body("dtmf", "{\"interruptPrompt\":true,\"dtmfOptions\":{\"maxTonesToCollect\":1}}");
        body.set("playPrompts", json("[" + String.join(",", Collections.nCopies(10, RecognizeScene.PROMPT)) + "]"));
        return body;
    }

    private Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
