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
package io.acscall.simulator.console;

import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.testing.ServiceClient;
import io.acscall.simulator.testing.TestApp;

/**
 * A small application, for one call at a time: it answers, asks for a key, says what was pressed and asks again; the
 * key 9 ends the call.
 */
final class MenuApp implements AutoCloseable {

    private static final String CALLS = "/calling/callConnections";

    private final TestApp http = new TestApp();
    private final ExecutorService work = Executors.newSingleThreadExecutor();
    private final Map<String, Consumer<JsonNode>> reactions
            = Map.of("IncomingCall", this::answer, "CallConnected", this::ask, "RecognizeCompleted", this::reply,
                    "PlayCompleted", this::ask);
    private volatile ServiceClient service;
    private volatile JsonNode caller;
    private volatile boolean dumb;

    MenuApp() {
        http.behaves(request -> {
            Consumer<JsonNode> reaction = reactions.get(request.type());
            if (reaction != null) {
                JsonNode data = request.event().path("data");
                work.execute(() -> reaction.accept(data));
            }
            return TestApp.wellBehaved(request);
        });
    }

    /** Works with a simulator from now on, and hears of its incoming calls. */
    MenuApp with(AcsSimulator simulator) {
        service = new ServiceClient(simulator);
        simulator.subscribeEventGrid(EventGridSubscription.to(http.uri("/event-grid"), EventGridSchema.EVENT_GRID));
        return this;
    }

    /** Calls somebody. */
    void call(String from, String to) {
        ObjectNode body = Json.object().put("callbackUri", http.uri("/callbacks").toString());
        JsonNode person = Identifier.of(to).toJson();
        caller = person;
        body.putArray("targets").add(person);
        body.putObject("sourceCallerIdNumber").put("value", from);
        body.putObject("callIntelligenceOptions").put("cognitiveServicesEndpoint", "https://cog.example.com/");
        service.post(CALLS, Json.text(body));
    }

    /** Says nothing more about what was pressed, but ends the call. */
    void dumb() {
        dumb = true;
    }

    private void answer(JsonNode call) {
        ObjectNode body = Json.object().put("incomingCallContext", call.path("incomingCallContext").asText())
                .put("callbackUri", http.uri("/callbacks?secret=42").toString()).put("operationContext", "menu");
        body.putObject("callIntelligenceOptions").put("cognitiveServicesEndpoint", "https://cog.example.com/");
        caller = call.path("from");
        service.post(CALLS + ":answer", Json.text(body));
    }

    private void ask(JsonNode event) {
        recognize(connection(event), caller);
    }

    private void recognize(String call, JsonNode person) {
        ObjectNode body = Json.object().put("recognizeInputType", "dtmf").put("operationContext", "menu");
        ObjectNode options = body.putObject("recognizeOptions").put("initialSilenceTimeoutInSeconds", 300);
        options.set("targetParticipant", person);
        options.putObject("dtmfOptions").put("maxTonesToCollect", 1);
        body.set("playPrompt", prompt("Press 1 for the workshop, 2 for the office, 9 to end."));
        service.post(call + ":recognize", Json.text(body));
    }

    private void reply(JsonNode event) {
        String tone = event.at("/dtmfResult/tones/0").asText();
        if (dumb || "nine".equals(tone)) {
            service.delete(connection(event));
            return;
        }
        ObjectNode body = Json.object().put("operationContext", "reply");
        body.putArray("playSources").add(prompt("You have pressed " + tone + "."));
        service.post(connection(event) + ":play", Json.text(body));
    }

    private static ObjectNode prompt(String words) {
        ObjectNode source = Json.object().put("kind", "text");
        source.putObject("text").put("text", words).put("voiceName", "en-US-JennyNeural");
        return source;
    }

    private static String connection(JsonNode event) {
        return CALLS + "/" + event.path("callConnectionId").asText();
    }

    @Override
    public void close() {
        work.shutdownNow();
        http.close();
    }
}
