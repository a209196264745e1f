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
package io.acscall.simulator.rest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.call.IncomingCall;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class RepeatabilityTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private AcsSimulator simulator;
    private CallScene scene;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new CallScene(simulator);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void theSameIdGetsTheFirstAnswerAndMakesNoSecondCall() {
        Map<String, String> repeat = CallScene.repeatable(UUID.randomUUID());
        String body = Json.text(scene.createBody(CallScene.BOB));
        ServiceClient.Answer first = scene.client().send("POST", CallScene.CALLS, body, repeat);
        scene.awaitEvent(first.body().path("callConnectionId").asText(), "ParticipantsUpdated");
        ServiceClient.Answer second = scene.client().send("POST", CallScene.CALLS, body, repeat);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("x-ms-client-request-id")).isNotEqualTo(first.header("x-ms-client-request-id"));
        assertThat(simulator.calls()).hasSize(1);
        simulator.timeline().awaitQuiet(Duration.ofMillis(100));
        assertThat(simulator.timeline().callbacks("CallConnected")).hasSize(1);
    }

    @Test
    void anotherIdOrNoneMakesAnotherCall() {
        String body = Json.text(scene.createBody(CallScene.BOB));
        scene.client().send("POST", CallScene.CALLS, body, CallScene.repeatable(UUID.randomUUID()));
        scene.client().send("POST", CallScene.CALLS, body, CallScene.repeatable(UUID.randomUUID()));
        scene.client().post(CallScene.CALLS, body);

        assertThat(simulator.calls()).hasSize(3);
    }

    @Test
    void theSameIdOfAnotherOperationIsAnotherRequest() {
        Map<String, String> repeat = CallScene.repeatable(UUID.randomUUID());
        scene.client().send("POST", CallScene.CALLS, Json.text(scene.createBody(CallScene.BOB)), repeat);
        IncomingCall call = simulator.placeCall(CallScene.ANN, CallScene.OURS);

        assertThat(scene.client().send("POST", CallScene.CALLS + ":answer", Json.text(scene.answerBody(call)), repeat).status())
                .isEqualTo(200);
    }

    @Test
    void aRefusalBelowTheOperationIsRepeatedToo() {
        IncomingCall call = simulator.placeCall(CallScene.ANN, CallScene.OURS);
        Map<String, String> repeat = CallScene.repeatable(UUID.randomUUID());
        ServiceClient.Answer gone
                = scene.client().send("POST", CallScene.CALLS + ":reject", "{\"incomingCallContext\":\"unknown\"}", repeat);
        String good = Json.text(Json.object().put("incomingCallContext", call.incomingCallContext()));

        assertThat(gone.status()).isEqualTo(404);
        assertThat(scene.client().send("POST", CallScene.CALLS + ":reject", good, repeat).status()).isEqualTo(404);
        assertThat(scene.client().post(CallScene.CALLS + ":reject", good).status()).isEqualTo(204);
    }

    @Test
    void manyAtOnceWithOneIdMakeOneCall() {
        Map<String, String> repeat = CallScene.repeatable(UUID.randomUUID());
        String body = Json.text(scene.createBody(CallScene.BOB));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<ServiceClient.Answer>> all
                    = IntStream.range(0, 24).mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> new ServiceClient(simulator).send("POST", CallScene.CALLS, body, repeat), threads)).toList();

            assertThat(all.stream().map(CompletableFuture::join).map(answer -> answer.body().path("callConnectionId").asText())
                    .distinct()).hasSize(1);
            assertThat(simulator.calls()).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theOperationsThatWereSeenToTellOfRepeatabilityDo() {
        String id = scene.connected(CallScene.BOB);
        ServiceClient.Answer terminated
                = scene.client().send("POST", CallScene.CALLS + "/" + id + ":terminate", null,
                        CallScene.repeatable(UUID.randomUUID()));
        ServiceClient.Answer created = scene.client().send("POST", CallScene.CALLS, Json.text(scene.createBody(CallScene.BOB)),
                CallScene.repeatable(UUID.randomUUID()));

        assertThat(terminated.status()).isEqualTo(204);
        assertThat(terminated.header("repeatability-result")).isEqualTo("accepted");
        assertThat(created.header("repeatability-result")).isNull();
    }
}
