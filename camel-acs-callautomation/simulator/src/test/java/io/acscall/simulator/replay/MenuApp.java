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
package io.acscall.simulator.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.call.CallSnapshot;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.TestApp;

import static io.acscall.simulator.testing.CallScene.CALLS;

/**
 * An application with a menu: it answers, asks for a key, and either transfers to an agent (1) or says goodbye. It can
 * be changed to act differently, as an application is by a mistake.
 */
final class MenuApp implements AutoCloseable {

    static final String AGENT = "+16045550177";

    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final CallScene scene;
    private final List<String> after = new CopyOnWriteArrayList<>();
    private volatile int keys = 1;
    private volatile String agent = AGENT;
    private volatile boolean silent;
    private volatile boolean nosy;

    MenuApp(CallScene scene) {
        this.scene = scene;
        scene.app().behaves(request -> {
            worker.execute(() -> react(request));
            return TestApp.wellBehaved(request);
        });
    }

    /** Asks for more than one key. */
    void asksForKeys(int count) {
        keys = count;
    }

    void transfersTo(String number) {
        agent = number;
    }

    /** Does not react to the key. */
    void forgetsToReact() {
        silent = true;
    }

    /** Asks who is in the call although nobody needs it. */
    void asksForMore() {
        nosy = true;
    }

    List<String> events() {
        return new ArrayList<>(after);
    }

    private void react(TestApp.Received request) {
        JsonNode data = request.event().path("data");
        String call = CALLS + "/" + data.path("callConnectionId").asText();
        after.add(request.type());
        switch (request.type()) {
            case "IncomingCall" -> scene.client().post(CALLS + ":answer", Json.text(Json.object()
                    .put("incomingCallContext", data.path("incomingCallContext").asText())
                    .put("callbackUri", scene.app().uri("/cb?run=" + System.nanoTime()).toString())));
            case "CallConnected" -> scene.client().post(call + ":recognize", Json.text(menu(scene.simulator().calls())));
            case "RecognizeCompleted" -> chosen(call, data.at("/dtmfResult/tones/0").asText());
            case "RecognizeFailed", "CallTransferFailed" -> scene.client().post(call + ":terminate", null);
            default -> {
                // nothing to do
            }
        }
    }

    private void chosen(String call, String key) {
        if (silent) {
            return;
        }
        if (nosy) {
            scene.client().get(call + "/participants");
        }
        if ("one".equals(key)) {
            ObjectNode body = Json.object();
            body.set("targetParticipant", Identifier.of(agent).toJson());
            scene.client().post(call + ":transferToParticipant", Json.text(body));
        } else {
            scene.client().delete(call);
        }
    }

    private ObjectNode menu(List<CallSnapshot> calls) {
        String person = calls.get(calls.size() - 1).people().get(0).rawId();
        ObjectNode body = Json.object().put("recognizeInputType", "dtmf");
        body.putObject("recognizeOptions").put("initialSilenceTimeoutInSeconds", 5)
                .<ObjectNode> set("targetParticipant", Identifier.of(person).toJson())
                .putObject("dtmfOptions").put("maxTonesToCollect", keys).put("interToneTimeoutInSeconds", 1);
        return body;
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
