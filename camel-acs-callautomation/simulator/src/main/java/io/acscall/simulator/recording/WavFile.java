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
package io.acscall.simulator.recording;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * A recording as a WAV file, PCM with 16 bits and 16 kHz. Everybody on the tape sounds as a tone of their own: the
 * first person with 300 Hz, the second with 400 Hz, and so on. The file is computed where it is read, so that none of
 * it has to be kept.
 */
public final class WavFile {

    /** Samples a second. */
    public static final int SAMPLE_RATE = 16_000;

    private static final int HEADER = 44;
    private static final int SAMPLE_BYTES = 2;
    private static final int SAMPLES_PER_MILLI = SAMPLE_RATE / 1000;
    private static final int FORMAT_CHUNK = 16;
    private static final int PCM = 1;

    private final Voices voices;
    private final int channels;
    private final int[] ends;

    WavFile(Tape tape, ChannelPlan plan) {
        this.voices = new Voices(tape, plan);
        this.channels = plan.count();
        List<Tape.Span> spans = tape.spans();
        this.ends = new int[spans.size()];
        Duration end = Duration.ZERO;
        for (int i = 0; i < ends.length; i++) {
            end = end.plus(spans.get(i).length());
            ends[i] = (int) end.toMillis() * SAMPLES_PER_MILLI;
        }
    }

    /** The number of channels, from 1 to 5. */
    public int channels() {
        return channels;
    }

    /** The number of bytes of the whole file. */
    public long length() {
        return HEADER + dataLength();
    }

    /**
     * Some bytes of the file.
     *
     * @param from  the first one, counted from 0
     * @param count how many; fewer at the end of the file
     */
    public byte[] read(long from, int count) {
        int size = (int) Math.max(0, Math.min(count, length() - from));
        byte[] bytes = new byte[size];
        byte[] header = from < HEADER ? header() : null;
        Cursor cursor = new Cursor();
        for (int i = 0; i < size; i++) {
            long position = from + i;
            bytes[i] = position < HEADER ? header[(int) position] : cursor.at(position - HEADER);
        }
        return bytes;
    }

    private long frames() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    private long dataLength() {
        return frames() * channels * SAMPLE_BYTES;
    }

    private byte[] header() {
        int frame = channels * SAMPLE_BYTES;
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt((int) (length() - 8)).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(FORMAT_CHUNK).putShort((short) PCM).putShort((short) channels).putInt(SAMPLE_RATE)
                .putInt(SAMPLE_RATE * frame).putShort((short) frame).putShort((short) (SAMPLE_BYTES * Byte.SIZE));
        return header.put(ascii("data")).putInt((int) dataLength()).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Walks through the samples; remembers where it is, because what is read next is mostly next to it. */
    private final class Cursor {

        private int span;

        byte at(long position) {
            long sample = position / SAMPLE_BYTES;
            int frame = (int) (sample / channels);
            while (frame >= ends[span]) {
                span++;
            }
            short value = voices.sample(span, (int) (sample % channels), frame);
            return (byte) (position % SAMPLE_BYTES == 0 ? value : value >> Byte.SIZE);
        }
    }
}
