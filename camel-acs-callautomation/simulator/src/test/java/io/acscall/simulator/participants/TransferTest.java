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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.call.CallSnapshot;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.acscall.simulator.participants.ParticipantScene.ANN;
import static io.acscall.simulator.participants.ParticipantScene.BOB;
import static io.acscall.simulator.participants.ParticipantScene.CAT;
import static io.acscall.simulator.participants.ParticipantScene.DAN;
import static io.acscall.simulator.participants.ParticipantScene.path;
import static io.acscall.simulator.participants.ParticipantScene.people;
import static io.acscall.simulator.participants.ParticipantScene.person;
import static io.acscall.simulator.participants.ParticipantScene.raw;
import static io.acscall.simulator.participants.ParticipantScene.rawIds;
import static org.assertj.core.api.Assertions.assertThat;

class TransferTest {

    private static final String TRANSFER = ":transferToParticipant";

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION
            = new AcsSimulatorExtension(builder -> builder.noAnswerAfter(Duration.ofMillis(500)));

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

    private static ObjectNode to(String target) {
        return person("targetParticipant", target).put("operationContext", "transfer");
    }

    private static ObjectNode to(String target, String transferee) {
        return to(target).setAll(person("transferee", transferee));
    }

    @Test
    void aCallOfTwoIsOverForTheApplication() {
        String id = scene.connected(ANN);
        JsonNode answer = people.accepted(202, id, TRANSFER, to(CAT));
        JsonNode accepted = scene.awaitEvent(id, "CallTransferAccepted");
        JsonNode ended = scene.awaitEvent(id, "CallDisconnected");

        assertThat(answer).isEqualTo(Json.object().put("operationContext", "transfer"));
        assertThat(accepted.at("/transferTarget/rawId").asText()).isEqualTo(raw(CAT));
        assertThat(accepted.at("/transferee/rawId").asText()).isEqualTo(raw(ANN));
        assertThat(accepted.path("operationContext").asText()).isEqualTo("transfer");
        assertThat(accepted.at("/resultInformation/code").asInt()).isEqualTo(200);
        assertThat(accepted.at("/resultInformation/subCode").asInt()).isEqualTo(7015);
        assertThat(ended.path("operationContext").asText()).isEqualTo("create");
        assertThat(scene.types(id)).endsWith("CallTransferAccepted", "CallDisconnected");
        people.refused(404, "8522", "Call not found", scene.client().get(path(id, "")));
        CallSnapshot talk = simulator.callOf(ANN).orElseThrow();
        assertThat(talk.onTheLine()).containsExactlyInAnyOrder(raw(ANN), raw(CAT));
        assertThat(talk.legs()).isEmpty();
    }

    @Test
    void whoWasTransferredHangsUpAsTheScriptSays() {
        simulator.person(ANN).hangsUpAfter(Duration.ofMillis(600));
        String id = scene.connected(ANN);
        people.accepted(202, id, TRANSFER, to(CAT));
        scene.awaitEvent(id, "CallTransferAccepted");
        String talk = simulator.callOf(CAT).orElseThrow().callId();
        simulator.timeline().await(entry -> talk.equals(entry.callId()) && "hangUp".equals(entry.type()), 1, CallScene.SOON,
                "hang up");

        assertThat(simulator.call(talk).orElseThrow().endedAt()).isNotNull();
    }

    @Test
    void aGroupCallGoesOnWithoutTheTransferee() {
        String id = people.group(ANN, BOB);
        ObjectNode body = to(CAT, ANN).put("operationCallbackUri", scene.app().uri("/op").toString());
        people.accepted(202, id, TRANSFER, body);
        JsonNode accepted = scene.awaitEvent(id, "CallTransferAccepted");
        JsonNode updated = scene.awaitEvents(id, "ParticipantsUpdated", 3);

        assertThat(accepted.at("/transferee/rawId").asText()).isEqualTo(raw(ANN));
        assertThat(rawIds(updated.path("participants"))).hasSize(2).contains(raw(BOB));
        assertThat(scene.app().received("CallTransferAccepted").get(0).path()).isEqualTo("/op");
        assertThat(scene.types(id)).doesNotContain("CallDisconnected");
        assertThat(simulator.callOf(ANN).orElseThrow().onTheLine()).contains(raw(CAT));
    }

    @ParameterizedTest
    @CsvSource({ "decline,603,0", "busy,486,560486", "noAnswer,487,10004" })
    void theApplicationKeepsTheCallWhenTheTargetDoesNotTakeIt(String how, int code, int subCode) {
        String id = scene.connected(ANN);
        scene.client().sendRaw("PUT", "/simulator/people/" + CAT,
                ("{\"answer\":\"" + how + "\"}").getBytes(StandardCharsets.UTF_8), Map.of());
        people.accepted(202, id, TRANSFER, to(CAT));
        JsonNode failed = scene.awaitEvent(id, "CallTransferFailed");

        assertThat(failed.at("/resultInformation/code").asInt()).isEqualTo(code);
        assertThat(failed.at("/resultInformation/subCode").asInt()).isEqualTo(subCode);
        assertThat(failed.path("operationContext").asText()).isEqualTo("transfer");
        assertThat(rawIds(people.listed(id))).contains(raw(ANN));
        simulator.person(CAT).accepts();
        people.accepted(202, id, TRANSFER, to(CAT));
        scene.awaitEvent(id, "CallTransferAccepted");
    }

    @Test
    void aTransfereeWhoHangsUpEndsTheTransfer() {
        simulator.person(CAT).answersAfter(Duration.ofMinutes(1));
        String id = people.group(ANN, BOB);
        people.accepted(202, id, TRANSFER, to(CAT, ANN));
        simulator.hangUp(id, ANN);
        JsonNode failed = scene.awaitEvent(id, "CallTransferFailed");
        scene.awaitEvents(id, "ParticipantsUpdated", 3);

        assertThat(failed.at("/resultInformation/code").asInt()).isEqualTo(487);
        simulator.timeline().await(entry -> "disconnected".equals(entry.type()), 1, CallScene.SOON, "target stops ringing");
        assertThat(simulator.callOf(CAT)).isEmpty();
    }

    @Test
    void nothingIsHeardOfATransferAfterTheCall() {
        simulator.person(CAT).answersAfter(Duration.ofMinutes(1));
        String id = scene.connected(ANN);
        people.accepted(202, id, TRANSFER, to(CAT));
        scene.client().delete(path(id, ""));
        scene.awaitEvent(id, "CallDisconnected");
        simulator.timeline().awaitQuiet(Duration.ofMillis(100));

        assertThat(scene.types(id)).endsWith("CallDisconnected").doesNotContain("CallTransferFailed");
        assertThat(simulator.callOf(CAT)).isEmpty();
    }

    @Test
    void nobodyIsTransferredTwiceAtOnce() {
        simulator.person(CAT).answersAfter(Duration.ofMinutes(1));
        String id = scene.connected(ANN);
        people.accepted(202, id, TRANSFER, to(CAT));

        people.refused(409, "8519", "being transferred", people.post(id, TRANSFER, to(DAN)));
    }

    @Test
    void theTransfereeIsSomebodyElseWhoIsThere() {
        String id = people.group(ANN, BOB);
        String self = simulator.call(id).orElseThrow().legs().get(0).app();

        people.refused(400, "8523", "transferee", people.post(id, TRANSFER, to(CAT)));
        people.refused(400, "8523", "transferee", people.post(id, TRANSFER, to(CAT, self)));
        people.refused(404, "8522", "Participant not found", people.post(id, TRANSFER, to(CAT, DAN)));
        people.refused(400, "8523", "targetParticipant", people.post(id, TRANSFER, to(BOB, ANN)));
        people.refused(400, "8523", "targetParticipant", people.post(id, TRANSFER, Json.object()));
        people.refused(404, "8522", "Call not found", people.post("unknown", TRANSFER, to(CAT)));
    }

    @Test
    void aCallThatIsNotConnectedCannotBeTransferred() {
        simulator.person(ANN).doesNotAnswer();

        people.refused(400, "8501", "Established", people.post(scene.create(ANN), TRANSFER, to(CAT)));
    }
}
