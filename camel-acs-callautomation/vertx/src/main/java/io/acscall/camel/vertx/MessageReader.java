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

import java.nio.charset.StandardCharsets;

import io.acscall.camel.spi.WebSocketListener;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts messages together that come in pieces, within a limit, and hands them on. Bytes are joined, not texts: a letter
 * may lie across two pieces.
 */
final class MessageReader {

    private static final Logger LOG = LoggerFactory.getLogger(MessageReader.class);

    private static final short TOO_BIG = 1009;
    private static final int ABNORMAL = 1006;

    private final Context context;
    private final ServerWebSocket socket;
    private final WebSocketListener listener;
    private final int maxMessageSize;
    private Buffer begun;
    private boolean text;
    private boolean refused;

    MessageReader(Context context, ServerWebSocket socket, WebSocketListener listener, int maxMessageSize) {
        this.context = context;
        this.socket = socket;
        this.listener = listener;
        this.maxMessageSize = maxMessageSize;
    }

    void start() {
        socket.frameHandler(this::take);
        // a network that breaks off ends the connection, and that is handled there
        socket.exceptionHandler(failed -> LOG.debug("A WebSocket failed: {}", failed.toString()));
        socket.closeHandler(nothing -> drain());
    }

    private void take(WebSocketFrame frame) {
        if (refused || !(frame.isText() || frame.isBinary() || frame.isContinuation())) {
            return;
        }
        Buffer piece = frame.binaryData();
        if (!frame.isContinuation()) {
            text = frame.isText();
            begun = null;
        }
        if (length(begun) + piece.length() > maxMessageSize) {
            tooBig();
        } else if (frame.isFinal()) {
            Buffer whole = begun == null ? piece : begun.appendBuffer(piece);
            begun = null;
            deliver(whole);
        } else {
            begun = (begun == null ? Buffer.buffer() : begun).appendBuffer(piece);
        }
    }

    private static int length(Buffer buffer) {
        return buffer == null ? 0 : buffer.length();
    }

    private void tooBig() {
        LOG.warn("A WebSocket is closed: a message is longer than maxFrameSize={} bytes", maxMessageSize);
        begun = null;
        refused = true;
        socket.close(TOO_BIG, "message too big");
    }

    private void deliver(Buffer whole) {
        if (text) {
            listener.text(whole.toString(StandardCharsets.UTF_8));
        } else {
            listener.binary();
        }
    }

    /** What was read while nobody wanted it comes before the end. */
    private void drain() {
        socket.resume();
        context.runOnContext(nothing -> {
            Short code = socket.closeStatusCode();
            listener.closed(code == null ? ABNORMAL : code);
        });
    }
}
