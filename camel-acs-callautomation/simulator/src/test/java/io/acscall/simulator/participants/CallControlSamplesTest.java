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

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.call.Place;
import io.acscall.simulator.fixtures.WireSample;
import io.acscall.simulator.fixtures.WireSamples;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.acscall.simulator.participants.ParticipantScene.ANN;
import static io.acscall.simulator.participants.ParticipantScene.CAT;
import static io.acscall.simulator.participants.ParticipantScene.addBody;
import static org.assertj.core.api.Assertions.assertThat;

/** Every request about call control that an official client was seen to send, or that is in our own table. */
class CallControlSamplesTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private static final String NUMBER = "+14255550101";
    private static final String USER
            = "8:acs:11111111-2222-4333-8444-555555555555_0000002a-0000-0000-0000-000000000003";
    private static final String GROUP = "29228d3e-040e-4656-a70e-890ab4e173e5";
    private static final String ROOM = "99401000000000001";
    private static final List<String> PROPERTIES
            = List.of("callConnectionId", "targets", "callConnectionState", "callbackUri", "source", "correlationId");

    /** The status of success and the fields of the answer. */
    private record Expected(int status, List<String> fields) {
    }

    private static final Map<String, Expected> EXPECTED = Map.ofEntries(
            Map.entry("createCall", new Expected(201, PROPERTIES)),
            Map.entry("createGroupCall", new Expected(201, PROPERTIES)),
            Map.entry("answerCall", new Expected(200, with("serverCallId"))),
            Map.entry("connectCall", new Expected(200, with("serverCallId"))),
            Map.entry("getCallConnectionProperties", new Expected(200, with("serverCallId"))),
            Map.entry("redirectCall", new Expected(204, List.of())),
            Map.entry("rejectCall", new Expected(204, List.of())),
            Map.entry("hangUp", new Expected(204, List.of())),
            Map.entry("terminateCall", new Expected(204, List.of())),
            Map.entry("transferCallToParticipant", new Expected(202, List.of())),
            Map.entry("listParticipants", new Expected(200, List.of("value"))),
            Map.entry("getParticipant", new Expected(200, List.of("identifier", "isMuted", "isOnHold"))),
            Map.entry("addParticipant", new Expected(202, List.of("participant", "invitationId"))),
            Map.entry("cancelAddParticipantOperation", new Expected(202, List.of("invitationId"))),
            Map.entry("removeParticipant", new Expected(202, List.of())),
            Map.entry("muteParticipant", new Expected(200, List.of())),
            Map.entry("moveParticipants", new Expected(202, List.of("participants", "fromCall"))));

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

    static Stream<WireSample> isAcceptedAndAnswered() {
        return WireSamples.load().all().stream().filter(sample -> EXPECTED.containsKey(sample.operation()));
    }

    @ParameterizedTest
    @MethodSource
    void isAcceptedAndAnswered(WireSample sample) {
        Expected expected = EXPECTED.get(sample.operation());
        String id = call(sample);
        String body = sample.body() == null ? null : Json.text(body(sample, id));
        Map<String, String> headers = sample.repeatable() ? CallScene.repeatable(UUID.randomUUID()) : Map.of();
        ServiceClient.Answer answer = scene.client().send(sample.method(),
                sample.path().replace("401f0000-0000-4000-8000-000000000001", id), body, headers);

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(expected.status());
        assertThat(answer.body().fieldNames()).toIterable().containsAll(expected.fields());
        boolean echoes = expected.status() != 204 && !expected.fields().containsAll(PROPERTIES);
        if (echoes && sample.body() != null && sample.body().has("operationContext")) {
            assertThat(answer.body().path("operationContext")).isEqualTo(sample.body().path("operationContext"));
        }
    }

    @Test
    void everyOperationIsInTheTable() {
        assertThat(WireSamples.own().all()).extracting(WireSample::operation).containsAll(EXPECTED.keySet());
    }

    /** The call that a request is about. */
    private String call(WireSample sample) {
        return switch (sample.operation()) {
            case "addParticipant", "moveParticipants", "cancelAddParticipantOperation" -> scene.connected(ANN);
            default -> sample.body() != null && sample.body().has("transferee") || sample.body() == null
                    || sample.operation().matches("mute.*|remove.*") ? people.group(NUMBER, USER) : scene.connected(NUMBER);
        };
    }

    /** The ids of a sample are replaced by those of calls that live; all else goes as it is. */
    private ObjectNode body(WireSample sample, String id) {
        ObjectNode body = sample.body().deepCopy();
        for (String field : List.of("callbackUri", "operationCallbackUri")) {
            if (body.has(field)) {
                body.put(field, scene.app().uri("/" + field + "?call=42").toString());
            }
        }
        for (String streams : List.of("mediaStreamingOptions", "transcriptionOptions")) {
            if (body.has(streams)) {
                body.withObject(streams).put("transportUrl", "ws://127.0.0.1:1/nobody");
            }
        }
        if (body.has("incomingCallContext")) {
            body.put("incomingCallContext", simulator.placeCall(ANN, CallScene.OURS).incomingCallContext());
        }
        if (body.has("fromCall")) {
            body.put("fromCall", callOf(body.path("targetParticipants")));
        }
        if (body.has("invitationId")) {
            simulator.person(CAT).doesNotAnswer();
            body.put("invitationId",
                    people.accepted(202, id, "/participants:add", addBody(CAT)).path("invitationId").asText());
        }
        if (body.has("callLocator")) {
            locate(body.withObject("callLocator"));
        }
        return body;
    }

    private String callOf(JsonNode targets) {
        ObjectNode create = scene.createBody().set("targets", targets);
        String from = scene.client().post(CallScene.CALLS, Json.text(create)).body().path("callConnectionId").asText();
        scene.awaitEvents(from, "ParticipantsUpdated", targets.size());
        return from;
    }

    private void locate(ObjectNode locator) {
        simulator.runningCall(Place.group(GROUP), ANN);
        simulator.runningCall(Place.room(ROOM), ANN);
        if (locator.has("serverCallId")) {
            locator.put("serverCallId", simulator.runningCall(ANN, CAT).serverCallId());
        }
    }

    private static List<String> with(String field) {
        return Stream.concat(PROPERTIES.stream(), Stream.of(field)).toList();
    }
}
