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

/** The service's unit of time in transcripts: 100 ns. */
final class Ticks {

    /** How many there are in a frame of audio. */
    static final long PER_FRAME = AudioFormat.FRAME_MILLIS * 10_000L;

    private Ticks() {
    }
}
