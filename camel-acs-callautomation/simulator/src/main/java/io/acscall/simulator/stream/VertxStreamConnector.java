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
package io.acscall.simulator.stream;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects with the simulator's own Vert.x. */
public final class VertxStreamConnector implements StreamConnector {

    private static final Logger LOG = LoggerFactory.getLogger(VertxStreamConnector.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 20_000;
    private static final int MESSAGE_LIMIT = 256 * 1024;
    /** Some two seconds of audio. */
    private static final int WRITE_QUEUE = 128 * 1024;

    private final Vertx vertx;
    private final WebSocketClient client;

    public VertxStreamConnector(Vertx vertx) {
        this.vertx = vertx;
        WebSocketClientOptions options = new WebSocketClientOptions().setMaxConnections(CONNECTIONS)
                .setMaxMessageSize(MESSAGE_LIMIT).setMaxFrameSize(MESSAGE_LIMIT);
        options.setConnectTimeout((int) PATIENCE.toMillis());
        this.client = vertx.createWebSocketClient(options);
    }

    @Override
    public void connect(URI target, Map<String, String> headers, Listener listener) {
        vertx.runOnContext(ignored -> {
            try {
                begin(target, headers, listener);
            } catch (RuntimeException e) {
                listener.refused(0, String.valueOf(e.getMessage()));
            }
        });
    }

    private void begin(URI target, Map<String, String> headers, Listener listener) {
        WebSocketConnectOptions options = new WebSocketConnectOptions();
        options.setAbsoluteURI(target.toString()).setConnectTimeout(PATIENCE.toMillis()).setTimeout(PATIENCE.toMillis());
        headers.forEach(options::putHeader);
        ClientWebSocket socket = client.webSocket();
        socket.textMessageHandler(listener::received).binaryMessageHandler(bytes -> listener.received(bytes.toString()));
        socket.exceptionHandler(e -> LOG.debug("A stream's connection failed: {}", e.getMessage()));
        socket.closeHandler(closed -> listener.closed(socket.closeStatusCode() == null
                ? null : Integer.valueOf(socket.closeStatusCode())));
        socket.connect(options).onComplete(done -> {
            if (done.succeeded()) {
                done.result().setWriteQueueMaxSize(WRITE_QUEUE);
                listener.opened(new Socket(done.result()));
            } else {
                listener.refused(status(done.cause()), String.valueOf(done.cause().getMessage()));
            }
        });
    }

    private static int status(Throwable cause) {
        return cause instanceof UpgradeRejectedException rejected ? rejected.getStatus() : 0;
    }

    private record Socket(WebSocket socket) implements StreamSocket {

        @Override
        public boolean full() {
            return !socket.isClosed() && socket.writeQueueFull();
        }

        @Override
        public void send(String text) {
            if (!socket.isClosed()) {
                socket.writeTextMessage(text);
            }
        }

        @Override
        public void close(int code) {
            if (!socket.isClosed()) {
                socket.close((short) code);
            }
        }
    }
}
