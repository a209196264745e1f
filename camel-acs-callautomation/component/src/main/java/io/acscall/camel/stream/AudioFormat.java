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
 * The form of PCM audio of 16 bit.
 *
 * @param sampleRate samples in a second
 * @param channels   1 for mono
 */
public record AudioFormat(int sampleRate, int channels) {

    /** How long one frame is. */
    public static final Duration FRAME = Duration.ofMillis(20);
    /** What the service sends when nobody asks for more. */
    public static final AudioFormat USUAL = new AudioFormat(16_000, 1);

    private static final int BYTES_OF_A_SAMPLE = 2;
    private static final int FRAMES_IN_A_SECOND = 50;

    static AudioFormat of(int sampleRate, int channels) {
        return new AudioFormat(sampleRate, channels);
    }

    /** {@return the bytes of a frame of 20 ms} */
    public int frameBytes() {
        return sampleRate / FRAMES_IN_A_SECOND * channels * BYTES_OF_A_SAMPLE;
    }

    /**
     * The bytes of a time.
     *
     * @param  time rounded down to whole frames
     * @return      the bytes
     */
    public long bytesOf(Duration time) {
        // Duration.dividedBy goes by BigDecimal, and this is asked for each frame
        return (time.getSeconds() * FRAMES_IN_A_SECOND + time.getNano() / FRAME.getNano()) * frameBytes();
    }

    /**
     * The time that audio lasts.
     *
     * @param  bytes how much there is
     * @return       the time, to the millisecond
     */
    public Duration timeOf(long bytes) {
        return Duration.ofMillis(bytes * FRAME.toMillis() / frameBytes());
    }
}
