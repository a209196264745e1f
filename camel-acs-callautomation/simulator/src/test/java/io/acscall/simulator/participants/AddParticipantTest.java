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
import java.util.Map;
import java.util.UUID;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;

import static io.acscall.simulator.participants.ParticipantScene.ANN;
import static io.acscall.simulator.participants.ParticipantScene.BOB;
import static io.acscall.simulator.participants.ParticipantScene.CAT;
import static io.acscall.simulator.participants.ParticipantScene.DAN;
import static io.acscall.simulator.participants.ParticipantScene.addBody;
import static io.acscall.simulator.participants.ParticipantScene.path;
import static io.acscall.simulator.participants.ParticipantScene.raw;
import static io.acscall.simulator.participants.ParticipantScene.rawIds;
import static org.assertj.core.api.Assertions.assertThat;

class AddParticipantTest {

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
    void whoeverTakesTheCallIsInIt() {
        String id = scene.connected(BOB);
        JsonNode answer = people.accepted(202, id, "/participants:add", addBody(CAT));
        JsonNode added = scene.awaitEvent(id, "AddParticipantSucceeded");
        JsonNode updated = scene.awaitEvents(id, "ParticipantsUpdated", 2);

        assertThat(answer.at("/participant/identifier/rawId").asText()).isEqualTo(raw(CAT));
        assertThat(answer.at("/participant/identifier/phoneNumber/value").asText()).isEqualTo(CAT);
        assertThat(answer.path("operationContext").asText()).isEqualTo("add");
        assertThat(answer.path("invitationId").asText()).isNotEmpty();
        assertThat(added.at("/participant/rawId").asText()).isEqualTo(raw(CAT));
        assertThat(added.path("operationContext").asText()).isEqualTo("add");
        assertThat(added.at("/resultInformation/code").asInt()).isEqualTo(200);
        assertThat(rawIds(updated.path("participants"))).hasSize(3).contains(raw(BOB), raw(CAT));
        assertThat(updated.path("sequenceNumber").asInt()).isGreaterThan(1);
        assertThat(rawIds(people.listed(id))).contains(raw(BOB), raw(CAT));
    }

    @ParameterizedTest
    @CsvSource({ "decline,603,0", "busy,486,560486", "noAnswer,487,10004" })
    void whoeverDoesNotTakeTheCallIsNotInIt(String how, int code, int subCode) {
        String id = scene.connected(BOB);
        scene.client().sendRaw("PUT", "/simulator/people/" + CAT, ("{\"answer\":\"" + how + "\"}").getBytes(UTF_8), Map.of());
        people.accepted(202, id, "/participants:add", addBody(CAT).put("invitationTimeoutInSeconds", 1));
        JsonNode failed = scene.awaitEvent(id, "AddParticipantFailed");

        assertThat(failed.at("/resultInformation/code").asInt()).isEqualTo(code);
        assertThat(failed.at("/resultInformation/subCode").asInt()).isEqualTo(subCode);
        assertThat(failed.at("/participant/rawId").asText()).isEqualTo(raw(CAT));
        assertThat(rawIds(people.listed(id))).hasSize(2).contains(raw(BOB));
        simulator.timeline().awaitQuiet(Duration.ofMillis(100));
        assertThat(scene.types(id)).doesNotContain("CallDisconnected").containsOnlyOnce("ParticipantsUpdated");
    }

    @Test
    void whoeverIsRungIsNotListedButShownToTheTester() {
        simulator.person(CAT).doesNotAnswer();
        String id = scene.connected(BOB);
        String invitation = people.accepted(202, id, "/participants:add", addBody(CAT)).path("invitationId").asText();
        CallSnapshot call = simulator.call(id).orElseThrow();

        assertThat(rawIds(people.listed(id))).hasSize(2).doesNotContain(raw(CAT));
        assertThat(scene.client().get(path(id, "/participants/" + raw(CAT))).status()).isEqualTo(404);
        assertThat(call.onTheLine()).containsExactly(raw(BOB));
        assertThat(call.people()).contains(new CallSnapshot.Person(raw(CAT), true, false, false, invitation));
        assertThat(call.toJson().path("people")).contains(Json.object().put("rawId", raw(CAT)).put("ringing", true)
                .put("muted", false).put("onHold", false).put("invitationId", invitation));
        assertThat(simulator.callOf(CAT).orElseThrow().callId()).isEqualTo(call.callId());
        simulator.answer(id, CAT);
        scene.awaitEvent(id, "AddParticipantSucceeded");
        assertThat(simulator.call(id).orElseThrow().onTheLine()).containsExactly(raw(BOB), raw(CAT));
    }

    @Test
    void theOutcomeGoesToTheCallbackAddressOfTheOperation() {
        String id = scene.connected(BOB);
        ObjectNode body = addBody(DAN).put("operationCallbackUri", scene.app().uri("/op?q=1").toString());
        people.accepted(202, id, "/participants:add", body);
        scene.awaitEvent(id, "AddParticipantSucceeded");
        scene.awaitEvents(id, "ParticipantsUpdated", 2);

        assertThat(scene.app().received("AddParticipantSucceeded")).singleElement()
                .satisfies(event -> assertThat(event.path()).isEqualTo("/op"));
        assertThat(scene.app().received("ParticipantsUpdated")).allSatisfy(e -> assertThat(e.path()).isEqualTo("/cb"));
    }

    @Test
    void anInvitationCanBeCancelledWhileThePhoneRings() {
        simulator.person(CAT).doesNotAnswer();
        String id = scene.connected(BOB);
        String invitation = people.accepted(202, id, "/participants:add", addBody(CAT)).path("invitationId").asText();
        ObjectNode cancel = Json.object().put("invitationId", invitation).put("operationContext", "cancel");
        JsonNode answer = people.accepted(202, id, "/participants:cancelAddParticipant", cancel);
        JsonNode cancelled = scene.awaitEvent(id, "CancelAddParticipantSucceeded");

        assertThat(answer).isEqualTo(cancel);
        assertThat(cancelled.path("invitationId").asText()).isEqualTo(invitation);
        assertThat(cancelled.path("operationContext").asText()).isEqualTo("cancel");
        assertThat(simulator.call(id).orElseThrow().people()).hasSize(1);
        people.accepted(202, id, "/participants:cancelAddParticipant", cancel);
        assertThat(scene.awaitEvent(id, "CancelAddParticipantFailed").at("/resultInformation/subCode").asInt())
                .isEqualTo(8522);
    }

    @Test
    void anInvitationThatWasAnsweredCannotBeCancelled() {
        String id = scene.connected(BOB);
        String invitation = people.accepted(202, id, "/participants:add", addBody(CAT)).path("invitationId").asText();
        scene.awaitEvent(id, "AddParticipantSucceeded");
        people.accepted(202, id, "/participants:cancelAddParticipant", Json.object().put("invitationId", invitation));
        JsonNode failed = scene.awaitEvent(id, "CancelAddParticipantFailed");

        assertThat(failed.path("invitationId").asText()).isEqualTo(invitation);
        assertThat(failed.at("/resultInformation/code").asInt()).isEqualTo(404);
        assertThat(rawIds(people.listed(id))).contains(raw(CAT));
    }

    @Test
    void theCallEndsWhenTheLastWhoMightHaveComeDoesNot() {
        simulator.person(CAT).doesNotAnswer();
        String id = scene.connected(BOB);
        people.accepted(202, id, "/participants:add", addBody(CAT));
        simulator.hangUp(id, BOB);
        scene.awaitEvents(id, "ParticipantsUpdated", 2);
        simulator.decline(id, CAT);
        scene.awaitEvent(id, "CallDisconnected");

        assertThat(scene.types(id)).endsWith("AddParticipantFailed", "CallDisconnected");
    }

    @Test
    void repeatedRequestsInviteOnce() {
        String id = scene.connected(BOB);
        var repeat = CallScene.repeatable(UUID.randomUUID());
        String body = Json.text(addBody(CAT));
        ServiceClient.Answer first = scene.client().send("POST", path(id, "/participants:add"), body, repeat);
        scene.awaitEvent(id, "AddParticipantSucceeded");
        ServiceClient.Answer second = scene.client().send("POST", path(id, "/participants:add"), body, repeat);

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("repeatability-result")).isEqualTo("accepted");
    }

    @Test
    void nobodyIsAddedTwice() {
        simulator.person(CAT).doesNotAnswer();
        String id = scene.connected(BOB);
        people.accepted(202, id, "/participants:add", addBody(CAT));

        people.refused(409, "8519", "being added", people.post(id, "/participants:add", addBody(CAT)));
        people.refused(400, "8523", "participantToAdd", people.post(id, "/participants:add", addBody(BOB)));
    }

    @ParameterizedTest
    @ValueSource(ints = { -1, 181 })
    void anInvitationLastsThreeMinutesAtMost(int seconds) {
        String id = scene.connected(BOB);

        people.refused(400, "8523", "invitationTimeoutInSeconds", people.post(id, "/participants:add",
                addBody(DAN).put("invitationTimeoutInSeconds", seconds)));
    }

    @Test
    void whatIsMissingIsNamed() {
        String id = scene.connected(BOB);
        ObjectNode noCallerId = addBody(CAT);
        noCallerId.remove("sourceCallerIdNumber");

        people.refused(400, "8523", "participantToAdd", people.post(id, "/participants:add", Json.object()));
        people.refused(400, "8523", "sourceCallerIdNumber", people.post(id, "/participants:add", noCallerId));
        people.refused(400, "8523", "invitationId",
                people.post(id, "/participants:cancelAddParticipant", Json.object()));
    }

    @Test
    void aCallThatIsNotConnectedOrGoneTakesNobody() {
        simulator.person(ANN).doesNotAnswer();
        String id = scene.create(ANN);

        people.refused(400, "8501", "Established", people.post(id, "/participants:add", addBody(CAT)));
        people.refused(400, "8501", "Established", people.post(id, "/participants:cancelAddParticipant",
                Json.object().put("invitationId", "one")));
        simulator.decline(id, ANN);
        scene.awaitEvent(id, "CreateCallFailed");
        people.refused(404, "8522", "Call not found", people.post(id, "/participants:add", addBody(CAT)));
    }
}
