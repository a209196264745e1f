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
package io.acscall.simulator;

import java.net.URI;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.acscall.simulator.call.IncomingCall;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import io.acscall.simulator.testing.TestApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.CALLS;
import static io.acscall.simulator.testing.CallScene.OURS;
import static org.assertj.core.api.Assertions.assertThat;

/** What every simulator of the service has to do, point by point. */
class TrueToTheServiceTest {

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
        scene.close();
    }

    @Test
    void acceptsAGoodSignatureOverHostAndPortAndAnyBearerTokenAndNothingElse() {
        String id = scene.connected(ANN);
        String path = CALLS + "/" + id + "?api-version=2026-03-12";

        assertThat(scene.client().get(CALLS + "/" + id).status()).isEqualTo(200);
        assertThat(scene.client().sendRaw("GET", path, new byte[0], Map.of("Authorization", "Bearer anything")).status())
                .isEqualTo(200);
        assertThat(scene.client().sendRaw("GET", path, new byte[0], Map.of()).status()).isEqualTo(401);
        assertThat(new ServiceClient(simulator, "YW5vdGhlciBrZXkgdGhhbiBvdXJzLCBidXQgbG9uZw==", "2026-03-12")
                .get(CALLS + "/" + id).status()).isEqualTo(401);
    }

    @Test
    void callPropertiesAlwaysHaveTheirFieldsAndRecordingsTheirs() {
        String id = scene.connected(ANN);
        JsonNode call = scene.client().get(CALLS + "/" + id).body();
        JsonNode joined = scene.client().post(CALLS + ":answer", Json.text(scene.answerBody(simulator.placeCall(ANN, OURS))))
                .body();
        ServiceClient.Answer recording
                = scene.client().post("/calling/recordings", "{\"callConnectionId\":\"" + id + "\"}");

        assertThat(call.fieldNames()).toIterable().contains("targets", "callConnectionState", "callConnectionId",
                "callbackUri", "source", "correlationId");
        assertThat(joined.fieldNames()).toIterable().contains("targets", "callConnectionState", "callConnectionId",
                "callbackUri", "source", "correlationId");
        assertThat(recording.status()).as("%s", recording.body()).isIn(200, 202);
        assertThat(recording.body().fieldNames()).toIterable().contains("recordingId", "recordingState");
    }

    @Test
    void eventsComeAsAnArrayOfOneCloudEventWithATokenThatItsOwnKeysProve() throws Exception {
        scene.connected(ANN);
        JsonNode configuration = document(simulator.openIdConfigurationUri());
        JWKSet keys = JWKSet.parse(Json.text(document(configuration.path("jwks_uri").asText())));

        for (TestApp.Received callback : scene.app().received()) {
            SignedJWT token = SignedJWT.parse(callback.headers().get("authorization").replaceFirst("^Bearer ", ""));
            assertThat(callback.body().isArray()).isTrue();
            assertThat(callback.body()).hasSize(1);
            assertThat(callback.event().path("specversion").asText()).isEqualTo("1.0");
            assertThat(callback.event().path("type").asText()).startsWith("Microsoft.Communication.");
            assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
            assertThat(token.verify(new RSASSAVerifier(keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey()))).isTrue();
            assertThat(token.getJWTClaimsSet().getAudience()).containsExactly(AcsSimulator.RESOURCE_ID);
            assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(configuration.path("issuer").asText());
        }
    }

    private JsonNode document(String address) {
        return scene.client().sendRaw("GET", URI.create(address).getPath(), new byte[0], Map.of()).body();
    }

    @ParameterizedTest
    @EnumSource(EventGridSchema.class)
    void incomingCallsComeThroughEventGridInBothSchemasAndTheirContextWorksOnce(EventGridSchema schema) {
        scene.subscribed(schema);
        IncomingCall call = simulator.placeCall(ANN, OURS);
        simulator.timeline().await(entry -> "IncomingCall".equals(entry.type()) && entry.status() != null, 1, CallScene.SOON,
                "IncomingCall");

        assertThat(scene.app().received("IncomingCall").get(0).event().at("/data/incomingCallContext").asText())
                .isEqualTo(call.incomingCallContext());
        assertThat(scene.answer(call).status()).isEqualTo(200);
        assertThat(scene.answer(call).status()).isEqualTo(404);
    }

    @Test
    void httpCallbackAddressesAreRefusedOnlyWhenStrict() {
        assertThat(scene.client().post(CALLS, Json.text(scene.createBody(ANN))).status()).isEqualTo(201);
        try (AcsSimulator strict = AcsSimulator.builder().strict(true).start(); CallScene other = new CallScene(strict)) {
            assertThat(other.client().post(CALLS, Json.text(other.createBody(ANN))).status()).isEqualTo(400);
        }
    }

    @Test
    void errorsHaveACodeThatIsAStringAndTheNumbersOfTheService() {
        String id = scene.connected(ANN);
        scene.client().delete(CALLS + "/" + id);
        scene.awaitEvent(id, "CallDisconnected");
        simulator.person(ANN).doesNotAnswer();
        String ringing = scene.create(ANN);
        String play = "{\"playSources\":[{\"kind\":\"file\",\"file\":{\"uri\":\"https://media.example.com/x.wav\"}}]}";
        ServiceClient.Answer over = scene.client().get(CALLS + "/" + id);
        ServiceClient.Answer unknown = scene.client().get(CALLS + "/00000000-0000-4000-8000-000000000000");
        ServiceClient.Answer early = scene.client().post(CALLS + "/" + ringing + ":play", play);

        assertThat(over.status()).isEqualTo(404);
        assertThat(over.body().at("/error/code").isTextual()).isTrue();
        assertThat(over.errorCode()).isEqualTo("8522");
        assertThat(unknown.errorCode()).isEqualTo("8522");
        assertThat(early.status()).isEqualTo(400);
        assertThat(early.errorCode()).isEqualTo("8501");
    }
}
