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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.acscall.simulator.testing.CallScene.ANN;
import static org.assertj.core.api.Assertions.assertThat;

class CancelAllTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private static final String CANCEL = "cancelAllMediaOperations";

    private MediaScene scene;
    private CallScene calls;

    @BeforeEach
    void open() {
        AcsSimulator simulator = EXTENSION.simulator();
        scene = new MediaScene(simulator);
        calls = scene.calls();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void whatRunsAndWhatWaitsIsCancelledEachWithItsContext() {
        String id = calls.connected(ANN);
        scene.accepted(202, id, "play", play("music"));
        scene.accepted(202, id, "play", play("more"));
        ObjectNode recognize = Json.object().put("recognizeInputType", "dtmf").put("operationContext", "menu");
        recognize.putObject("recognizeOptions").set("targetParticipant", scene.about(ANN).get("targetParticipant"));
        scene.accepted(202, id, "recognize", recognize);
        assertThat(scene.accepted(202, id, CANCEL, null).raw().body()).isEmpty();
        calls.awaitEvent(id, "RecognizeCanceled");

        assertThat(calls.types(id)).endsWith("PlayStarted", "PlayCanceled", "PlayCanceled", "RecognizeCanceled");
        assertThat(scene.data("PlayCanceled")).extracting(data -> data.path("operationContext").asText())
                .containsExactly("music", "more");
        assertThat(scene.data("RecognizeCanceled"))
                .allSatisfy(data -> assertThat(data.at("/resultInformation/subCode").asInt()).isEqualTo(8508));
    }

    @Test
    void nothingToCancelIsNoMistake() {
        String id = calls.connected(ANN);
        scene.accepted(202, id, CANCEL, null);
        scene.accepted(202, id, "play", play("after"));

        assertThat(calls.awaitEvent(id, "PlayStarted").path("operationContext").asText()).isEqualTo("after");
        scene.refused("401f0000-0000-4000-8000-000000000001", CANCEL, null, 404, "8522");
    }

    private static ObjectNode play(String context) {
        ObjectNode body = Json.object().put("operationContext", context);
        body.putArray("playSources").addObject().put("kind", "file").putObject("file")
                .put("uri", "https://media.example.com/music.wav");
        body.putObject("playOptions").put("loop", true);
        return body;
    }
}
