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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import io.acscall.simulator.timeline.EntryKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.acscall.simulator.participants.ParticipantScene.ANN;
import static io.acscall.simulator.participants.ParticipantScene.BOB;
import static io.acscall.simulator.participants.ParticipantScene.CAT;
import static io.acscall.simulator.participants.ParticipantScene.addBody;
import static io.acscall.simulator.participants.ParticipantScene.path;
import static io.acscall.simulator.participants.ParticipantScene.people;
import static io.acscall.simulator.participants.ParticipantScene.person;
import static io.acscall.simulator.participants.ParticipantScene.raw;
import static io.acscall.simulator.participants.ParticipantScene.rawIds;
import static org.assertj.core.api.Assertions.assertThat;

/** A number or user of the resource that is called, added or transferred to: an application may answer for it. */
class InvitedApplicationTest {

    private static final String OWN_NUMBER = "+18005550199";
    private static final String OWN_USER = "8:acs:" + AcsSimulator.RESOURCE_ID + "_00000000-0000-4000-8000-0000000000aa";

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension(
            builder -> builder.ownNumbers("+18005550199",
                    "8:acs:" + AcsSimulator.RESOURCE_ID + "_00000000-0000-4000-8000-0000000000aa"));

    private AcsSimulator simulator;
    private CallScene scene;
    private ParticipantScene people;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new CallScene(simulator).subscribed(EventGridSchema.EVENT_GRID);
        people = new ParticipantScene(scene);
    }

    @AfterEach
    void close() {
        simulator.unsubscribeEventGrid();
        scene.close();
    }

    private JsonNode incoming() {
        simulator.timeline().await(entry -> entry.kind() == EntryKind.EVENT_GRID && "IncomingCall".equals(entry.type())
                && entry.status() != null, 1, CallScene.SOON,
                "IncomingCall");
        return scene.app().received("IncomingCall").get(0).event().path("data");
    }

    private ServiceClient.Answer answer(JsonNode incoming) {
        ObjectNode body = Json.object().put("incomingCallContext", incoming.path("incomingCallContext").asText())
                .put("callbackUri", scene.app().uri("/other").toString()).put("operationContext", "answer");
        ServiceClient.Answer answer = scene.client().post(CallScene.CALLS + ":answer", Json.text(body));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer;
    }

    private static ObjectNode withContext(ObjectNode body) {
        ObjectNode context = body.putObject("customCallingContext");
        context.putObject("sipHeaders").put("User-To-User", "616263;encoding=hex").put("X-MS-Custom-order", "A-1");
        context.putObject("voipHeaders").put("customer-id", "C-17");
        return body;
    }

    @Test
    void anAddedUserIsAnsweredByAnotherApplicationInTheSameCall() {
        String id = scene.connected(ANN);
        people.accepted(202, id, "/participants:add", withContext(addBody(OWN_USER)).put("sourceDisplayName", "Desk"));
        JsonNode incoming = incoming();
        ServiceClient.Answer answered = answer(incoming);
        String other = answered.body().path("callConnectionId").asText();
        scene.awaitEvent(other, "CallConnected");
        JsonNode added = scene.awaitEvent(id, "AddParticipantSucceeded");
        JsonNode updated = scene.awaitEvents(id, "ParticipantsUpdated", 2);
        JsonNode otherUpdated = scene.awaitEvent(other, "ParticipantsUpdated");

        assertThat(incoming.at("/to/rawId").asText()).isEqualTo(OWN_USER);
        assertThat(incoming.path("callerDisplayName").asText()).isEqualTo("Desk");
        assertThat(incoming.at("/customContext/voipHeaders")).isEqualTo(Json.object().put("customer-id", "C-17"));
        assertThat(incoming.at("/customContext/sipHeaders")).isEmpty();
        assertThat(incoming.path("correlationId").asText()).isEqualTo(added.path("correlationId").asText());
        assertThat(other).isNotEqualTo(id);
        assertThat(answered.body().path("correlationId").asText()).isEqualTo(added.path("correlationId").asText());
        assertThat(added.at("/participant/rawId").asText()).isEqualTo(OWN_USER);
        assertThat(rawIds(updated.path("participants"))).hasSize(3).contains(raw(ANN), OWN_USER);
        assertThat(otherUpdated.path("participants")).isEqualTo(updated.path("participants"));
    }

    @Test
    void anAddedNumberSeesSipHeadersAndHasAnotherCorrelationId() {
        String id = scene.connected(ANN);
        people.accepted(202, id, "/participants:add", withContext(addBody(OWN_NUMBER)));
        JsonNode incoming = incoming();
        ServiceClient.Answer answered = answer(incoming);
        String other = answered.body().path("callConnectionId").asText();
        JsonNode added = scene.awaitEvent(id, "AddParticipantSucceeded");
        JsonNode connected = scene.awaitEvent(other, "CallConnected");

        assertThat(incoming.at("/from/rawId").asText()).isEqualTo("4:" + CallScene.OURS);
        assertThat(incoming.at("/customContext/sipHeaders").fieldNames()).toIterable()
                .containsExactlyInAnyOrder("userToUser", "X-MS-Custom-order");
        assertThat(incoming.at("/customContext/voipHeaders")).isEmpty();
        assertThat(connected.path("correlationId").asText()).isEqualTo(incoming.path("correlationId").asText())
                .isNotEqualTo(added.path("correlationId").asText());
        assertThat(connected.path("operationContext").asText()).isEqualTo("answer");
    }

    @Test
    void theAddedApplicationIsRemovedAndHearsWhy() {
        String id = scene.connected(ANN);
        people.accepted(202, id, "/participants:add", addBody(OWN_USER));
        String other = answer(incoming()).body().path("callConnectionId").asText();
        scene.awaitEvent(other, "ParticipantsUpdated");
        people.accepted(202, id, "/participants:remove", person("participantToRemove", OWN_USER));
        JsonNode gone = scene.awaitEvent(other, "CallDisconnected");
        scene.awaitEvent(id, "RemoveParticipantSucceeded");
        JsonNode updated = scene.awaitEvents(id, "ParticipantsUpdated", 3);

        assertThat(gone.at("/resultInformation/subCode").asInt()).isEqualTo(5300);
        assertThat(rawIds(updated.path("participants"))).hasSize(2).doesNotContain(OWN_USER);
    }

    @Test
    void theAddedApplicationLeaves() {
        String id = scene.connected(ANN);
        people.accepted(202, id, "/participants:add", addBody(OWN_USER));
        String other = answer(incoming()).body().path("callConnectionId").asText();
        scene.awaitEvent(other, "ParticipantsUpdated");
        assertThat(scene.client().delete(path(other, "")).status()).isEqualTo(204);
        scene.awaitEvent(other, "CallDisconnected");

        assertThat(rawIds(scene.awaitEvents(id, "ParticipantsUpdated", 3).path("participants"))).doesNotContain(OWN_USER);
        assertThat(scene.types(id)).doesNotContain("CallDisconnected");
    }

    @ParameterizedTest
    @CsvSource({ "none,603", "busy,486" })
    void aRejectedInvitationFails(String reason, int code) {
        String id = scene.connected(ANN);
        people.accepted(202, id, "/participants:add", addBody(OWN_NUMBER));
        ObjectNode body = Json.object().put("callRejectReason", reason).put("incomingCallContext",
                incoming().path("incomingCallContext").asText());

        assertThat(scene.client().post(CallScene.CALLS + ":reject", Json.text(body)).status()).isEqualTo(204);
        assertThat(scene.awaitEvent(id, "AddParticipantFailed").at("/resultInformation/code").asInt()).isEqualTo(code);
        assertThat(rawIds(people.listed(id))).contains(raw(ANN));
    }

    @Test
    void anInvitationThatNobodyAnswersRingsOut() {
        String id = scene.connected(ANN);
        people.accepted(202, id, "/participants:add", addBody(OWN_NUMBER).put("invitationTimeoutInSeconds", 1));
        JsonNode incoming = incoming();

        assertThat(scene.awaitEvent(id, "AddParticipantFailed").at("/resultInformation/subCode").asInt()).isEqualTo(10004);
        ObjectNode late = Json.object().put("incomingCallContext", incoming.path("incomingCallContext").asText())
                .put("callbackUri", scene.app().uri("/other").toString());
        people.refused(404, "8522", "Call not found", scene.client().post(CallScene.CALLS + ":answer", Json.text(late)));
    }

    @Test
    void aCancelledInvitationCannotBeAnswered() {
        String id = scene.connected(ANN);
        String invitation = people.accepted(202, id, "/participants:add", addBody(OWN_NUMBER)).path("invitationId").asText();
        JsonNode incoming = incoming();
        people.accepted(202, id, "/participants:cancelAddParticipant", Json.object().put("invitationId", invitation));
        scene.awaitEvent(id, "CancelAddParticipantSucceeded");
        ObjectNode late = Json.object().put("incomingCallContext", incoming.path("incomingCallContext").asText())
                .put("callbackUri", scene.app().uri("/other").toString());

        people.refused(404, "8522", "Call not found", scene.client().post(CallScene.CALLS + ":answer", Json.text(late)));
    }

    @Test
    void aRedirectedInvitationRingsSomebodyElse() {
        String id = scene.connected(ANN);
        people.accepted(202, id, "/participants:add", addBody(OWN_NUMBER));
        ObjectNode redirect
                = person("target", CAT).put("incomingCallContext", incoming().path("incomingCallContext").asText());

        assertThat(scene.client().post(CallScene.CALLS + ":redirect", Json.text(redirect)).status()).isEqualTo(204);
        scene.awaitEvent(id, "AddParticipantSucceeded");
        assertThat(rawIds(people.listed(id))).contains(raw(CAT)).doesNotContain(raw(OWN_NUMBER));
    }

    @Test
    void aCallOfTheApplicationToItsOwnNumberComesIn() {
        String id = scene.create(OWN_NUMBER);
        JsonNode incoming = incoming();
        String other = answer(incoming).body().path("callConnectionId").asText();
        scene.awaitEvent(other, "ParticipantsUpdated");
        scene.awaitEvent(id, "CallConnected");
        scene.client().delete(path(other, ""));

        assertThat(incoming.at("/from/rawId").asText()).isEqualTo("4:" + CallScene.OURS);
        scene.awaitEvent(other, "CallDisconnected");
        scene.awaitEvent(id, "CallDisconnected");
    }

    @Test
    void aTransferToAnOwnNumberShowsTheTransfereeAndBringsTheContext() {
        String id = scene.connected(ANN);
        people.accepted(202, id, ":transferToParticipant", withContext(person("targetParticipant", OWN_NUMBER)));
        JsonNode incoming = incoming();
        String other = answer(incoming).body().path("callConnectionId").asText();
        scene.awaitEvent(id, "CallTransferAccepted");
        scene.awaitEvent(id, "CallDisconnected");
        JsonNode updated = scene.awaitEvent(other, "ParticipantsUpdated");

        assertThat(incoming.at("/from/rawId").asText()).isEqualTo(raw(ANN));
        assertThat(incoming.at("/customContext/sipHeaders/userToUser").asText()).isEqualTo("616263;encoding=hex");
        assertThat(rawIds(updated.path("participants"))).containsExactlyInAnyOrder(raw(ANN), raw(OWN_NUMBER));
        simulator.hangUp(other, ANN);
        scene.awaitEvent(other, "CallDisconnected");
    }

    @Test
    void aTransferToATelephoneMayShowAnotherCallerId() {
        String id = scene.connected(BOB);
        ObjectNode body = person("targetParticipant", OWN_NUMBER);
        body.putObject("sourceCallerIdNumber").put("value", CallScene.OURS);
        people.accepted(202, id, ":transferToParticipant", body);

        assertThat(incoming().at("/from/rawId").asText()).isEqualTo("4:" + CallScene.OURS);
    }

    @Test
    void aScriptedUserOfTheResourceIsAPerson() {
        simulator.person(OWN_USER).accepts();
        String id = scene.connected(ANN);
        people.accepted(202, id, "/participants:add", addBody(OWN_USER));
        scene.awaitEvent(id, "AddParticipantSucceeded");

        assertThat(scene.app().received("IncomingCall")).isEmpty();
    }
}
