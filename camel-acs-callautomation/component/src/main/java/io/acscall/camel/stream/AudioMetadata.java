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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.client.JsonForm;

/**
 * The first frame of an audio stream: what the audio is like ({@code AudioMetadata} of the service's WebSocket).
 *
 * @param subscriptionId the id of the subscription, {@code null} where the service sent none
 * @param encoding       {@code PCM}: 16 bit, little endian; {@code null} where the service sent none
 * @param sampleRate     samples in a second, 16000 or 24000
 * @param channels       1 for mono
 * @param length         bytes of one frame of audio, 640 for 20 ms of 16 kHz mono; 0 where the service sent none
 * @param toJson         the whole description, with fields that have no component here
 */
public record AudioMetadata(
        String subscriptionId, String encoding, int sampleRate, int channels, int length, ObjectNode toJson)
        implements
            StreamFrame,
            JsonForm {

    @Override
    public StreamKind kind() {
        return StreamKind.metadata;
    }

    /** {@return the form of the audio} */
    public AudioFormat format() {
        return AudioFormat.of(sampleRate, channels);
    }

    @Override
    public ObjectNode toJson() {
        return toJson.deepCopy();
    }
}
