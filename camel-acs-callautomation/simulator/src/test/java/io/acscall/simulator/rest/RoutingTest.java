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
package io.acscall.simulator.rest;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.acscall.simulator.fixtures.WireSample;
import io.acscall.simulator.fixtures.WireSamples;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.RawHttp;
import io.acscall.simulator.testing.ServiceClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class RoutingTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private CallScene scene;
    private ServiceClient client;

    @BeforeEach
    void open() {
        scene = new CallScene(EXTENSION.simulator());
        client = scene.client();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @CsvSource({
            "GET,/calling", "POST,/calling/callConnections:dance", "POST,/calling/callConnections/a/b/c",
            "GET,/calling/callConnections/", "GET,/elsewhere", "POST,/calling/callConnections/a:play:play" })
    void anUnknownPathIsNotFound(String method, String path) {
        ServiceClient.Answer answer = client.send(method, path, null, Map.of());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorCode()).isEqualTo("NotFound");
    }

    @ParameterizedTest
    @CsvSource({
            "GET,/calling/callConnections,POST", "PUT,/calling/callConnections/abc,'GET, DELETE'",
            "GET,/calling/callConnections/abc:play,POST", "DELETE,/calling/callConnections:answer,POST" })
    void aKnownPathWithAnotherVerbIsNotAllowed(String method, String path, String allowed) {
        ServiceClient.Answer answer = client.send(method, path, null, Map.of());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.errorCode()).isEqualTo("8520");
        assertThat(answer.header("allow")).isEqualTo(allowed);
    }

    @Test
    void anEncodedCallIdIsDecoded() {
        String id = scene.connected(CallScene.BOB);

        assertThat(client.get(CallScene.CALLS + "/" + id.replace("-", "%2D")).status()).isEqualTo(200);
        assertThat(RawHttp.send(EXTENSION.simulator().port(),
                "GET " + CallScene.CALLS + "/" + id + "%zz?api-version=2026-03-12 HTTP/1.1", "Host: localhost",
                "Authorization: Bearer token")).startsWith("HTTP/1.1 400");
    }

    @Test
    void aBodyMustBeAJsonObject() {
        for (String body : new String[] { null, "[]", "\"text\"", "{\"targets\":", "nothing", "{} {}" }) {
            ServiceClient.Answer answer = client.post(CallScene.CALLS, body);
            assertThat(answer.status()).as("body %s", body).isEqualTo(400);
            assertThat(answer.errorCode()).isEqualTo("8523");
            assertThat(answer.errorMessage()).contains("body");
        }
    }

    @Test
    void aBodyThatIsTooLongIsRefused() {
        assertThat(client.post(CallScene.CALLS, "{\"a\":\"" + "x".repeat(1_100_000) + "\"}").status()).isEqualTo(413);
    }

    @Test
    void aBodyThatNestsTooDeeplyIsRefused() {
        assertThat(client.post(CallScene.CALLS, "{\"a\":".repeat(500) + "1" + "}".repeat(500)).status()).isEqualTo(400);
    }

    @Test
    void unknownFieldsAreIgnored() {
        String body = Json.text(scene.createBody(CallScene.BOB).put("fieldOfTomorrow", 1));

        assertThat(client.post(CallScene.CALLS, body).status()).isEqualTo(201);
    }

    /** The ids of a sample are replaced by those of a call that lives; all else goes as it is. */
    @ParameterizedTest
    @MethodSource
    void aSampleRequestIsAccepted(WireSample sample) {
        String id = scene.connected(CallScene.ANN,
                "8:acs:11111111-2222-4333-8444-555555555555_0000002a-0000-0000-0000-000000000002");
        if (sample.path().contains("/callConnections/")) {
            scene.awaitEvents(id, "ParticipantsUpdated", 2);
        }
        String context = scene.simulator().placeCall(CallScene.ANN, CallScene.OURS).incomingCallContext();
        String body = sample.body() == null
                ? null : Json.text(sample.body())
                        .replaceAll("\"incomingCallContext\":\"[^\"]*\"", "\"incomingCallContext\":\"" + context + "\"")
                        .replace("4:+14255550101", "4:" + CallScene.ANN)
                        .replace("https://app.example.com", scene.app().uri("").toString());

        ServiceClient.Answer answer = client.send(sample.method(),
                sample.path().replace("401f0000-0000-4000-8000-000000000001", id), body, Map.of());

        assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 204);
    }

    static Stream<WireSample> aSampleRequestIsAccepted() {
        Set<String> operations = Set.of("createCall", "createGroupCall", "answerCall", "redirectCall", "rejectCall",
                "getCallConnectionProperties", "hangUp", "terminateCall", "playToAll");
        return WireSamples.load().all().stream()
                .filter(sample -> operations.contains(sample.operation()) || sample.name().equals("play.minimal"));
    }
}
