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
package io.acscall.simulator.call;

import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import io.acscall.simulator.timeline.TimelineEntry;
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

class CallEndTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private AcsSimulator simulator;
    private CallScene scene;
    private ServiceClient client;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new CallScene(simulator);
        client = scene.client();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @CsvSource({ "DELETE,''", "POST,:terminate" })
    void aCallOfTwoEndsForBoth(String method, String suffix) {
        String id = scene.connected(ANN);
        ServiceClient.Answer answer = client.send(method, CALLS + "/" + id + suffix, null, Map.of());
        JsonNode ended = scene.awaitEvent(id, "CallDisconnected");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(ended.at("/resultInformation/code").asInt()).isEqualTo(200);
        assertThat(ended.at("/resultInformation/subCode").asInt()).isEqualTo(7000);
        assertThat(ended.path("operationContext").asText()).isEqualTo("create");
        assertThat(client.get(CALLS + "/" + id).errorCode()).isEqualTo("8522");
        assertThat(client.send(method, CALLS + "/" + id + suffix, null, Map.of()).errorCode()).isEqualTo("8522");
        simulator.timeline().await(entry -> "disconnected".equals(entry.type()), 1, SOON, "Ann is cut off");
    }

    @Test
    void aGroupGoesOnWithoutTheApplicationThatHangsUp() {
        String id = scene.create(ANN, BOB);
        scene.awaitEvents(id, "ParticipantsUpdated", 2);
        assertThat(client.delete(CALLS + "/" + id).status()).isEqualTo(204);
        scene.awaitEvent(id, "CallDisconnected");

        CallSnapshot call = simulator.calls().get(0);
        assertThat(call.phase()).isEqualTo(CallPhase.CONNECTED);
        assertThat(call.people()).hasSize(2);
        assertThat(call.legs()).isEmpty();
        assertThat(client.get(CALLS + "/" + id).errorCode()).isEqualTo("8522");
    }

    @Test
    void aGroupEndsForAllWhenItIsTerminated() {
        String id = scene.create(ANN, BOB);
        scene.awaitEvents(id, "ParticipantsUpdated", 2);
        client.post(CALLS + "/" + id + ":terminate", null);
        scene.awaitEvent(id, "CallDisconnected");

        assertThat(simulator.calls().get(0).phase()).isEqualTo(CallPhase.ENDED);
    }

    @Test
    void aCallThatStillRingsCanBeHungUp() {
        simulator.person(ANN).doesNotAnswer();
        String id = scene.create(ANN);
        assertThat(client.delete(CALLS + "/" + id).status()).isEqualTo(204);

        assertThat(scene.awaitEvent(id, "CallDisconnected").at("/resultInformation/subCode").asInt()).isEqualTo(7000);
        simulator.timeline().awaitQuiet(Duration.ofMillis(100));
        assertThat(scene.types(id)).containsExactly("CallDisconnected");
    }

    @Test
    void theEventsComeAfterTheAnswer() {
        for (int i = 0; i < 20; i++) {
            String id = scene.connected(BOB);
            client.delete(CALLS + "/" + id);
            scene.awaitEvent(id, "CallDisconnected");
        }

        long lastAnswer = 0;
        for (TimelineEntry entry : simulator.timeline().entries()) {
            if ("hangUp".equals(entry.type()) && entry.status() != null) {
                lastAnswer = entry.seq();
            }
            if ("CallDisconnected".equals(entry.type())) {
                assertThat(lastAnswer).isPositive();
                lastAnswer = 0;
            }
        }
    }
}
