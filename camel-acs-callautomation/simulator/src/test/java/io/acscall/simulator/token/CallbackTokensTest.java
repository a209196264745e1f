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
package io.acscall.simulator.token;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CallbackTokensTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private AcsSimulator simulator;
    private DefaultJWTProcessor<SecurityContext> receiver;

    @BeforeEach
    void aReceiverThatChecksAsTheServiceDocuments() throws IOException {
        simulator = EXTENSION.simulator();
        JsonNode configuration = document(simulator.openIdConfigurationUri());
        URL keys = URI.create(configuration.path("jwks_uri").asText()).toURL();
        receiver = new DefaultJWTProcessor<>();
        receiver.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, JWKSourceBuilder.create(keys).build()));
        receiver.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                AcsSimulator.RESOURCE_ID, new JWTClaimsSet.Builder().issuer(configuration.path("issuer").asText()).build(),
                Set.of("exp", "nbf", "iat")));
    }

    @Test
    void aValidTokenIsAcceptedAndLivesFiveMinutes() throws Exception {
        JWTClaimsSet claims = receiver.process(simulator.tokens().valid(), null);

        assertThat(claims.getAudience()).containsExactly(AcsSimulator.RESOURCE_ID);
        assertThat(claims.getIssuer()).isEqualTo(simulator.endpoint());
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime()).isEqualTo(300_000);
    }

    @Test
    void everyTokenIsANewOne() {
        assertThat(simulator.tokens().valid()).isNotEqualTo(simulator.tokens().valid());
    }

    @ParameterizedTest
    @MethodSource
    void aBadTokenIsRefused(Function<CallbackTokens, String> bad) {
        assertThatExceptionOfType(BadJOSEException.class)
                .isThrownBy(() -> receiver.process(bad.apply(simulator.tokens()), null));
    }

    static Stream<Named<Function<CallbackTokens, String>>> aBadTokenIsRefused() {
        return Stream.of(Named.of("expired", CallbackTokens::expired), Named.of("not yet valid", CallbackTokens::notYetValid),
                Named.of("wrong audience", CallbackTokens::wrongAudience),
                Named.of("wrong issuer", CallbackTokens::wrongIssuer),
                Named.of("forged", CallbackTokens::forged), Named.of("unsigned", CallbackTokens::unsigned));
    }

    @Test
    void aForgedTokenNamesTheServicesOwnKey() throws Exception {
        SignedJWT forged = SignedJWT.parse(simulator.tokens().forged());

        assertThat(forged.getHeader().getKeyID())
                .isEqualTo(SignedJWT.parse(simulator.tokens().valid()).getHeader().getKeyID());
    }

    @Test
    void thePublishedKeysHoldNoSecretPart() throws IOException {
        JsonNode keys = document(simulator.endpoint() + "/calling/keys");

        assertThat(keys.path("keys")).hasSize(1);
        assertThat(keys.at("/keys/0/kty").asText()).isEqualTo("RSA");
        assertThat(keys.at("/keys/0").has("d")).isFalse();
    }

    @Test
    void theIssuerCanBeTheServicesOwn() throws Exception {
        String service = "https://acscallautomation.communication.azure.com";
        try (AcsSimulator other = AcsSimulator.builder().issuer(service).start()) {
            assertThat(document(other.openIdConfigurationUri()).path("issuer").asText()).isEqualTo(service);
            assertThat(SignedJWT.parse(other.tokens().valid()).getJWTClaimsSet().getIssuer()).isEqualTo(service);
        }
    }

    private static JsonNode document(String uri) throws IOException {
        try (InputStream stream = URI.create(uri).toURL().openStream()) {
            return Json.read(stream.readAllBytes());
        }
    }
}
