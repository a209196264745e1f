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
package io.acscall.examples.voicemail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.time.Duration;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** A stored recording as the JDK reads it. */
final class Recorded {

    private static final int FRAMES_PER_SECOND = 16_000;
    private static final AudioFormat FORMAT = new AudioFormat(FRAMES_PER_SECOND, 16, 1, true, false);

    private final short[] samples;

    private Recorded(short[] samples) {
        this.samples = samples;
    }

    static Recorded in(Path file) throws IOException, UnsupportedAudioFileException {
        try (AudioInputStream audio = AudioSystem.getAudioInputStream(file.toFile())) {
            if (!audio.getFormat().matches(FORMAT)) {
                throw new IOException(file + " holds " + audio.getFormat() + " and not " + FORMAT);
            }
            ShortBuffer pcm = ByteBuffer.wrap(audio.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
            short[] samples = new short[pcm.remaining()];
            pcm.get(samples);
            return new Recorded(samples);
        }
    }

    Duration length() {
        return Duration.ofMillis(samples.length * 1000L / FRAMES_PER_SECOND);
    }

    /** How much of a tone there is, from 0 to 1. */
    double strength(int hertz) {
        double sine = 0;
        double cosine = 0;
        for (int i = 0; i < samples.length; i++) {
            double phase = 2 * Math.PI * hertz * i / FRAMES_PER_SECOND;
            sine += samples[i] * Math.sin(phase);
            cosine += samples[i] * Math.cos(phase);
        }
        return 2 * Math.hypot(sine, cosine) / samples.length / Short.MAX_VALUE;
    }
}
