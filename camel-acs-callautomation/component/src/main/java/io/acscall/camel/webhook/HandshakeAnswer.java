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

/**
 * What to answer to a handshake of Event Grid.
 *
 * @param status  the HTTP status
 * @param headers the headers of the answer, unmodifiable
 * @param body    the text of the answer, empty for none
 */
public record HandshakeAnswer(int status, Map<String, String> headers, String body) {

    /** Takes a copy of the headers. */
    public HandshakeAnswer {
        headers = Map.copyOf(headers);
    }
}
