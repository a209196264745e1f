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

import java.io.IOException;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import io.acscall.camel.client.ScriptedServer.Received;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import static io.acscall.camel.client.TestClient.NOW;
import static io.acscall.camel.client.TestClient.answer;
import static io.acscall.camel.client.TestClient.failure;
import static io.acscall.camel.client.TestClient.notRepeatable;
import static io.acscall.camel.client.TestClient.repeatable;
import static org.assertj.core.api.Assertions.assertThat;

class RetryTest {

    private static final ServiceRequest READ = ServiceRequest.get("/calling/callConnections/1");
    private static final ServiceRequest HANG_UP = ServiceRequest.delete("/calling/callConnections/1");

    private final ScriptedServer server = new ScriptedServer();
    private final QuickTimer timer = new QuickTimer();
    private final ServiceClient client = TestClient.to(server.endpoint()).timer(timer).build();

    @AfterEach
    void stop() {
        client.close();
        timer.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = { 408, 429, 500, 502, 503, 504 })
    void triesAgainWhatTheServiceRecognises(int status) throws Exception {
        server.reply(status, "").reply(status, "").reply(status, "");
        assertThat(answer(client.send(READ)).status()).isEqualTo(200);

        server.reply(status, "");
        assertThat(answer(client.send(repeatable())).status()).isEqualTo(200);

        assertThat(server.received()).hasSize(6);
    }

    @Test
    void triesAgainWithTheIdenticalRequestButADateAndSignatureOfItsOwn() throws Exception {
        TickingClock clock = new TickingClock();
        server.reply(500, "").reply(503, "");
        try (ServiceClient ticking = TestClient.to(server.endpoint()).timer(timer).clock(clock).build()) {
            answer(ticking.send(repeatable()));
        }

        assertThat(server.received()).hasSize(3).allSatisfy(SignatureCheck::verify);
        for (String same : List.of("Repeatability-Request-ID", "Repeatability-First-Sent", "x-ms-client-request-id",
                "Content-Length", "x-ms-content-sha256", "User-Agent")) {
            assertThat(headers(same).distinct()).as(same).hasSize(1).doesNotContainNull();
        }
        assertThat(server.received().stream().map(Received::body).distinct()).hasSize(1);
        assertThat(server.received().stream().map(Received::target).distinct()).hasSize(1);
        assertThat(headers("x-ms-date").distinct()).hasSize(3);
        assertThat(headers("Authorization").distinct()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = { 408, 500, 502, 503, 504 })
    void doesNotRepeatWhatMayHaveTakenEffect(int status) throws Exception {
        for (ServiceRequest request : List.of(notRepeatable(), HANG_UP)) {
            server.reply(status, "");
            assertThat(failure(client.send(request)).status()).isEqualTo(status);
        }
        assertThat(server.received()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = { 400, 401, 403, 404, 405, 409, 412, 501, 505 })
    void neverTriesAgainAfterALastingAnswer(int status) throws Exception {
        server.reply(status, "", "Retry-After", "1");

        ServiceException e = failure(client.send(repeatable()));

        assertThat(e.status()).isEqualTo(status);
        assertThat(e.delivery()).isEqualTo(Delivery.ANSWERED);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void triesAnythingAgainThatWasTurnedAwayUnseen() throws Exception {
        server.reply(429, "").reply(503, "", "Retry-After", "2").reply(204, "");

        assertThat(answer(client.send(HANG_UP)).status()).isEqualTo(204);
        assertThat(timer.waits()).containsExactly(Duration.ofMillis(100), Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Retry-After         | 7                             | 7000
            Retry-After         | 0                             | 0
            Retry-After         | Thu, 02 Apr 2026 09:15:42 GMT | 42000
            retry-after-ms      | 1500                          | 1500
            x-ms-retry-after-ms | 250                           | 250
            Retry-After         | soon                          | 100
            Retry-After         | -4                            | 0
            """)
    void waitsAsLongAsTheServiceAsks(String header, String value, long millis) throws Exception {
        server.reply(429, "", header, value);

        answer(client.send(notRepeatable()));

        List<Duration> expected = millis == 0 ? List.of() : List.of(Duration.ofMillis(millis));
        assertThat(timer.waits().stream().filter(wait -> !wait.isZero())).isEqualTo(expected);
    }

    @Test
    void leavesALongerWaitThanAMinuteToTheCaller() throws Exception {
        server.reply(429, "{\"error\":{\"code\":\"8516\",\"message\":\"Too many requests.\"}}", "Retry-After", "61");

        ServiceException e = failure(client.send(repeatable()));

        assertThat(e.status()).isEqualTo(429);
        assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(61));
        assertThat(e).hasMessageContaining("retry after 61000 ms");
        assertThat(server.received()).hasSize(1);
        assertThat(timer.waits()).isEmpty();
    }

    @Test
    void waitsTwiceAsLongEachTimeAndGivesUpInTheEnd() throws Exception {
        server.reply(500, "").reply(500, "").reply(500, "").reply(500, "{\"error\":{\"code\":\"9999\"}}");

        ServiceException e = failure(client.send(repeatable()));

        assertThat(e.status()).isEqualTo(500);
        assertThat(e.errorCode()).isEqualTo("9999");
        assertThat(server.received()).hasSize(4);
        assertThat(timer.waits()).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400));
    }

    @Test
    void leavesHalfOfTheBackOffToChance() throws Exception {
        server.reply(500, "");
        try (ServiceClient other = TestClient.to(server.endpoint()).timer(timer).jitter(() -> 0).build()) {
            answer(other.send(repeatable()));
        }
        assertThat(timer.waits()).containsExactly(Duration.ofMillis(50));
    }

    @Test
    void neverTriesAgainWithoutRetries() throws Exception {
        server.reply(429, "");
        try (ServiceClient once = TestClient.to(server.endpoint()).timer(timer).maxRetries(0).build()) {
            assertThat(failure(once.send(repeatable())).status()).isEqualTo(429);
        }
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void triesAnythingAgainThatCouldNotConnect() throws Exception {
        try (ServiceClient flaky = TestClient.to(server.endpoint()).timer(timer)
                .httpClient(failingFirst(new ConnectException("Connection refused"), 2)).build()) {
            assertThat(answer(flaky.send(HANG_UP)).status()).isEqualTo(200);
        }
        assertThat(server.received()).hasSize(1);
        assertThat(timer.waits()).hasSize(2);
    }

    @Test
    void triesAgainAfterABrokenConnectionOnlyWhatTheServiceRecognises() throws Exception {
        try (ServiceClient flaky = TestClient.to(server.endpoint()).timer(timer)
                .httpClient(failingFirst(new IOException("Connection reset"), 1)).build()) {
            assertThat(answer(flaky.send(repeatable())).status()).isEqualTo(200);
        }
        try (ServiceClient flaky = TestClient.to(server.endpoint()).timer(timer)
                .httpClient(failingFirst(new IOException("Connection reset"), 1)).build()) {
            assertThat(failure(flaky.send(notRepeatable())).delivery()).isEqualTo(Delivery.UNKNOWN);
        }
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void closingEndsAWaitWithTheFailureOfTheLastTry() throws Exception {
        ScheduledThreadPoolExecutor slow = new ScheduledThreadPoolExecutor(1);
        ServiceClient waiting = TestClient.to(server.endpoint()).timer(slow).build();
        try {
            server.reply(429, "", "Retry-After", "50");
            CompletableFuture<ServiceResponse> sent = waiting.send(repeatable());
            Awaitility.await("the wait for the retry").until(() -> !slow.getQueue().isEmpty());

            waiting.close();

            assertThat(failure(sent).retryAfter()).isEqualTo(Duration.ofSeconds(50));
            assertThat(slow.isShutdown()).isFalse();
        } finally {
            slow.shutdownNow();
        }
    }

    @Test
    void cancellingGivesUpTheWait() {
        ScheduledThreadPoolExecutor slow = new ScheduledThreadPoolExecutor(1);
        slow.setRemoveOnCancelPolicy(true);
        try (ServiceClient waiting = TestClient.to(server.endpoint()).timer(slow).build()) {
            server.reply(429, "", "Retry-After", "50");
            CompletableFuture<ServiceResponse> sent = waiting.send(repeatable());
            Awaitility.await("the wait for the retry").until(() -> !slow.getQueue().isEmpty());

            sent.cancel(true);

            Awaitility.await("the end of the wait").until(() -> slow.getQueue().isEmpty());
        } finally {
            slow.shutdownNow();
        }
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void aTimerThatTakesNoWorkLeavesTheFailureOfTheLastTry() throws Exception {
        timer.shutdownNow();
        server.reply(503, "").reply(429, "", "Retry-After", "5");

        assertThat(failure(client.send(repeatable())).status()).isEqualTo(503);
        assertThat(failure(client.send(repeatable())).retryAfter()).isEqualTo(Duration.ofSeconds(5));
    }

    private Stream<String> headers(String name) {
        return server.received().stream().map(received -> received.header(name));
    }

    private static HttpClient failingFirst(Exception failure, int times) {
        HttpClient real = new JdkHttpClientBuilder().build();
        JdkTransport transport = new JdkTransport(() -> real);
        AtomicInteger left = new AtomicInteger(times);
        return new HttpClient() {

            @Override
            public Mono<HttpResponse> send(HttpRequest request) {
                return left.getAndDecrement() > 0 ? Mono.error(failure) : transport.send(request);
            }
        };
    }

    /** A second passes with each look at it. */
    private static final class TickingClock extends Clock {

        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return NOW.plusSeconds(looks.incrementAndGet());
        }
    }
}
