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
package io.acscall.simulator.call;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
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

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.BOB;
import static io.acscall.simulator.testing.CallScene.CALLS;
import static io.acscall.simulator.testing.CallScene.SOON;
import static org.assertj.core.api.Assertions.assertThat;

class OutgoingCallTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION
            = new AcsSimulatorExtension(builder -> builder.noAnswerAfter(Duration.ofMillis(150)));

    private AcsSimulator simulator;
    private CallScene scene;
    private ServiceClient client;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new CallScene(simulator);
        client = scene.client();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void answersAtOnceWithACallThatIsConnecting() {
        simulator.person(ANN).doesNotAnswer();
        ServiceClient.Answer answer = client.post(CALLS, Json.text(scene.createBody(ANN).put("sourceDisplayName", "Contoso")));
        JsonNode call = answer.body();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(call.path("callConnectionState").asText()).isEqualTo("connecting");
        assertThat(call.has("serverCallId")).isFalse();
        assertThat(call.at("/targets/0/rawId").asText()).isEqualTo("4:" + ANN);
        assertThat(call.at("/targets/0/phoneNumber/value").asText()).isEqualTo(ANN);
        assertThat(call.at("/source/communicationUser/id").asText()).startsWith("8:acs:" + AcsSimulator.RESOURCE_ID);
        assertThat(call.at("/sourceCallerIdNumber/value").asText()).isEqualTo(CallScene.OURS);
        assertThat(call.path("sourceDisplayName").asText()).isEqualTo("Contoso");
        assertThat(call.path("callbackUri").asText()).isEqualTo(scene.app().uri("/cb?call=42").toString());
        assertThat(answer.header("x-microsoft-skype-chain-id")).isEqualTo(call.path("correlationId").asText());
    }

    @Test
    void isConnectedWhenThePersonAnswers() {
        String id = scene.connected(ANN);
        JsonNode connected = scene.awaitEvent(id, "CallConnected");
        JsonNode properties = client.get(CALLS + "/" + id).body();

        assertThat(connected.path("operationContext").asText()).isEqualTo("create");
        assertThat(connected.at("/resultInformation/code").asInt()).isEqualTo(200);
        assertThat(properties.path("callConnectionState").asText()).isEqualTo("connected");
        assertThat(properties.path("serverCallId")).isEqualTo(connected.path("serverCallId"));
    }

    @Test
    void tellsWhoIsInTheCall() {
        String id = scene.connected(ANN);
        JsonNode updated = scene.awaitEvent(id, "ParticipantsUpdated");

        assertThat(updated.path("sequenceNumber").asInt()).isEqualTo(1);
        assertThat(updated.has("operationContext")).isFalse();
        assertThat(updated.path("participants")).hasSize(2);
        assertThat(updated.at("/participants/1/identifier/rawId").asText()).isEqualTo("4:" + ANN);
        assertThat(updated.at("/participants/1/isMuted").asBoolean(true)).isFalse();
        assertThat(updated.at("/participants/1/isOnHold").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "decline,603,0,603,21", "busy,486,560486,486,17", "noAnswer,487,10004,487,19" })
    void failsWhenThePersonDoesNotTakeTheCall(String answer, int code, int subCode, int sip, int q850) {
        script(answer);
        String id = scene.create(ANN);
        JsonNode disconnected = scene.awaitEvent(id, "CallDisconnected");
        JsonNode failed = scene.awaitEvent(id, "CreateCallFailed");

        assertThat(scene.types(id)).containsExactly("CallDisconnected", "CreateCallFailed");
        assertThat(disconnected.at("/resultInformation/code").asInt()).isEqualTo(code);
        assertThat(disconnected.at("/resultInformation/subCode").asInt()).isEqualTo(subCode);
        assertThat(disconnected.path("operationContext").asText()).isEqualTo("create");
        assertThat(failed.path("resultInformation")).isEqualTo(disconnected.path("resultInformation"));
        assertThat(failed.has("operationContext")).isFalse();
        assertThat(failed.at("/resultInformation/sipDetails/code").asInt()).isEqualTo(sip);
        assertThat(failed.at("/resultInformation/q850Details/code").asInt()).isEqualTo(q850);
        assertThat(client.get(CALLS + "/" + id).errorCode()).isEqualTo("8522");
    }

    private void script(String answer) {
        switch (answer) {
            case "decline" -> simulator.person(ANN).declines();
            case "busy" -> simulator.person(ANN).busy();
            default -> simulator.person(ANN).doesNotAnswer();
        }
    }

    @Test
    void aPersonWhoWouldAnswerTooLateDoesNot() {
        simulator.person(ANN).answersAfter(Duration.ofSeconds(5));

        assertThat(scene.awaitEvent(scene.create(ANN), "CreateCallFailed").at("/resultInformation/subCode").asInt())
                .isEqualTo(10004);
    }

    @Test
    void aGroupIsConnectedWhenTheFirstAnswersAndGrows() {
        simulator.person(ANN).accepts();
        simulator.person(BOB).answersAfter(Duration.ofMillis(50));
        String id = scene.create(ANN, BOB);
        JsonNode second = scene.awaitEvents(id, "ParticipantsUpdated", 2);

        assertThat(scene.types(id)).containsExactly("CallConnected", "ParticipantsUpdated", "ParticipantsUpdated");
        assertThat(second.path("participants")).hasSize(3);
        assertThat(second.path("sequenceNumber").asInt()).isGreaterThan(1);
    }

    @Test
    void aGroupGoesOnWithoutThoseWhoDoNotCome() {
        simulator.person(ANN).declines();
        String id = scene.create(ANN, BOB);
        scene.awaitEvent(id, "ParticipantsUpdated");

        simulator.timeline().awaitQuiet(Duration.ofMillis(100));
        assertThat(scene.types(id)).containsExactly("CallConnected", "ParticipantsUpdated");
    }

    @Test
    void aGroupFailsWhenAllDecline() {
        simulator.person(ANN).declines();
        simulator.person(BOB).declines();

        assertThat(scene.awaitEvent(scene.create(ANN, BOB), "CreateCallFailed").at("/resultInformation/subCode").asInt())
                .isEqualTo(10024);
    }

    @Test
    void aPersonWhoHangsUpEndsTheCall() {
        simulator.person(ANN).hangsUpAfter(Duration.ofMillis(20));
        JsonNode telephone = scene.awaitEvent(scene.create(ANN), "CallDisconnected");
        simulator.person(BOB).hangsUpAfter(Duration.ofMillis(20));
        JsonNode user = scene.awaitEvent(scene.create(BOB), "CallDisconnected");

        assertThat(telephone.at("/resultInformation/subCode").asInt()).isEqualTo(560000);
        assertThat(telephone.at("/resultInformation/code").asInt(-1)).isZero();
        assertThat(user.at("/resultInformation/subCode").asInt()).isEqualTo(5001);
    }

    @Test
    void thePersonWhoLeavesAGroupIsTakenOutOfIt() {
        String id = scene.create(ANN, BOB);
        scene.awaitEvents(id, "ParticipantsUpdated", 2);
        simulator.hangUp(id, ANN);
        JsonNode after = scene.awaitEvents(id, "ParticipantsUpdated", 3);

        assertThat(after.path("participants")).hasSize(2);
        assertThat(client.get(CALLS + "/" + id).status()).isEqualTo(200);
    }

    @Test
    void anOldApiVersionGetsTheOldEvents() {
        ServiceClient old = new ServiceClient(simulator, AcsSimulator.DEVELOPMENT_KEY, "2023-03-06");
        String connected = old.post(CALLS, Json.text(scene.createBody(ANN))).body().path("callConnectionId").asText();
        assertThat(scene.awaitEvent(connected, "CallConnected").has("resultInformation")).isFalse();

        simulator.person(BOB).declines();
        String declined = old.post(CALLS, Json.text(scene.createBody(BOB))).body().path("callConnectionId").asText();
        JsonNode disconnected = scene.awaitEvent(declined, "CallDisconnected");
        simulator.timeline().awaitQuiet(Duration.ofMillis(100));

        assertThat(scene.types(declined)).containsExactly("CallDisconnected");
        assertThat(disconnected.at("/resultInformation").has("sipDetails")).isFalse();
    }

    @Test
    void aPhoneNumberNeedsACallerId() {
        ObjectNode body = scene.createBody(ANN);
        body.remove("sourceCallerIdNumber");

        assertRefused(body, "sourceCallerIdNumber");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "targets|null", "targets|[]", "targets|{}", "targets|[{\"phoneNumber\":{}}]", "targets|[\"+16045550100\"]",
            "callbackUri|null", "callbackUri|\"\"", "callbackUri|\"/relative\"", "callbackUri|\"ftp://host/x\"",
            "callbackUri|7",
            "callbackUri|\"http://bad host/\"", "sourceCallerIdNumber|{}", "sourceCallerIdNumber|\"+18005550100\"",
            "operationContext|5", "sourceDisplayName|[]", "source|{}", "callIntelligenceOptions|true" })
    void aMissingOrWrongFieldIsRefusedByName(String field, String value) throws Exception {
        ObjectNode body = scene.createBody(ANN);
        body.set(field, Json.read(value.getBytes(StandardCharsets.UTF_8)));

        assertRefused(body, field);
    }

    private void assertRefused(ObjectNode body, String field) {
        ServiceClient.Answer answer = client.post(CALLS, Json.text(body));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("8523");
        assertThat(answer.errorMessage()).contains(field);
        assertThat(simulator.calls()).isEmpty();
    }

    @Test
    void httpCallbacksAreRefusedWhenStrict() {
        try (AcsSimulator strict = AcsSimulator.builder().strict(true).start(); CallScene strictScene = new CallScene(strict)) {
            ServiceClient.Answer answer = strictScene.client().post(CALLS, Json.text(strictScene.createBody(BOB)));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.errorMessage()).contains("callbackUri");
        }
    }

    @Test
    void tooManyCallsAreRefused() {
        try (AcsSimulator small = AcsSimulator.builder().maxCalls(2).start(); CallScene smallScene = new CallScene(small)) {
            String first = smallScene.connected(BOB);
            smallScene.connected(BOB);
            ServiceClient.Answer third = smallScene.client().post(CALLS, Json.text(smallScene.createBody(BOB)));
            assertThat(third.status()).isEqualTo(429);
            assertThat(third.errorCode()).isEqualTo("8530");

            smallScene.client().delete(CALLS + "/" + first);
            assertThat(smallScene.create(BOB)).isNotBlank();
        }
    }

    @Test
    void aCallbackThatCannotBeDeliveredIsWrittenDownAndTheNextIsTried() {
        ObjectNode body = scene.createBody(BOB).put("callbackUri", "http://127.0.0.1:1/nobody");
        client.post(CALLS, Json.text(body));
        simulator.awaitCallback("ParticipantsUpdated", SOON);
        simulator.timeline().await(entry -> entry.detail() != null && entry.detail().startsWith("callback not delivered"), 2,
                SOON,
                "two notes");

        assertThat(simulator.timeline().callbacks("CallConnected").get(0).status()).isNull();
    }
}
