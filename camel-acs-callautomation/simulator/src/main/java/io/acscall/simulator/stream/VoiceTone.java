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

import io.acscall.simulator.identity.Identifier;

/**
 * The sound of somebody speaking: a sine of a pitch that is always the same for this person, and most likely another
 * one for others. Each frame holds whole periods of it, so all frames are alike and join without a click.
 */
public final class VoiceTone {

    private static final int LOWEST = 200;
    private static final int STEP = 50;
    private static final int PITCHES = 76;
    private static final int AMPLITUDE = 8_000;

    private VoiceTone() {
    }

    /** The pitch of a person, in hertz: a multiple of 50 from 200 to 3950. */
    public static int hertz(Identifier person) {
        return LOWEST + STEP * Math.floorMod(person.rawId().hashCode() * 31, PITCHES);
    }

    /** A frame of somebody's voice, in samples. */
    static short[] samples(Identifier person, AudioFormat format) {
        short[] samples = new short[format.frameSamples()];
        double step = 2 * Math.PI * hertz(person) / format.sampleRate();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(AMPLITUDE * Math.sin(i * step));
        }
        return samples;
    }

    /** Adds voices; what is too loud is cut off. */
    static short[] mix(Iterable<short[]> voices, AudioFormat format) {
        short[] mixed = new short[format.frameSamples()];
        for (short[] voice : voices) {
            for (int i = 0; i < mixed.length; i++) {
                mixed[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, mixed[i] + voice[i]));
            }
        }
        return mixed;
    }

    /** Samples as they travel: 16 bit, little endian. */
    static byte[] bytes(short[] samples) {
        byte[] bytes = new byte[samples.length * Short.BYTES];
        for (int i = 0; i < samples.length; i++) {
            bytes[2 * i] = (byte) samples[i];
            bytes[2 * i + 1] = (byte) (samples[i] >> Byte.SIZE);
        }
        return bytes;
    }
}
