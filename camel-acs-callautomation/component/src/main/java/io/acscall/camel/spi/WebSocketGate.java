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
package io.acscall.camel.spi;

/**
 * Decides who may connect to a path, and takes what comes.
 */
public interface WebSocketGate {

    /** What {@link #admit} says to a handshake that may be upgraded: the status of HTTP for it. */
    int SWITCHING_PROTOCOLS = 101;

    /**
     * Looks at a handshake before it is upgraded. May take seconds when keys have to be fetched, so it is called on a
     * worker thread of the server, never on a network thread.
     *
     * @param  handshake the request
     * @return           {@link #SWITCHING_PROTOCOLS}, or the status to refuse it with, without a body
     */
    int admit(WebSocketHandshake handshake);

    /**
     * A connection is up. Called before the first message, on the thread that brings the messages; returns at once.
     *
     * @param  handshake  the request, which was admitted
     * @param  connection to answer with
     * @return            takes what comes
     */
    WebSocketListener connected(WebSocketHandshake handshake, WebSocketConnection connection);
}
