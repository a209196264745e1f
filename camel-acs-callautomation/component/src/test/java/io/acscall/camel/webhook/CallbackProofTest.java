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

import io.acscall.camel.AcsCallConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** How callbacks prove themselves, over HTTP. */
class CallbackProofTest {

    private static final String SECOND_RESOURCE = "8e44d305-4a2d-4b66-8e4f-106b9d2c3f5e";
    private static final Tokens TOKENS = new Tokens(Clock.systemUTC());

    private final KeyServer keys = new KeyServer(Tokens.ISSUER).publish(Tokens.FIRST_KEY.toPublicJWK());

    @AfterEach
    void stop() {
        keys.close();
    }

    @Test
    void tokensForEachOfSeveralResourcesAreGood() throws Exception {
        try (KnockApp app = KnockApp.start(configuration -> {
            jwt(configuration);
            configuration.setImmutableResourceId(Tokens.RESOURCE.toUpperCase() + " , " + SECOND_RESOURCE);
        })) {
            assertThat(callBack(app, "1", TOKENS.good()).statusCode()).isEqualTo(200);
            assertThat(callBack(app, "2", tokenFor(SECOND_RESOURCE)).statusCode()).isEqualTo(200);
            assertThat(callBack(app, "3", tokenFor("9f55e416-5b3e-4c77-9f50-217cae3d406f")).statusCode()).isEqualTo(401);
            await().untilAsserted(() -> assertThat(app.eventIds()).containsExactlyInAnyOrder("1", "2"));
            assertThat(app.refusals()).containsEntry("callback.audience", 1L).hasSize(1);
        }
    }

    @Test
    void oneIdOfSeveralThatIsNoneFailsTheStart() {
        assertThatThrownBy(() -> KnockApp.start(configuration -> configuration.setImmutableResourceId(
                Tokens.RESOURCE + ",/subscriptions/s/resourceGroups/g")).close())
                .hasStackTraceContaining("immutableResourceId");
    }

    @Test
    void whileTheKeysWereNeverSeenTheSenderIsAskedToComeAgain() throws Exception {
        keys.status(503);
        try (KnockApp app = KnockApp.start(this::jwt)) {
            HttpResponse<String> answer = callBack(app, "1", TOKENS.good());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
            assertThat(answer.body()).isEmpty();
            assertThat(app.refusals()).containsEntry("callback.keys_unavailable", 1L).hasSize(1);
            assertThat(app.events()).isEmpty();
            assertThat(callBack(app, "2", "no.token.atall").statusCode()).as("a bad token stays bad").isEqualTo(401);
        }
    }

    @Test
    void afterAnOutageOfTheKeyServerKnownKeysAreStillGood() throws Exception {
        try (KnockApp app = KnockApp.start(this::jwt)) {
            assertThat(callBack(app, "1", TOKENS.good()).statusCode()).isEqualTo(200);
            keys.status(503);
            assertThat(callBack(app, "2", TOKENS.good()).statusCode()).isEqualTo(200);
            await().untilAsserted(() -> assertThat(app.eventIds()).containsExactlyInAnyOrder("1", "2"));
        }
    }

    @Test
    void theAnswerNeverSaysWhy() throws Exception {
        try (KnockApp app = KnockApp.start(this::jwt)) {
            HttpResponse<String> answer = callBack(app, "1", TOKENS.good(Tokens.FORGED_KEY));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().map().keySet()).isSubsetOf("content-length", "transfer-encoding");
            assertThat(app.refusals()).containsOnlyKeys("callback.signature");
        }
    }

    private void jwt(AcsCallConfiguration configuration) {
        configuration.setOpenIdConfigurationUri(keys.configurationUri());
    }

    private static String tokenFor(String resource) {
        return TOKENS.signed(Tokens.FIRST_KEY, claims -> claims.audience(resource));
    }

    private static HttpResponse<String> callBack(KnockApp app, String id, String token) throws Exception {
        return app.post(KnockApp.CALLBACKS, KnockApp.callback(id), "Authorization", "Bearer " + token);
    }
}
