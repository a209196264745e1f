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

import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.acscall.simulator.participants.ParticipantScene.ANN;
import static io.acscall.simulator.participants.ParticipantScene.BOB;
import static io.acscall.simulator.participants.ParticipantScene.CAT;
import static io.acscall.simulator.participants.ParticipantScene.DAN;
import static io.acscall.simulator.participants.ParticipantScene.EVE;
import static io.acscall.simulator.participants.ParticipantScene.path;
import static io.acscall.simulator.participants.ParticipantScene.people;
import static io.acscall.simulator.participants.ParticipantScene.person;
import static io.acscall.simulator.participants.ParticipantScene.raw;
import static io.acscall.simulator.participants.ParticipantScene.rawIds;
import static org.assertj.core.api.Assertions.assertThat;

class MoveTest {

    private static final String MOVE = "/participants:moveHere";

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

    private static ObjectNode move(String from, String... who) {
        return people("targetParticipants", who).put("fromCall", from).put("operationContext", "move");
    }

    @Test
    void peopleMoveFromOneCallToAnother() {
        String from = people.group(ANN, BOB, EVE);
        String here = scene.connected(CAT);
        JsonNode answer = people.accepted(202, here, MOVE, move(from, ANN, EVE));
        scene.awaitEvents(here, "MoveParticipantSucceeded", 2);
        JsonNode updatedHere = scene.awaitEvents(here, "ParticipantsUpdated", 2);
        JsonNode updatedThere = scene.awaitEvents(from, "ParticipantsUpdated", 4);

        assertThat(rawIds(answer.path("participants"))).containsExactly(raw(ANN), raw(EVE));
        assertThat(answer.path("fromCall").asText()).isEqualTo(from);
        assertThat(answer.path("operationContext").asText()).isEqualTo("move");
        assertThat(scene.app().received("MoveParticipantSucceeded")).allSatisfy(event -> {
            assertThat(event.event().at("/data/fromCall").asText()).isEqualTo(from);
            assertThat(event.event().at("/data/operationContext").asText()).isEqualTo("move");
            assertThat(event.event().at("/data/callConnectionId").asText()).isEqualTo(here);
        }).extracting(event -> event.event().at("/data/participant/rawId").asText()).containsExactly(raw(ANN), raw(EVE));
        assertThat(rawIds(updatedHere.path("participants"))).hasSize(4).contains(raw(CAT), raw(ANN), raw(EVE));
        assertThat(rawIds(updatedThere.path("participants"))).hasSize(2).contains(raw(BOB));
    }

    @Test
    void aCallThatNobodyIsLeftInEnds() {
        String from = scene.connected(ANN);
        String here = scene.connected(CAT);
        people.accepted(202, here, MOVE, move(from, ANN));
        scene.awaitEvent(here, "MoveParticipantSucceeded");
        scene.awaitEvent(from, "CallDisconnected");

        assertThat(simulator.callOf(ANN).orElseThrow().legs().get(0).callConnectionId()).isEqualTo(here);
        simulator.hangUp(here, ANN);
        scene.awaitEvents(here, "ParticipantsUpdated", 3);
        assertThat(rawIds(people.listed(here))).doesNotContain(raw(ANN));
    }

    @Test
    void whoeverIsNotInTheOtherCallFails() {
        String from = people.group(ANN, BOB);
        String here = scene.connected(CAT);
        ObjectNode body = move(from, DAN, ANN).put("operationCallbackUri", scene.app().uri("/op").toString());
        people.accepted(202, here, MOVE, body);
        JsonNode failed = scene.awaitEvent(here, "MoveParticipantFailed");
        scene.awaitEvent(here, "MoveParticipantSucceeded");

        assertThat(failed.at("/participant/rawId").asText()).isEqualTo(raw(DAN));
        assertThat(failed.path("fromCall").asText()).isEqualTo(from);
        assertThat(failed.at("/resultInformation/subCode").asInt()).isEqualTo(8522);
        assertThat(scene.app().received("MoveParticipantFailed").get(0).path()).isEqualTo("/op");
    }

    @Test
    void whoeverIsBeingTransferredStays() {
        simulator.person(DAN).answersAfter(Duration.ofMinutes(1));
        String from = scene.connected(ANN);
        String here = scene.connected(CAT);
        people.accepted(202, from, ":transferToParticipant", person("targetParticipant", DAN));
        people.accepted(202, here, MOVE, move(from, ANN));

        assertThat(scene.awaitEvent(here, "MoveParticipantFailed").at("/resultInformation/code").asInt()).isEqualTo(409);
    }

    @Test
    void bothCallsMustBeThere() {
        simulator.person(ANN).doesNotAnswer();
        String ringing = scene.create(ANN);
        String here = scene.connected(CAT);

        people.refused(404, "8522", "Call not found", people.post(here, MOVE, move("unknown", ANN)));
        people.refused(404, "8522", "Call not found", people.post("unknown", MOVE, move(here, ANN)));
        people.refused(400, "8501", "Established", people.post(here, MOVE, move(ringing, ANN)));
        people.refused(400, "8501", "Established", people.post(ringing, MOVE, move(here, CAT)));
        people.refused(400, "8523", "fromCall", people.post(here, MOVE, move(here, CAT)));
        people.refused(400, "8523", "fromCall", people.post(here, MOVE, people("targetParticipants", CAT)));
        people.refused(400, "8523", "targetParticipants", people.post(here, MOVE, Json.object().put("fromCall", here)));
    }
}
