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
package io.acscall.camel.stream;

/**
 * Told of streams that come and go, on the thread of the WebSocket: it must not block.
 */
public interface StreamWatcher {

    /** Nobody watches. */
    StreamWatcher NONE = new StreamWatcher() {

        @Override
        public void opened(StreamIdentity identity) {
            // nobody to tell
        }

        @Override
        public void ended(StreamIdentity identity, StreamEnd end) {
            // nobody to tell
        }
    };

    /**
     * A stream is up.
     *
     * @param identity of the stream, as far as it is known
     */
    void opened(StreamIdentity identity);

    /**
     * A stream is over.
     *
     * @param identity of the stream
     * @param end      how it ended
     */
    void ended(StreamIdentity identity, StreamEnd end);
}
