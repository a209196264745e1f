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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The options of eventGridAuth=entra. */
class EntraTrustTest {

    private static final String TENANT = "11111111-2222-3333-4444-aaaaaaaaaaaa";

    @Test
    void theAddressesOfATenantFollowFromItsId() {
        EntraTrust trust = EntraTrust.of(" " + TENANT.toUpperCase() + " ", "api://us", null, null);
        assertThat(trust.configurationUri())
                .hasToString("https://login.microsoftonline.com/" + TENANT + "/v2.0/.well-known/openid-configuration");
        assertThat(trust.publishedIssuers()).containsExactlyInAnyOrder(
                "https://login.microsoftonline.com/" + TENANT + "/v2.0", "https://sts.windows.net/" + TENANT + "/");
        assertThat(trust.applicationId()).isNull();
        assertThat(trust.ownAddress()).isFalse();
    }

    @Test
    void severalAudiencesAreSeparatedByCommas() {
        assertThat(EntraTrust.of(TENANT, "api://us, " + TENANT + ",", "", " ").audiences())
                .containsExactlyInAnyOrder("api://us", TENANT);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " ", "common", "organizations", "contoso.example.com", TENANT + "0" })
    void aTenantThatIsNoIdIsRefused(String tenant) {
        assertThatIllegalArgumentException().isThrownBy(() -> EntraTrust.of(tenant, "api://us", null, null))
                .withMessageContaining("'tenantId'").withMessageContaining("Example: tenantId=");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " ", ",", " , " })
    void aMissingAudienceIsRefused(String audience) {
        assertThatIllegalArgumentException().isThrownBy(() -> EntraTrust.of(TENANT, audience, null, null))
                .withMessageContaining("'audience' is missing").withMessageContaining("Example: audience=");
    }

    @Test
    void anApplicationThatIsNoIdIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> EntraTrust.of(TENANT, "api://us", "Event Grid", null))
                .withMessageContaining("'applicationId'").withMessageContaining("'Event Grid'");
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://login.example.com/c", "file:///c", "login" })
    void anotherAddressMustBeSafe(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> EntraTrust.of(TENANT, "api://us", null, address))
                .withMessageContaining("eventGridOpenIdConfigurationUri").withMessageContaining("'" + address + "'");
    }
}
