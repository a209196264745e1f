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
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class HmacPolicyTest {

    private static final String SIGNED = "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=";
    private static final String POST_ADDRESS
            = "https://contoso.communication.azure.com/calling/callConnections?api-version=2026-03-12";

    private final AtomicReference<HttpRequest> sent = new AtomicReference<>();
    private final HttpPipeline pipeline = new HttpPipelineBuilder()
            .policies(new HmacPolicy(
                    new Credential.AccessKey(TestClient.KEY), Clock.fixed(TestClient.NOW, ZoneOffset.UTC)))
            .httpClient(new Remembering())
            .build();

    @Test
    void signsWhatIsSentAndHowItIsSent() {
        pipeline.send(post()).block();

        assertSigned();
    }

    @Test
    void signsOnTheSynchronousWayToo() {
        pipeline.sendSync(post(), Context.NONE);

        assertSigned();
    }

    @Test
    void signsTheHostWithItsPort() {
        pipeline.send(new HttpRequest(
                HttpMethod.GET,
                "http://localhost:8089/calling/callConnections/401f0000-0000-4000-8000-000000000001/participants/"
                                + "4%3A%2B14255550101?api-version=2026-03-12"))
                .block();

        assertThat(header("Authorization")).isEqualTo(SIGNED + "ElxFT5Guy5c9UuPSh/EmTPCKRqusOWjrqUB2PKW64N8=");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "https://contoso.communication.azure.com", "http://localhost:8080", "http://127.0.0.1", "http://[::1]:80" })
    void sendsCredentialsOverHttpsOrToTheMachineItself(String address) {
        SecureTransport.check(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "http://contoso.communication.azure.com", "http://localhost.example.com", "http://128.0.0.1",
            "http://127.0.0.1.example.com", "http://[::2]", "http://10.0.0.1:8080" })
    void refusesPlainHttpToAnotherMachine(String address) {
        assertThatIllegalStateException().isThrownBy(() -> SecureTransport.check(URI.create(address)))
                .withMessageContaining("plain http")
                .withMessageContaining("https://contoso.communication.azure.com");
        assertThatIllegalStateException()
                .isThrownBy(() -> pipeline.send(new HttpRequest(HttpMethod.GET, address + "/calling")).block())
                .withMessageContaining("plain http");
        assertThatIllegalStateException()
                .isThrownBy(() -> pipeline.sendSync(new HttpRequest(HttpMethod.GET, address + "/calling"), Context.NONE));
        assertThat(sent.get()).isNull();
    }

    private void assertSigned() {
        assertThat(header("x-ms-date")).isEqualTo("Thu, 02 Apr 2026 09:15:00 GMT");
        assertThat(header("x-ms-content-sha256")).isEqualTo("EB/M/qXfaQSw97s9jmwG6xayy0Ed9YFjLEBvcNDhquw=");
        assertThat(header("Authorization")).isEqualTo(SIGNED + "oeRfgGiQrmm54b57ulHDae3Ca+t+ypdHcLLkU4yL1QA=");
    }

    private String header(String name) {
        return sent.get().getHeaders().getValue(HttpHeaderName.fromString(name));
    }

    private static HttpRequest post() {
        return new HttpRequest(HttpMethod.POST, POST_ADDRESS).setBody("{\"callbackUri\":\"https://app.example.com/cb\"}");
    }

    private final class Remembering implements HttpClient {

        @Override
        public Mono<HttpResponse> send(HttpRequest request) {
            sent.set(request);
            return Mono.empty();
        }

        @Override
        public HttpResponse sendSync(HttpRequest request, Context context) {
            sent.set(request);
            return null;
        }
    }
}
