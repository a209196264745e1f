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

import java.time.OffsetDateTime;

/**
 * A piece of audio ({@code AudioData} of the service's WebSocket).
 *
 * @param pcm              the samples: 16 bit, little endian; not a copy
 * @param timestamp        when it was heard, {@code null} where the service sent no time
 * @param participantRawId who speaks, {@code null} in a mixed stream
 * @param silent           whether the service found it to be silence
 */
public record AudioFrame(byte[] pcm, OffsetDateTime timestamp, String participantRawId, boolean silent)
        implements
            StreamFrame {

    @Override
    public StreamKind kind() {
        return StreamKind.audio;
    }

    /** The size only. */
    @Override
    public String toString() {
        return "AudioFrame[" + pcm.length + " bytes, silent=" + silent + "]";
    }
}
