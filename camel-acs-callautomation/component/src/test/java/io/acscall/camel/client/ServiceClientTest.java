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

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.ProxyOptions;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import io.acscall.camel.client.ScriptedServer.Received;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static io.acscall.camel.client.TestClient.CREATE;
import static io.acscall.camel.client.TestClient.answer;
import static io.acscall.camel.client.TestClient.body;
import static io.acscall.camel.client.TestClient.failure;
import static io.acscall.camel.client.TestClient.notRepeatable;
import static io.acscall.camel.client.TestClient.repeatable;
import static org.assertj.core.api.Assertions.assertThat;

class ServiceClientTest {

    private final ScriptedServer server = new ScriptedServer();
    private final ServiceClient client = TestClient.to(server.endpoint()).userAgent("acs-call/1 (Camel 4)").build();

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void sendsARequestAsTheServiceExpectsIt() throws Exception {
        server.reply(201, "{\"callConnectionId\":\"1\"}", "X-Azure-Ref", "ref");

        ServiceResponse response = answer(client.send(repeatable()));

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.body().path("callConnectionId").asText()).isEqualTo("1");
        assertThat(response.headers().getValue(HttpHeaderName.fromString("x-azure-ref"))).isEqualTo("ref");
        Received received = server.received().get(0);
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.target()).isEqualTo(CREATE + "?api-version=2026-03-12");
        assertThat(received.body()).isEqualTo("{\"callbackUri\":\"https://app.example.com/cb\"}");
        assertThat(received.header("Content-Type")).isEqualTo("application/json");
        assertThat(received.header("Content-Length")).isEqualTo(String.valueOf(received.body().length()));
        assertThat(received.header("Transfer-Encoding")).isNull();
        assertThat(received.header("Accept")).isEqualTo("application/json");
        assertThat(received.header("User-Agent")).isEqualTo("acs-call/1 (Camel 4)");
        assertThat(received.header("x-ms-client-request-id")).isEqualTo(response.clientRequestId());
        assertThat(received.header("Repeatability-Request-ID")).isEqualTo("0f8fad5b-d9cb-469f-a165-70867728950e");
        assertThat(received.header("Repeatability-First-Sent")).isEqualTo("Thu, 02 Apr 2026 09:14:00 GMT");
    }

    @Test
    void signsTheHostAndTheTargetThatTheServerSees() throws Exception {
        answer(client
                .send(ServiceRequest.get("/calling/callConnections/1/participants/" + PathSegment.encode("4:+14255550101"))));
        answer(client.send(repeatable()));

        assertThat(server.received().get(0).target()).startsWith("/calling/callConnections/1/participants/4%3A%2B14255550101?");
        assertThat(server.received()).allSatisfy(SignatureCheck::verify);
    }

    @Test
    void sendsNoContentTypeAndNoRepeatabilityWhereThereIsNone() throws Exception {
        server.reply(204, "");

        ServiceResponse response = answer(client.send(ServiceRequest.post("/calling/callConnections/1:terminate", null)));

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.body()).isNull();
        Received received = server.received().get(0);
        assertThat(received.body()).isEmpty();
        assertThat(received.header("Content-Type")).isNull();
        assertThat(received.header("Transfer-Encoding")).isNull();
        assertThat(received.header("Repeatability-Request-ID")).isNull();
        assertThat(received.header("Repeatability-First-Sent")).isNull();
        SignatureCheck.verify(received);
    }

    @Test
    void sendsABodyOfAnySizeWithItsLength() throws Exception {
        String context = "x".repeat(100_000);

        answer(client.send(ServiceRequest.post(CREATE, body().put("incomingCallContext", context))));

        Received received = server.received().get(0);
        assertThat(received.body()).contains(context);
        assertThat(received.header("Content-Length")).isEqualTo(String.valueOf(received.body().length()));
        SignatureCheck.verify(received);
    }

    @Test
    void sendsTheBodyThatTheRequestHadWhenItWasHandedOver() throws Exception {
        ServiceRequest request = notRepeatable();
        CompletableFuture<ServiceResponse> sent = client.send(request);
        request.body().removeAll();

        answer(sent);

        assertThat(server.received().get(0).body()).isEqualTo("{\"callbackUri\":\"https://app.example.com/cb\"}");
    }

    @Test
    void readsAFurtherPageVerbatimAndSigned() throws Exception {
        String next = server.endpoint() + "/calling/callConnections/1/participants?skip=a%2Bb&api-version=2025-06-15";

        answer(client.send(ServiceRequest.followUp(URI.create(next))));

        assertThat(server.received().get(0).target())
                .isEqualTo("/calling/callConnections/1/participants?skip=a%2Bb&api-version=2025-06-15");
        SignatureCheck.verify(server.received().get(0));
    }

    @Test
    void refusesAFurtherPageOnAnotherHostOrPortOrScheme() throws Exception {
        for (String origin : List.of("http://127.0.0.1:" + server.endpoint().getPort(), "http://localhost:1",
                "https://localhost:" + server.endpoint().getPort(), "http://user@localhost:" + server.endpoint().getPort())) {
            ServiceException e = failure(client.send(ServiceRequest.followUp(URI.create(origin + "/calling?secret=1"))));

            assertThat(e.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(e).hasMessageContaining("credentials do not go elsewhere").hasMessageNotContaining("secret");
        }
        assertThat(server.received()).isEmpty();
    }

    @Test
    void tellsWhatTheServiceAnswered() throws Exception {
        server.reply(404, "{\"error\":{\"code\":\"8522\",\"message\":\"Call not found.\"}}");

        ServiceException e = failure(client.send(notRepeatable()));

        assertThat(e.status()).isEqualTo(404);
        assertThat(e.errorCode()).isEqualTo("8522");
        assertThat(e.serviceMessage()).isEqualTo("Call not found.");
        assertThat(e.delivery()).isEqualTo(Delivery.ANSWERED);
        assertThat(e.retryAfter()).isNull();
        assertThat(e.clientRequestId()).isEqualTo(server.received().get(0).header("x-ms-client-request-id"));
        assertThat(e).hasMessage(
                "POST " + TestClient.PLAY + " failed with status 404, code 8522: Call not found. (client request id "
                                 + e.clientRequestId() + ")");
    }

    @Test
    void takesASuccessWithoutJsonForAFailureThatWasAnswered() throws Exception {
        server.reply(200, "<html>");

        ServiceException e = failure(client.send(notRepeatable()));

        assertThat(e.status()).isEqualTo(200);
        assertThat(e.delivery()).isEqualTo(Delivery.ANSWERED);
        assertThat(e).hasMessageContaining("not JSON");
    }

    @Test
    void doesNotFollowARedirect() throws Exception {
        server.reply(302, "", "Location", server.endpoint() + "/elsewhere");

        assertThat(failure(client.send(ServiceRequest.get("/calling/callConnections/1"))).status()).isEqualTo(302);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void sendsManyRequestsAtTheSameTime() throws Exception {
        List<CompletableFuture<ServiceResponse>> sent = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            sent.add(client.send(ServiceRequest.post(CREATE, body().put("operationContext", "n" + i))));
        }
        for (CompletableFuture<ServiceResponse> one : sent) {
            assertThat(answer(one).status()).isEqualTo(200);
        }

        assertThat(server.received()).hasSize(100).allSatisfy(SignatureCheck::verify);
        assertThat(server.received().stream().map(Received::body).distinct()).hasSize(100);
        assertThat(server.received().stream().map(received -> received.header("x-ms-client-request-id")).distinct())
                .hasSize(100);
    }

    @Test
    void takesNoRequestOnceItIsClosed() throws Exception {
        client.close();
        client.close();

        ServiceException e = failure(client.send(repeatable()));

        assertThat(e.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(e).hasMessageContaining("the client is closed");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void makesNothingBeforeTheFirstRequestAndThenOneHttpClientOffTheCallersThread() throws Exception {
        List<Thread> makers = new CopyOnWriteArrayList<>();
        JdkTransport transport = new JdkTransport(() -> {
            makers.add(Thread.currentThread());
            return new JdkHttpClientBuilder().build();
        });
        try (ServiceClient lazy = TestClient.to(server.endpoint()).httpClient(transport).build()) {
            assertThat(makers).isEmpty();
            answer(lazy.send(repeatable()));
            answer(lazy.send(repeatable()));
        }

        assertThat(makers).hasSize(1).doesNotContain(Thread.currentThread());
    }

    @Test
    void goesThroughAGivenProxy() throws Exception {
        ProxyOptions proxy = new ProxyOptions(
                ProxyOptions.Type.HTTP, new InetSocketAddress("localhost", server.endpoint().getPort()));
        try (ServiceClient behind = TestClient.to(URI.create("http://localhost:1")).proxy(proxy).build()) {
            answer(behind.send(repeatable()));
        }

        assertThat(server.received().get(0).target()).isEqualTo("http://localhost:1" + CREATE + "?api-version=2026-03-12");
    }

    @Test
    void aRequestUnderWayIsAnsweredAlthoughTheClientCloses() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (RawServer slow = new RawServer((socket, request) -> {
            arrived.countDown();
            closed.await();
            socket.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.close();
        })) {
            ServiceClient closing = TestClient.to(slow.endpoint()).build();
            CompletableFuture<ServiceResponse> sent = closing.send(notRepeatable());
            arrived.await();
            closing.close();
            closed.countDown();

            assertThat(answer(sent).status()).isEqualTo(204);
        }
    }

    @Test
    void usesAGivenHttpClientAndLeavesItOpen() throws Exception {
        HttpClient given = new JdkHttpClientBuilder().build();
        try (CapturedLog log = CapturedLog.open()) {
            for (int i = 0; i < 2; i++) {
                try (ServiceClient other = TestClient.to(server.endpoint()).httpClient(given).build()) {
                    assertThat(answer(other.send(repeatable())).status()).isEqualTo(200);
                }
            }
            assertThat(log.lines()).noneMatch(line -> line.level().isMoreSpecificThan(Level.WARN));
        }
        assertThat(server.received()).allSatisfy(SignatureCheck::verify);
    }

    @Test
    void turnsAnythingThatAnHttpClientThrowsIntoAServiceException() throws Exception {
        try (ServiceClient broken = TestClient.to(server.endpoint()).maxRetries(0)
                .httpClient(request -> Mono.error(new ArithmeticException("broken"))).build()) {
            ServiceException e = failure(broken.send(notRepeatable()));

            assertThat(e.delivery()).isEqualTo(Delivery.UNKNOWN);
            assertThat(e).hasMessageContaining("ArithmeticException: broken").hasCauseInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void givesUpAHttpClientThatNeverAnswers() throws Exception {
        try (ServiceClient silent = TestClient.to(server.endpoint()).requestTimeout(Duration.ofMillis(10)).maxRetries(0)
                .httpClient(request -> Mono.never()).build()) {
            ServiceException e = failure(silent.send(repeatable()));

            assertThat(e.delivery()).isEqualTo(Delivery.UNKNOWN);
            assertThat(e).hasMessageContaining("no complete answer within 1010 ms");
        }
    }

    @Test
    void namesEachRequestWithTheIdsItIsGiven() throws Exception {
        UUID id = UUID.fromString("11111111-1111-4111-8111-111111111111");
        try (ServiceClient named = TestClient.to(server.endpoint()).ids(() -> id).build()) {
            assertThat(answer(named.send(repeatable())).clientRequestId()).isEqualTo(id.toString());
        }
        assertThat(server.received().get(0).header("x-ms-client-request-id")).isEqualTo(id.toString());
    }
}
