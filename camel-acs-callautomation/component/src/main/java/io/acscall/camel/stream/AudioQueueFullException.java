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

import java.time.Duration;

/**
 * More audio waits to be sent than may wait.
 */
public class AudioQueueFullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AudioQueueFullException(Duration queued, Duration more, Duration maxQueued) {
        super("The audio does not fit into the queue of the stream: " + queued.toMillis() + " ms wait to be sent, and "
              + more.toMillis() + " ms more would be over the component option maxQueuedAudio="
              + maxQueued.toMillis()
              + "ms. Send less at once, wait with awaitWritten=true, or raise it, for example maxQueuedAudio=2m");
    }
}
