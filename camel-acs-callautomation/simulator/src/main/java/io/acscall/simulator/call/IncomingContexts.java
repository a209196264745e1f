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
package io.acscall.simulator.call;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.json.Json;

/**
 * Writes and reads the opaque text that an application hands back to answer a call. The service's is a JWT of seven to
 * eight kilobytes that is not signed; ours is as long, because length alone breaks headers, logs and database columns.
 */
final class IncomingContexts {

    private static final String HEADER = encode("{\"alg\":\"none\",\"typ\":\"JWT\"}");
    private static final int PADDING = 5400;

    /**
     * What a context stands for.
     *
     * @param callId id of the call
     * @param nonce  tells the chances to answer one call apart
     */
    record Reference(String callId, String nonce) {
    }

    private IncomingContexts() {
    }

    static String write(Reference reference) {
        JsonNode payload = Json.object().put("callId", reference.callId()).put("nonce", reference.nonce())
                .put("padding", "0123456789abcdef".repeat(PADDING / 16));
        return HEADER + "." + encode(Json.text(payload)) + ".";
    }

    /** Empty when the text was not written by {@link #write}. */
    static Optional<Reference> read(String context) {
        String[] parts = context.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode payload = Json.read(Base64.getUrlDecoder().decode(parts[1]));
            String callId = Json.textOrNull(payload, "callId");
            String nonce = Json.textOrNull(payload, "nonce");
            return callId == null || nonce == null ? Optional.empty() : Optional.of(new Reference(callId, nonce));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
