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

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import io.acscall.simulator.testing.TestApp;

import static io.acscall.simulator.testing.CallScene.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A call that is recorded. */
final class RecordingScene implements AutoCloseable {

    static final String RECORDINGS = "/calling/recordings";

    private final CallScene scene;

    RecordingScene(AcsSimulator simulator) {
        this.scene = new CallScene(simulator);
    }

    CallScene calls() {
        return scene;
    }

    /** The body of a startRecording request for a connection. */
    ObjectNode body(String connection) {
        return Json.object().put("callConnectionId", connection).put("recordingStateCallbackUri",
                scene.app().uri("/recording").toString());
    }

    ServiceClient.Answer send(ObjectNode body) {
        return scene.client().post(RECORDINGS, Json.text(body));
    }

    /** Starts a recording; returns its id. */
    String start(ObjectNode body) {
        ServiceClient.Answer answer = send(body);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.body().path("recordingState").asText()).isEqualTo("inactive");
        assertThat(answer.body().path("recordingKind").asText()).isEqualTo("azureCommunicationServices");
        return answer.body().path("recordingId").asText();
    }

    /** Starts a recording and waits until it records; returns its id. */
    String started(ObjectNode body) {
        String id = start(body);
        awaitStates("inactive", "active");
        return id;
    }

    void act(String method, String path, int status) {
        ServiceClient.Answer answer = scene.client().send(method, RECORDINGS + "/" + path, null, Map.of());
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.raw().body()).isEmpty();
    }

    String state(String id) {
        return scene.client().get(RECORDINGS + "/" + id).body().path("recordingState").asText();
    }

    /** Waits until exactly these states were told; returns the data of the last. */
    JsonNode awaitStates(String... states) {
        await().atMost(SOON).untilAsserted(() -> assertThat(states()).containsExactly(states));
        List<TestApp.Received> all = scene.app().received("RecordingStateChanged");
        return all.get(all.size() - 1).event().path("data");
    }

    private List<String> states() {
        return scene.app().received("RecordingStateChanged").stream().map(one -> one.event().at("/data/state").asText())
                .toList();
    }

    @Override
    public void close() {
        scene.close();
    }
}
