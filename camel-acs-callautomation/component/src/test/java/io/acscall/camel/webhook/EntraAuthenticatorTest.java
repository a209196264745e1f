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
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Deliveries of Event Grid with tokens of Microsoft Entra ID. */
class EntraAuthenticatorTest {

    private static final String TENANT = "11111111-2222-3333-4444-aaaaaaaaaaaa";
    private static final String OTHER_TENANT = "99999999-2222-3333-4444-aaaaaaaaaaaa";
    private static final String NEW_ISSUER = "https://login.microsoftonline.com/" + TENANT + "/v2.0";
    private static final String OLD_ISSUER = "https://sts.windows.net/" + TENANT + "/";
    private static final String AUDIENCE = "api://acs-call";
    private static final String APPLICATION = "22222222-2222-3333-4444-bbbbbbbbbbbb";
    private static final MovableClock CLOCK = new MovableClock();
    private static final Tokens TOKENS = new Tokens(CLOCK);

    private final ExecutorService refresher = Executors.newSingleThreadExecutor();
    private final KeyServer server = new KeyServer(NEW_ISSUER).publish(Tokens.FIRST_KEY.toPublicJWK());
    private final EntraAuthenticator authenticator = authenticator(AUDIENCE, APPLICATION);

    @AfterEach
    void stop() {
        authenticator.close();
        server.close();
        refresher.shutdownNow();
    }

    static Stream<Arguments> goodTokens() {
        return Stream.of(
                arguments("a newer token", claims(NEW_ISSUER, c -> c.claim("azp", APPLICATION))),
                arguments("an older token", claims(OLD_ISSUER, c -> c.claim("appid", APPLICATION))),
                arguments("both claims", claims(OLD_ISSUER, c -> c.claim("appid", APPLICATION).claim("azp", APPLICATION))),
                arguments("the application in capitals", claims(NEW_ISSUER, c -> c.claim("azp", APPLICATION.toUpperCase()))),
                arguments("one audience of several",
                        claims(NEW_ISSUER, c -> c.audience(List.of("other", AUDIENCE)).claim("azp", APPLICATION))),
                arguments("expired within the skew",
                        claims(NEW_ISSUER,
                                c -> c.expirationTime(TOKENS.at(Duration.ofSeconds(-59))).claim("azp", APPLICATION))),
                arguments("valid within the skew",
                        claims(NEW_ISSUER, c -> c.notBeforeTime(TOKENS.at(Duration.ofSeconds(59))).claim("azp", APPLICATION))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodTokens")
    void letsATokenOfTheTenantIn(String name, Consumer<JWTClaimsSet.Builder> claims) {
        assertThat(authenticate(TOKENS.signed(Tokens.FIRST_KEY, claims))).isEqualTo(AuthResult.ok());
    }

    static Stream<Arguments> wrongTokens() {
        return Stream.of(
                arguments("no application", Refusal.APPLICATION, claims(NEW_ISSUER, c -> {
                })),
                arguments("another application", Refusal.APPLICATION, claims(NEW_ISSUER, c -> c.claim("azp", TENANT))),
                arguments("two applications", Refusal.APPLICATION,
                        claims(NEW_ISSUER, c -> c.claim("azp", APPLICATION).claim("appid", TENANT))),
                arguments("an application that is no text", Refusal.APPLICATION,
                        claims(NEW_ISSUER, c -> c.claim("azp", List.of(APPLICATION)))),
                arguments("another tenant", Refusal.ISSUER,
                        good("https://login.microsoftonline.com/" + OTHER_TENANT + "/v2.0")),
                arguments("another tenant, older", Refusal.ISSUER, good("https://sts.windows.net/" + OTHER_TENANT + "/")),
                arguments("the older issuer without its slash", Refusal.ISSUER, good("https://sts.windows.net/" + TENANT)),
                arguments("the service's issuer", Refusal.ISSUER, good(CallbackAuthenticator.PUBLISHED_ISSUER)),
                arguments("no issuer", Refusal.ISSUER, good(null)),
                arguments("another audience", Refusal.AUDIENCE,
                        claims(NEW_ISSUER, c -> c.audience("api://other").claim("azp", APPLICATION))),
                arguments("the audience in capitals", Refusal.AUDIENCE,
                        claims(NEW_ISSUER, c -> c.audience("API://acs-call").claim("azp", APPLICATION))),
                arguments("no audience", Refusal.AUDIENCE,
                        claims(NEW_ISSUER, c -> c.audience((String) null).claim("azp", APPLICATION))),
                arguments("expired", Refusal.EXPIRED,
                        claims(NEW_ISSUER,
                                c -> c.expirationTime(TOKENS.at(Duration.ofSeconds(-60))).claim("azp", APPLICATION))),
                arguments("not yet valid", Refusal.NOT_YET_VALID,
                        claims(NEW_ISSUER, c -> c.notBeforeTime(TOKENS.at(Duration.ofSeconds(61))).claim("azp", APPLICATION))),
                arguments("without an end", Refusal.MALFORMED,
                        claims(NEW_ISSUER, c -> c.expirationTime(null).claim("azp", APPLICATION))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongTokens")
    void refusesATokenThatSaysSomethingElse(String name, Refusal refusal, Consumer<JWTClaimsSet.Builder> claims) {
        assertThat(authenticate(TOKENS.signed(Tokens.FIRST_KEY, claims)).refusal()).isEqualTo(refusal);
        // once the issuer is known, and before anything is fetched, the verdict is the same
        authenticate(TOKENS.signed(Tokens.FIRST_KEY, good(NEW_ISSUER)));
        assertThat(authenticate(TOKENS.signed(Tokens.FIRST_KEY, claims)).refusal()).isEqualTo(refusal);
    }

    @Test
    void refusesTokensThatAreNotSignedAsTheyShould() throws Exception {
        Consumer<JWTClaimsSet.Builder> good = good(NEW_ISSUER);
        assertThat(authenticate(TOKENS.signed(Tokens.FORGED_KEY, good)).refusal()).isEqualTo(Refusal.SIGNATURE);
        assertThat(authenticate(TOKENS.signed(Tokens.SECOND_KEY, good)).refusal()).isEqualTo(Refusal.UNKNOWN_KEY);
        assertThat(authenticate(new PlainJWT(TOKENS.claims(good)).serialize()).refusal()).isEqualTo(Refusal.ALGORITHM);
        assertThat(authenticate(TOKENS.signed(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(),
                new MACSigner(Tokens.FIRST_KEY.toRSAPublicKey().getEncoded()), good)).refusal()).isEqualTo(Refusal.ALGORITHM);
        assertThat(authenticator.authenticate(new InboundRequest("POST", Map.of(), "secret=x", null)).refusal())
                .isEqualTo(Refusal.MISSING);
    }

    @Test
    void anyApplicationMaySendWhenNoneIsNamed() {
        EntraAuthenticator open = authenticator(AUDIENCE, null);
        assertThat(open.authenticate("Bearer " + TOKENS.signed(Tokens.FIRST_KEY, claims(NEW_ISSUER, c -> {
        }))).accepted()).isTrue();
    }

    @Test
    void anAudienceThatIsAnIdIsComparedWithoutCase() {
        EntraAuthenticator byId = authenticator(APPLICATION + ",api://x", null);
        assertThat(byId.authenticate("Bearer " + TOKENS.signed(Tokens.FIRST_KEY,
                claims(NEW_ISSUER, c -> c.audience(APPLICATION.toUpperCase())))).accepted()).isTrue();
    }

    @Test
    void withAnAddressOfItsOwnTheIssuerThatIsNamedThereIsTrustedToo() {
        server.configure("https://login.sovereign.example/" + TENANT + "/v2.0", server.url("/keys"));
        assertThat(authenticate(TOKENS.signed(Tokens.FIRST_KEY, good("https://login.sovereign.example/" + TENANT + "/v2.0"))))
                .isEqualTo(AuthResult.ok());
        assertThat(authenticate(TOKENS.signed(Tokens.FIRST_KEY, good("https://login.other.example/" + TENANT + "/v2.0")))
                .refusal()).isEqualTo(Refusal.ISSUER);
    }

    @Test
    void withTheDocumentedAddressAStrangersIssuerCostsNoFetch() {
        EntraAuthenticator documented = new EntraAuthenticator(
                EntraTrust.of(TENANT, AUDIENCE, null, null), KeySchedule.standard(), refresher, CLOCK);
        assertThat(documented.authenticate("Bearer " + TOKENS.signed(Tokens.FIRST_KEY, good(Tokens.ISSUER))).refusal())
                .isEqualTo(Refusal.ISSUER);
        assertThat(documented.isReady()).isFalse();
    }

    private EntraAuthenticator authenticator(String audience, String application) {
        return new EntraAuthenticator(
                EntraTrust.of(TENANT, audience, application, server.configurationUri()), KeySchedule.standard(), refresher,
                CLOCK);
    }

    private AuthResult authenticate(String token) {
        return authenticator.authenticate("Bearer " + token);
    }

    private static Consumer<JWTClaimsSet.Builder> good(String issuer) {
        return claims(issuer, claims -> claims.claim("azp", APPLICATION));
    }

    private static Consumer<JWTClaimsSet.Builder> claims(String issuer, Consumer<JWTClaimsSet.Builder> change) {
        return claims -> change.accept(claims.issuer(issuer).audience(AUDIENCE));
    }
}
