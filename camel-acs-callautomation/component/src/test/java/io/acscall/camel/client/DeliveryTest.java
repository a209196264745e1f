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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import static io.acscall.camel.client.TestClient.failure;
import static io.acscall.camel.client.TestClient.notRepeatable;
import static io.acscall.camel.client.TestClient.repeatable;
import static org.assertj.core.api.Assertions.assertThat;

class DeliveryTest {

    private final QuickTimer timer = new QuickTimer();

    @AfterEach
    void stop() {
        timer.close();
    }

    @Test
    void nothingWasSentToAServerThatDoesNotListen() throws Exception {
        try (ServiceClient client = TestClient.to(nowhere()).timer(timer).build()) {
            ServiceException e = failure(client.send(notRepeatable()));

            assertThat(e.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(e.status()).isZero();
            assertThat(e.errorCode()).isNull();
            assertThat(e).hasMessageContaining("was not sent to http://127.0.0.1:").hasCauseInstanceOf(ConnectException.class);
            assertThat(timer.waits()).hasSize(3);
        }
    }

    @Test
    void nothingWasSentWithoutATlsHandshake() throws Exception {
        try (RawServer server = new RawServer(false, RawServer::refuseTls);
             ServiceClient client = TestClient.to(URI.create("https://127.0.0.1:" + server.endpoint().getPort()))
                     .timer(timer).build()) {
            ServiceException e = failure(client.send(notRepeatable()));

            assertThat(e.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(e).hasMessageContaining("handshake_failure").hasCauseInstanceOf(SSLHandshakeException.class);
            assertThat(timer.waits()).hasSize(3);
        }
    }

    @Test
    void aServerThatComesUpIsFoundByTheRetry() throws Exception {
        URI address = nowhere();
        HttpServer late = HttpServer.create();
        late.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        HttpClient real = new JdkTransport(() -> new JdkHttpClientBuilder().build());
        HttpClient starting = new HttpClient() {

            private int tries;

            @Override
            public Mono<HttpResponse> send(HttpRequest request) {
                return Mono.defer(() -> {
                    if (++tries == 2) {
                        start(late, address);
                    }
                    return real.send(request);
                });
            }
        };
        try (ServiceClient client = TestClient.to(address).timer(timer).httpClient(starting).build()) {
            assertThat(TestClient.answer(client.send(notRepeatable())).status()).isEqualTo(202);
        } finally {
            late.stop(0);
        }
    }

    @Test
    void aConnectionResetAfterTheRequestLeavesItInDoubtAndIsNotRepeated() throws Exception {
        try (RawServer server = new RawServer(RawServer::reset);
             ServiceClient client = TestClient.to(server.endpoint()).timer(timer).build()) {
            ServiceException e = failure(client.send(notRepeatable()));

            assertThat(e.delivery()).isEqualTo(Delivery.UNKNOWN);
            assertThat(e).hasMessageContaining("it may have taken effect").hasCauseInstanceOf(IOException.class);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void aResetInTheMiddleOfTheAnswerLeavesItInDoubt() throws Exception {
        try (RawServer server = new RawServer(RawServer::resetInTheAnswer);
             ServiceClient client = TestClient.to(server.endpoint()).timer(timer).build()) {
            assertThat(failure(client.send(notRepeatable())).delivery()).isEqualTo(Delivery.UNKNOWN);
            assertThat(server.requests()).isEqualTo(1);

            assertThat(failure(client.send(repeatable())).delivery()).isEqualTo(Delivery.UNKNOWN);
            assertThat(server.requests()).isEqualTo(5);
        }
    }

    @Test
    void anAnswerThatDoesNotComeInTimeLeavesItInDoubt() throws Exception {
        try (RawServer server = new RawServer((socket, request) -> {
        });
             ServiceClient client
                     = TestClient.to(server.endpoint()).requestTimeout(Duration.ofMillis(300)).timer(timer).build()) {
            ServiceException e = failure(client.send(notRepeatable()));

            assertThat(e.delivery()).isEqualTo(Delivery.UNKNOWN);
            assertThat(e).hasCauseInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void aTryInDoubtIsNotForgottenWhenTheLastOneCannotConnect() throws Exception {
        Delivery delivery = lastDelivery(new IOException("Connection reset"), new ConnectException("Connection refused"));

        assertThat(delivery).isEqualTo(Delivery.UNKNOWN);
        assertThat(lastDelivery(new ConnectException("refused"), new ConnectException("refused"))).isEqualTo(Delivery.NOT_SENT);
    }

    @ParameterizedTest
    @ValueSource(ints = { 401, 403, 429, 503 })
    void aTryInDoubtIsNotForgottenWhenTheLastOneIsTurnedAway(int status) throws Exception {
        assertThat(afterAReset(status).delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(afterAReset(status)).hasMessageContaining("an earlier try may have taken effect");
    }

    @ParameterizedTest
    @ValueSource(ints = { 400, 404, 409 })
    void anAnswerAboutTheOperationSettlesATryInDoubt(int status) throws Exception {
        assertThat(afterAReset(status).delivery()).isEqualTo(Delivery.ANSWERED);
    }

    @ParameterizedTest
    @MethodSource("beforeTheFirstByte")
    void knowsWhatComesBeforeTheFirstByte(Throwable failure) {
        assertThat(NetworkFailure.deliveryOf(failure)).isEqualTo(Delivery.NOT_SENT);
    }

    static Stream<Throwable> beforeTheFirstByte() {
        return Stream.of(new ConnectException(), new HttpConnectTimeoutException("HTTP connect timed out"),
                new UnknownHostException("nowhere"), new UnresolvedAddressException(), new SSLHandshakeException("certificate"),
                new IOException(new ConnectException("refused")));
    }

    @ParameterizedTest
    @MethodSource("perhapsLater")
    void takesAnythingElseForInDoubt(Throwable failure) {
        assertThat(NetworkFailure.deliveryOf(failure)).isEqualTo(Delivery.UNKNOWN);
    }

    static Stream<Throwable> perhapsLater() {
        HttpTimeoutException late = new HttpTimeoutException("request timed out");
        late.initCause(new ConnectException("closed"));
        return Stream.of(new IOException("HTTP/1.1 header parser received no bytes"), new SocketException("Connection reset"),
                late,
                new TimeoutException(), new IllegalStateException());
    }

    @Test
    void looksThroughWhatFuturesWrapAroundAFailure() {
        ConnectException bare = new ConnectException();

        assertThat(NetworkFailure.unwrap(new CompletionException(new CompletionException(bare)))).isSameAs(bare);
    }

    private ServiceException afterAReset(int status) throws Exception {
        try (RawServer server = new RawServer((socket, request) -> {
            if (request == 1) {
                RawServer.reset(socket, request);
            } else {
                socket.getOutputStream()
                        .write(("HTTP/1.1 " + status + " x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").getBytes());
                socket.close();
            }
        });
             ServiceClient client = TestClient.to(server.endpoint()).timer(timer).maxRetries(1).build()) {
            ServiceException e = failure(client.send(repeatable()));
            assertThat(e.status()).isEqualTo(status);
            return e;
        }
    }

    private Delivery lastDelivery(Exception... failures) throws Exception {
        Iterator<Exception> left = List.of(failures).iterator();
        try (ServiceClient client = TestClient.to(nowhere()).timer(timer).maxRetries(failures.length - 1)
                .httpClient(request -> Mono.error(left.next())).build()) {
            return failure(client.send(repeatable())).delivery();
        }
    }

    private static void start(HttpServer server, URI address) {
        try {
            server.bind(new InetSocketAddress(address.getHost(), address.getPort()), 0);
            server.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URI nowhere() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
    }
}
