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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.call.CallSnapshot;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

class ParticipantsTest {

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

    @Test
    void whoIsRemovedIsOut() {
        String id = people.group(BOB, CAT);
        ObjectNode body = person("participantToRemove", CAT).put("operationContext", "out");
        JsonNode answer = people.accepted(202, id, "/participants:remove", body);
        JsonNode removed = scene.awaitEvent(id, "RemoveParticipantSucceeded");
        JsonNode updated = scene.awaitEvents(id, "ParticipantsUpdated", 3);

        assertThat(answer).isEqualTo(Json.object().put("operationContext", "out"));
        assertThat(removed.at("/participant/rawId").asText()).isEqualTo(raw(CAT));
        assertThat(removed.path("operationContext").asText()).isEqualTo("out");
        assertThat(rawIds(updated.path("participants"))).contains(raw(BOB)).doesNotContain(raw(CAT));
        assertThat(simulator.call(id).orElseThrow().onTheLine()).containsExactly(raw(BOB));
    }

    @Test
    void theCallEndsWhenTheLastPersonIsRemoved() {
        String id = scene.connected(BOB);
        people.accepted(202, id, "/participants:remove", person("participantToRemove", BOB));
        JsonNode ended = scene.awaitEvent(id, "CallDisconnected");

        assertThat(ended.at("/resultInformation/code").asInt()).isEqualTo(200);
        assertThat(scene.types(id)).endsWith("RemoveParticipantSucceeded", "CallDisconnected");
        people.refused(404, "8522", "Call not found", people.post(id, "/participants:remove",
                person("participantToRemove", BOB)));
    }

    @Test
    void whoIsNotThereCannotBeRemoved() {
        String id = scene.connected(BOB);
        people.accepted(202, id, "/participants:remove", person("participantToRemove", CAT)
                .put("operationCallbackUri", scene.app().uri("/op").toString()));
        JsonNode failed = scene.awaitEvent(id, "RemoveParticipantFailed");

        assertThat(failed.at("/participant/rawId").asText()).isEqualTo(raw(CAT));
        assertThat(failed.at("/resultInformation/code").asInt()).isEqualTo(404);
        assertThat(failed.at("/resultInformation/subCode").asInt()).isEqualTo(8522);
        assertThat(scene.app().received("RemoveParticipantFailed").get(0).path()).isEqualTo("/op");
    }

    @Test
    void theApplicationCannotRemoveItself() {
        String id = scene.connected(BOB);
        String self = simulator.call(id).orElseThrow().legs().get(0).app();
        people.accepted(202, id, "/participants:remove", person("participantToRemove", self));

        assertThat(scene.awaitEvent(id, "RemoveParticipantFailed").at("/resultInformation/subCode").asInt()).isEqualTo(8502);
    }

    @Test
    void aUserIsMuted() {
        String id = people.group(BOB, CAT);
        JsonNode answer
                = people.accepted(200, id, "/participants:mute",
                        people("targetParticipants", BOB).put("operationContext", "m"));
        JsonNode updated = scene.awaitEvents(id, "ParticipantsUpdated", 3);

        assertThat(answer).isEqualTo(Json.object().put("operationContext", "m"));
        assertThat(updated.path("participants")).anySatisfy(one -> {
            assertThat(one.at("/identifier/rawId").asText()).isEqualTo(raw(BOB));
            assertThat(one.path("isMuted").asBoolean()).isTrue();
            assertThat(one.path("isOnHold").asBoolean()).isFalse();
        });
        assertThat(simulator.call(id).orElseThrow().people()).filteredOn(CallSnapshot.Person::muted)
                .extracting(CallSnapshot.Person::rawId).containsExactly(raw(BOB));
    }

    @Test
    void onlyOneUserWhoIsThereCanBeMuted() {
        String id = people.group(BOB, CAT);

        people.refused(400, "8523", "targetParticipants", people.post(id, "/participants:mute", Json.object()));
        people.refused(400, "8523", "exactly one", people.post(id, "/participants:mute",
                people("targetParticipants", BOB, DAN)));
        people.refused(400, "8523", "communication users", people.post(id, "/participants:mute",
                people("targetParticipants", CAT)));
        people.refused(404, "8522", "Participant not found", people.post(id, "/participants:mute",
                people("targetParticipants", DAN)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "4:+16045550103", "4%3A%2B16045550103", "4:%2b16045550103" })
    void aNumberIsFoundEncodedOrRaw(String segment) {
        String id = people.group(BOB, CAT);
        ServiceClient.Answer answer = scene.client().get(path(id, "/participants/" + segment));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Json.object().put("isMuted", false).put("isOnHold", false).set("identifier",
                person("x", CAT).get("x")));
    }

    @Test
    void everybodyInTheCallIsFoundByRawId() {
        String id = people.group(BOB, EVE);
        List<String> all = rawIds(people.listed(id));

        assertThat(all).hasSize(3).contains(raw(BOB), raw(EVE));
        assertThat(all).allSatisfy(rawId -> assertThat(scene.client().get(path(id, "/participants/" + rawId)).body()
                .at("/identifier/rawId").asText()).isEqualTo(rawId));
    }

    @ParameterizedTest
    @ValueSource(strings = { "4:+16045550199", "4:%2016045550103", "8:acs:nobody", "nobody" })
    void whoIsNotInTheCallIsNotFound(String segment) {
        String id = people.group(BOB, CAT);

        people.refused(404, "8522", "Participant not found", scene.client().get(path(id, "/participants/" + segment)));
    }

    @Test
    void aCallThatIsNotConnectedOrGoneShowsNobody() {
        simulator.person(ANN).doesNotAnswer();
        String id = scene.create(ANN);

        for (String end : List.of("/participants", "/participants/4:" + ANN)) {
            people.refused(400, "8501", "Established", scene.client().get(path(id, end)));
            people.refused(404, "8522", "Call not found", scene.client().get(path("unknown", end)));
        }
        people.refused(400, "8501", "Established", people.post(id, "/participants:mute", people("targetParticipants", BOB)));
        people.refused(400, "8501", "Established", people.post(id, "/participants:remove",
                person("participantToRemove", BOB)));
    }

    @Test
    void aSmallCallHasOnePage() {
        String id = people.group(BOB, CAT);

        assertThat(scene.client().get(path(id, "/participants")).body().has("nextLink")).isFalse();
    }

    @Test
    void theTimelineTellsWhatWasDone() {
        String id = people.group(BOB, CAT, DAN);
        people.accepted(200, id, "/participants:mute", people("targetParticipants", BOB));
        people.accepted(202, id, "/participants:remove", person("participantToRemove", CAT));
        scene.awaitEvent(id, "RemoveParticipantSucceeded");

        assertThat(simulator.timeline().requests("muteParticipant")).hasSize(1);
        assertThat(simulator.timeline().requests("removeParticipant")).hasSize(1);
        assertThat(simulator.timeline().entries()).extracting("type").contains("muted", "removed");
    }
}
