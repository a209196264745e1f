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

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;

/**
 * What the body of a failure says: the service's envelope {@code {"error":{"code","message","innererror"}}}, or
 * whatever a gateway on the way wrote instead.
 *
 * @param code    the code, which is the service's subcode as a string; {@code null} when there is none
 * @param message the message, masked and shortened; {@code null} when there is none
 */
record ServiceError(String code, String message) {

    static final ServiceError NONE = new ServiceError(null, null);

    private static final int LONGEST = 500;

    static ServiceError read(ObjectReader json, byte[] body) {
        if (body.length == 0) {
            return NONE;
        }
        try {
            JsonNode root = json.readTree(body);
            if (root != null && root.isObject()) {
                return of(root);
            }
        } catch (IOException e) {
            // not JSON: a page of a gateway, shown as text
        }
        return new ServiceError(null, shown(new String(body, StandardCharsets.UTF_8)));
    }

    private static ServiceError of(JsonNode root) {
        JsonNode error = root.path("error");
        if (error.isTextual()) {
            return new ServiceError(shown(error.asText()), shown(text(root, "error_description")));
        }
        JsonNode outer = error.isObject() ? error : root;
        JsonNode inner = outer.path("innererror");
        return new ServiceError(
                shown(firstOf(text(outer, "code"), text(inner, "code"))),
                shown(firstOf(text(outer, "message"), text(inner, "message"))));
    }

    private static String firstOf(String one, String other) {
        return one != null ? one : other;
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? value.asText() : null;
    }

    private static String shown(String text) {
        return text == null ? null : MaskedText.line(text, LONGEST);
    }
}
