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
package io.acscall.simulator.participants;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.call.CallSnapshot;
import io.acscall.simulator.call.Place;
import io.acscall.simulator.call.RunningCall;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.acscall.simulator.participants.ParticipantScene.ANN;
import static io.acscall.simulator.participants.ParticipantScene.BOB;
import static io.acscall.simulator.participants.ParticipantScene.CAT;
import static io.acscall.simulator.participants.ParticipantScene.path;
import static io.acscall.simulator.participants.ParticipantScene.people;
import static io.acscall.simulator.participants.ParticipantScene.person;
import static io.acscall.simulator.participants.ParticipantScene.raw;
import static io.acscall.simulator.participants.ParticipantScene.rawIds;
import static org.assertj.core.api.Assertions.assertThat;

class ConnectTest {

    private static final String GROUP = "29228d3e-040e-4656-a70e-890ab4e173e5";
    private static final String ROOM = "99401000000000001";

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private AcsSimulator simulator;
    private CallScene scene;
    private ParticipantScene people;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new CallScene(simulator);
        people = new ParticipantScene(scene);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private ObjectNode connect(String kind, String field, String id) {
        ObjectNode body
                = Json.object().put("callbackUri", scene.app().uri("/cb").toString()).put("operationContext", "connect");
        body.putObject("callLocator").put("kind", kind).put(field, id);
        return body;
    }

    private ServiceClient.Answer post(ObjectNode body) {
        return scene.client().post(CallScene.CALLS + ":connect", Json.text(body));
    }

    private String connected(ObjectNode body) {
        ServiceClient.Answer answer = post(body);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        String id = answer.body().path("callConnectionId").asText();
        scene.awaitEvent(id, "ParticipantsUpdated");
        return id;
    }

    @Test
    void anApplicationConnectsToACallByItsServerCallId() {
        RunningCall call = simulator.runningCall(ANN, BOB);
        ServiceClient.Answer answer = post(connect("serverCallLocator", "serverCallId", call.serverCallId()));
        String id = answer.body().path("callConnectionId").asText();
        JsonNode connected = scene.awaitEvent(id, "CallConnected");
        JsonNode updated = scene.awaitEvent(id, "ParticipantsUpdated");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("serverCallId").asText()).isEqualTo(call.serverCallId());
        assertThat(answer.body().path("correlationId").asText()).isEqualTo(call.correlationId());
        assertThat(answer.body().path("targets").isArray()).isTrue();
        assertThat(answer.body().has("callbackUri")).isTrue();
        assertThat(answer.body().has("source")).isTrue();
        assertThat(answer.header("x-microsoft-skype-chain-id")).isEqualTo(call.correlationId());
        assertThat(connected.path("operationContext").asText()).isEqualTo("connect");
        assertThat(connected.path("serverCallId").asText()).isEqualTo(call.serverCallId());
        assertThat(rawIds(updated.path("participants"))).hasSize(3).contains(raw(ANN), raw(BOB));
        assertThat(scene.client().get(path(id, "")).body().path("callConnectionState").asText()).isEqualTo("connected");
    }

    @Test
    void groupsAndRoomsAreFoundByTheirIds() {
        simulator.runningCall(Place.group(GROUP), ANN, BOB);
        RunningCall room = simulator.runningCall(Place.room(ROOM), CAT);

        assertThat(rawIds(people.listed(connected(connect("groupCallLocator", "groupCallId", GROUP))))).contains(raw(ANN));
        assertThat(rawIds(people.listed(connected(connect("roomCallLocator", "roomId", ROOM))))).contains(raw(CAT));
        assertThat(post(connect("serverCallLocator", "serverCallId", room.serverCallId())).status())
                .as("a room is found by its own id only").isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({ "groupCallLocator,groupCallId,29228d3e-0000-4656-a70e-890ab4e173e5", "roomCallLocator,roomId,1" })
    void whereNobodyIsTheConnectionFails(String kind, String field, String where) {
        ServiceClient.Answer answer = post(connect(kind, field, where));
        String id = answer.body().path("callConnectionId").asText();
        JsonNode failed = scene.awaitEvent(id, "ConnectFailed");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(failed.path("operationContext").asText()).isEqualTo("connect");
        assertThat(failed.at("/resultInformation/code").asInt()).isEqualTo(404);
        assertThat(failed.at("/resultInformation/subCode").asInt()).isEqualTo(8522);
        people.refused(404, "8522", "Call not found", scene.client().get(path(id, "")));
        assertThat(scene.types(id)).containsExactly("ConnectFailed");
    }

    @Test
    void twoApplicationsInACallHaveTheirOwnConnectionsAndEvents() {
        RunningCall call = simulator.runningCall(ANN, BOB);
        ObjectNode body = connect("serverCallLocator", "serverCallId", call.serverCallId());
        String one = connected(body);
        String other = connected(body);
        JsonNode updated = scene.awaitEvents(one, "ParticipantsUpdated", 2);
        scene.client().delete(path(other, ""));
        scene.awaitEvent(other, "CallDisconnected");
        scene.awaitEvents(one, "ParticipantsUpdated", 3);

        assertThat(one).isNotEqualTo(other);
        assertThat(updated.path("participants")).hasSize(4);
        assertThat(updated.path("correlationId").asText()).isEqualTo(call.correlationId());
        assertThat(scene.types(one)).doesNotContain("CallDisconnected");
        scene.client().post(path(one, ":terminate"), null);
        scene.awaitEvent(one, "CallDisconnected");
        assertThat(simulator.call(call.callId()).orElseThrow().endedAt()).isNotNull();
    }

    @Test
    void aConnectedCallEndsWithItsLastPerson() {
        RunningCall call = simulator.runningCall(ANN, BOB);
        String id = connected(connect("serverCallLocator", "serverCallId", call.serverCallId()));
        simulator.hangUp(call.callId(), ANN);
        scene.awaitEvents(id, "ParticipantsUpdated", 2);
        simulator.hangUp(call.callId(), BOB);

        assertThat(scene.awaitEvent(id, "CallDisconnected").path("operationContext").asText()).isEqualTo("connect");
    }

    @Test
    void aCallOfTheApplicationItselfCanBeConnectedToOnceItIsTaken() {
        simulator.person(ANN).doesNotAnswer();
        String ringing = scene.create(ANN);
        String ringingServerCall = simulator.call(ringing).orElseThrow().serverCallId();
        String id = scene.connected(BOB);
        String serverCallId = scene.client().get(path(id, "")).body().path("serverCallId").asText();

        people.refused(400, "8501", "Established",
                post(connect("serverCallLocator", "serverCallId", ringingServerCall)));
        assertThat(connected(connect("serverCallLocator", "serverCallId", serverCallId))).isNotEqualTo(id);
        scene.client().delete(path(id, ""));
        scene.awaitEvent(id, "CallDisconnected");
        assertThat(simulator.callOf(BOB).orElseThrow().legs()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{}|8523|callLocator", "{\"callLocator\":{}}|8523|callLocator.kind",
            "{\"callLocator\":{\"kind\":\"other\",\"roomId\":\"1\"}}|8523|callLocator.kind",
            "{\"callLocator\":{\"kind\":\"roomCallLocator\"}}|8523|callLocator.roomId",
            "{\"callLocator\":{\"kind\":\"roomCallLocator\",\"roomId\":\"1\",\"groupCallId\":\"2\"}}|8523|not several",
            "{\"callLocator\":{\"kind\":\"serverCallLocator\",\"serverCallId\":\"no base64!\"}}|8527|serverCallId",
            "{\"callLocator\":{\"roomId\":\"1\"}}|8523|callbackUri" })
    void aWrongLocatorIsRefused(String json, String code, String named) throws IOException {
        people.refused(400, code, named, post((ObjectNode) Json.read(json.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aServerCallThatIsUnknownOrOverIsNotFound() {
        RunningCall call = simulator.runningCall(ANN, BOB);
        simulator.hangUp(call.callId(), ANN);

        people.refused(404, "8522", "Call not found",
                post(connect("serverCallLocator", "serverCallId", call.serverCallId())));
        people.refused(404, "8522", "Call not found", post(connect("serverCallLocator", "serverCallId", "bm9uZQ==")));
    }

    @Test
    void theControlApiBeginsCalls() {
        ServiceClient.Answer plain = control("{\"participants\":[\"" + ANN + "\",\"" + raw(BOB) + "\"]}");
        ServiceClient.Answer group = control("{\"participants\":[\"" + CAT + "\"],\"groupId\":\"" + GROUP + "\"}");
        CallSnapshot call = simulator.call(group.body().path("callId").asText()).orElseThrow();

        assertThat(plain.status()).isEqualTo(201);
        assertThat(plain.body().fieldNames()).toIterable().containsExactly("callId", "serverCallId", "correlationId");
        assertThat(group.body().path("groupId").asText()).isEqualTo(GROUP);
        assertThat(call.place()).isEqualTo(Place.group(GROUP));
        assertThat(call.toJson().path("groupId").asText()).isEqualTo(GROUP);
        assertThat(call.toJson().path("direction").asText()).isEqualTo("betweenPeople");
        connected(connect("serverCallLocator", "serverCallId", plain.body().path("serverCallId").asText()));
        assertThat(control("{\"participants\":[\"" + CAT + "\"],\"groupId\":\"" + GROUP + "\"}").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{}|participants", "{\"participants\":[]}|participants", "{\"participants\":\"x\"}|participants",
            "{\"participants\":[1]}|participants[0]", "{\"participants\":[\"+1604\",\"nobody\"]}|participants[1]",
            "{\"participants\":[\"+1604\"],\"groupId\":\"a\",\"roomId\":\"1\"}|roomId" })
    void theControlApiNamesWhatIsWrong(String json, String named) {
        people.refused(400, "8523", named, control(json));
    }

    private ServiceClient.Answer control(String json) {
        return scene.client().sendRaw("POST", "/simulator/calls", json.getBytes(StandardCharsets.UTF_8), Map.of());
    }
}
