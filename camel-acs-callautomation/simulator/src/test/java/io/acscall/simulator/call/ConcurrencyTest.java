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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.BOB;
import static io.acscall.simulator.testing.CallScene.CALLS;
import static io.acscall.simulator.testing.CallScene.OURS;
import static org.assertj.core.api.Assertions.assertThat;

class ConcurrencyTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private static final String FILE
            = "{\"playSources\":[{\"kind\":\"file\",\"file\":{\"uri\":\"https://media.example.com/x.wav\"}}]}";

    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private AcsSimulator simulator;
    private CallScene scene;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new CallScene(simulator);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        scene.close();
    }

    @RepeatedTest(3)
    void oneOfManyWhoEndACallEndsIt() {
        String id = scene.connected(ANN);
        List<Integer> statuses = atOnce(16, i -> i == 0 ? hangUpByHand(id) : scene.client().delete(CALLS + "/" + id).status());
        scene.awaitEvent(id, "CallDisconnected");

        assertThat(statuses).containsOnly(204, 404);
        assertThat(statuses.stream().filter(status -> status == 204).count()).isEqualTo(1);
        assertThat(scene.types(id)).containsExactly("CallConnected", "ParticipantsUpdated", "CallDisconnected");
    }

    private int hangUpByHand(String id) {
        try {
            simulator.hangUp(id, ANN);
            return 204;
        } catch (ServiceFault gone) {
            return gone.status();
        }
    }

    @RepeatedTest(3)
    void oneOfManyWhoAnswerACallGetsIt() {
        IncomingCall call = simulator.placeCall(ANN, OURS);
        List<Integer> statuses = atOnce(16, i -> scene.answer(call).status());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 404);
        assertThat(simulator.call(call.callId()).orElseThrow().legs()).hasSize(1);
    }

    @Test
    void everyPromptThatWasTakenEndsExactlyOnce() {
        String id = scene.connected(ANN, BOB);
        List<Integer> statuses = atOnce(48, i -> {
            ServiceClient.Answer answer = scene.client().post(CALLS + "/" + id + ":play",
                    i % 8 == 7 ? FILE.replaceFirst("\\{", "{\"interruptCallMediaOperation\":true,") : FILE);
            return answer.status();
        });
        scene.client().post(CALLS + "/" + id + ":terminate", null);
        scene.awaitEvent(id, "CallDisconnected");
        List<String> types = new ArrayList<>(scene.types(id));

        assertThat(statuses).containsOnly(202);
        assertThat(types).endsWith("CallDisconnected");
        assertThat(types.stream().filter(type -> type.equals("PlayCompleted") || type.equals("PlayCanceled"))).hasSize(48);
    }

    @Test
    void manyCallsAtOnceKeepTheirOwnOrder() {
        List<String> ids = atOnce(60, i -> {
            String id = scene.connected(BOB);
            scene.client().delete(CALLS + "/" + id);
            scene.awaitEvent(id, "CallDisconnected");
            return id;
        });

        assertThat(ids).doesNotHaveDuplicates().allSatisfy(
                id -> assertThat(scene.types(id)).containsExactly("CallConnected", "ParticipantsUpdated", "CallDisconnected"));
    }

    private <T> List<T> atOnce(int count, IntFunction<T> work) {
        List<CompletableFuture<T>> all = IntStream.range(0, count)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> work.apply(i), threads)).toList();
        return all.stream().map(CompletableFuture::join).toList();
    }
}
