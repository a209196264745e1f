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

import io.acscall.camel.spi.WebSocketHandshake;

/**
 * What tells one stream from another.
 *
 * @param streamId         ours, one for each connection
 * @param callConnectionId the call, {@code null} as long as the service has not named it
 * @param correlationId    for the service's support, {@code null} as long as the service has not named it
 */
public record StreamIdentity(String streamId, String callConnectionId, String correlationId) {

    private static final String CONNECTION_ID = "x-ms-call-connection-id";
    private static final String CORRELATION_ID = "x-ms-call-correlation-id";

    static StreamIdentity of(String streamId, WebSocketHandshake handshake) {
        return new StreamIdentity(
                streamId, handshake.header(CONNECTION_ID).orElse(null), handshake.header(CORRELATION_ID).orElse(null));
    }

    /** The headers of the handshake count more than a frame. */
    StreamIdentity completedBy(TranscriptionMetadata metadata) {
        return new StreamIdentity(
                streamId, callConnectionId == null ? metadata.callConnectionId() : callConnectionId,
                correlationId == null ? metadata.correlationId() : correlationId);
    }
}
