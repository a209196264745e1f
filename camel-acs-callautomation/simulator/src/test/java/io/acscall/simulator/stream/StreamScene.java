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

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import io.acscall.simulator.testing.StreamApp;
import org.awaitility.Awaitility;

import static io.acscall.simulator.testing.CallScene.CALLS;
import static org.assertj.core.api.Assertions.assertThat;

/** Calls with streams, and the application that takes them. */
final class StreamScene implements AutoCloseable {

    private final CallScene calls;
    private final StreamApp app = new StreamApp();

    StreamScene(AcsSimulator simulator) {
        this.calls = new CallScene(simulator);
    }

    CallScene calls() {
        return calls;
    }

    StreamApp app() {
        return app;
    }

    /** mediaStreamingOptions that begin with the call; more members go on top. */
    ObjectNode media() {
        return Json.object().put("transportType", "websocket").put("audioChannelType", "unmixed")
                .put("transportUrl", app.uri("/audio?token=t").toString()).put("contentType", "audio")
                .put("startMediaStreaming", true);
    }

    /** transcriptionOptions that begin with the call. */
    ObjectNode transcription() {
        return Json.object().put("transportType", "websocket").put("locale", "en-US")
                .put("transportUrl", app.uri("/words").toString()).put("startTranscription", true);
    }

    /** The body of createCall with streams, null for none. */
    ObjectNode body(ObjectNode media, ObjectNode transcription, String... people) {
        ObjectNode body = calls.createBody(people);
        if (media != null) {
            body.set("mediaStreamingOptions", media);
        }
        if (transcription != null) {
            body.set("transcriptionOptions", transcription);
        }
        return body;
    }

    /** Creates a call and waits until it is connected; returns its connection id. */
    String connected(ObjectNode media, ObjectNode transcription, String... people) {
        ServiceClient.Answer answer = calls.client().post(CALLS, Json.text(body(media, transcription, people)));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        String id = answer.body().path("callConnectionId").asText();
        calls.awaitEvents(id, "ParticipantsUpdated", people.length);
        return id;
    }

    ServiceClient.Answer send(String id, String operation, String body) {
        return calls.client().post(CALLS + "/" + id + ":" + operation, body);
    }

    /** Sends an operation that is accepted, with a context. */
    void accepted(String id, String operation) {
        ServiceClient.Answer answer = send(id, operation, "{\"operationContext\":\"" + operation + "\"}");
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
        assertThat(answer.raw().body()).isEmpty();
    }

    JsonNode properties(String id) {
        return calls.client().get(CALLS + "/" + id).body();
    }

    /** Waits for an event and checks what it says. */
    JsonNode event(String id, String type, int code, int subCode, String details) {
        JsonNode data = calls.awaitEvent(id, type);
        boolean media = type.startsWith("Media");
        String member = media ? "mediaStreaming" : "transcription";
        JsonNode update = data.path(member + "Update");
        assertThat(data.at("/resultInformation/code").asInt()).isEqualTo(code);
        assertThat(data.at("/resultInformation/subCode").asInt()).isEqualTo(subCode);
        assertThat(update.path(member + "StatusDetails").asText()).isEqualTo(details);
        assertThat(update.path("contentType").asText(null)).isEqualTo(media ? "Audio" : null);
        return data;
    }

    /** Waits for the nth final result of a transcription, over whichever connection. */
    JsonNode awaitWords(int number) {
        Awaitility.await().atMost(CallScene.SOON).until(() -> finals().size() >= number);
        return finals().get(number - 1);
    }

    private List<JsonNode> finals() {
        return app.connections().stream().flatMap(connection -> connection.frames("TranscriptionData").stream())
                .filter(frame -> "Final".equals(frame.path("resultStatus").asText())).toList();
    }

    @Override
    public void close() {
        calls.close();
        app.close();
    }
}
