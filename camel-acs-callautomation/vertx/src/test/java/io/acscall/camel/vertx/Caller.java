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
package io.acscall.camel.vertx;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** The service's end of a stream, made by hand. */
final class Caller implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Ear ear;
    private final WebSocket socket;

    private static final class Ear implements WebSocket.Listener {

        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder piece = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            piece.append(data);
            if (last) {
                heard.add(piece.toString());
                piece.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            closed.complete(statusCode);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            closed.complete(1006);
        }
    }

    private Caller(Ear ear, WebSocket socket) {
        this.ear = ear;
        this.socket = socket;
    }

    static Caller connect(URI address, String authorization, String call) {
        Ear ear = new Ear();
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        if (authorization != null) {
            builder.header("Authorization", authorization);
        }
        if (call != null) {
            builder.header("x-ms-call-connection-id", call).header("x-ms-call-correlation-id", "correlation of " + call);
        }
        return new Caller(ear, builder.buildAsync(address, ear).join());
    }

    /** The status with which a connection is refused. */
    static int refusal(Runnable connect) {
        try {
            connect.run();
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
        return 101;
    }

    Caller say(String message) {
        socket.sendText(message, true).join();
        return this;
    }

    Caller sayInPieces(String message, int size) {
        for (int start = 0; start < message.length(); start += size) {
            int end = Math.min(start + size, message.length());
            socket.sendText(message.substring(start, end), end == message.length()).join();
        }
        return this;
    }

    Caller sayBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    Caller metadata(int sampleRate) {
        return say(
                "{\"kind\":\"AudioMetadata\",\"audioMetadata\":{\"subscriptionId\":\"s1\",\"encoding\":\"PCM\",\"sampleRate\":"
                   + sampleRate + ",\"channels\":1,\"length\":" + sampleRate / 25 + "}}");
    }

    Caller audio(byte[] pcm) {
        return say(audioText(pcm));
    }

    static String audioText(byte[] pcm) {
        return "{\"kind\":\"AudioData\",\"audioData\":{\"timestamp\":\"2026-04-02T09:15:05.1180000Z\",\"data\":\""
               + Base64.getEncoder().encodeToString(pcm) + "\",\"silent\":false}}";
    }

    List<String> heard() {
        return ear.heard;
    }

    CompletableFuture<Integer> closed() {
        return ear.closed;
    }

    void hangUp() {
        socket.sendClose(1000, "").join();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
