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
 * Takes what comes on a WebSocket, one call after the other, on a network thread: every method returns at once.
 */
public interface WebSocketListener {

    /**
     * A text message came, put together when it came in pieces.
     *
     * @param message the text
     */
    void text(String message);

    /** A binary message came; its content is of no use to anybody here. */
    void binary();

    /**
     * The connection has ended. The last call, made once.
     *
     * @param code of RFC 6455; 1006 when the connection broke off
     */
    void closed(int code);
}
