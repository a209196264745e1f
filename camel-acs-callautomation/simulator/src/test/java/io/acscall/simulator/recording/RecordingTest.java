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

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.call.Place;
import io.acscall.simulator.call.RunningCall;
import io.acscall.simulator.fixtures.Fixtures;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import io.acscall.simulator.testing.TestApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.acscall.simulator.recording.RecordingScene.RECORDINGS;
import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.BOB;
import static org.assertj.core.api.Assertions.assertThat;

class RecordingTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private static final String GROUP = "29228d3e-040e-4656-a70e-890ab4e173e5";

    private AcsSimulator simulator;
    private RecordingScene scene;
    private CallScene calls;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new RecordingScene(simulator);
        calls = scene.calls();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aRecordingIsInactiveThenActivePausedResumedAndStopped() {
        String connection = calls.connected(ANN);
        String id = scene.start(scene.body(connection));
        JsonNode begun = scene.awaitStates("inactive", "active");
        assertThat(scene.state(id)).isEqualTo("active");
        scene.act("POST", id + ":pause", 202);
        JsonNode paused = scene.awaitStates("inactive", "active", "inactive");
        assertThat(scene.state(id)).isEqualTo("inactive");
        scene.act("POST", id + ":resume", 202);
        scene.awaitStates("inactive", "active", "inactive", "active");
        scene.act("DELETE", id, 204);
        JsonNode stopped = scene.awaitStates("inactive", "active", "inactive", "active", "inactive");

        JsonNode first = calls.app().received("RecordingStateChanged").get(0).event().path("data");
        assertThat(first.path("startDateTime").asText()).isEqualTo("0001-01-01T00:00:00+00:00");
        assertThat(OffsetDateTime.parse(begun.path("startDateTime").asText()).getYear()).isGreaterThan(2000);
        assertThat(List.of(paused, stopped)).extracting(data -> data.path("startDateTime").asText())
                .containsOnly(begun.path("startDateTime").asText());
        ServiceClient.Answer gone = calls.client().get(RECORDINGS + "/" + id);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.errorCode()).isEqualTo("8522");
        assertThat(gone.errorMessage()).isEqualTo("Recording not found.");
        assertThat(scene.start(scene.body(connection))).isNotEqualTo(id);
    }

    @Test
    void itsEventsHaveTheFieldsOfTheSampleAndGoToTheirOwnAddressOnly() {
        String connection = calls.connected(ANN);
        String id = scene.started(scene.body(connection));
        TestApp.Received received = calls.app().received("RecordingStateChanged").get(1);
        JsonNode sample = Fixtures.callbackEvent("RecordingStateChanged").event();

        assertThat(received.path()).isEqualTo("/recording");
        assertThat(received.headers().get("authorization")).startsWith("Bearer ");
        assertThat(names(received.event())).containsExactlyInAnyOrderElementsOf(names(sample));
        assertThat(names(received.event().path("data"))).containsExactlyInAnyOrderElementsOf(names(sample.path("data")));
        assertThat(received.event().path("source").asText())
                .isEqualTo(received.event().path("subject").asText())
                .isEqualTo("calling/recordings/" + received.event().at("/data/serverCallId").asText() + "/" + id
                           + "/RecordingStateChanged")
                .isEqualTo(received.event().at("/data/eventSource").asText());
        assertThat(received.event().at("/data/callConnectionId").asText()).isEqualTo(connection);
        assertThat(calls.app().received("RecordingStateChanged")).extracting(TestApp.Received::path).containsOnly("/recording");
    }

    @Test
    void withoutAnAddressNobodyIsTold() {
        String connection = calls.connected(ANN);
        ObjectNode body = scene.body(connection);
        body.remove("recordingStateCallbackUri");
        String id = scene.start(body);
        scene.act("DELETE", id, 204);
        calls.client().delete(CallScene.CALLS + "/" + connection);
        calls.awaitEvent(connection, "CallDisconnected");

        assertThat(calls.app().received("RecordingStateChanged")).isEmpty();
    }

    @Test
    void pausedAtItsStartItBeginsWhenItIsResumed() {
        String connection = calls.connected(ANN);
        String id = scene.start(scene.body(connection).put("pauseOnStart", true));
        scene.awaitStates("inactive");
        assertThat(scene.state(id)).isEqualTo("inactive");
        scene.act("POST", id + ":resume", 202);

        assertThat(scene.awaitStates("inactive", "active").path("startDateTime").asText()).doesNotStartWith("0001");
    }

    @Test
    void theEndOfTheCallEndsIt() {
        String connection = calls.connected(ANN);
        String id = scene.started(scene.body(connection));
        simulator.hangUp(connection, ANN);
        scene.awaitStates("inactive", "active", "inactive");

        assertThat(calls.client().send("POST", RECORDINGS + "/" + id + ":pause", null, Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void aCallHasOneRecordingAtATime() {
        String connection = calls.connected(ANN);
        scene.started(scene.body(connection));
        ServiceClient.Answer second = scene.send(scene.body(connection));

        assertThat(second.status()).isEqualTo(400);
        assertThat(second.errorCode()).isEqualTo("8553");
    }

    @Test
    void aCallIsFoundByItsServerCallIdAndByItsGroup() {
        String connection = calls.connected(ANN);
        String serverCallId = calls.client().get(CallScene.CALLS + "/" + connection).body().path("serverCallId").asText();
        scene.started(located("serverCallLocator", "serverCallId", serverCallId));
        RunningCall group = simulator.runningCall(Place.group(GROUP), ANN, BOB);
        String inGroup = scene.start(located("groupCallLocator", "groupCallId", GROUP));
        JsonNode begun = scene.awaitStates("inactive", "active", "inactive", "active");

        assertThat(begun.path("recordingId").asText()).isEqualTo(inGroup);
        assertThat(begun.path("serverCallId").asText()).isEqualTo(group.serverCallId());
        assertThat(begun.has("callConnectionId")).isFalse();
    }

    @Test
    void theSnapshotOfTheCallShowsIt() {
        String connection = calls.connected(ANN);
        String id = scene.started(scene.body(connection));

        assertThat(simulator.call(connection).orElseThrow().recorder().recordingId()).isEqualTo(id);
        assertThat(simulator.call(connection).orElseThrow().toJson().at("/recording/state").asText()).isEqualTo("active");
        scene.act("DELETE", id, 204);
        assertThat(simulator.call(connection).orElseThrow().recorder()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{}|8523|callLocator", "{'callConnectionId':'x','callLocator':{'groupCallId':'g'}}|8523|callLocator",
            "{'callConnectionId':'<id>','recordingFormatType':'ogg'}|8523|recordingFormatType",
            "{'callConnectionId':'<id>','recordingContentType':'video'}|8523|recordingContentType",
            "{'callConnectionId':'<id>','recordingChannelType':5}|8523|recordingChannelType",
            "{'callConnectionId':'<id>','recordingChannelType':'unmixed','recordingFormatType':'mp3'}|8557|unmixed",
            "{'callConnectionId':'<id>','recordingContentType':'audio','recordingFormatType':'mp4'}|8557|mp4",
            "{'callConnectionId':'<id>','channelAffinity':[{'channel':5,'participant':{'rawId':'4:+1'}}]}|8523|channel",
            "{'callConnectionId':'<id>','externalStorage':{}}|8523|recordingStorageKind",
            "{'callLocator':{'kind':'serverCallLocator','serverCallId':'no good'}}|8527|serverCallId" })
    void whatIsWrongIsRefusedByName(String body, String code, String named) {
        String connection = calls.connected(ANN);
        ServiceClient.Answer answer = calls.client().post(RECORDINGS, body.replace('\'', '"').replace("<id>", connection));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(answer.errorMessage()).contains(named);
    }

    @Test
    void aCallThatIsNotEstablishedOrNotThereIsNotRecorded() {
        simulator.person(ANN).doesNotAnswer();
        String ringing = calls.create(ANN);

        assertThat(scene.send(scene.body(ringing)).errorCode()).isEqualTo("8501");
        assertThat(scene.send(scene.body(UUID.randomUUID().toString())).errorCode()).isEqualTo("8522");
        assertThat(scene.send(located("groupCallLocator", "groupCallId", GROUP)).status()).isEqualTo(404);
    }

    @Test
    void aRepeatedStartGetsTheSameRecording() {
        String connection = calls.connected(ANN);
        UUID request = UUID.randomUUID();
        String body = Json.text(scene.body(connection));
        ServiceClient.Answer first = calls.client().send("POST", RECORDINGS, body, CallScene.repeatable(request));
        ServiceClient.Answer again = calls.client().send("POST", RECORDINGS, body, CallScene.repeatable(request));

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Repeatability-Result")).isEqualTo("accepted");
    }

    @Test
    void anOldClientHearsNoKind() {
        String connection = calls.connected(ANN);
        ServiceClient old = new ServiceClient(simulator, AcsSimulator.DEVELOPMENT_KEY, "2023-10-15");
        ServiceClient.Answer answer = old.post(RECORDINGS, Json.text(scene.body(connection)));

        assertThat(names(answer.body())).containsExactlyInAnyOrder("recordingId", "recordingState");
        assertThat(scene.awaitStates("inactive", "active").has("recordingKind")).isFalse();
    }

    private ObjectNode located(String kind, String field, String id) {
        ObjectNode body = scene.body("");
        body.remove("callConnectionId");
        body.putObject("callLocator").put("kind", kind).put(field, id);
        return body;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
