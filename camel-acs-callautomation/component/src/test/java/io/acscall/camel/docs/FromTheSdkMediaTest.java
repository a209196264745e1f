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
package io.acscall.camel.docs;

import java.util.LinkedHashMap;
import java.util.Map;

import io.acscall.camel.route.CallApp;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.StreamApp;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The routes of docs/from-the-sdk.md on media, recordings and streams run; that the page holds them is tested beside.
 */
class FromTheSdkMediaTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String CUSTOMER = "+16045550100";
    private static final String COLLEAGUE
            = "8:acs:11111111-2222-4333-8444-555555555555_0000002a-0000-0000-0000-000000000003";

    /** What comes before a sample. */
    private static final Map<String, String> BEFORE = Map.of("cancelAll", "direct:playSsml", "hearNoKeys", "direct:hearKeys",
            "unhold", "direct:hold", "mute", "acs-call:addParticipant?awaitEvent=true&target=" + COLLEAGUE, "audioOff",
            "direct:audioOn", "wordsIn", "direct:wordsOn", "wordsOff", "direct:wordsOn");

    private StreamApp listener;
    private CallApp app;

    @BeforeEach
    void start(AcsSimulator simulator) throws Exception {
        listener = new StreamApp();
        app = CallApp.start(simulator, new FromTheSdkMediaRoutes()).subscribed();
    }

    @AfterEach
    void stop() {
        app.close();
        listener.close();
    }

    private Map<String, Object> call() {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("CamelAcsCallMediaStreaming", Map.of("transportUrl", listener.uri("/audio").toString()));
        headers.put("CamelAcsCallTranscription",
                Map.of("transportUrl", listener.uri("/words").toString(), "locale", "en-US"));
        headers.put("CamelAcsCallTarget", CUSTOMER);
        return after("acs-call:createCall?awaitEvent=true&hangUpOn=none"
                     + "&cognitiveServicesEndpoint=https://cog.example.com/",
                headers);
    }

    /** The headers that a step leaves. */
    private Map<String, Object> after(String step, Map<String, Object> headers) {
        Exchange done = app.send(step, null, headers);
        assertThat(done.getException()).isNull();
        return done.getMessage().getHeaders();
    }

    private Map<String, Object> prepared(String sample) {
        Map<String, Object> call = call();
        String before = sample.startsWith("record") && !sample.equals("record") ? "direct:record" : BEFORE.get(sample);
        return before == null ? call : after(before, call);
    }

    @ParameterizedTest(name = "{0} sends {1}")
    @CsvSource({
            "play,play",
            "playText,play",
            "playSsml,play",
            "cancelAll,cancelAllMediaOperations",
            "askKeys,recognize",
            "askChoice,recognize",
            "askSpeech,recognize",
            "askSpeechOrKeys,recognize",
            "hearKeys,startContinuousDtmfRecognition",
            "hearNoKeys,stopContinuousDtmfRecognition",
            "pressKeys,sendDtmfTones",
            "hold,hold",
            "unhold,unhold",
            "mute,muteParticipant",
            "audioOn,startMediaStreaming",
            "audioOff,stopMediaStreaming",
            "wordsOn,startTranscription",
            "wordsIn,updateTranscription",
            "wordsOff,stopTranscription",
            "record,startRecording",
            "recordState,getRecordingState",
            "recordPause,pauseRecording",
            "recordResume,resumeRecording",
            "recordStop,stopRecording" })
    void sampleRuns(String sample, String operation, AcsSimulator simulator) {
        Map<String, Object> headers = prepared(sample);
        int before = simulator.timeline().requests(operation).size();
        if (sample.equals("askSpeech") || sample.equals("askChoice")) {
            simulator.person(CUSTOMER).says("sales");
        } else if (sample.startsWith("ask")) {
            simulator.person(CUSTOMER).presses("1#");
        }

        Exchange done = app.send("direct:" + sample, null, headers);

        assertThat(done.getException()).as(simulator.timeline().describe()).isNull();
        assertThat(simulator.timeline().requests(operation)).hasSizeGreaterThan(before);
    }

    @Test
    void theFileOfARecordingIsFetchedAndDeleted() throws Exception {
        app.mock("file").expectedMessageCount(1);
        app.mock("deleted").expectedMessageCount(1);

        after("direct:recordStop", after("direct:record", call()));

        app.mock("file").assertIsSatisfied();
        app.mock("deleted").assertIsSatisfied();
        assertThat(app.mock("file").getExchanges().get(0).getMessage().getBody(byte[].class)).startsWith('R', 'I', 'F', 'F');
    }
}
