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
package io.acscall.simulator.callback;

import java.net.ConnectException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.acscall.simulator.json.Json;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends over HTTP/1.1 with a bounded pool and time-outs. */
public final class VertxDeliveryClient implements DeliveryClient {

    private static final Logger LOG = LoggerFactory.getLogger(VertxDeliveryClient.class);
    private static final int CONNECTIONS_PER_HOST = 64;
    private static final int WAITING = 20_000;
    private static final int BODY_LIMIT = 16 * 1024;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final HttpClient client;
    private final Duration answerTimeout;

    /**
     * @param answerTimeout how long an application may take to answer
     */
    public VertxDeliveryClient(Vertx vertx, Duration answerTimeout) {
        this.vertx = vertx;
        this.answerTimeout = answerTimeout;
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions().setConnectTimeout((int) CONNECT_TIMEOUT.toMillis()).setMaxWaitQueueSize(WAITING))
                .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_HOST))
                // An application that stops between two requests breaks a connection that nobody uses: no news.
                .withConnectHandler(
                        connection -> connection.exceptionHandler(e -> LOG.debug("Connection lost: {}", e.getMessage())))
                .build();
    }

    @Override
    public CompletableFuture<DeliveryResult> send(Delivery delivery) {
        CompletableFuture<DeliveryResult> outcome = new CompletableFuture<>();
        // On one context from beginning to end: else an answer may be over before its handlers are set.
        vertx.runOnContext(ignored -> exchange(delivery)
                .onComplete(done -> outcome.complete(done.succeeded() ? done.result() : failure(done.cause()))));
        return outcome;
    }

    private Future<DeliveryResult> exchange(Delivery delivery) {
        try {
            RequestOptions options = new RequestOptions().setMethod(HttpMethod.valueOf(delivery.method()))
                    .setAbsoluteURI(delivery.target().toString()).setConnectTimeout(CONNECT_TIMEOUT.toMillis())
                    .setIdleTimeout(answerTimeout.toMillis());
            delivery.headers().forEach(options::putHeader);
            return client.request(options).compose(request -> write(request, delivery)).compose(VertxDeliveryClient::read);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private static Future<HttpClientResponse> write(HttpClientRequest request, Delivery delivery) {
        return delivery.body() == null ? request.send() : request.send(Buffer.buffer(Json.bytes(delivery.body())));
    }

    /** Reads no more of the body than is worth showing: an application may answer with anything. */
    private static Future<DeliveryResult> read(HttpClientResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.headers().forEach(header -> headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        Buffer body = Buffer.buffer();
        Promise<DeliveryResult> whole = Promise.promise();
        response.handler(part -> body.appendBuffer(part, 0, Math.min(part.length(), BODY_LIMIT - body.length())));
        response.exceptionHandler(whole::tryFail);
        response.endHandler(
                end -> whole.tryComplete(new DeliveryResult(response.statusCode(), headers, body.toString(), null)));
        return whole.future();
    }

    private static DeliveryResult failure(Throwable cause) {
        String message = cause.getMessage();
        String why = message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
        return cause instanceof ConnectException ? DeliveryResult.unreached(why) : DeliveryResult.failed(why);
    }
}
