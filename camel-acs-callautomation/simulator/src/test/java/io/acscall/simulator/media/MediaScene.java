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

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import io.acscall.simulator.testing.TestApp;

import static io.acscall.simulator.testing.CallScene.CALLS;
import static io.acscall.simulator.testing.CallScene.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A call in which keys are pressed and people are put on hold. */
final class MediaScene implements AutoCloseable {

    private final CallScene scene;

    MediaScene(AcsSimulator simulator) {
        this.scene = new CallScene(simulator);
    }

    CallScene calls() {
        return scene;
    }

    /** The body of a request about a person. */
    ObjectNode about(String person) {
        ObjectNode body = Json.object().put("operationContext", "keys");
        body.set("targetParticipant", Identifier.of(person).toJson());
        return body;
    }

    ServiceClient.Answer send(String id, String action, JsonNode body) {
        return scene.client().send("POST", CALLS + "/" + id + ":" + action, body == null ? null : Json.text(body), Map.of());
    }

    /** Sends a request that is taken; returns the answer. */
    ServiceClient.Answer accepted(int status, String id, String action, JsonNode body) {
        ServiceClient.Answer answer = send(id, action, body);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        return answer;
    }

    void refused(String id, String action, JsonNode body, int status, String code) {
        ServiceClient.Answer answer = send(id, action, body);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.errorCode()).isEqualTo(code);
    }

    /** Waits until the application has heard exactly these keys, each with the next number. */
    void awaitTones(String... tones) {
        await().atMost(SOON).untilAsserted(() -> assertThat(data("ContinuousDtmfRecognitionToneReceived"))
                .extracting(data -> data.path("tone").asText()).containsExactly(tones));
    }

    /** The data of all events of a type that have come. */
    List<JsonNode> data(String type) {
        return scene.app().received(type).stream().map(TestApp.Received::event).map(event -> event.path("data")).toList();
    }

    @Override
    public void close() {
        scene.close();
    }
}
