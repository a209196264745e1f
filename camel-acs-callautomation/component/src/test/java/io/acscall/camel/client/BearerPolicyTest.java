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
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static io.acscall.camel.client.TestClient.answer;
import static io.acscall.camel.client.TestClient.failure;
import static io.acscall.camel.client.TestClient.notRepeatable;
import static io.acscall.camel.client.TestClient.repeatable;
import static org.assertj.core.api.Assertions.assertThat;

class BearerPolicyTest {

    private final ScriptedServer server = new ScriptedServer();
    private final List<TokenRequestContext> asked = new CopyOnWriteArrayList<>();
    private final TokenCredential credential = context -> {
        asked.add(context);
        return Mono.just(new AccessToken("token" + asked.size(), OffsetDateTime.now().plusHours(1)));
    };

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sendsOneTokenWithAllRequestsToASimulatorOverHttp() throws Exception {
        server.reply(500, "");
        try (ServiceClient client = client(server.endpoint(), credential).build()) {
            answer(client.send(repeatable()));
            answer(client.send(notRepeatable()));
        }

        assertThat(server.received()).hasSize(3)
                .allSatisfy(received -> assertThat(received.header("Authorization")).isEqualTo("Bearer token1"));
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).getScopes()).containsExactly("https://communication.azure.com//.default");
    }

    @Test
    void sendsTheTokenOverHttps() throws Exception {
        List<HttpRequest> sent = new CopyOnWriteArrayList<>();
        HttpClient remembering = request -> {
            sent.add(request);
            return Mono.error(new IllegalArgumentException("no network here"));
        };
        try (ServiceClient client = client(URI.create("https://contoso.communication.azure.com"), credential)
                .httpClient(remembering).build()) {
            failure(client.send(notRepeatable()));
        }

        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).getUrl()).hasToString("https://contoso.communication.azure.com" + TestClient.PLAY
                                                     + "?api-version=2026-03-12");
        assertThat(sent.get(0).getHeaders().getValue(HttpHeaderName.AUTHORIZATION)).isEqualTo("Bearer token1");
    }

    @Test
    void sendsTheTokenOnTheSynchronousWayToo() {
        HttpPipeline pipeline = new HttpPipelineBuilder()
                .policies(new BearerPolicy(new Credential.Token(credential), Duration.ofSeconds(5)))
                .httpClient(new JdkTransport(HttpClient::createDefault))
                .build();

        try (HttpResponse response
                = pipeline.sendSync(new HttpRequest(HttpMethod.GET, server.endpoint() + "/calling"), Context.NONE)) {
            assertThat(response.getStatusCode()).isEqualTo(200);
        }
        assertThat(server.received().get(0).header("Authorization")).isEqualTo("Bearer token1");
    }

    @Test
    void refusesPlainHttpToAnotherMachineWithoutAskingForATokenOrTryingAgain() throws Exception {
        try (QuickTimer timer = new QuickTimer();
             ServiceClient client
                     = client(URI.create("http://contoso.communication.azure.com"), credential).timer(timer).build()) {
            ServiceException e = failure(client.send(repeatable()));

            assertThat(e.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(e).hasMessageContaining("plain http").hasCauseInstanceOf(IllegalStateException.class);
            assertThat(timer.waits()).isEmpty();
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void sendsNothingWithoutAToken() throws Exception {
        try (QuickTimer timer = new QuickTimer();
             ServiceClient client
                     = client(server.endpoint(), context -> Mono.error(new IllegalArgumentException("no identity")))
                             .timer(timer).build()) {
            ServiceException e = failure(client.send(repeatable()));

            assertThat(e.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(e).hasMessageContaining("was not sent").hasMessageContaining("no identity");
            assertThat(timer.waits()).isEmpty();
        }
        assertThat(server.received()).isEmpty();
    }

    @Test
    void waitsForATokenNoLongerThanForAnAnswer() throws Exception {
        try (ServiceClient client
                = client(server.endpoint(), context -> Mono.never()).requestTimeout(Duration.ofMillis(50)).build()) {
            ServiceException e = failure(client.send(repeatable()));

            assertThat(e.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(e).hasMessageContaining("the credential gave no token within 50 ms");
        }
    }

    @Test
    void aCredentialThatBlocksDoesNotHoldTheCaller() throws Exception {
        Thread caller = Thread.currentThread();
        List<Thread> used = new CopyOnWriteArrayList<>();
        TokenCredential blocking = context -> {
            used.add(Thread.currentThread());
            return Mono.just(Mono.just(new AccessToken("t", OffsetDateTime.now().plusHours(1))).block());
        };
        try (ServiceClient client = client(server.endpoint(), blocking).build()) {
            answer(client.send(repeatable()));
        }

        assertThat(used).hasSize(1).doesNotContain(caller);
    }

    private static ServiceClientBuilder client(URI endpoint, TokenCredential credential) {
        return TestClient.to(endpoint).credential(new Credential.Token(credential));
    }
}
