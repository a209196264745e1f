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
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.StreamApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.BOB;
import static io.acscall.simulator.testing.CallScene.CALLS;
import static io.acscall.simulator.testing.CallScene.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class MediaStreamTest {

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
    void beginsWithTheCallWhenAsked() {
        String id = scene.connected(scene.media(), null, ANN);
        JsonNode started = scene.event(id, "MediaStreamingStarted", 200, 0, "subscriptionStarted");
        StreamApp.Connection connection = scene.app().connection(1);
        await().atMost(SOON).until(() -> connection.frames().size() > 3);
        JsonNode properties = scene.properties(id);

        assertThat(started.path("operationContext").asText()).isEqualTo("create");
        assertThat(started.at("/mediaStreamingUpdate/mediaStreamingStatus").asText()).isEqualTo("mediaStreamingStarted");
        assertThat(connection.path()).isEqualTo("/audio");
        assertThat(connection.header("x-ms-call-connection-id")).isEqualTo(id);
        assertThat(connection.header("x-ms-call-correlation-id")).isEqualTo(properties.path("correlationId").asText());
        assertThat(connection.header("authorization")).startsWith("Bearer ey");
        JsonNode first = connection.frames().get(0);
        assertThat(first.path("kind").asText()).isEqualTo("AudioMetadata");
        JsonNode subscription = properties.path("mediaStreamingSubscription");
        assertThat(subscription.path("state").asText()).isEqualTo("active");
        assertThat(subscription.at("/subscribedContentTypes/0").asText()).isEqualTo("audio");
        assertThat(Json.text(first.path("audioMetadata"))).isEqualTo("{\"subscriptionId\":\"" + subscription.path("id").asText()
                                                                     + "\",\"encoding\":\"PCM\",\"sampleRate\":16000,"
                                                                     + "\"channels\":1,\"length\":640}");
    }

    @Test
    void silenceIsSentWhileNobodySpeaks() {
        scene.connected(scene.media(), null, ANN);
        List<JsonNode> frames = audio(scene.app().connection(1), 10);

        assertThat(frames).allSatisfy(frame -> {
            assertThat(frame.path("silent").asBoolean()).isTrue();
            assertThat(frame.path("participantRawID").asText()).isEqualTo("4:" + ANN);
            assertThat(pcm(frame)).hasSize(640).containsOnly(0);
        });
        for (int i = 1; i < frames.size(); i++) {
            Instant earlier = Instant.parse(frames.get(i - 1).path("timestamp").asText());
            assertThat(Instant.parse(frames.get(i).path("timestamp").asText())).isEqualTo(earlier.plusMillis(20));
        }
    }

    @Test
    void everybodyHasAVoiceOfTheirOwn() {
        String id = scene.connected(scene.media().put("audioFormat", "pcm24KMono"), null, ANN, BOB);
        StreamApp.Connection connection = scene.app().connection(1);
        audio(connection, 4);
        simulator.say(id, ANN, "Hello", Duration.ofMillis(400));
        simulator.say(id, BOB, "Hi", Duration.ofMillis(400));
        await().atMost(SOON).until(() -> heard(connection, "4:" + ANN).size() == 20 && heard(connection, BOB).size() == 20);

        assertThat(connection.frames("AudioMetadata").get(0).path("length").asInt()).isEqualTo(960);
        assertThat(hertz(heard(connection, "4:" + ANN), 24_000)).isEqualTo(VoiceTone.hertz(Identifier.of(ANN)));
        assertThat(hertz(heard(connection, BOB), 24_000)).isEqualTo(VoiceTone.hertz(Identifier.of(BOB)))
                .isNotEqualTo(VoiceTone.hertz(Identifier.of(ANN)));
    }

    @Test
    void aMixedStreamNamesNobody() {
        String id = scene.connected(scene.media().put("audioChannelType", "mixed"), null, ANN, BOB);
        StreamApp.Connection connection = scene.app().connection(1);
        simulator.say(id, ANN, "Hello", Duration.ofMillis(300));
        simulator.say(id, BOB, "Hi", Duration.ofMillis(300));
        await().atMost(SOON).until(() -> heard(connection, "").size() >= 15);

        assertThat(connection.frames("AudioData")).allMatch(frame -> !frame.has("participantRawID"))
                .allMatch(frame -> pcm(frame).length == 640);
    }

    @Test
    void theMutedAreNotHeard() {
        String id = scene.connected(scene.media(), null, BOB);
        scene.calls().client().post(CALLS + "/" + id + "/participants:mute",
                "{\"targetParticipants\":[{\"rawId\":\"" + BOB + "\"}]}");
        scene.calls().awaitEvents(id, "ParticipantsUpdated", 2);
        StreamApp.Connection connection = scene.app().connection(1);
        int before = audio(connection, 1).size();
        simulator.say(id, BOB, "Hi", Duration.ofMillis(100));
        audio(connection, before + 20);

        assertThat(heard(connection, BOB)).isEmpty();
    }

    @Test
    void scriptedPeopleSpeakAndPressKeysIntoAStream() {
        simulator.person(ANN).says("I need help").presses("1#");
        scene.connected(scene.media().put("enableDtmfTones", true), null, ANN);
        StreamApp.Connection connection = scene.app().connection(1);
        await().atMost(SOON).until(() -> connection.frames("DtmfData").size() == 2);

        assertThat(connection.frames("DtmfData")).extracting(frame -> frame.path("data").asText()).containsExactly("1", "#");
        assertThat(heard(connection, "4:" + ANN)).hasSize(10);
    }

    @Test
    void keysAreNotSentUnlessAskedFor() {
        String id = scene.connected(scene.media(), null, ANN);
        StreamApp.Connection connection = scene.app().connection(1);
        audio(connection, 1);
        simulator.press(id, ANN, "1");
        audio(connection, 15);

        assertThat(connection.frames("DtmfData")).isEmpty();
    }

    @Test
    void isStartedAndStoppedOnRequest() {
        String id = scene.connected(scene.media().put("startMediaStreaming", false), null, ANN);
        assertThat(scene.properties(id).at("/mediaStreamingSubscription/state").asText()).isEqualTo("inactive");
        scene.accepted(id, "startMediaStreaming");
        JsonNode started = scene.event(id, "MediaStreamingStarted", 200, 0, "subscriptionStarted");
        StreamApp.Connection connection = scene.app().connection(1);
        audio(connection, 3);
        scene.accepted(id, "stopMediaStreaming");
        JsonNode stopped = scene.event(id, "MediaStreamingStopped", 200, 0, "subscriptionStopped");
        await().atMost(SOON).until(() -> connection.closeCode() != null);
        scene.accepted(id, "startMediaStreaming");
        audio(scene.app().connection(2), 3);

        assertThat(started.path("operationContext").asText()).isEqualTo("startMediaStreaming");
        assertThat(stopped.path("operationContext").asText()).isEqualTo("stopMediaStreaming");
        assertThat(connection.closeCode()).isEqualTo(1000);
        assertThat(scene.app().connection(2).frames().get(0).path("kind").asText()).isEqualTo("AudioMetadata");
        assertThat(simulator.mediaStream(id).orElseThrow().connections()).isEqualTo(2);
    }

    @Test
    void endsWithTheCall() {
        String id = scene.connected(scene.media(), null, ANN);
        StreamApp.Connection connection = scene.app().connection(1);
        audio(connection, 3);
        simulator.hangUp(id, ANN);
        scene.calls().awaitEvent(id, "CallDisconnected");
        await().atMost(SOON).until(() -> connection.closeCode() != null);

        assertThat(connection.closeCode()).isEqualTo(1000);
        assertThat(scene.calls().types(id)).endsWith("MediaStreamingStopped", "CallDisconnected");
        StreamSnapshot last = simulator.mediaStream(id).orElseThrow();
        assertThat(last.state()).isEqualTo(StreamState.INACTIVE);
        assertThat(last.framesSent()).isGreaterThanOrEqualTo(3);
        assertThat(simulator.timeline().entries()).anyMatch(entry -> "media".equals(entry.type())
                && entry.detail().startsWith("ended: ") && entry.detail().contains("frames sent"));
    }

    @Test
    void theApplicationSpeaksBack() {
        String id = scene.connected(scene.media().put("enableBidirectional", true), null, ANN);
        StreamApp.Connection connection = scene.app().connection(1);
        byte[] second = VoiceTone.bytes(new short[16_000]);
        connection.send("{\"kind\":\"audioData\",\"audioData\":{\"data\":\"" + Base64.getEncoder().encodeToString(second)
                        + "\",\"isSilent\":false},\"stopAudio\":{}}");
        await().atMost(SOON).until(() -> simulator.mediaStream(id).orElseThrow().framesReceived() == 1);
        StreamSnapshot speaking = simulator.mediaStream(id).orElseThrow();
        connection.send("{\"kind\":\"stopAudio\",\"stopAudio\":{}}");
        await().atMost(SOON).until(() -> simulator.mediaStream(id).orElseThrow().stops() == 1);
        connection.send("{\"kind\":\"audioData\",\"audioData\":{\"data\":\"AAEC\"}}");
        connection.send("not JSON");
        await().atMost(SOON).until(() -> simulator.mediaStream(id).orElseThrow().framesRefused() == 2);

        assertThat(speaking.receivedAudio()).isEqualTo(second);
        assertThat(speaking.bytesReceived()).isEqualTo(32_000);
        assertThat(simulator.mediaStream(id).orElseThrow().unplayed()).isZero();
        assertThat(simulator.timeline().entries()).filteredOn(entry -> "media".equals(entry.type()))
                .extracting(entry -> entry.detail()).anyMatch(detail -> detail.startsWith("stopAudio after "));
    }

    @Test
    void audioIsRefusedInAOneWayStream() {
        String id = scene.connected(scene.media(), null, ANN);
        scene.app().connection(1).send("{\"kind\":\"audioData\",\"audioData\":{\"data\":\"AAA=\"}}");

        await().atMost(SOON).until(() -> simulator.mediaStream(id).orElseThrow().framesRefused() == 1);
    }

    @ParameterizedTest
    @CsvSource({
            "400, badRequest", "401, authenticationFailure", "403, forbidden", "429, tooManyRequests",
            "404, initialWebSocketConnectionFailed", "503, initialWebSocketConnectionFailed" })
    void aRefusedConnectionIsAnEvent(int status, String details) {
        scene.app().answers(status);
        String id = scene.connected(scene.media(), null, ANN);
        JsonNode failed = scene.event(id, "MediaStreamingFailed", 400, 8603, details);

        assertThat(failed.at("/mediaStreamingUpdate/mediaStreamingStatus").asText()).isEqualTo("mediaStreamingFailed");
        assertThat(scene.properties(id).at("/mediaStreamingSubscription/state").asText()).isEqualTo("inactive");
    }

    @Test
    void nobodyThereIsAnEventToo() {
        ObjectNode media = scene.media().put("transportUrl", "ws://127.0.0.1:1/audio");
        String id = scene.connected(media, null, ANN);

        scene.event(id, "MediaStreamingFailed", 400, 8603, "initialWebSocketConnectionFailed");
    }

    @Test
    void aMissingAddressIsAnEventToo() {
        ObjectNode media = scene.media();
        media.remove("transportUrl");
        String id = scene.connected(media, null, ANN);

        scene.event(id, "MediaStreamingFailed", 400, 8581, "streamUrlMissing");
        assertThat(scene.calls().types(id)).startsWith("CallConnected");
    }

    @Test
    void aBrokenConnectionIsMadeAgain() {
        String id = scene.connected(scene.media(), null, ANN);
        audio(scene.app().connection(1), 2);
        scene.app().connection(1).close(1011);
        audio(scene.app().connection(2), 2);
        JsonNode again = scene.calls().awaitEvents(id, "MediaStreamingStarted", 2);

        assertThat(again.at("/mediaStreamingUpdate/mediaStreamingStatusDetails").asText())
                .isEqualTo("streamConnectionReestablished");
        assertThat(scene.app().connection(2).frames().get(0).path("kind").asText()).isEqualTo("AudioMetadata");
    }

    @Test
    void aConnectionThatStaysBrokenFails() {
        String id = scene.connected(scene.media(), null, ANN);
        audio(scene.app().connection(1), 2);
        scene.app().answers(503);
        scene.app().connection(1).close(1001);

        scene.event(id, "MediaStreamingFailed", 400, 8603, "streamConnectionInterrupted");
        assertThat(simulator.timeline().entries()).filteredOn(entry -> "media".equals(entry.type()))
                .filteredOn(entry -> entry.detail().startsWith("could not connect")).hasSize(3);
    }

    @Test
    void operationsNeedAStreamInTheRightState() {
        String none = scene.connected(null, null, ANN);
        String on = scene.connected(scene.media(), null, BOB);
        scene.calls().awaitEvent(on, "MediaStreamingStarted");
        simulator.person("+16045550199").doesNotAnswer();
        String ringing = scene.calls().create("+16045550199");

        assertThat(scene.send(none, "startMediaStreaming", "{}").errorCode()).isEqualTo("8583");
        assertThat(scene.send(none, "stopMediaStreaming", "{}").errorCode()).isEqualTo("8583");
        assertThat(scene.send(on, "startMediaStreaming", "{}").status()).isEqualTo(409);
        scene.accepted(on, "stopMediaStreaming");
        assertThat(scene.send(on, "stopMediaStreaming", "{}").errorCode()).isEqualTo("8519");
        assertThat(scene.send(ringing, "startMediaStreaming", "{}").errorCode()).isEqualTo("8501");
        assertThat(scene.send("gone", "startMediaStreaming", "{}").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
            "transportType,", "transportType, carrierPigeon", "audioChannelType,", "audioChannelType, stereo",
            "audioFormat, mp3", "contentType, video", "transportUrl, https://app.example.com/audio", "transportUrl, audio" })
    void wrongOptionsAreRefusedByName(String field, String value) {
        ObjectNode media = scene.media().put(field, value);
        ObjectNode body = scene.body(media, null, ANN);

        assertThat(scene.calls().client().post(CALLS, Json.text(body)).errorMessage())
                .contains("mediaStreamingOptions." + field);
    }

    /** Waits for so many frames of audio. */
    static List<JsonNode> audio(StreamApp.Connection connection, int count) {
        await().atMost(SOON).until(() -> connection.frames("AudioData").size() >= count);
        return connection.frames("AudioData");
    }

    private static List<JsonNode> heard(StreamApp.Connection connection, String rawId) {
        return connection.frames("AudioData").stream().filter(frame -> !frame.path("silent").asBoolean())
                .filter(frame -> rawId.equals(frame.path("participantRawID").asText())).toList();
    }

    static byte[] pcm(JsonNode frame) {
        return Base64.getDecoder().decode(frame.path("data").asText());
    }

    /** The pitch of frames: how often the wave goes up through zero in a second. */
    private static long hertz(List<JsonNode> frames, int sampleRate) {
        int rises = 0;
        int samples = 0;
        int before = 0;
        for (JsonNode frame : frames) {
            byte[] pcm = pcm(frame);
            for (int i = 0; i < pcm.length; i += 2) {
                int sample = pcm[i + 1] << 8 | pcm[i] & 0xFF;
                rises += before < 0 && sample >= 0 ? 1 : 0;
                before = sample;
                samples++;
            }
        }
        return Math.round((double) rises * sampleRate / samples / 50) * 50;
    }
}
