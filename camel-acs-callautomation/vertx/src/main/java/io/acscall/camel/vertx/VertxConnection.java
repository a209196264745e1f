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

import java.util.concurrent.CompletionStage;

import io.acscall.camel.spi.WebSocketConnection;
import io.vertx.core.Context;
import io.vertx.core.http.ServerWebSocket;

/**
 * A WebSocket of Vert.x. Reading is stopped and started on its own thread, as Vert.x wants it.
 */
final class VertxConnection implements WebSocketConnection {

    private final Context context;
    private final ServerWebSocket socket;

    VertxConnection(Context context, ServerWebSocket socket) {
        this.context = context;
        this.socket = socket;
    }

    @Override
    public CompletionStage<Void> send(String text) {
        return socket.writeTextMessage(text).toCompletionStage();
    }

    @Override
    public void pause() {
        context.runOnContext(nothing -> socket.pause());
    }

    @Override
    public void resume() {
        context.runOnContext(nothing -> socket.resume());
    }

    @Override
    public void close(int code, String reason) {
        socket.close((short) code, reason);
    }
}
