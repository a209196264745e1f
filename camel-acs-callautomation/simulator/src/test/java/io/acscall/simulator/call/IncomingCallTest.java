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

import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.identity.Identifier;
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

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.BOB;
import static io.acscall.simulator.testing.CallScene.CALLS;
import static io.acscall.simulator.testing.CallScene.OURS;
import static io.acscall.simulator.testing.CallScene.SOON;
import static org.assertj.core.api.Assertions.assertThat;

class IncomingCallTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION
            = new AcsSimulatorExtension(builder -> builder.ringTime(Duration.ofSeconds(15)).ownNumbers("+18005550111"));

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
        simulator.unsubscribeEventGrid();
        scene.close();
    }

    @Test
    void anAnsweredCallIsConnected() {
        IncomingCall call = simulator.placeCall(ANN, OURS);
        ObjectNode body = scene.answerBody(call);
        body.putObject("answeredBy").put("id", BOB);
        ServiceClient.Answer answer = client.post(CALLS + ":answer", Json.text(body));
        JsonNode properties = answer.body();
        JsonNode connected = scene.awaitEvent(properties.path("callConnectionId").asText(), "CallConnected");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(properties.path("callConnectionState").asText()).isEqualTo("unknown");
        assertThat(properties.path("serverCallId").asText()).isEqualTo(call.serverCallId());
        assertThat(properties.path("correlationId").asText()).isEqualTo(call.correlationId());
        assertThat(properties.at("/source/rawId").asText()).isEqualTo("4:" + ANN);
        assertThat(properties.at("/targets/0/rawId").asText()).isEqualTo("4:" + OURS);
        assertThat(properties.at("/answeredBy/id").asText()).isEqualTo(BOB);
        assertThat(connected.path("operationContext").asText()).isEqualTo("answer");
        assertThat(connected.path("serverCallId").asText()).isEqualTo(call.serverCallId());
    }

    @Test
    void aCallIsAnsweredOnce() {
        IncomingCall call = simulator.placeCall(ANN, OURS);

        assertThat(scene.answer(call).status()).isEqualTo(200);
        ServiceClient.Answer second = scene.answer(call);
        assertThat(second.status()).isEqualTo(404);
        assertThat(second.errorCode()).isEqualTo("8522");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "garbage", "a.b.c", "eyJhbGciOiJub25lIn0.eyJjYyI6ImludmVudGVkIn0.", "..", "eyJ9.bm90IGpzb24." })
    void aContextThatIsNotOursIsNotFound(String context) {
        for (String operation : new String[] { ":answer", ":reject", ":redirect" }) {
            ObjectNode body = scene.answerBody(new IncomingCall("", "", "", context));
            body.putObject("target").put("rawId", BOB);
            assertThat(client.post(CALLS + operation, Json.text(body)).errorCode()).isEqualTo("8522");
        }
    }

    @Test
    void aContextIsAsLongAsTheServices() {
        assertThat(simulator.placeCall(ANN, OURS).incomingCallContext().length()).isBetween(7_000, 8_192);
    }

    @Test
    void aCallIsGoneWhenTheCallerGivesUp() {
        simulator.person(ANN).givesUpAfter(Duration.ofMillis(10));
        IncomingCall call = simulator.placeCall(ANN, OURS);
        simulator.timeline().await(entry -> "hangUp".equals(entry.type()), 1, SOON, "the caller hangs up");

        assertThat(scene.answer(call).errorCode()).isEqualTo("8522");
        assertThat(simulator.call(call.callId()).orElseThrow().endReason()).startsWith("487/0");
    }

    @Test
    void aCallerWhoGaveUpOnceAnsweredDoesNot() {
        simulator.person(ANN).givesUpAfter(Duration.ofMillis(900));
        String id = scene.answer(simulator.placeCall(ANN, OURS)).body().path("callConnectionId").asText();
        scene.awaitEvent(id, "ParticipantsUpdated");

        simulator.timeline().awaitQuiet(Duration.ofMillis(1_000));
        assertThat(client.get(CALLS + "/" + id).status()).isEqualTo(200);
    }

    @Test
    void aCallRingsOut() {
        try (AcsSimulator impatient = AcsSimulator.builder().ringTime(Duration.ofMillis(30)).start();
             CallScene other = new CallScene(impatient)) {
            IncomingCall call = impatient.placeCall(ANN, OURS);
            impatient.timeline().await(entry -> "disconnected".equals(entry.type()), 1, SOON, "the caller is cut off");
            assertThat(other.answer(call).errorCode()).isEqualTo("8522");
        }
    }

    @Test
    void theCallerHangsUp() {
        simulator.person(ANN).hangsUpAfter(Duration.ofMillis(30));
        String id = scene.answer(simulator.placeCall(ANN, OURS)).body().path("callConnectionId").asText();
        JsonNode ended = scene.awaitEvent(id, "CallDisconnected");

        assertThat(ended.at("/resultInformation/code").asInt()).isEqualTo(200);
        assertThat(ended.at("/resultInformation/subCode").asInt()).isEqualTo(540000);
        assertThat(ended.path("operationContext").asText()).isEqualTo("answer");
        assertThat(scene.types(id)).containsExactly("CallConnected", "ParticipantsUpdated", "CallDisconnected");
    }

    @ParameterizedTest
    @CsvSource(value = { "null,603", "none,603", "forbidden,603", "busy,486", "BUSY,486" }, nullValues = "null")
    void aRejectedCallerHearsWhy(String reason, int code) {
        IncomingCall call = simulator.placeCall(ANN, OURS);
        ObjectNode body = Json.object().put("incomingCallContext", call.incomingCallContext());
        if (reason != null) {
            body.put("callRejectReason", reason);
        }
        ServiceClient.Answer answer = client.post(CALLS + ":reject", Json.text(body));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.raw().body()).isEmpty();
        assertThat(simulator.call(call.callId()).orElseThrow().endReason()).startsWith(code + "/");
        assertThat(simulator.timeline().callbacks()).isEmpty();
        assertThat(scene.answer(call).status()).isEqualTo(404);
    }

    @Test
    void aCallRedirectedToAPersonRingsThatPerson() {
        simulator.person(BOB).answersAfter(Duration.ofMillis(10));
        IncomingCall call = simulator.placeCall(ANN, OURS);
        assertThat(redirect(call, BOB).status()).isEqualTo(204);
        simulator.timeline().await(entry -> "answer".equals(entry.type()), 1, SOON, "Bob answers");

        CallSnapshot now = simulator.call(call.callId()).orElseThrow();
        assertThat(now.phase()).isEqualTo(CallPhase.CONNECTED);
        assertThat(now.legs()).isEmpty();
        assertThat(now.people()).extracting(CallSnapshot.Person::rawId).containsExactly("4:" + ANN, BOB);
        assertThat(scene.answer(call).status()).isEqualTo(404);

        simulator.hangUp(call.callId(), BOB);
        assertThat(simulator.call(call.callId()).orElseThrow().phase()).isEqualTo(CallPhase.ENDED);
    }

    @Test
    void aCallRedirectedToSomebodyWhoDeclinesEnds() {
        simulator.person("+16045550177").declines();
        IncomingCall call = simulator.placeCall(ANN, OURS);
        redirect(call, "+16045550177");
        simulator.timeline().await(entry -> "disconnected".equals(entry.type()), 1, SOON, "the caller is cut off");

        assertThat(simulator.call(call.callId()).orElseThrow().endReason()).startsWith("603/");
    }

    @ParameterizedTest
    @ValueSource(strings = { OURS, "+18005550111", BOB })
    void aCallRedirectedToTheResourceItselfComesInAgain(String own) {
        scene.subscribed(EventGridSchema.EVENT_GRID);
        IncomingCall call = simulator.placeCall(ANN, OURS);
        redirect(call, own);
        JsonNode second = simulator.timeline().await(
                entry -> "IncomingCall".equals(entry.type()) && entry.status() != null, 2, SOON, "a second IncomingCall").body()
                .at("/0/data");

        assertThat(second.at("/to/rawId").asText()).endsWith(own);
        assertThat(second.path("incomingCallContext").asText()).isNotEqualTo(call.incomingCallContext());
        assertThat(scene.answer(call).status()).isEqualTo(404);
        assertThat(scene.answer(new IncomingCall("", "", "", second.path("incomingCallContext").asText())).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
            ":answer,incomingCallContext", ":answer,callbackUri", ":reject,incomingCallContext",
            ":redirect,incomingCallContext",
            ":redirect,target" })
    void aRequiredFieldIsRequired(String operation, String field) {
        IncomingCall call = simulator.placeCall(ANN, OURS);
        ObjectNode body = scene.answerBody(call);
        body.putObject("target").put("rawId", BOB);
        body.remove(field);
        ServiceClient.Answer answer = client.post(CALLS + operation, Json.text(body));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("8523");
        assertThat(answer.errorMessage()).contains(field);
        assertThat(scene.answer(call).status()).as("the call was not used up").isEqualTo(200);
    }

    private ServiceClient.Answer redirect(IncomingCall call, String target) {
        ObjectNode body = Json.object().put("incomingCallContext", call.incomingCallContext());
        body.set("target", Identifier.of(target).toJson());
        return client.post(CALLS + ":redirect", Json.text(body));
    }
}
