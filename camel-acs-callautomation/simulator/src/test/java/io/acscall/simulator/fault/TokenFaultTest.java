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
package io.acscall.simulator.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import io.acscall.simulator.testing.TestApp.Received;
import io.acscall.simulator.timeline.TimelineEntry;
import io.acscall.simulator.token.TokenKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.acscall.simulator.testing.CallScene.BOB;
import static io.acscall.simulator.testing.CallScene.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class TokenFaultTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private static final String CONFIGURATION = "/calling/.well-known/acsopenidconfiguration";
    private static final String KEYS = "/calling/keys";

    private AcsSimulator simulator;
    private Faults faults;
    private CallScene scene;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        faults = simulator.faults();
        scene = new CallScene(simulator);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @MethodSource
    void aReceiverRefusesAnEventWithABadToken(CallbackFault fault) throws Exception {
        faults.callbacks(CallbackRule.every().always(fault).times(1));
        scene.connected(BOB);
        await().atMost(SOON).until(() -> scene.app().received().size() == 2);
        List<Received> received = scene.app().received();

        assertThat(accepts(received.get(0))).isFalse();
        assertThat(accepts(received.get(1))).isTrue();
        assertThat(simulator.timeline().callbacks()).extracting(TimelineEntry::fault).containsExactly(fault.wireName(), null);
    }

    static Stream<CallbackFault> aReceiverRefusesAnEventWithABadToken() {
        return Arrays.stream(CallbackFault.values()).filter(fault -> fault.token() != TokenKind.VALID);
    }

    @Test
    void eachBadTokenIsBadInItsOwnWay() throws Exception {
        SignedJWT hmac = SignedJWT.parse(simulator.tokens().of(TokenKind.HS256));

        assertThat(hmac.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.HS256);
        assertThat(hmac.getHeader().getKeyID()).isEqualTo(simulator.tokens().keyId());
        assertThat(simulator.tokens().of(TokenKind.MISSING)).isNull();
        assertThat(simulator.tokens().of(TokenKind.MALFORMED)).isEqualTo("not.a.token");
        assertThat(SignedJWT.parse(simulator.tokens().of(TokenKind.WRONG_KEY)).getHeader().getKeyID())
                .isEqualTo(simulator.tokens().keyId());
    }

    @Test
    void aReplacedKeyIsPublishedNoMore() throws Exception {
        String old = simulator.tokens().valid();
        String oldId = simulator.tokens().keyId();
        faults.rotateKey();

        assertThat(simulator.tokens().keyId()).isNotEqualTo(oldId);
        assertThat(document(KEYS).body().path("keys")).hasSize(1);
        assertThat(document(KEYS).body().at("/keys/0/kid").asText()).isEqualTo(simulator.tokens().keyId());
        assertThatThrownBy(() -> processor().process(old, null)).isInstanceOf(BadJOSEException.class);
        assertThat(processor().process(simulator.tokens().valid(), null).getIssuer()).isEqualTo(simulator.endpoint());
        scene.connected(BOB);
        assertThat(accepts(scene.app().received().get(0))).isTrue();
    }

    @Test
    void aKeyIsReplacedOverHttp() {
        String oldId = simulator.tokens().keyId();
        ServiceClient.Answer answer = scene.client().sendRaw("PUT", "/simulator/faults", "{\"keys\":\"rotate\"}".getBytes(),
                Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(simulator.tokens().keyId()).isNotEqualTo(oldId);
        assertThat(faults.settings().keys()).isEqualTo(KeyServer.UP);
    }

    @Test
    void theKeyServerIsDownAndComesUpAgain() {
        faults.keys(KeyServer.DOWN);

        assertThat(document(KEYS).status()).isEqualTo(503);
        assertThat(document(CONFIGURATION).status()).isEqualTo(503);
        assertThat(simulator.timeline().entries()).extracting(TimelineEntry::fault).containsExactly("keys down", "keys down");
        faults.keys(KeyServer.UP);
        assertThat(document(KEYS).status()).isEqualTo(200);
        assertThat(document(CONFIGURATION).body().path("jwks_uri").asText()).endsWith(KEYS);
    }

    @Test
    void theKeyServerDoesNotAnswerAtAll() {
        faults.keys(KeyServer.REFUSED);

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> document(KEYS));
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> document(CONFIGURATION));
        assertThat(scene.client().get("/calling/callConnections/x").status()).as("the service itself does").isEqualTo(404);
    }

    private ServiceClient.Answer document(String path) {
        return scene.client().sendRaw("GET", path, new byte[0], Map.of());
    }

    private boolean accepts(Received received) throws IOException, JOSEException {
        String header = received.headers().get("authorization");
        if (header == null) {
            return false;
        }
        try {
            processor().process(header.substring("Bearer ".length()), null);
            return true;
        } catch (ParseException | BadJOSEException e) {
            return false;
        }
    }

    private DefaultJWTProcessor<SecurityContext> processor() throws IOException {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        JsonNode configuration = document(CONFIGURATION).body();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.RS256,
                JWKSourceBuilder.create(URI.create(configuration.path("jwks_uri").asText()).toURL()).build()));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                AcsSimulator.RESOURCE_ID, new JWTClaimsSet.Builder().issuer(configuration.path("issuer").asText()).build(),
                Set.of("exp", "nbf", "iat")));
        return processor;
    }
}
