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
package io.acscall.simulator.stream;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.fault.StreamFault;
import io.acscall.simulator.fault.StreamRule;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.StreamApp;
import io.acscall.simulator.token.TokenKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.acscall.simulator.testing.CallScene.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StreamFaultTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private AcsSimulator simulator;
    private StreamScene scene;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new StreamScene(simulator);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aConnectionIsRefusedOnPurpose() {
        simulator.faults().streams(StreamRule.of("media").always(StreamFault.REFUSED).times(1));
        String id = scene.connected(scene.media(), scene.transcription(), ANN);

        scene.event(id, "MediaStreamingFailed", 400, 8603, "initialWebSocketConnectionFailed");
        scene.event(id, "TranscriptionStarted", 200, 0, "subscriptionStarted");
        assertThat(simulator.timeline().entries()).anyMatch(entry -> "refused".equals(entry.fault()));
    }

    @Test
    void aConnectionBreaksAfterSoManyFramesAndIsMadeAgain() {
        simulator.faults().streams(StreamRule.every().always(StreamFault.DROPPED).afterFrames(7).times(1));
        String id = scene.connected(scene.media(), null, ANN);
        scene.calls().awaitEvents(id, "MediaStreamingStarted", 2);
        StreamApp.Connection first = scene.app().connection(1);

        assertThat(MediaStreamTest.audio(scene.app().connection(2), 20)).isNotEmpty();
        assertThat(first.frames("AudioData")).hasSize(7);
        assertThat(first.closeCode()).isEqualTo(1011);
        assertThat(simulator.mediaStream(id).orElseThrow().connections()).isEqualTo(2);
    }

    @Test
    void theServiceShutsAStreamDown() throws Exception {
        simulator.faults().set(Json.read(
                "{\"streams\":{\"stream\":\"media\",\"shutdown\":1,\"afterFrames\":3}}".getBytes(
                        StandardCharsets.UTF_8)))
                .join();
        String id = scene.connected(scene.media(), null, ANN);

        scene.event(id, "MediaStreamingFailed", 400, 8603, "serviceShutdown");
        assertThat(simulator.faults().toJson().at("/streams/0/afterFrames").asInt()).isEqualTo(3);
    }

    static List<StreamFault> theApplicationCanTellABadToken() {
        return Arrays.stream(StreamFault.values()).filter(fault -> fault.token() != TokenKind.VALID
                && fault.token() != TokenKind.MISSING).toList();
    }

    @ParameterizedTest
    @MethodSource
    void theApplicationCanTellABadToken(StreamFault fault) throws Exception {
        simulator.faults().streams(StreamRule.every().always(fault).times(1));
        scene.connected(scene.media(), null, ANN);
        String bad = token(scene.app().connection(1));
        scene.connected(scene.media(), null, ANN);
        JWTClaimsSet good = claims(token(scene.app().connection(2)));

        assertThatThrownBy(() -> claims(bad)).isInstanceOfAny(BadJOSEException.class, JOSEException.class,
                ParseException.class);
        assertThat(good.getExpirationTime().toInstant()).isEqualTo(good.getIssueTime().toInstant().plusSeconds(24 * 3600));
    }

    @Test
    void aConnectionCanComeWithoutAToken() {
        simulator.faults().streams(StreamRule.every().always(StreamFault.MISSING_TOKEN));
        scene.connected(scene.media(), null, ANN);

        assertThat(scene.app().connection(1).header("authorization")).isNull();
    }

    @Test
    void anUnknownStreamIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> StreamRule.of("video")).withMessageContaining("transcription");
        assertThatIllegalArgumentException().isThrownBy(() -> StreamRule.every().afterFrames(0))
                .withMessageContaining("afterFrames");
    }

    private static String token(StreamApp.Connection connection) {
        return connection.header("authorization").substring("Bearer ".length());
    }

    private JWTClaimsSet claims(String token) throws Exception {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.RS256, new ImmutableJWKSet<>(JWKSet.parse(simulator.tokens().publicKeySet()))));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                simulator.resourceId(), new JWTClaimsSet.Builder().issuer(simulator.endpoint()).build(), Set.of("exp", "nbf")));
        return processor.process(token, null);
    }
}
