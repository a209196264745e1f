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
package io.acscall.camel.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Keys that rotate, and a key server that is down, slow or odd. */
class SigningKeysTest {

    private final MovableClock clock = new MovableClock();
    private final Tokens tokens = new Tokens(clock);
    private final ExecutorService refresher = Executors.newSingleThreadExecutor();
    private final KeyServer server = new KeyServer(Tokens.ISSUER).publish(Tokens.FIRST_KEY.toPublicJWK());
    private final CallbackAuthenticator authenticator = authenticator(server.configurationUri());

    @AfterEach
    void stop() {
        authenticator.close();
        server.close();
        refresher.shutdownNow();
    }

    @Test
    void aNewKeyIsFetchedWhenTheFirstTokenNamesItAndTheOldOneGoes() {
        assertThat(accepts(tokens.good())).isTrue();
        server.publish(Tokens.SECOND_KEY.toPublicJWK());

        assertThat(accepts(tokens.good(Tokens.SECOND_KEY))).isTrue();
        assertThat(server.keyFetches()).isEqualTo(2);
        assertThat(refusal(tokens.good())).isEqualTo(Refusal.UNKNOWN_KEY);
    }

    @Test
    void bothKeysAreGoodWhileBothArePublished() {
        server.publish(Tokens.FIRST_KEY.toPublicJWK(), Tokens.SECOND_KEY.toPublicJWK());
        assertThat(accepts(tokens.good())).isTrue();
        assertThat(accepts(tokens.good(Tokens.SECOND_KEY))).isTrue();
        assertThat(server.keyFetches()).isEqualTo(1);
    }

    @Test
    void keysThatMovedToAnotherAddressAreFound() {
        assertThat(accepts(tokens.good())).isTrue();
        try (KeyServer other = new KeyServer(Tokens.ISSUER).publish(Tokens.SECOND_KEY.toPublicJWK())) {
            server.configure(Tokens.ISSUER, other.url("/keys"));
            assertThat(accepts(tokens.good(Tokens.SECOND_KEY))).isTrue();
            assertThat(other.keyFetches()).isEqualTo(1);
        }
    }

    @Test
    void unknownKeyIdsCauseFewFetchesAndShutNobodyOut() throws JOSEException {
        assertThat(accepts(tokens.good())).isTrue();
        for (int each = 0; each < 100; each++) {
            RSAKey stranger = new RSAKey.Builder(Tokens.SECOND_KEY).keyID("unknown-" + each).build();
            assertThat(refusal(tokens.good(stranger))).isEqualTo(Refusal.UNKNOWN_KEY);
        }
        assertThat(server.keyFetches()).isLessThanOrEqualTo(3);
        assertThat(accepts(tokens.good())).isTrue();

        clock.advance(Duration.ofSeconds(11));
        server.publish(Tokens.SECOND_KEY.toPublicJWK());
        assertThat(accepts(tokens.good(Tokens.SECOND_KEY))).as("the limit opens again").isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = { 503, 404, 500 })
    void aKeyServerThatIsDownForHoursTurnsNoGoodTokenAway(int status) {
        assertThat(accepts(tokens.good())).isTrue();
        server.status(status);
        for (int minutes = 0; minutes < 180; minutes += 10) {
            clock.advance(Duration.ofMinutes(10));
            assertThat(accepts(tokens.good())).as("%s minutes later", minutes).isTrue();
            assertThat(accepts(tokens.good(Tokens.FORGED_KEY))).isFalse();
        }
        server.status(200);
        server.publish(Tokens.SECOND_KEY.toPublicJWK());
        clock.advance(Duration.ofSeconds(11));
        assertThat(accepts(tokens.good(Tokens.SECOND_KEY))).as("and afterwards new keys are found").isTrue();
    }

    @Test
    void aKeyServerThatIsGoneAltogetherTurnsNoGoodTokenAway() {
        assertThat(accepts(tokens.good())).isTrue();
        server.close();
        clock.advance(Duration.ofMinutes(61));
        assertThat(accepts(tokens.good())).isTrue();
    }

    @Test
    void strangersCannotUseUpThePatienceInAnOutage() throws JOSEException {
        assertThat(accepts(tokens.good())).isTrue();
        server.status(503);
        clock.advance(Duration.ofMinutes(61));
        for (int each = 0; each < 20; each++) {
            RSAKey stranger = new RSAKey.Builder(Tokens.SECOND_KEY).keyID("unknown-" + each).build();
            assertThat(refusal(tokens.good(stranger))).isEqualTo(Refusal.UNKNOWN_KEY);
        }
        clock.advance(Duration.ofSeconds(5));
        assertThat(accepts(tokens.good())).isTrue();
    }

    @Test
    void afterADayWithoutTheKeyServerNobodyIsTrusted() {
        assertThat(accepts(tokens.good())).isTrue();
        server.status(503);
        clock.advance(Duration.ofHours(25));
        assertThat(refusal(tokens.good())).isEqualTo(Refusal.KEYS_UNAVAILABLE);
    }

    @Test
    void withoutAnyKeysThereIsNoVerdictAndFewFetchesAndThenItRecovers() {
        server.status(503);
        for (int each = 0; each < 20; each++) {
            assertThat(refusal(tokens.good())).isEqualTo(Refusal.KEYS_UNAVAILABLE);
        }
        assertThat(authenticator.isReady()).isFalse();
        assertThat(server.configurationFetches()).as("two fetches, each tried twice").isLessThanOrEqualTo(4);
        server.status(200);
        clock.advance(Duration.ofSeconds(11));
        assertThat(accepts(tokens.good())).isTrue();
    }

    @Test
    void theConfigurationAloneBeingDownDoesNotHinderNewKeys() {
        assertThat(accepts(tokens.good())).isTrue();
        server.configurationStatus(503);
        server.publish(Tokens.SECOND_KEY.toPublicJWK());
        assertThat(accepts(tokens.good(Tokens.SECOND_KEY))).isTrue();
    }

    @Test
    void keysAreFetchedInTheBackgroundBeforeTheyAreDue() {
        assertThat(accepts(tokens.good())).isTrue();
        clock.advance(Duration.ofMinutes(45));
        assertThat(accepts(tokens.good())).isTrue();
        assertThat(server.keyFetches()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(10));
        assertThat(accepts(tokens.good())).isTrue();
        Awaitility.await().untilAsserted(() -> assertThat(server.keyFetches()).isEqualTo(2));
        clock.advance(Duration.ofMinutes(20));
        assertThat(accepts(tokens.good())).isTrue();
        assertThat(server.keyFetches()).as("nobody had to wait for it").isEqualTo(2);
    }

    @Test
    void manyFirstRequestsAtOnceFetchOnce() {
        String token = tokens.good();
        List<CompletableFuture<Boolean>> all = IntStream.range(0, 8)
                .mapToObj(each -> CompletableFuture.supplyAsync(() -> accepts(token))).toList();
        assertThat(all).allSatisfy(each -> assertThat(each.join()).isTrue());
        assertThat(server.keyFetches()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "no JSON", "[]", "{}", "{\"issuer\":7}", "{\"issuer\":\"https://issuer.invalid\"}",
            "{\"issuer\":\"https://issuer.invalid\",\"jwks_uri\":\"http://keys.invalid/\"}",
            "{\"issuer\":\"https://issuer.invalid\",\"jwks_uri\":\"file:///etc/hosts\"}",
            "{\"issuer\":\"https://issuer.invalid\",\"jwks_uri\":\"not a uri\"}",
            "{\"issuer\":\" \",\"jwks_uri\":\"https://keys.invalid/\"}" })
    void aConfigurationThatIsNoneGivesNoKeys(String document) {
        server.configurationText(document);
        assertThat(refusal(tokens.good())).isEqualTo(Refusal.KEYS_UNAVAILABLE);
        assertThat(server.keyFetches()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "no JSON", "[]", "{}", "{\"keys\":7}", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"RSA\"}]}" })
    void aKeySetThatIsNoneLeavesTheKnownKeysInForce(String document) {
        assertThat(accepts(tokens.good())).isTrue();
        server.keysText(document);
        clock.advance(Duration.ofMinutes(61));
        assertThat(accepts(tokens.good())).isTrue();
    }

    @Test
    void aDocumentWithoutEndIsNotReadToItsEnd() {
        server.keysText("{\"keys\":[" + " ".repeat(200_000) + "]}");
        assertThat(refusal(tokens.good())).isEqualTo(Refusal.KEYS_UNAVAILABLE);
    }

    @Test
    void aScheduleThatCannotWorkIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KeySchedule(
                Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofDays(1),
                Duration.ofSeconds(2)));
    }

    private CallbackAuthenticator authenticator(String configurationUri) {
        return new CallbackAuthenticator(Set.of(Tokens.RESOURCE), configurationUri, KeySchedule.standard(), refresher, clock);
    }

    private boolean accepts(String token) {
        return authenticator.authenticate("Bearer " + token).accepted();
    }

    private Refusal refusal(String token) {
        return authenticator.authenticate("Bearer " + token).refusal();
    }
}
