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

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How audio travels (facts: enum AudioFormat): 16 bit PCM, little endian, one channel, 20 ms in a frame. */
public enum AudioFormat {

    PCM_16K_MONO("pcm16KMono", 16_000),
    PCM_24K_MONO("pcm24KMono", 24_000);

    /** How long a frame is, in milliseconds. */
    public static final int FRAME_MILLIS = 20;

    private static final int FRAMES_PER_SECOND = 1000 / FRAME_MILLIS;

    private final String wireName;
    private final int sampleRate;

    AudioFormat(String wireName, int sampleRate) {
        this.wireName = wireName;
        this.sampleRate = sampleRate;
    }

    /** Looks a value of the wire up, in any case. */
    public static Optional<AudioFormat> of(String wireName) {
        return Arrays.stream(values()).filter(format -> format.wireName.equalsIgnoreCase(wireName)).findFirst();
    }

    /** All values of the wire. */
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(format -> format.wireName).toList();
    }

    /** Samples per second. */
    public int sampleRate() {
        return sampleRate;
    }

    /** Samples in a frame. */
    int frameSamples() {
        return sampleRate / FRAMES_PER_SECOND;
    }

    /** Bytes in a frame: 640 or 960. */
    public int frameBytes() {
        return frameSamples() * Short.BYTES;
    }

    /** Bytes in a second. */
    int bytesPerSecond() {
        return sampleRate * Short.BYTES;
    }
}
