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
 * The first frame of a transcription ({@code TranscriptionMetadata} of the service's WebSocket). All but the JSON may
 * be {@code null} where the service sent nothing.
 *
 * @param subscriptionId                   the id of the subscription
 * @param locale                           the language that is listened for, for example {@code en-US}
 * @param callConnectionId                 the call
 * @param correlationId                    the id for the service's support
 * @param speechRecognitionModelEndpointId the custom model that listens
 * @param toJson                           the whole description, with fields that have no component here
 */
public record TranscriptionMetadata(
        String subscriptionId, String locale, String callConnectionId, String correlationId,
        String speechRecognitionModelEndpointId, ObjectNode toJson)
        implements
            StreamFrame,
            JsonForm {

    @Override
    public StreamKind kind() {
        return StreamKind.metadata;
    }

    @Override
    public ObjectNode toJson() {
        return toJson.deepCopy();
    }
}
