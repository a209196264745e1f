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
package io.acscall.camel.doctor;

import java.time.Duration;

import io.acscall.camel.client.ConnectionString;
import io.acscall.camel.client.ServiceClient;
import io.acscall.camel.client.ServiceClientBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialsCheckTest {

    private static Finding look(int status, String body) throws Exception {
        try (Answering service = Answering.with(status, body);
             ServiceClient client = new ServiceClientBuilder().connectionString(ConnectionString.parse(
                     "endpoint=" + service.address("/") + ";accesskey=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="))
                     .maxRetries(0)
                     .build()) {
            return new CredentialsCheck(client, () -> "none", Duration.ofSeconds(30)).examine().get(0);
        }
    }

    private static String error(String code) {
        return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"the service's words\"}}";
    }

    @ParameterizedTest
    @CsvSource({
            "404, 8522, OK, lets us in", "404, NotFound, FAULT, not the calling service",
            "401, 7509, FAULT, does not know who asks",
            "403, 7504, FAULT, does not allow it", "400, BadVersion, FAULT, the service's words",
            "429, 8516, DOUBT, did not decide",
            "500, 9999, DOUBT, did not decide" })
    void whatTheServiceSaysIsUnderstood(int status, String code, Verdict verdict, String text) throws Exception {
        Finding found = look(status, error(code));

        assertThat(found.verdict()).isEqualTo(verdict);
        assertThat(found.text()).contains(text).doesNotContain("MDEy");
    }

    @Test
    void aServiceThatIsNotThereIsAFault() throws Exception {
        try (ServiceClient client = new ServiceClientBuilder().connectionString(ConnectionString.parse(
                "endpoint=http://127.0.0.1:1/;accesskey=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")).maxRetries(0).build()) {
            Finding found = new CredentialsCheck(client, () -> "none", Duration.ofSeconds(30)).examine().get(0);

            assertThat(found.verdict()).isEqualTo(Verdict.FAULT);
            assertThat(found.text()).startsWith("The service could not be asked");
        }
    }
}
