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
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

import io.acscall.simulator.server.VertxRuntime;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/** An application that takes every callback at once, counts it and keeps the newest only. */
final class CallbackReceiver implements AutoCloseable {

    /** A callback as it came: its body, and its Authorization header. */
    record Received(Buffer body, String authorization) {
    }

    private final Vertx vertx = VertxRuntime.create();
    private final HttpServer server;
    private final LongAdder count = new LongAdder();
    private final AtomicReference<Received> newest = new AtomicReference<>();
    private volatile Runnable onCallback = () -> {
    };

    CallbackReceiver() {
        server = vertx.createHttpServer().requestHandler(this::take).listen(0, "127.0.0.1").toCompletionStage()
                .toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.actualPort() + "/cb");
    }

    long count() {
        return count.sum();
    }

    Received newest() {
        return newest.get();
    }

    /** What to do at each callback from now on; runs on a network thread. */
    void onCallback(Runnable task) {
        onCallback = task;
    }

    private void take(HttpServerRequest request) {
        request.bodyHandler(body -> {
            newest.set(new Received(body, request.getHeader("Authorization")));
            count.increment();
            request.response().end();
            onCallback.run();
        });
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
