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

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.fixtures.WireSample;
import io.acscall.simulator.fixtures.WireSamples;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.ServiceClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.acscall.simulator.testing.CallScene.ANN;
import static org.assertj.core.api.Assertions.assertThat;

class StreamSamplesTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private static final Set<String> OPERATIONS = Set.of("startMediaStreaming", "stopMediaStreaming", "startTranscription",
            "stopTranscription", "updateTranscription");

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

    static Stream<WireSample> isAcceptedAndAnsweredWithNothing() {
        return WireSamples.load().all().stream().filter(sample -> OPERATIONS.contains(sample.operation()));
    }

    @ParameterizedTest
    @MethodSource
    void isAcceptedAndAnsweredWithNothing(WireSample sample) {
        boolean on = !sample.operation().startsWith("start");
        String id = scene.connected(scene.media().put("startMediaStreaming", on),
                scene.transcription().put("startTranscription", on), ANN);
        ObjectNode body = sample.body().deepCopy();
        if (body.has("operationCallbackUri")) {
            body.put("operationCallbackUri", scene.calls().app().uri("/other").toString());
        }
        String path = sample.path().replace("401f0000-0000-4000-8000-000000000001", id);
        ServiceClient.Answer answer = scene.calls().client().post(path, Json.text(body));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
        assertThat(answer.raw().body()).isEmpty();
    }

    @Test
    void everyOperationIsInTheTable() {
        assertThat(WireSamples.own().all()).extracting(WireSample::operation).containsAll(OPERATIONS);
    }

    @Test
    void streamsAreShownOverHttp() {
        String id = scene.connected(scene.media(), null, ANN);
        scene.calls().awaitEvent(id, "MediaStreamingStarted");
        ServiceClient client = scene.calls().client();
        JsonNode media = client.sendExact("GET", "/simulator/calls/" + id + "/streams", null, Map.of()).body()
                .path("media");

        assertThat(media.path("state").asText()).isEqualTo("active");
        assertThat(media.path("connections").asInt()).isEqualTo(1);
        assertThat(media.path("callConnectionId").asText()).isEqualTo(id);
        assertThat(client.sendExact("GET", "/simulator/calls/none/streams", null, Map.of()).status()).isEqualTo(404);
    }

    @Test
    void somebodySpeaksForAWhileOverHttp() {
        String id = scene.connected(scene.media(), scene.transcription(), ANN);
        scene.calls().awaitEvent(id, "TranscriptionStarted");
        String path = "/simulator/calls/" + id + "/people/" + ANN + "/speech";
        ServiceClient.Answer answer = scene.calls().client().sendExact("POST", path,
                "{\"speech\":\"Hello\",\"durationMs\":400}", Map.of());
        JsonNode said = scene.awaitWords(1);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(said.path("duration").asLong()).isEqualTo(4_000_000);
    }
}
