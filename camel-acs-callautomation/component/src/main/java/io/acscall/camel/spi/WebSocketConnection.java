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

import java.util.concurrent.CompletionStage;

/**
 * A WebSocket that is up. All methods return at once and may be called from any thread.
 */
public interface WebSocketConnection {

    /**
     * Sends a text message. Messages go out in the order of the calls; who sends without waiting for the result makes
     * them queue up in memory.
     *
     * @param  text the message
     * @return      done when it is written to the network, failed when the connection has gone; may be completed on a
     *              network thread
     */
    CompletionStage<Void> send(String text);

    /** Stops reading: the sender is held back when the buffers of the network are full. */
    void pause();

    /** Reads on after {@link #pause}. */
    void resume();

    /**
     * Closes the connection. No effect when it is closed.
     *
     * @param code   of RFC 6455, for example 1001
     * @param reason for the other side, at most 123 bytes
     */
    void close(int code, String reason);
}
