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

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.function.Consumer;

import com.nimbusds.jwt.JWTClaimsSet;
import io.acscall.camel.AcsCallConfiguration;
import io.acscall.camel.EventGridAuth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** How deliveries and handshakes of Event Grid prove themselves, over HTTP. */
class EventGridProofTest {

    private static final String TENANT = "11111111-2222-3333-4444-aaaaaaaaaaaa";
    private static final String ISSUER = "https://login.microsoftonline.com/" + TENANT + "/v2.0";
    private static final String APPLICATION = "22222222-2222-3333-4444-bbbbbbbbbbbb";
    private static final Tokens TOKENS = new Tokens(Clock.systemUTC());
    private static final String VALIDATION
            = "[{\"id\":\"v\",\"topic\":\"/t\",\"eventType\":\"Microsoft.EventGrid.SubscriptionValidationEvent\","
              + "\"data\":{\"validationCode\":\"c0de\"}}]";

    private final KeyServer keys = new KeyServer(ISSUER).publish(Tokens.FIRST_KEY.toPublicJWK());

    @AfterEach
    void stop() {
        keys.close();
    }

    @Test
    void aDeliveryWithATokenOfTheTenantComesIn() throws Exception {
        try (KnockApp app = KnockApp.start(this::entra)) {
            assertThat(deliver(app, "1", token(ISSUER, claims -> claims.claim("azp", APPLICATION))).statusCode())
                    .isEqualTo(200);
            assertThat(deliver(app, "2", token("https://sts.windows.net/" + TENANT + "/",
                    claims -> claims.claim("appid", APPLICATION))).statusCode()).isEqualTo(200);
            await().untilAsserted(() -> assertThat(app.eventIds()).containsExactlyInAnyOrder("1", "2"));
            assertThat(app.refusals()).isEmpty();
        }
    }

    @Test
    void anyOtherDeliveryIsTurnedAwayAndCounted() throws Exception {
        try (KnockApp app = KnockApp.start(this::entra)) {
            assertThat(app.post(KnockApp.EVENT_GRID + "?secret=event-grid-secret", KnockApp.delivery("a")).statusCode())
                    .isEqualTo(401);
            assertThat(deliver(app, "b", token("https://sts.windows.net/other/", claims -> claims.claim("azp", APPLICATION)))
                    .statusCode()).isEqualTo(401);
            assertThat(deliver(app, "c", token(ISSUER, claims -> claims.claim("azp", TENANT))).statusCode()).isEqualTo(401);
            assertThat(deliver(app, "d", token(ISSUER, claims -> claims.audience("api://other"))).statusCode()).isEqualTo(401);
            assertThat(app.refusals().keySet()).containsExactly(
                    "eventGrid.application", "eventGrid.audience", "eventGrid.issuer", "eventGrid.missing");
            assertThat(app.events()).isEmpty();
        }
    }

    @Test
    void bothHandshakesMustBringATokenToo() throws Exception {
        try (KnockApp app = KnockApp.start(this::entra)) {
            String bearer = "Bearer " + token(ISSUER, claims -> claims.claim("azp", APPLICATION));
            assertThat(app.post(KnockApp.EVENT_GRID, VALIDATION, "aeg-event-type", "SubscriptionValidation").statusCode())
                    .isEqualTo(401);
            assertThat(app.send("OPTIONS", KnockApp.EVENT_GRID, new byte[0], "WebHook-Request-Origin", "eventgrid.azure.net")
                    .statusCode()).isEqualTo(401);
            assertThat(app.post(KnockApp.EVENT_GRID, VALIDATION, "aeg-event-type", "SubscriptionValidation", "Authorization",
                    bearer).body()).isEqualTo("{\"validationResponse\":\"c0de\"}");
            HttpResponse<String> allowed = app.send("OPTIONS", KnockApp.EVENT_GRID, new byte[0], "WebHook-Request-Origin",
                    "eventgrid.azure.net", "Authorization", bearer);
            assertThat(allowed.statusCode()).isEqualTo(200);
            assertThat(allowed.headers().firstValue("WebHook-Allowed-Origin")).contains("eventgrid.azure.net");
            assertThat(app.refusals()).containsEntry("eventGrid.missing", 2L).hasSize(1);
        }
    }

    @Test
    void withoutKeysTheSenderIsAskedToComeAgain() throws Exception {
        keys.status(500);
        try (KnockApp app = KnockApp.start(this::entra)) {
            String token = token(ISSUER, claims -> claims.claim("azp", APPLICATION));
            HttpResponse<String> answer = deliver(app, "1", token);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
            assertThat(app.refusals()).containsOnlyKeys("eventGrid.keys_unavailable");
            assertThat(app.events()).isEmpty();
        }
    }

    @Test
    void aMissingTenantOrAudienceFailsTheStartAndIsNamed() {
        assertThatThrownBy(() -> KnockApp.start(configuration -> {
            entra(configuration);
            configuration.setTenantId(null);
        }).close()).hasStackTraceContaining("'tenantId' is missing");
        assertThatThrownBy(() -> KnockApp.start(configuration -> {
            entra(configuration);
            configuration.setAudience(" ");
        }).close()).hasStackTraceContaining("'audience' is missing");
    }

    @Test
    void twoSecretsAreGoodAtOnceInTheQueryAndTheHeader() throws Exception {
        try (KnockApp app = KnockApp.start(configuration -> configuration.setEventGridSecret("old-one, new+one "))) {
            assertThat(app.post(KnockApp.EVENT_GRID + "?secret=old-one", KnockApp.delivery("1")).statusCode()).isEqualTo(200);
            assertThat(app.post(KnockApp.EVENT_GRID + "?secret=new%2Bone", KnockApp.delivery("2")).statusCode()).isEqualTo(200);
            assertThat(app.post(KnockApp.EVENT_GRID, KnockApp.delivery("3"), "X-Acs-Call-Secret", "old-one").statusCode())
                    .isEqualTo(200);
            assertThat(app.post(KnockApp.EVENT_GRID, KnockApp.delivery("4"), "x-acs-call-secret", "new+one").statusCode())
                    .isEqualTo(200);
            assertThat(app.post(KnockApp.EVENT_GRID + "?secret=old-one,new%2Bone", KnockApp.delivery("5")).statusCode())
                    .isEqualTo(401);
            assertThat(app.post(KnockApp.EVENT_GRID + "?Secret=old-one", KnockApp.delivery("6")).statusCode()).isEqualTo(401);
            assertThat(app.post(KnockApp.EVENT_GRID, KnockApp.delivery("7")).statusCode()).isEqualTo(401);
            await().untilAsserted(() -> assertThat(app.eventIds()).containsExactlyInAnyOrder("1", "2", "3", "4"));
            assertThat(app.refusals()).containsEntry("eventGrid.wrong", 1L).containsEntry("eventGrid.missing", 2L).hasSize(2);
        }
    }

    @Test
    void moreThanTwoSecretsFailTheStartWithoutBeingNamed() {
        assertThatThrownBy(() -> KnockApp.start(configuration -> configuration.setEventGridSecret("secretA,secretB,secretC"))
                .close()).hasStackTraceContaining("eventGridSecret")
                .satisfies(e -> assertThat(e.toString()).doesNotContain("secretA", "secretB", "secretC"));
        assertThatThrownBy(() -> KnockApp.start(configuration -> configuration.setEventGridSecret(" , ")).close())
                .hasStackTraceContaining("eventGridSecret");
    }

    private void entra(AcsCallConfiguration configuration) {
        configuration.setEventGridAuth(EventGridAuth.entra);
        configuration.setTenantId(TENANT);
        configuration.setAudience("api://acs-call");
        configuration.setApplicationId(APPLICATION);
        configuration.setEventGridOpenIdConfigurationUri(keys.configurationUri());
    }

    private static String token(String issuer, Consumer<JWTClaimsSet.Builder> change) {
        return TOKENS.signed(Tokens.FIRST_KEY, claims -> change.accept(claims.issuer(issuer).audience("api://acs-call")));
    }

    private static HttpResponse<String> deliver(KnockApp app, String id, String token) throws Exception {
        return app.post(KnockApp.EVENT_GRID, KnockApp.delivery(id), "Authorization", "Bearer " + token);
    }
}
