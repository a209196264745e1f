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
package io.acscall.simulator.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.call.IncomingCall;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;

/** A simulator, a client of it and an application that hears of calls: what most tests need. */
public final class CallScene implements AutoCloseable {

    public static final Duration SOON = Duration.ofSeconds(10);
    public static final String ANN = "+16045550100";
    public static final String BOB = "8:acs:" + AcsSimulator.RESOURCE_ID + "_00000000-0000-4000-8000-0000000000b0";
    public static final String OURS = "+18005550100";
    public static final String CALLS = "/calling/callConnections";

    private final AcsSimulator simulator;
    private final ServiceClient client;
    private final TestApp app = new TestApp();

    public CallScene(AcsSimulator simulator) {
        this.simulator = simulator;
        this.client = new ServiceClient(simulator);
    }

    public AcsSimulator simulator() {
        return simulator;
    }

    public ServiceClient client() {
        return client;
    }

    public TestApp app() {
        return app;
    }

    /** Has the application hear of incoming calls. */
    public CallScene subscribed(EventGridSchema schema) {
        simulator.subscribeEventGrid(EventGridSubscription.to(app.uri("/event-grid"), schema));
        return this;
    }

    /** The body of a createCall request for these people. */
    public ObjectNode createBody(String... people) {
        ObjectNode body = Json.object().put("callbackUri", app.uri("/cb?call=42").toString()).put("operationContext", "create");
        for (String person : people) {
            body.withArray("targets").add(Identifier.of(person).toJson());
        }
        body.putObject("sourceCallerIdNumber").put("value", OURS);
        body.putObject("callIntelligenceOptions").put("cognitiveServicesEndpoint", "https://cog.example.com/");
        return body;
    }

    /** Creates a call; returns its connection id. */
    public String create(String... people) {
        ServiceClient.Answer answer = client.post(CALLS, Json.text(createBody(people)));
        if (answer.status() != 201) {
            throw new AssertionError("createCall answered " + answer.status() + " " + answer.body());
        }
        return answer.body().path("callConnectionId").asText();
    }

    /** Creates a call and waits until it is connected; returns its connection id. */
    public String connected(String... people) {
        String id = create(people);
        awaitEvent(id, "ParticipantsUpdated");
        return id;
    }

    /** The body of an answerCall request. */
    public ObjectNode answerBody(IncomingCall call) {
        ObjectNode body = Json.object().put("incomingCallContext", call.incomingCallContext())
                .put("callbackUri", app.uri("/cb").toString()).put("operationContext", "answer");
        body.putObject("callIntelligenceOptions").put("cognitiveServicesEndpoint", "https://cog.example.com/");
        return body;
    }

    /** Answers a call; returns the answer. */
    public ServiceClient.Answer answer(IncomingCall call) {
        return client.post(CALLS + ":answer", Json.text(answerBody(call)));
    }

    /** Waits for an event of a connection; returns its data. */
    public JsonNode awaitEvent(String callConnectionId, String type) {
        return awaitEvents(callConnectionId, type, 1);
    }

    /** Waits for so many events of a type of one connection; returns the data of the last. */
    public JsonNode awaitEvents(String callConnectionId, String type, int count) {
        return simulator.timeline().await(
                simulator.timeline().isCallback(type)
                        .and(e -> callConnectionId.equals(e.body().at("/0/data/callConnectionId").asText())
                                && e.status() != null),
                count, SOON, type).body().at("/0/data");
    }

    /** The types of events a connection has got so far, in order. */
    public List<String> types(String callConnectionId) {
        return app.received().stream()
                .filter(r -> callConnectionId.equals(r.event().at("/data/callConnectionId").asText()))
                .map(TestApp.Received::type)
                .toList();
    }

    /** Headers of a repeatable request. */
    public static Map<String, String> repeatable(UUID id) {
        return Map.of("Repeatability-Request-ID", id.toString(), "Repeatability-First-Sent", "Thu, 02 Apr 2026 09:15:00 GMT");
    }

    @Override
    public void close() {
        app.close();
    }
}
