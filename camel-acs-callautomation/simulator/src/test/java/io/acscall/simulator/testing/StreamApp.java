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
package io.acscall.simulator.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.json.Json;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import org.awaitility.Awaitility;

/** An application that takes the WebSockets of streams and remembers what comes. */
public final class StreamApp implements AutoCloseable {

    private static final int ACCEPT = 101;

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private volatile boolean keeps = true;
    private volatile IntSupplier answer = () -> ACCEPT;
    private volatile BiConsumer<Connection, JsonNode> behaviour = (connection, frame) -> {
    };

    /** One connection. */
    public static final class Connection {

        private final ServerWebSocket socket;
        private final Map<String, String> headers = new ConcurrentHashMap<>();
        private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
        private volatile Integer closeCode;

        private Connection(ServerWebSocket socket) {
            this.socket = socket;
            socket.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        }

        public String path() {
            return socket.path();
        }

        public String header(String name) {
            return headers.get(name);
        }

        /** What came, in order. */
        public List<JsonNode> frames() {
            return new ArrayList<>(frames);
        }

        /** What came of one kind: the object beside the kind. */
        public List<JsonNode> frames(String kind) {
            String member = Character.toLowerCase(kind.charAt(0)) + kind.substring(1);
            return frames.stream().filter(frame -> kind.equals(frame.path("kind").asText())).map(frame -> frame.get(member))
                    .toList();
        }

        /** The close code, or null while open. */
        public Integer closeCode() {
            return closeCode;
        }

        public void send(String text) {
            socket.writeTextMessage(text);
        }

        /** Reads no more, as an application does that is too slow. */
        public void stall() {
            socket.pause();
        }

        public void goOn() {
            socket.resume();
        }

        public void close(int code) {
            socket.close((short) code);
        }
    }

    public StreamApp() {
        server = vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1"))
                .webSocketHandshakeHandler(this::shakeHands).webSocketHandler(this::accept);
        try {
            server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("The test's server does not start", e);
        }
    }

    /** Answers connections with this status from now on; 101 takes them. */
    public StreamApp answers(int status) {
        answer = () -> status;
        return this;
    }

    /** Keeps no frames from now on, for those who send many. */
    public StreamApp forgetful() {
        keeps = false;
        return this;
    }

    /** Does this with each frame, on the network thread. */
    public StreamApp behaves(BiConsumer<Connection, JsonNode> newBehaviour) {
        behaviour = newBehaviour;
        return this;
    }

    public URI uri(String path) {
        return URI.create("ws://127.0.0.1:" + server.actualPort() + path);
    }

    public List<Connection> connections() {
        return new ArrayList<>(connections);
    }

    /** Waits for the nth connection; the first is 1. */
    public Connection connection(int number) {
        Awaitility.await().atMost(CallScene.SOON).until(() -> connections.size() >= number);
        return connections.get(number - 1);
    }

    private void shakeHands(ServerWebSocketHandshake handshake) {
        int status = answer.getAsInt();
        if (status == ACCEPT) {
            handshake.accept();
        } else {
            handshake.reject(status);
        }
    }

    private void accept(ServerWebSocket socket) {
        Connection connection = new Connection(socket);
        socket.textMessageHandler(text -> {
            JsonNode frame = json(text);
            if (keeps) {
                connection.frames.add(frame);
            }
            behaviour.accept(connection, frame);
        });
        socket.closeHandler(closed -> connection.closeCode
                = socket.closeStatusCode() == null ? Integer.valueOf(1006) : Integer.valueOf(socket.closeStatusCode()));
        connections.add(connection);
    }

    private static JsonNode json(String text) {
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
