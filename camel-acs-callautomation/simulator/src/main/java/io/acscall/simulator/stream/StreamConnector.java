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
import java.util.Map;

/** Connects to applications by WebSocket. */
public interface StreamConnector {

    /** Hears of one connection, on a network thread; must not block. */
    interface Listener {

        /** The connection is there. Comes first, and at most once. */
        void opened(StreamSocket socket);

        /**
         * There will be no connection; nothing follows.
         *
         * @param status what the application answered instead, 0 when it did not answer
         * @param why    a sentence
         */
        void refused(int status, String why);

        /** The application has sent a text or binary message. */
        void received(String text);

        /**
         * The connection is closed, by whichever side; nothing follows.
         *
         * @param code the close code, or null
         */
        void closed(Integer code);
    }

    /**
     * Connects.
     *
     * @param headers of the request
     */
    void connect(URI target, Map<String, String> headers, Listener listener);
}
