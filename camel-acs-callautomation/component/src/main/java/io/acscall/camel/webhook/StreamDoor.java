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
package io.acscall.camel.webhook;

import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

import io.acscall.camel.spi.WebSocketConnection;
import io.acscall.camel.spi.WebSocketGate;
import io.acscall.camel.spi.WebSocketHandshake;
import io.acscall.camel.spi.WebSocketListener;

/**
 * Where the WebSockets of streams come in. A handshake must carry the same token as a callback; who may not enter never
 * learns why.
 */
public final class StreamDoor implements WebSocketGate {

    private static final int UNAUTHORIZED = 401;
    private static final int UNAVAILABLE = 503;

    private final RequestAuthenticator authenticator;
    private final RefusalLog refusals;
    private final BooleanSupplier isOpen;
    private final BiFunction<WebSocketHandshake, WebSocketConnection, WebSocketListener> streams;

    /**
     * Opens the door.
     *
     * @param name          for the log and for counters
     * @param authenticator who may enter
     * @param refusals      counts who may not
     * @param isOpen        whether new streams are taken now
     * @param streams       takes a connection over
     */
    public StreamDoor(
                      String name, RequestAuthenticator authenticator, RefusalCounts refusals, BooleanSupplier isOpen,
                      BiFunction<WebSocketHandshake, WebSocketConnection, WebSocketListener> streams) {
        this.authenticator = Objects.requireNonNull(authenticator, "authenticator");
        this.refusals = new RefusalLog(name, refusals);
        this.isOpen = Objects.requireNonNull(isOpen, "isOpen");
        this.streams = Objects.requireNonNull(streams, "streams");
    }

    @Override
    public int admit(WebSocketHandshake handshake) {
        AuthResult auth = authenticator.authenticate(new InboundRequest("GET", handshake.headers(), null, null));
        if (!auth.accepted()) {
            // without keys nobody can be told from anybody; that is no fault of the sender, who shall try again
            int status = auth.refusal() == Refusal.KEYS_UNAVAILABLE ? UNAVAILABLE : UNAUTHORIZED;
            refusals.note(status, auth.refusal().name().toLowerCase(Locale.ROOT), auth.detail());
            return status;
        }
        if (!isOpen.getAsBoolean()) {
            refusals.note(UNAVAILABLE, "busy", "the consumer is stopping, or maxStreams streams are up");
            return UNAVAILABLE;
        }
        return SWITCHING_PROTOCOLS;
    }

    @Override
    public WebSocketListener connected(WebSocketHandshake handshake, WebSocketConnection connection) {
        return streams.apply(handshake, connection);
    }
}
