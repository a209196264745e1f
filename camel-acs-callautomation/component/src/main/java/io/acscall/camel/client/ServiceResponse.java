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
package io.acscall.camel.client;

import com.azure.core.http.HttpHeaders;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer of the service with a success status.
 *
 * @param status          the HTTP status, 200 to 299
 * @param headers         the response headers
 * @param body            the JSON body; {@code null} when it was empty
 * @param clientRequestId the {@code x-ms-client-request-id} that was sent, the same for all tries
 */
public record ServiceResponse(int status, HttpHeaders headers, JsonNode body, String clientRequestId) {

    /** Without headers and body, which may hold numbers. */
    @Override
    public String toString() {
        return "ServiceResponse[status=" + status + ", clientRequestId=" + clientRequestId + "]";
    }
}
