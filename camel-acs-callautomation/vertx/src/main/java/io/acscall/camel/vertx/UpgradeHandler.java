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

import java.util.HashMap;
import java.util.Map;

import io.acscall.camel.spi.WebSocketGate;
import io.acscall.camel.spi.WebSocketHandshake;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks who wants a WebSocket for what the gate wants to see, and upgrades the request only then.
 */
final class UpgradeHandler implements Handler<RoutingContext> {

    private static final Logger LOG = LoggerFactory.getLogger(UpgradeHandler.class);

    private static final int UPGRADE_REQUIRED = 426;
    private static final int INTERNAL_ERROR = 500;

    private final Vertx vertx;
    private final WebSocketGate gate;
    private final int maxMessageSize;

    UpgradeHandler(Vertx vertx, WebSocketGate gate, int maxMessageSize) {
        this.vertx = vertx;
        this.gate = gate;
        this.maxMessageSize = maxMessageSize;
    }

    @Override
    public void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            routing.response().setStatusCode(UPGRADE_REQUIRED).putHeader(HttpHeaders.UPGRADE, "websocket").end();
            return;
        }
        // nothing of the request may be read before it is upgraded
        request.pause();
        WebSocketHandshake handshake = handshake(request);
        vertx.executeBlocking(() -> gate.admit(handshake), false).onComplete(admitted -> {
            int status = admitted.succeeded() ? admitted.result() : INTERNAL_ERROR;
            if (admitted.failed()) {
                LOG.warn("A WebSocket handshake could not be checked", admitted.cause());
            }
            if (status == WebSocketGate.SWITCHING_PROTOCOLS) {
                upgrade(request, handshake);
            } else {
                request.resume();
                routing.response().setStatusCode(status).end();
            }
        });
    }

    private static WebSocketHandshake handshake(HttpServerRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach(headers::put);
        return new WebSocketHandshake(headers);
    }

    private void upgrade(HttpServerRequest request, WebSocketHandshake handshake) {
        request.toWebSocket().onSuccess(socket -> connect(handshake, socket))
                .onFailure(failed -> LOG.debug("A request was not upgraded to a WebSocket: {}", failed.toString()));
        request.resume();
    }

    private void connect(WebSocketHandshake handshake, ServerWebSocket socket) {
        Context context = vertx.getOrCreateContext();
        VertxConnection connection = new VertxConnection(context, socket);
        new MessageReader(context, socket, gate.connected(handshake, connection), maxMessageSize).start();
    }
}
