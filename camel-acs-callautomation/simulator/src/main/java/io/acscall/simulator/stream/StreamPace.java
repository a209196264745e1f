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

import java.time.Duration;

/**
 * How fast things go in streams.
 *
 * @param speechRate     characters spoken per second
 * @param pause          how long it must be quiet before somebody goes on by script
 * @param reconnects     how often the service tries to connect again when a connection broke
 * @param reconnectDelay the wait before each of them
 */
public record StreamPace(int speechRate, Duration pause, int reconnects, Duration reconnectDelay) {

    /** The pause in frames of audio. */
    int pauseFrames() {
        return (int) ((pause.toMillis() + AudioFormat.FRAME_MILLIS - 1) / AudioFormat.FRAME_MILLIS);
    }
}
