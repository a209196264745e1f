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
package io.acscall.camel.client;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class ServiceClientOptionsTest {

    private final ServiceClientBuilder builder = new ServiceClientBuilder().connectionString(
            ConnectionString.parse("endpoint=https://contoso.communication.azure.com/;accesskey=" + TestClient.KEY));

    @Test
    void needsNoMoreThanAnEndpointAndACredential() {
        ServiceClientOptions options = builder.options();

        assertThat(options.endpoint()).isEqualTo(URI.create("https://contoso.communication.azure.com"));
        assertThat(options.credential()).isEqualTo(new Credential.AccessKey(TestClient.KEY));
        assertThat(options.apiVersion()).isEqualTo("2026-03-12");
        assertThat(options.requestTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(options.maxRetries()).isEqualTo(3);
        assertThat(options.jitter().getAsDouble()).isBetween(0.0, 1.0);
        assertThat(options.ids().get()).isNotEqualTo(options.ids().get());
    }

    @Test
    void namesTheOptionThatIsMissing() {
        assertThatNullPointerException().isThrownBy(() -> new ServiceClientBuilder().build()).withMessage("endpoint");
        assertThatNullPointerException().isThrownBy(() -> builder.credential(null).build()).withMessage("credential");
    }

    @Test
    void namesTheOptionThatIsOutOfItsRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> builder.apiVersion("1&x=2").build())
                .withMessageContaining("apiVersion");
        builder.apiVersion("2025-06-15");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.requestTimeout(Duration.ZERO).build())
                .withMessageContaining("requestTimeout");
        builder.requestTimeout(Duration.ofSeconds(1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxRetries(-1).build())
                .withMessageContaining("maxRetries");
        builder.maxRetries(0);
        assertThatIllegalArgumentException().isThrownBy(() -> builder.retryDelay(Duration.ofMillis(-1)).build())
                .withMessageContaining("retryDelay");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "contoso.communication.azure.com", "https://contoso.communication.azure.com/calling",
            "https://contoso.communication.azure.com?x=1", "https://user:password1@contoso", "ftp://contoso", "https:///x",
            "https://contoso.communication.azure.com/;accesskey=password1" })
    void refusesAnEndpointThatIsNoAddressOfAResource(String endpoint) {
        assertThatIllegalArgumentException().isThrownBy(() -> builder.endpoint(URI.create(endpoint)).build())
                .withMessageContaining("option endpoint")
                .withMessageContaining("https://contoso.communication.azure.com")
                .matches(e -> !e.getMessage().contains("password1"));
    }

    @Test
    void theUserAgentNamesVersionAndRuntime() {
        assertThat(UserAgent.of("Camel 4.18.0", " ", null, "x)(\n"))
                .matches("acs-call/[\\w.-]+ \\(Java \\d+; Camel 4\\.18\\.0; x__\\)");
    }
}
