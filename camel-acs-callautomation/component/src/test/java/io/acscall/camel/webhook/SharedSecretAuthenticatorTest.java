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

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SharedSecretAuthenticatorTest {

    private final SharedSecretAuthenticator authenticator = new SharedSecretAuthenticator(List.of("new+se/cret=1", "old"));

    @ParameterizedTest
    @CsvSource({
            "new+se/cret=1, true", "old, true", "' old ', true", "OLD, false", "ol, false", "olda, false", "new, false",
            "'new+se/cret=1,old', false" })
    void theHeaderDecides(String secret, boolean accepted) {
        AuthResult result = authenticator.authenticate(request(Map.of("x-acs-call-secret", secret), null));
        assertThat(result.accepted()).isEqualTo(accepted);
        assertThat(result.refusal()).isEqualTo(accepted ? null : Refusal.WRONG);
    }

    @ParameterizedTest
    @CsvSource({
            "secret=old, true", "a=b&secret=old&c=d, true", "secret=new+se/cret=1, true", "secret=new%2Bse%2Fcret%3D1, true",
            "secret=wrong, false", "secret=old%zz, false", "secret=old%, false", "secret=wrong&secret=old, false" })
    void theQueryDecidesToo(String query, boolean accepted) {
        AuthResult result = authenticator.authenticate(request(Map.of(), query));
        assertThat(result.accepted()).isEqualTo(accepted);
        assertThat(result.refusal()).isEqualTo(accepted ? null : Refusal.WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "secret", "secret=", "Secret=old", "xsecret=old", "a=secret=old", "secret=%20", "&&=&" })
    void withoutASecretTheRequestIsRefused(String query) {
        assertThat(authenticator.authenticate(request(Map.of(), query)).refusal()).isEqualTo(Refusal.MISSING);
        assertThat(authenticator.authenticate(request(Map.of("X-Acs-Call-Secret", " "), query)).refusal())
                .isEqualTo(Refusal.MISSING);
    }

    @Test
    void oneGoodPlaceIsEnoughWhileASubscriptionIsBeingChanged() {
        assertThat(authenticator.authenticate(request(Map.of("X-Acs-Call-Secret", "wrong"), "secret=old")).accepted()).isTrue();
        assertThat(authenticator.authenticate(request(Map.of("X-Acs-Call-Secret", "old"), "secret=wrong")).accepted()).isTrue();
        assertThat(authenticator.authenticate(request(null, null)).refusal()).isEqualTo(Refusal.MISSING);
    }

    @Test
    void noSecretShowsInItsMessages() {
        InboundRequest request = request(Map.of("X-Acs-Call-Secret", "hunter2"), "secret=hunter3");
        assertThat(authenticator.authenticate(request).detail()).doesNotContain("hunter", "old", "cret=1");
        assertThat(request.toString()).doesNotContain("hunter");
        assertThat(authenticator.toString()).doesNotContain("old", "cret=1");
        assertThatIllegalArgumentException().isThrownBy(() -> new SharedSecretAuthenticator(List.of("hunter2", " ")))
                .withMessageContaining("eventGridSecret").withMessageNotContaining("hunter");
    }

    @Test
    void takesOneOrTwoSecrets() {
        assertThat(new SharedSecretAuthenticator(List.of("one")).authenticate(request(Map.of(), "secret=one")).accepted())
                .isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new SharedSecretAuthenticator(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new SharedSecretAuthenticator(List.of("a", "b", "c")));
    }

    @Test
    void noneMeansEverybody() {
        try (RequestAuthenticator open = new OpenAuthenticator()) {
            assertThat(open.authenticate(request(null, null)).accepted()).isTrue();
        }
    }

    private static InboundRequest request(Map<String, String> headers, String query) {
        return new InboundRequest("POST", headers, query, null);
    }
}
