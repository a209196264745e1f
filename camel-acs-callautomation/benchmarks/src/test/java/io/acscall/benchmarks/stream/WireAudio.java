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
package io.acscall.benchmarks.stream;

import java.nio.ByteBuffer;
import java.util.Base64;

/** Frames of 20 ms in the form of the service, which carry the time when they were made in their first samples. */
final class WireAudio {

    static final String METADATA = "{\"kind\":\"AudioMetadata\",\"audioMetadata\":{\"subscriptionId\":"
                                   + "\"5ab50000-0000-4000-8000-0000000000a1\",\"encoding\":\"PCM\",\"sampleRate\":16000,"
                                   + "\"channels\":1,\"length\":640}}";

    private static final int BYTES = 640;
    /** Three bytes are four letters; nine are enough for a time. */
    private static final int STAMP_BYTES = 9;
    private static final int STAMP_LETTERS = 12;
    private static final int NO_SILENCE = 37;
    private static final String BEFORE_DATA = "\"data\":\"";
    private static final String BEGIN = "{\"kind\":\"AudioData\",\"audioData\":{\"timestamp\":\"2026-04-02T09:15:05.118Z\","
                                        + "\"participantRawID\":\"4:+16045550100\"," + BEFORE_DATA;
    private static final String REST = rest();

    private WireAudio() {
    }

    private static String rest() {
        byte[] samples = new byte[BYTES - STAMP_BYTES];
        for (int index = 0; index < samples.length; index++) {
            samples[index] = (byte) (index * NO_SILENCE);
        }
        return Base64.getEncoder().encodeToString(samples) + "\",\"silent\":false}}";
    }

    /** A frame of now. */
    static String frame() {
        byte[] stamp = ByteBuffer.allocate(STAMP_BYTES).putLong(System.nanoTime()).array();
        return BEGIN + Base64.getEncoder().encodeToString(stamp) + REST;
    }

    /** How long a frame that comes back was on its way, in nanoseconds. */
    static long age(String frame) {
        int data = frame.indexOf(BEFORE_DATA) + BEFORE_DATA.length();
        byte[] stamp = Base64.getDecoder().decode(frame.substring(data, data + STAMP_LETTERS));
        return System.nanoTime() - ByteBuffer.wrap(stamp).getLong();
    }
}
