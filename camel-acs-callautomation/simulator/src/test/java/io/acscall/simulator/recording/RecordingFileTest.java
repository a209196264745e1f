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
package io.acscall.simulator.recording;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.auth.HmacSignature;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.fault.RestRule;
import io.acscall.simulator.fixtures.Fixtures;
import io.acscall.simulator.fixtures.WireSample;
import io.acscall.simulator.fixtures.WireSamples;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.BOB;
import static io.acscall.simulator.testing.CallScene.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class RecordingFileTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private static final Duration RECORDED = Duration.ofMillis(300);
    private static final DateTimeFormatter DATE
            = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final String SERVICE = "contoso.communication.azure.com";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private AcsSimulator simulator;
    private RecordingScene scene;
    private CallScene calls;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new RecordingScene(simulator);
        calls = scene.calls().subscribed(EventGridSchema.EVENT_GRID);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @EnumSource(EventGridSchema.class)
    void itIsAnnouncedAsTheSampleShows(EventGridSchema schema) {
        calls.subscribed(schema);
        recorded(calls.connected(ANN), true, body -> body.put("recordingChannelType", "unmixed"));
        JsonNode event = calls.app().received("RecordingFileStatusUpdated").get(0).event();
        JsonNode sample = Fixtures.eventGridEvent("RecordingFileStatusUpdated." + schema.wireName()).event();
        JsonNode data = event.path("data");

        assertThat(names(event)).containsExactlyInAnyOrderElementsOf(names(sample));
        assertThat(names(data)).containsExactlyInAnyOrderElementsOf(names(sample.path("data")));
        assertThat(names(data.at("/recordingStorageInfo/recordingChunks/0")))
                .containsExactlyInAnyOrderElementsOf(names(sample.at("/data/recordingStorageInfo/recordingChunks/0")));
        assertThat(event.path("subject").asText()).matches("/recording/call/[^/]+/serverCallId/[^/]+/recordingId/[^/]+");
        assertThat(Instant.parse(data.path("recordingStartTime").asText())).isBefore(Instant.now().plusSeconds(1));
        assertThat(data.path("recordingDurationMs").asLong()).isGreaterThanOrEqualTo(RECORDED.toMillis());
        assertThat(List.of("recordingContentType", "recordingChannelType", "recordingFormatType", "sessionEndReason"))
                .extracting(name -> data.path(name).asText()).containsExactly("Audio", "Unmixed", "Wav", "CallEnded");
    }

    @Test
    void itIsARealWavFileAsLongAsWhatWasRecordedWithoutPauses() throws Exception {
        String connection = calls.connected(ANN, BOB);
        calls.awaitEvents(connection, "ParticipantsUpdated", 2);
        String id = scene.started(scene.body(connection));
        pass(RECORDED);
        scene.act("POST", id + ":pause", 202);
        pass(RECORDED.multipliedBy(3));
        scene.act("DELETE", id, 204);
        JsonNode data = ready();
        HttpResponse<byte[]> answer = get(chunk(data, "contentLocation"), Map.of());
        AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(answer.body()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("audio/wav");
        assertThat(answer.headers().firstValue("Accept-Ranges")).hasValue("bytes");
        assertThat(audio.getFormat()).matches(format -> format.matches(new AudioFormat(16_000, 16, 1, true, false)));
        assertThat(audio.getFrameLength()).isEqualTo(data.path("recordingDurationMs").asLong() * 16);
        assertThat(data.path("recordingDurationMs").asLong()).isGreaterThanOrEqualTo(RECORDED.toMillis());
        assertThat(audio.readAllBytes()).isNotEqualTo(new byte[answer.body().length - 44]);
        assertThat(data.path("sessionEndReason").asText()).isEqualTo("SessionEnded");
    }

    @Test
    void partsOfItAddUpToTheWhole() {
        String location = chunk(recorded(calls.connected(ANN), false, body -> body), "contentLocation");
        byte[] whole = get(location, Map.of()).body();
        HttpResponse<byte[]> first = get(location, Map.of("Range", "bytes=0-99"));
        HttpResponse<byte[]> rest = get(location, Map.of("Range", "bytes=100-"));
        HttpResponse<byte[]> last = get(location, Map.of("Range", "bytes=-7"));
        HttpResponse<byte[]> behind = get(location, Map.of("Range", "bytes=" + whole.length + "-"));

        assertThat(List.of(first, rest, last)).extracting(HttpResponse::statusCode).containsOnly(206);
        assertThat(first.body()).isEqualTo(Arrays.copyOf(whole, 100));
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(whole, 100, whole.length));
        assertThat(last.body()).isEqualTo(Arrays.copyOfRange(whole, whole.length - 7, whole.length));
        assertThat(rest.headers().firstValue("Content-Range"))
                .hasValue("bytes 100-" + (whole.length - 1) + "/" + whole.length);
        assertThat(behind.statusCode()).isEqualTo(416);
        assertThat(behind.headers().firstValue("Content-Range")).hasValue("bytes */" + whole.length);
    }

    @Test
    void aDocumentDescribesIt() throws IOException {
        JsonNode data = recorded(calls.connected(ANN), false, body -> body);
        JsonNode document = Json.read(get(chunk(data, "metadataLocation"), Map.of()).body());

        assertThat(document.path("chunkDocumentId").asText()).isEqualTo(chunk(data, "documentId"));
        assertThat(document.path("chunkDuration").asLong()).isEqualTo(data.path("recordingDurationMs").asLong());
        assertThat(document.at("/participants/0/participantId").asText()).isEqualTo("4:" + ANN);
    }

    @ParameterizedTest
    @CsvSource({ "deleteLocation", "contentLocation" })
    void deletedItIsGone(String location) {
        JsonNode data = recorded(calls.connected(ANN), false, body -> body);
        HttpResponse<byte[]> deleted
                = send("DELETE", chunk(data, location), Map.of(), signature("DELETE", chunk(data, location)));
        HttpResponse<byte[]> gone = get(chunk(data, "contentLocation"), Map.of());

        assertThat(deleted.statusCode()).isEqualTo(200);
        assertThat(deleted.body()).isEmpty();
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(get(chunk(data, "metadataLocation"), Map.of()).statusCode()).isEqualTo(404);
        assertThat(send("DELETE", chunk(data, location), Map.of(), signature("DELETE", chunk(data, location))).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theSignatureIsOverThePathWithoutQueryAndTheHostOfTheService() {
        String location = chunk(recorded(calls.connected(ANN), false, body -> body), "contentLocation");
        String withQuery = location + "?sig=abc%2Bdef";
        Map<String, String> wrong = Map.of("Authorization", signature("DELETE", location).get("Authorization"));

        assertThat(send("GET", withQuery, Map.of("OriginalUrl", withQuery), signature("GET", location)).statusCode())
                .isEqualTo(200);
        assertThat(send("GET", location, wrong, signature("GET", location)).statusCode()).isEqualTo(401);
        assertThat(send("GET", location, Map.of(), Map.of()).statusCode()).isEqualTo(401);
        assertThat(send("GET", location, Map.of("Authorization", "Bearer any"), Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void theSampleRequestDeletes() {
        WireSample sample = WireSamples.load().sample("deleteRecording");
        String content = chunk(recorded(calls.connected(ANN), false, body -> body), "contentLocation");
        String path = sample.path().replaceFirst("/v1/objects/[^/]+",
                URI.create(content).getPath().replaceFirst("/content/.*", ""));
        String location = URI.create(content).resolve(path).toString();
        Map<String, String> original = Map.of("OriginalUrl", location + "?sig=abc%2Bdef");
        HttpResponse<byte[]> answer
                = send(sample.method(), location + "?sig=abc%2Bdef", original, signature(sample.method(), location));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(get(content, Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoWavFileIsNotMadeUp() {
        String location = chunk(recorded(calls.connected(ANN), false, body -> body.put("recordingFormatType", "mp3")),
                "contentLocation");
        HttpResponse<byte[]> answer = get(location, Map.of());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("8520").contains("wav");
    }

    @Test
    void aRecordingThatNeverBeganMakesNoFile() {
        String connection = calls.connected(ANN);
        String id = scene.start(scene.body(connection).put("pauseOnStart", true));
        scene.awaitStates("inactive");
        scene.act("DELETE", id, 204);
        String second = scene.start(scene.body(connection));
        scene.awaitStates("inactive", "inactive", "inactive", "active");
        scene.act("DELETE", second, 204);
        ready();

        assertThat(calls.app().received("RecordingFileStatusUpdated")).hasSize(1).first()
                .matches(one -> one.event().path("subject").asText().endsWith(second));
    }

    @Test
    void downloadsFailOnPurposeToo() {
        String location = chunk(recorded(calls.connected(ANN), false, body -> body), "contentLocation");
        simulator.faults().rest(RestRule.of("downloadRecording").answers(503).times(1))
                .rest(RestRule.of("downloadRecording").halfBody().times(1));

        assertThat(get(location, Map.of()).statusCode()).isEqualTo(503);
        assertThatThrownBy(() -> get(location, Map.of())).isInstanceOf(UncheckedIOException.class);
        assertThat(get(location, Map.of()).statusCode()).isEqualTo(200);
    }

    /** Records for a while; returns the data of the event that announces the file. */
    private JsonNode recorded(String connection, boolean untilTheCallEnds, UnaryOperator<ObjectNode> more) {
        String id = scene.started(more.apply(scene.body(connection)));
        pass(RECORDED);
        if (untilTheCallEnds) {
            simulator.hangUp(connection, ANN);
        } else {
            scene.act("DELETE", id, 204);
        }
        return ready();
    }

    private JsonNode ready() {
        await().atMost(SOON).until(() -> !calls.app().received("RecordingFileStatusUpdated").isEmpty());
        return calls.app().received("RecordingFileStatusUpdated").get(0).event().path("data");
    }

    private static void pass(Duration time) {
        Instant end = Instant.now().plus(time);
        await().atMost(SOON).until(() -> Instant.now().isAfter(end));
    }

    private static String chunk(JsonNode data, String field) {
        return data.at("/recordingStorageInfo/recordingChunks/0").path(field).asText();
    }

    private HttpResponse<byte[]> get(String location, Map<String, String> headers) {
        return send("GET", location, headers, signature("GET", location));
    }

    /** As an official client signs it: without the query, for the host of the service. */
    private static Map<String, String> signature(String method, String location) {
        String date = DATE.format(ZonedDateTime.now(ZoneOffset.UTC));
        String hash = HmacSignature.contentHash(new byte[0]);
        String signature = new HmacSignature(AcsSimulator.DEVELOPMENT_KEY).sign(method, URI.create(location).getRawPath(), date,
                SERVICE, hash);
        return Map.of("x-ms-date", date, "x-ms-content-sha256", hash, "x-ms-host", SERVICE, "Authorization",
                "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + signature);
    }

    private HttpResponse<byte[]> send(
            String method, String location, Map<String, String> headers, Map<String, String> signature) {
        HttpRequest.Builder request
                = HttpRequest.newBuilder(URI.create(location)).method(method, HttpRequest.BodyPublishers.noBody());
        signature.forEach(request::setHeader);
        headers.forEach(request::setHeader);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
