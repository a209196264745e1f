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
package io.acscall.simulator.auth;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HmacSignatureTest {

    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String DATE = "Thu, 02 Apr 2026 09:15:00 GMT";
    private final HmacSignature signature = new HmacSignature(KEY);

    @Test
    void signsARequestWithABody() {
        String hash = HmacSignature.contentHash(
                "{\"callbackUri\":\"https://app.example.com/cb\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(hash).isEqualTo("EB/M/qXfaQSw97s9jmwG6xayy0Ed9YFjLEBvcNDhquw=");
        assertThat(signature.sign("POST", "/calling/callConnections?api-version=2026-03-12", DATE,
                "contoso.communication.azure.com", hash)).isEqualTo("oeRfgGiQrmm54b57ulHDae3Ca+t+ypdHcLLkU4yL1QA=");
    }

    @Test
    void signsARequestWithoutBodyAndWithAnEscapedPathAndAPort() {
        String hash = HmacSignature.contentHash(new byte[0]);

        assertThat(hash).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assertThat(signature.sign("GET",
                "/calling/callConnections/401f0000-0000-4000-8000-000000000001/participants/4%3A%2B14255550101"
                                         + "?api-version=2026-03-12",
                DATE, "localhost:8089", hash)).isEqualTo("ElxFT5Guy5c9UuPSh/EmTPCKRqusOWjrqUB2PKW64N8=");
    }
}
