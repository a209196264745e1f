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
package io.acscall.camel.webhook;

import java.util.Map;
import java.util.Objects;

/**
 * What a caller of the webhook gets. It never says why something was refused.
 *
 * @param status  the HTTP status
 * @param headers headers by name
 * @param body    JSON text, or {@code null} for none
 */
public record HttpAnswer(int status, Map<String, String> headers, String body) {

    static final HttpAnswer OK = status(200);
    static final HttpAnswer BAD_REQUEST = status(400);
    static final HttpAnswer UNAUTHORIZED = status(401);
    static final HttpAnswer NOT_FOUND = status(404);
    static final HttpAnswer METHOD_NOT_ALLOWED = status(405);
    static final HttpAnswer TOO_LARGE = status(413);
    static final HttpAnswer UNSUPPORTED_MEDIA_TYPE = status(415);
    static final HttpAnswer FAILED = status(500);
    static final HttpAnswer BUSY = new HttpAnswer(503, Map.of("Retry-After", "2"), null);

    public HttpAnswer {
        headers = Map.copyOf(Objects.requireNonNull(headers, "headers"));
    }

    private static HttpAnswer status(int status) {
        return new HttpAnswer(status, Map.of(), null);
    }
}
