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
package io.acscall.simulator.load;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;

import static org.awaitility.Awaitility.await;

/** Calls that stay, in each of which the application hears every key: whenever one is pressed, there is a callback. */
final class HeldCalls {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int CLIENTS = 4;
    /** CallConnected and ParticipantsUpdated. */
    private static final int CALLBACKS_AT_FIRST = 2;

    private final AcsSimulator simulator;
    private final List<String> connections;
    private int next;

    private HeldCalls(AcsSimulator simulator, List<String> connections) {
        this.simulator = simulator;
        this.connections = connections;
    }

    /** Makes calls over the REST API and waits until all are connected. */
    static HeldCalls open(AcsSimulator simulator, CallbackReceiver receiver, int count) throws Exception {
        long before = receiver.count();
        ServiceClient client = new ServiceClient(simulator);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<String>> all = IntStream.range(0, count)
                    .mapToObj(i -> clients.submit(() -> create(client, receiver.uri()))).toList();
            String[] ids = new String[count];
            for (int i = 0; i < count; i++) {
                ids[i] = all.get(i).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            await("all are connected").atMost(PATIENCE).until(() -> receiver.count() - before == CALLBACKS_AT_FIRST * count);
            for (Future<?> one : List.of(ids).stream().map(id -> clients.submit(() -> listen(client, id))).toList()) {
                one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            return new HeldCalls(simulator, List.of(ids));
        } finally {
            clients.shutdownNow();
        }
    }

    /** Somebody presses a key in the next of the calls, which takes turns. */
    void press() {
        simulator.press(connections.get(next), CallScene.ANN, "1");
        next = (next + 1) % connections.size();
    }

    private static String create(ServiceClient client, URI callbacks) {
        ObjectNode body = Json.object().put("callbackUri", callbacks.toString());
        body.putArray("targets").add(Identifier.of(CallScene.ANN).toJson());
        body.putObject("sourceCallerIdNumber").put("value", CallScene.OURS);
        return taken(201, client.post(CallScene.CALLS, Json.text(body))).body().path("callConnectionId").asText();
    }

    private static void listen(ServiceClient client, String id) {
        ObjectNode body = Json.object();
        body.set("targetParticipant", Identifier.of(CallScene.ANN).toJson());
        taken(200, client.post(CallScene.CALLS + "/" + id + ":startContinuousDtmfRecognition", Json.text(body)));
    }

    private static ServiceClient.Answer taken(int status, ServiceClient.Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError("The simulator answered " + answer.status() + " " + answer.body());
        }
        return answer;
    }
}
