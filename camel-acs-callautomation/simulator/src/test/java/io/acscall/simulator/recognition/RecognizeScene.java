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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.CALLS;
import static org.assertj.core.api.Assertions.assertThat;

/** A call with Ann, who is asked for things. */
final class RecognizeScene implements AutoCloseable {

    static final String PROMPT = "{\"kind\":\"file\",\"file\":{\"uri\":\"https://media.example.com/menu.wav\"}}";

    private final CallScene scene;

    RecognizeScene(AcsSimulator simulator) {
        this.scene = new CallScene(simulator);
    }

    CallScene calls() {
        return scene;
    }

    /** The body of a recognize request for Ann. */
    static ObjectNode body(String type, String options) {
        ObjectNode body = Json.object().put("recognizeInputType", type).put("operationContext", "menu");
        body.putObject("recognizeOptions").setAll((ObjectNode) json(options));
        body.withObject("recognizeOptions").set("targetParticipant", Identifier.of(ANN).toJson());
        return body;
    }

    /** As {@link #body}, with a prompt. */
    static ObjectNode prompted(String type, String options) {
        ObjectNode body = body(type, options);
        body.set("playPrompt", json(PROMPT));
        return body;
    }

    static JsonNode json(String text) {
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ServiceClient.Answer send(String id, JsonNode body) {
        return scene.client().post(CALLS + "/" + id + ":recognize", Json.text(body));
    }

    void recognize(String id, JsonNode body) {
        ServiceClient.Answer answer = send(id, body);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
        assertThat(answer.raw().body()).isEmpty();
    }

    /** Waits for RecognizeCompleted with a code; returns its data. */
    JsonNode completed(String id, int subCode) {
        JsonNode data = scene.awaitEvent(id, "RecognizeCompleted");
        assertThat(data.at("/resultInformation/code").asInt()).isEqualTo(200);
        assertThat(data.at("/resultInformation/subCode").asInt()).isEqualTo(subCode);
        assertThat(data.path("operationContext").asText()).isEqualTo("menu");
        return data;
    }

    /** Waits for RecognizeFailed with a code. */
    void failed(String id, int subCode) {
        JsonNode data = scene.awaitEvent(id, "RecognizeFailed");
        assertThat(data.at("/resultInformation/code").asInt()).isEqualTo(400);
        assertThat(data.at("/resultInformation/subCode").asInt()).isEqualTo(subCode);
        assertThat(data.path("operationContext").asText()).isEqualTo("menu");
        assertThat(data.has("recognitionType")).isFalse();
    }

    /** The tones of an event, in one text. */
    static String tones(JsonNode data) {
        assertThat(data.path("recognitionType").asText()).isEqualTo("dtmf");
        return String.join(" ", StreamSupport.stream(data.at("/dtmfResult/tones").spliterator(), false)
                .map(JsonNode::asText).toList());
    }

    @Override
    public void close() {
        scene.close();
    }
}
