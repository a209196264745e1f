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
package io.acscall.simulator.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.call.CallPhase;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.RawHttp;
import io.acscall.simulator.testing.ServiceClient;
import io.acscall.simulator.testing.TestApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.BOB;
import static io.acscall.simulator.testing.CallScene.SOON;
import static org.assertj.core.api.Assertions.assertThat;

class ControlApiTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private AcsSimulator simulator;
    private CallScene scene;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new CallScene(simulator);
    }

    @AfterEach
    void close() {
        simulator.unsubscribeEventGrid();
        scene.close();
    }

    @Test
    void placesACall() {
        ServiceClient.Answer answer = control("POST", "/incoming-calls",
                "{\"from\":\"+16045550100\",\"to\":\"4:+18005550100\",\"displayName\":\"Ann\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().fieldNames()).toIterable()
                .containsExactlyInAnyOrder("callId", "correlationId", "serverCallId", "incomingCallContext");
        assertThat(simulator.call(answer.body().path("callId").asText()).orElseThrow().from()).isEqualTo("4:" + ANN);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "[]", "nonsense", "{}", "{\"from\":\"+16045550100\"}", "{\"from\":\"16045550100\",\"to\":\"+18005550100\"}",
            "{\"from\":\"+16045550100\",\"to\":\"\"}",
            "{\"from\":\"+16045550100\",\"to\":\"+18005550100\",\"customContext\":1}" })
    void refusesAWrongRequestWithAReason(String body) {
        ServiceClient.Answer answer = control("POST", "/incoming-calls", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorMessage()).isNotBlank();
        assertThat(simulator.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "+16045550100", "%2B16045550100", "4:+16045550100", "4%3A%2B16045550100" })
    void scriptsAPersonHoweverTheNumberIsWritten(String person) {
        ServiceClient.Answer answer = control("PUT", "/people/" + person,
                "{\"answer\":\"busy\",\"delayMs\":20,\"hangUpAfterMs\":30,\"giveUpAfterMs\":40,\"tones\":\"12#\","
                                                                          + "\"speech\":\"hello\",\"choice\":\"Yes\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("person").asText()).isEqualTo("4:" + ANN);
        assertThat(answer.body().path("answer").asText()).isEqualTo("busy");
        assertThat(answer.body().path("hangUpAfterMs").asInt()).isEqualTo(30);
        assertThat(scene.awaitEvent(scene.create(ANN), "CreateCallFailed").at("/resultInformation/code").asInt())
                .isEqualTo(486);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "+16045550100|{\"answer\":\"maybe\"}|answer", "+16045550100|{\"delayMs\":-1}|delayMs",
            "+16045550100|{\"delayMs\":\"soon\"}|delayMs", "+16045550100|{\"hangUpAfterMs\":1.5}|hangUpAfterMs",
            "16045550100|{}|person", "+16045550100|{\"tones\":12}|tones" })
    void refusesAWrongScript(String person, String body, String field) {
        ServiceClient.Answer answer = control("PUT", "/people/" + person, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorMessage()).contains(field);
    }

    @Test
    void hasPeopleActByHand() {
        simulator.person(ANN).doesNotAnswer();
        String id = scene.create(ANN);
        assertThat(act(id, ANN, "tones", "{\"tones\":\"1\"}").status()).as("not on the line yet").isEqualTo(409);
        assertThat(act(id, ANN, "answer", "").status()).isEqualTo(202);
        scene.awaitEvent(id, "CallConnected");
        assertThat(act(id, ANN, "answer", "").errorCode()).as("not ringing any more").isEqualTo("8519");
        assertThat(act(id, ANN, "tones", "{\"tones\":\"12#\"}").status()).isEqualTo(202);
        assertThat(act(id, ANN, "speech", "{\"speech\":\"I am Ann\"}").status()).isEqualTo(202);
        assertThat(act(id, ANN, "hangUp", "").status()).isEqualTo(202);
        scene.awaitEvent(id, "CallDisconnected");

        assertThat(simulator.timeline().entries()).anySatisfy(e -> assertThat(e.detail()).isEqualTo(ANN + " pressed 12#"))
                .anySatisfy(e -> assertThat(e.detail()).isEqualTo(ANN + " said \"I am Ann\""));
    }

    @ParameterizedTest
    @ValueSource(strings = { "decline", "hangUp" })
    void aPersonWhoseCallRingsCanRefuseByHand(String action) {
        simulator.person(ANN).doesNotAnswer();
        String id = scene.create(ANN);
        act(id, ANN, action, "");

        assertThat(scene.awaitEvent(id, "CreateCallFailed").at("/resultInformation/code").asInt()).isEqualTo(603);
    }

    @Test
    void nobodyActsWhereNobodyIs() {
        String id = scene.connected(ANN);

        assertThat(act("unknown", ANN, "hangUp", "").errorCode()).isEqualTo("8522");
        assertThat(act(id, BOB, "hangUp", "").errorCode()).isEqualTo("8522");
        assertThat(act(id, ANN, "dance", "").status()).isEqualTo(404);
        assertThat(act(id, ANN, "tones", "{}").errorMessage()).contains("tones");
        assertThat(act(id, ANN, "tones", "").status()).isEqualTo(400);
    }

    @Test
    void subscribesToEventGrid() {
        ServiceClient.Answer answer = control("PUT", "/event-grid",
                "{\"endpoint\":\"" + scene.app()
                        .uri("/hook?a=b") + "\",\"schema\":\"cloudEvents\",\"headers\":{\"X-Secret\":\"s\"}}");
        control("POST", "/incoming-calls", "{\"from\":\"+16045550100\",\"to\":\"+18005550100\"}");
        simulator.timeline().await(e -> "IncomingCall".equals(e.type()) && e.status() != null, 1, SOON, "IncomingCall");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(scene.app().received()).extracting(TestApp.Received::method).containsExactly("OPTIONS", "POST");
        assertThat(scene.app().received().get(1).headers()).containsEntry("x-secret", "s");
    }

    @Test
    void saysWhatAnEndpointAnsweredThatDidNotPassTheHandshake() {
        scene.app().behaves(r -> new TestApp.Reply(401, Map.of(), "who are you"));
        ServiceClient.Answer answer
                = control("PUT", "/event-grid", "{\"endpoint\":\"" + scene.app().uri("/hook") + "\",\"schema\":\"eventGrid\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/answered/status").asInt()).isEqualTo(401);
        assertThat(answer.body().at("/answered/body").asText()).isEqualTo("who are you");
        assertThat(answer.errorMessage()).contains("401");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{}", "{\"endpoint\":\"/hook\"}", "{\"endpoint\":\"http://localhost/\",\"schema\":\"other\"}",
            "{\"endpoint\":\"http://localhost/\",\"headers\":[]}" })
    void refusesAWrongSubscription(String body) {
        assertThat(control("PUT", "/event-grid", body).status()).isEqualTo(400);
    }

    @Test
    void showsCalls() {
        String live = scene.connected(ANN);
        String over = scene.connected(BOB);
        scene.client().delete(CallScene.CALLS + "/" + over);
        JsonNode calls = control("GET", "/calls", "").body().path("calls");

        assertThat(calls).hasSize(2);
        assertThat(calls.at("/0/phase").asText()).isEqualTo(CallPhase.ENDED.wireName());
        assertThat(calls.at("/0/endReason").asText()).startsWith("200/7000");
        assertThat(calls.at("/1/legs/0/callConnectionId").asText()).isEqualTo(live);
        assertThat(calls.at("/1/legs/0/state").asText()).isEqualTo("connected");
        assertThat(calls.at("/1/people/0/rawId").asText()).isEqualTo("4:" + ANN);
        assertThat(control("GET", "/calls/" + live, "").body().path("callId")).isEqualTo(calls.at("/1/callId"));
        assertThat(control("GET", "/calls/unknown", "").status()).isEqualTo(404);
    }

    @Test
    void showsTheTimelineOfAllCallsOrOfOne() {
        String id = scene.connected(ANN);
        scene.connected(BOB);
        String callId = simulator.call(id).orElseThrow().callId();
        JsonNode all = control("GET", "/timeline", "").body().path("entries");
        JsonNode one = scene.client().sendRaw("GET", "/simulator/timeline?callId=" + callId, new byte[0], Map.of()).body()
                .path("entries");

        assertThat(all.size()).isGreaterThan(one.size());
        assertThat(one).isNotEmpty().allSatisfy(entry -> assertThat(entry.path("callId").asText()).isEqualTo(callId));
        assertThat(one.findValuesAsText("kind")).contains("request", "response", "callback", "person");
        assertThat(Json.text(all)).doesNotContain("Signature=").doesNotContain("eyJ");
    }

    @Test
    void streamsTheTimeline() throws Exception {
        simulator.person(ANN).declines();
        HttpRequest request = HttpRequest
                .newBuilder(URI.create(simulator.endpoint() + "/simulator/timeline"))
                .header("Accept", "text/event-stream").timeout(SOON).build();
        try (Stream<String> lines = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            scene.create(ANN);
            ObjectNode found
                    = (ObjectNode) lines.filter(line -> line.startsWith("data: ")).map(line -> parse(line.substring(6)))
                            .filter(entry -> "CreateCallFailed".equals(entry.path("type").asText())).findFirst().orElseThrow();
            assertThat(found.path("seq").asLong()).isPositive();
        }
    }

    @Test
    void resetsEverythingButTheSubscription() {
        scene.connected(ANN);
        simulator.person(BOB).declines();
        assertThat(control("POST", "/reset", "").status()).isEqualTo(200);

        assertThat(simulator.calls()).isEmpty();
        assertThat(simulator.timeline().entries()).isEmpty();
        assertThat(scene.connected(BOB)).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({ "GET,/nothing,404", "POST,/faults,405", "DELETE,/calls,405", "GET,/reset,405", "GET,/people/+1,405" })
    void whatIsNotThereIsRefused(String method, String path, int status) {
        assertThat(control(method, path, "").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "localhost:PORT|", "127.0.0.1:PORT|", "[::1]:PORT|", "localhost:PORT|http://localhost:PORT",
            "127.0.0.1:PORT|http://127.0.0.1:PORT" })
    void thisMachineMayUseIt(String host, String origin) {
        assertThat(guarded(host, origin)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "evil.example.com|", "evil.example.com:PORT|", "localhost|", "localhost:1|", "localhost.evil.example.com:PORT|",
            "127.0.0.1:PORT|http://evil.example.com", "127.0.0.1:PORT|null", "127.0.0.1:PORT|https://127.0.0.1:PORT",
            "127.0.0.1:PORT|http://localhost:1", "user@localhost:PORT|", "127.0.0.1:PORT|http://bad host" })
    void aForeignHostOrOriginIsRefused(String host, String origin) {
        assertThat(guarded(host, origin)).containsPattern("^HTTP/1.1 40[03]");
    }

    private String guarded(String host, String origin) {
        String port = String.valueOf(simulator.port());
        String hostLine = "Host: " + host.replace("PORT", port);
        return origin == null
                ? RawHttp.send(simulator.port(), "GET /simulator/calls HTTP/1.1", hostLine)
                : RawHttp.send(simulator.port(), "GET /simulator/calls HTTP/1.1", hostLine,
                        "Origin: " + origin.replace("PORT", port));
    }

    private ServiceClient.Answer act(String callId, String person, String action, String body) {
        return control("POST", "/calls/" + callId + "/people/" + person + "/" + action, body);
    }

    private ServiceClient.Answer control(String method, String path, String body) {
        return scene.client().sendRaw(method, "/simulator" + path, body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static JsonNode parse(String json) {
        try {
            return Json.read(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
