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
package io.acscall.simulator.load;

import java.net.URI;
import java.util.concurrent.TimeUnit;

import io.acscall.simulator.server.VertxRuntime;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

/**
 * Posts the same callback over and over with the HTTP client, the threads and the connections that the simulator has,
 * and does nothing else: what the simulator is measured against.
 */
final class BareClient implements AutoCloseable {

    private static final int CONNECTIONS = 64;
    private static final int WAITING = 20_000;

    private final Vertx vertx = VertxRuntime.create();
    private final HttpClient client = vertx.createHttpClient(
            new HttpClientOptions().setMaxWaitQueueSize(WAITING), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    private final URI target;
    private final CallbackReceiver.Received callback;

    BareClient(URI target, CallbackReceiver.Received callback) {
        this.target = target;
        this.callback = callback;
    }

    /** Posts it once more; does not wait. A post that fails never arrives, which the pressure notices. */
    void post() {
        vertx.runOnContext(ignored -> client.request(options()).compose(this::send).compose(HttpClientResponse::body));
    }

    private RequestOptions options() {
        return new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(target.toString())
                .putHeader("Content-Type", "application/json").putHeader("Authorization", callback.authorization());
    }

    private Future<HttpClientResponse> send(HttpClientRequest request) {
        return request.send(callback.body());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
