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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.camel.AcsCallException;
import io.acscall.camel.CallOperationFailedException;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.fault.StreamFault;
import io.acscall.simulator.fault.StreamRule;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.ServiceClient;
import io.acscall.simulator.testing.StreamApp;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Streams begin, change and end over HTTP against the simulator, which connects to a WebSocket. */
class StreamActionsTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ANN = Conversation.ANN;
    private static final String AWAIT = "?awaitEvent=true";

    private StreamApp listener;
    private CallApp app;
    private Conversation talk;

    @BeforeEach
    void start(AcsSimulator simulator) throws Exception {
        listener = new StreamApp();
        app = CallApp.run(simulator, settings -> settings.setCognitiveServicesEndpoint("https://cog.example.com/"), routes -> {
            routes.from("acs-call:events").to("mock:events");
            routes.from("acs-call:incomingCall")
                    .setHeader("CamelAcsCallMediaStreaming", () -> streams(true).get("CamelAcsCallMediaStreaming"))
                    .to("acs-call:answer?awaitEvent=true&transcription.locale=en-US&transcription.startTranscription=true"
                        + "&transcription.transportUrl=" + listener.uri("/words"))
                    .to("mock:answered");
        });
        talk = new Conversation(app);
    }

    @AfterEach
    void stop() {
        app.close();
        listener.close();
    }

    /** The headers that say where streams go, and whether they begin with the call. */
    private Map<String, Object> streams(boolean begun) {
        String start = Boolean.toString(begun);
        return Map.of("CamelAcsCallMediaStreaming",
                Map.of("transportUrl", listener.uri("/audio").toString(), "startMediaStreaming", start, "audioChannelType",
                        "unmixed"),
                "CamelAcsCallTranscription",
                Map.of("transportUrl", listener.uri("/words").toString(), "startTranscription", start, "locale", "en-US"));
    }

    /** A call with streams. */
    private String call(boolean begun) {
        Map<String, Object> headers = new HashMap<>(streams(begun));
        headers.put("CamelAcsCallTarget", ANN);
        Exchange up = app.send("acs-call:createCall?awaitEvent=true&hangUpOn=none", null, headers);
        assertThat(up.getException()).isNull();
        return up.getMessage().getHeader("CamelAcsCallConnectionId", String.class);
    }

    private StreamApp.Connection listening(String path) {
        return await().atMost(SOON)
                .until(() -> listener.connections().stream().filter(one -> path.equals(one.path())).findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void audioIsSentFromStartToStop() {
        String call = call(false);
        assertThat(listener.connections()).isEmpty();

        Conversation.event(talk.in(call, "acs-call:startMediaStreaming" + AWAIT), "MediaStreamingStarted");
        StreamApp.Connection audio = listening("/audio");
        assertThat(audio.header("x-ms-call-connection-id")).isEqualTo(call);
        await().atMost(SOON).until(() -> !audio.frames("AudioData").isEmpty());

        Conversation.event(talk.in(call, "acs-call:stopMediaStreaming" + AWAIT), "MediaStreamingStopped");
        await().atMost(SOON).until(() -> audio.closeCode() != null);
        talk.consumed("MediaStreamingStopped", call);
    }

    @Test
    void wordsAreSentFromStartToStopInTheLanguageOfTheUpdate(AcsSimulator simulator) {
        String call = call(false);

        Conversation.event(talk.in(call, "acs-call:startTranscription?locale=fr-FR&awaitEvent=true"), "TranscriptionStarted");
        StreamApp.Connection words = listening("/words");
        assertThat(locale(words, 1)).isEqualTo("fr-FR");
        Conversation.event(talk.in(call, "acs-call:updateTranscription?locale=de-DE&awaitEvent=true"), "TranscriptionUpdated");

        simulator.say(simulator.callOf(ANN).orElseThrow().callId(), ANN, "guten Tag");
        await().atMost(SOON).until(() -> words.frames("TranscriptionData").stream()
                .anyMatch(frame -> frame.path("text").asText().equals("guten Tag")));

        Conversation.event(talk.in(call, "acs-call:stopTranscription" + AWAIT), "TranscriptionStopped");
        await().atMost(SOON).until(() -> words.closeCode() != null);
        assertThat(simulator.timeline().requests("updateTranscription").get(0).body().path("locale").asText())
                .isEqualTo("de-DE");
    }

    private static String locale(StreamApp.Connection words, int number) {
        await().atMost(SOON).until(() -> words.frames("TranscriptionMetadata").size() >= number);
        return words.frames("TranscriptionMetadata").get(number - 1).path("locale").asText();
    }

    @Test
    void streamsBeginWithAnAnsweredCall(AcsSimulator simulator) throws Exception {
        app.subscribed();
        app.mock("answered").expectedMessageCount(1);

        simulator.placeCall(ANN, "+18005550100");

        app.mock("answered").assertIsSatisfied();
        String call = app.mock("answered").getExchanges().get(0).getMessage().getHeader("CamelAcsCallConnectionId",
                String.class);
        talk.consumed("MediaStreamingStarted", call);
        talk.consumed("TranscriptionStarted", call);
        await().atMost(SOON).until(() -> !listening("/audio").frames("AudioData").isEmpty());
        assertThat(locale(listening("/words"), 1)).isEqualTo("en-US");
    }

    @ParameterizedTest
    @CsvSource({
            "media, startMediaStreaming, MediaStreamingFailed, initialWebSocketConnectionFailed",
            "transcription, startTranscription, TranscriptionFailed, streamConnectionUnsuccessful" })
    void aStreamThatNobodyTakesFailsTheStep(
            String stream, String action, String event, String details, AcsSimulator simulator) {
        simulator.faults().streams(StreamRule.of(stream).always(StreamFault.REFUSED));
        String call = call(false);

        CallOperationFailedException failed = Conversation.failure(talk.in(call, "acs-call:" + action + AWAIT));

        assertThat(failed.getEvent().shortType()).isEqualTo(event);
        assertThat(failed.getOutcome()).isEqualTo(Outcome.STREAM_FAILED);
        assertThat(update(failed).toString()).contains(details);
        talk.consumed(event, call);
    }

    private static Object update(CallOperationFailedException failed) {
        Map<String, Object> data = failed.getEvent().data();
        return data.getOrDefault("mediaStreamingUpdate", data.get("transcriptionUpdate"));
    }

    @Test
    void aStreamThatBeginsWithTheCallAndFailsIsAnEvent(AcsSimulator simulator) {
        simulator.faults().streams(StreamRule.every().always(StreamFault.REFUSED));

        String call = call(true);

        assertThat(talk.consumed("MediaStreamingFailed", call).getHeader("CamelAcsCallOutcome"))
                .isEqualTo(Outcome.STREAM_FAILED);
        assertThat(talk.consumed("TranscriptionFailed", call).getHeader("CamelAcsCallOutcome"))
                .isEqualTo(Outcome.STREAM_FAILED);
    }

    @ParameterizedTest
    @CsvSource({
            "startMediaStreaming, 8583", "stopMediaStreaming, 8583", "startTranscription, 8583", "stopTranscription, 8583",
            "updateTranscription, 8583" })
    void aStreamThatTheCallWasNotMadeWithIsRefused(String action, String code) {
        AcsCallException refused = Conversation.refusal(talk.in(app.call(ANN), "acs-call:" + action));

        assertThat(refused.getErrorCode()).isEqualTo(code);
        assertThat(refused.getOutcome()).isEqualTo(Outcome.CONFLICT);
    }

    @ParameterizedTest
    @CsvSource({ "stopMediaStreaming", "stopTranscription", "updateTranscription" })
    void aStreamThatIsNotOnIsNeitherChangedNorStopped(String action) {
        AcsCallException refused = Conversation.refusal(talk.in(call(false), "acs-call:" + action + AWAIT));

        assertThat(refused.getErrorCode()).isEqualTo("8519");
        assertThat(refused.getOutcome()).isEqualTo(Outcome.CONFLICT);
    }

    /** Our own requests always have an address; those of another client may have none. */
    @Test
    void aStreamWithoutAnAddressFailsTheStep(AcsSimulator simulator) {
        JsonNode made = new ServiceClient(simulator).post("/calling/callConnections", """
                {"targets":[{"rawId":"4:%s"}],"sourceCallerIdNumber":{"value":"%s"},"callbackUri":"%s",
                 "mediaStreamingOptions":{"transportType":"websocket","audioChannelType":"mixed"}}
                """.formatted(ANN, CallApp.OUR_NUMBER, app.callbackUri())).body();
        String call = made.path("callConnectionId").asText();
        talk.consumed("CallConnected", call);

        CallOperationFailedException failed
                = Conversation.failure(talk.in(call, "acs-call:startMediaStreaming" + AWAIT));

        assertThat(failed.getEvent().result().subCode()).isEqualTo(8581);
        assertThat(failed.getOutcome()).isEqualTo(Outcome.STREAM_FAILED);
    }

    @Test
    void keysThatSomebodyPressesAreEventsInTheirOrder(AcsSimulator simulator) {
        String call = talk.among(ANN);
        assertThat(talk.in(call, "acs-call:startContinuousDtmf", Map.of("CamelAcsCallRemoteParty", ANN)).getException())
                .isNull();

        simulator.press(simulator.callOf(ANN).orElseThrow().callId(), ANN, "12#*");

        await().atMost(SOON).until(() -> keys(call).length() == 4);
        assertThat(keys(call)).isEqualTo("12#*");
    }

    private String keys(String call) {
        StringBuilder keys = new StringBuilder();
        app.mock("events").getExchanges().stream().map(Exchange::getMessage)
                .filter(event -> call.equals(event.getHeader("CamelAcsCallConnectionId")))
                .filter(event -> "ContinuousDtmfRecognitionToneReceived".equals(event.getHeader("CamelAcsCallEventType")))
                .forEach(event -> keys.append(event.getHeader("CamelAcsCallTones")));
        return keys.toString();
    }
}
