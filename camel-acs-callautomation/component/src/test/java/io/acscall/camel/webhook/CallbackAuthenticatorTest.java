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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Who may knock at the path of callbacks. */
class CallbackAuthenticatorTest {

    private static final MovableClock CLOCK = new MovableClock();
    private static final Tokens TOKENS = new Tokens(CLOCK);

    private final ExecutorService refresher = Executors.newSingleThreadExecutor();
    private final KeyServer server = new KeyServer(Tokens.ISSUER).publish(Tokens.FIRST_KEY.toPublicJWK());
    private final CallbackAuthenticator authenticator = new CallbackAuthenticator(
            Set.of(Tokens.RESOURCE), server.configurationUri(), KeySchedule.standard(), refresher, CLOCK);

    @AfterEach
    void stop() {
        authenticator.close();
        server.close();
        refresher.shutdownNow();
    }

    @Test
    void letsTheServicesTokenInAndFetchesTheKeysOnceAndNotBefore() {
        assertThat(authenticator.isReady()).isFalse();
        assertThat(server.configurationFetches()).isZero();
        for (int each = 0; each < 5; each++) {
            assertAccepted(TOKENS.good());
        }
        assertThat(server.configurationFetches()).isEqualTo(1);
        assertThat(server.keyFetches()).isEqualTo(1);
        assertThat(authenticator.isReady()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "Bearer ", "bearer ", "BEARER   " })
    void theSchemeIsTakenInAnyCase(String scheme) {
        assertThat(authenticator.authenticate(scheme + TOKENS.good()).accepted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "Authorization", "authorization", "AUTHORIZATION" })
    void theHeaderOfARequestIsFoundInAnyCase(String name) {
        assertThat(authenticator.authenticate(new InboundRequest(
                "POST", Map.of(name, "Bearer " + TOKENS.good()), null, null)).accepted()).isTrue();
        assertThat(authenticator.authenticate(new InboundRequest("POST", Map.of(), null, null)).refusal())
                .isEqualTo(Refusal.MISSING);
    }

    static Stream<Arguments> headersWithoutAToken() {
        return Stream.of(
                arguments(null, Refusal.MISSING),
                arguments("", Refusal.MISSING),
                arguments("   ", Refusal.MISSING),
                arguments("Bearer", Refusal.MALFORMED),
                arguments("Bearer x y", Refusal.MALFORMED),
                arguments("Basic dXNlcjpwYXNz", Refusal.MALFORMED),
                arguments("Bearer x", Refusal.MALFORMED),
                arguments("Bearer a.b.c", Refusal.MALFORMED),
                arguments("Bearer ..", Refusal.MALFORMED),
                arguments("Bearer " + "x".repeat(20_000), Refusal.MALFORMED),
                arguments("Bearer " + base64("{\"alg\":\"RS256\"}") + "." + base64("[]") + ".AA", Refusal.MALFORMED),
                arguments("Bearer " + base64("{\"alg\":\"RS256\"}") + "." + base64("no JSON") + ".AA", Refusal.MALFORMED),
                arguments("Bearer " + base64("[".repeat(5_000)) + "." + base64("{}") + ".AA", Refusal.MALFORMED),
                arguments("Bearer " + base64("{\"alg\":7}") + "." + base64("{}") + ".AA", Refusal.MALFORMED));
    }

    @ParameterizedTest
    @MethodSource("headersWithoutAToken")
    void refusesAHeaderWithoutAToken(String header, Refusal refusal) {
        assertThat(authenticator.authenticate(header).refusal()).isEqualTo(refusal);
        assertThat(server.configurationFetches()).as("a stranger costs no fetch").isZero();
    }

    static Stream<Arguments> wrongClaims() {
        return Stream.of(
                arguments("expired", Refusal.EXPIRED, claims(c -> c.expirationTime(TOKENS.at(Duration.ofSeconds(-61))))),
                arguments("expired to the second", Refusal.EXPIRED,
                        claims(c -> c.expirationTime(TOKENS.at(Duration.ofSeconds(-60))))),
                arguments("without an end", Refusal.MALFORMED, claims(c -> c.expirationTime(null))),
                arguments("not yet valid", Refusal.NOT_YET_VALID,
                        claims(c -> c.notBeforeTime(TOKENS.at(Duration.ofSeconds(61))))),
                arguments("of another issuer", Refusal.ISSUER, claims(c -> c.issuer("https://evil.invalid"))),
                arguments("of an issuer with a slash more", Refusal.ISSUER, claims(c -> c.issuer(Tokens.ISSUER + "/"))),
                arguments("without an issuer", Refusal.ISSUER, claims(c -> c.issuer(null))),
                arguments("for another resource", Refusal.AUDIENCE,
                        claims(c -> c.audience("00000000-0000-4000-8000-000000000000"))),
                arguments("for several others", Refusal.AUDIENCE, claims(c -> c.audience(List.of("a", "b")))),
                arguments("for nobody", Refusal.AUDIENCE, claims(c -> c.audience((String) null))),
                arguments("for an empty list", Refusal.AUDIENCE, claims(c -> c.audience(List.of()))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongClaims")
    void refusesAWellSignedTokenWithWrongClaims(String name, Refusal refusal, Consumer<JWTClaimsSet.Builder> change) {
        assertThat(refusalOf(TOKENS.signed(Tokens.FIRST_KEY, change))).isEqualTo(refusal);
    }

    /** Neither fault may hide the other: whichever comes first, the token stays outside. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongClaims")
    void refusesATokenThatIsForgedAndHasWrongClaims(String name, Refusal refusal, Consumer<JWTClaimsSet.Builder> change) {
        assertThat(refusalOf(TOKENS.signed(Tokens.FORGED_KEY, change))).isNotNull();
        assertThat(refusalOf(TOKENS.signed(Tokens.SECOND_KEY, change))).isNotNull();
        assertThat(refusalOf(new PlainJWT(TOKENS.claims(change)).serialize())).isEqualTo(Refusal.ALGORITHM);
    }

    @Test
    void forgivesAMinuteOfDifferenceBetweenTheClocks() {
        assertAccepted(TOKENS.signed(Tokens.FIRST_KEY, c -> c.expirationTime(TOKENS.at(Duration.ofSeconds(-59)))));
        assertAccepted(TOKENS.signed(Tokens.FIRST_KEY, c -> c.notBeforeTime(TOKENS.at(Duration.ofSeconds(60)))));
        assertAccepted(TOKENS.signed(Tokens.FIRST_KEY, c -> c.notBeforeTime(null)));
    }

    @Test
    void oneOfSeveralAudiencesIsEnoughOnEitherSideAndCaseDoesNotMatter() {
        assertAccepted(TOKENS.signed(Tokens.FIRST_KEY, c -> c.audience(List.of("x", Tokens.RESOURCE))));
        assertAccepted(TOKENS.signed(Tokens.FIRST_KEY, c -> c.audience(Tokens.RESOURCE.toUpperCase())));
        String other = "11111111-2222-4333-8444-555555555555";
        try (CallbackAuthenticator two = new CallbackAuthenticator(
                Set.of(Tokens.RESOURCE, other), server.configurationUri(), KeySchedule.standard(), refresher, CLOCK)) {
            assertThat(two.authenticate("Bearer " + TOKENS.good()).accepted()).isTrue();
            assertThat(two.authenticate("Bearer " + TOKENS.signed(Tokens.FIRST_KEY, c -> c.audience(other))).accepted())
                    .isTrue();
        }
    }

    @Test
    void refusesAForgedSignature() {
        assertThat(refusalOf(TOKENS.good(Tokens.FORGED_KEY))).isEqualTo(Refusal.SIGNATURE);
    }

    @Test
    void refusesATokenThatWasChangedAfterItWasSigned() {
        String[] parts = TOKENS.good().split("\\.");
        String claims = new Base64URL(parts[1]).decodeToString().replace("}", ",\"admin\":true}");
        assertThat(refusalOf(parts[0] + "." + base64(claims) + "." + parts[2])).isEqualTo(Refusal.SIGNATURE);
        assertThat(refusalOf(parts[0] + "." + parts[1] + ".")).isIn(Refusal.SIGNATURE, Refusal.MALFORMED);
        assertThat(refusalOf(parts[0] + "." + parts[1])).isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void refusesAnUnsignedToken() {
        String plain = new PlainJWT(TOKENS.claims(c -> {
        })).serialize();
        assertThat(refusalOf(plain)).isEqualTo(Refusal.ALGORITHM);
        assertThat(refusalOf(plain + "AAAA")).isEqualTo(Refusal.MALFORMED);
        String[] parts = TOKENS.good().split("\\.");
        assertThat(refusalOf(base64("{\"alg\":\"NONE\",\"kid\":\"first\"}") + "." + parts[1] + "." + parts[2]))
                .isIn(Refusal.ALGORITHM, Refusal.MALFORMED);
    }

    @Test
    void refusesHs256WithThePublicKeyAsItsSecret() throws Exception {
        for (byte[] secret : List.of(
                Tokens.FIRST_KEY.toRSAPublicKey().getEncoded(),
                Tokens.FIRST_KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))) {
            String token
                    = TOKENS.signed(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), new MACSigner(secret),
                            c -> {
                            });
            assertThat(refusalOf(token)).isEqualTo(Refusal.ALGORITHM);
        }
    }

    @Test
    void refusesTheOtherRsaAlgorithmsAlsoWithAGoodKey() throws Exception {
        for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
            String token = TOKENS.signed(new JWSHeader.Builder(algorithm).keyID("first").build(),
                    new RSASSASigner(Tokens.FIRST_KEY), c -> {
                    });
            assertThat(refusalOf(token)).as(algorithm.getName()).isEqualTo(Refusal.ALGORITHM);
        }
    }

    @Test
    void refusesAKeyThatTheTokenItselfBringsAlong() throws Exception {
        String token = TOKENS.signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first").jwk(Tokens.FORGED_KEY.toPublicJWK()).build(),
                new RSASSASigner(Tokens.FORGED_KEY), c -> {
                });
        assertThat(refusalOf(token)).isEqualTo(Refusal.SIGNATURE);
    }

    @Test
    void refusesACriticalHeaderThatItDoesNotUnderstandAndAStrangeType() throws Exception {
        JWSHeader critical = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first").criticalParams(Set.of("x"))
                .customParam("x", 1).build();
        assertThat(refusalOf(TOKENS.signed(critical, new RSASSASigner(Tokens.FIRST_KEY), c -> {
        }))).isEqualTo(Refusal.SIGNATURE);
        JWSHeader type = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first").type(new JOSEObjectType("dpop+jwt")).build();
        assertThat(refusalOf(TOKENS.signed(type, new RSASSASigner(Tokens.FIRST_KEY), c -> {
        }))).isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void acceptsATokenWithoutTypeAndWithoutKeyId() throws Exception {
        assertAccepted(TOKENS.signed(new JWSHeader(JWSAlgorithm.RS256), new RSASSASigner(Tokens.FIRST_KEY), c -> {
        }));
    }

    @Test
    void theServicesOwnIssuerIsPinnedAndAnotherAddressNamesItsOwn() {
        try (CallbackAuthenticator published = new CallbackAuthenticator(
                Set.of(Tokens.RESOURCE), null, KeySchedule.standard(), refresher, CLOCK)) {
            AuthResult result = published.authenticate("Bearer " + TOKENS.good());
            assertThat(result.refusal()).as("without any fetch").isEqualTo(Refusal.ISSUER);
            assertThat(result.detail()).contains(CallbackAuthenticator.PUBLISHED_ISSUER);
        }
        server.configure("https://renamed.invalid", server.url("/keys"));
        assertThat(refusalOf(TOKENS.good())).isEqualTo(Refusal.ISSUER);
        assertAccepted(TOKENS.signed(Tokens.FIRST_KEY, c -> c.issuer("https://renamed.invalid")));
    }

    @Test
    void theReasonIsFitForALog() {
        AuthResult result = authenticator.authenticate(
                "Bearer " + TOKENS.signed(Tokens.FIRST_KEY, c -> c.audience("x\n2026-01-01 ERROR " + "y".repeat(500))));
        assertThat(result.detail()).doesNotContain("\n").hasSizeLessThan(300).contains(Tokens.RESOURCE);
    }

    @Test
    void anyDamageToAGoodTokenIsRefusedAndNothingIsThrown() {
        Random random = new Random(42);
        String good = TOKENS.good();
        for (int round = 0; round < 2_000; round++) {
            StringBuilder damaged = new StringBuilder(good);
            // the last letter of a part holds unused bits, so a change there may mean nothing
            int at = random.nextInt(good.length() - 1);
            char letter = "ABCxyz019-_.=+/\u0000\u00e9 ".charAt(random.nextInt(18));
            if (good.charAt(at) == letter || at + 1 < good.length() && good.charAt(at + 1) == '.') {
                continue;
            }
            damaged.setCharAt(at, letter);
            assertThat(authenticator.authenticate("Bearer " + damaged).accepted()).as("letter %s of %s", at, damaged).isFalse();
        }
    }

    @Test
    void needsAnIdAndASafeAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CallbackAuthenticator(Set.of(), null, KeySchedule.standard(), refresher, CLOCK))
                .withMessageContaining("immutableResourceId");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CallbackAuthenticator(Set.of("me"), null, KeySchedule.standard(), refresher, CLOCK))
                .withMessageContaining("GUID");
        for (String address : Arrays.asList("http://keys.invalid/c", "ftp://localhost/c", "localhost", "",
                "http://127.0.0.1.evil.invalid/",
                "http://user@evil.invalid:80/", "https:///c", "file:///etc/passwd", "http://[::2]/", "http://[bad")) {
            assertThatIllegalArgumentException().as(address)
                    .isThrownBy(() -> OpenIdAddress.ofOption("openIdConfigurationUri", address, "https://example"))
                    .withMessageContaining("openIdConfigurationUri").withMessageContaining("'" + address + "'");
        }
        for (String address : List.of("https://keys.invalid/c", "http://localhost:8080/c", "http://127.0.0.1/c",
                "http://[::1]:1/c",
                CallbackAuthenticator.PUBLISHED_CONFIGURATION)) {
            assertThat(OpenIdAddress.ofOption("openIdConfigurationUri", address, "https://example")).hasToString(address);
        }
    }

    private void assertAccepted(String token) {
        assertThat(authenticator.authenticate("Bearer " + token)).isEqualTo(AuthResult.ok());
    }

    private Refusal refusalOf(String token) {
        return authenticator.authenticate("Bearer " + token).refusal();
    }

    private static Consumer<JWTClaimsSet.Builder> claims(Consumer<JWTClaimsSet.Builder> change) {
        return change;
    }

    private static String base64(String text) {
        return Base64URL.encode(text).toString();
    }
}
