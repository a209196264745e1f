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
package io.acscall.camel;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Message;

/**
 * The body of a message as JSON. On its own, so that a component whose steps have no such bodies starts without a
 * mapper.
 */
final class BodyTree {

    private static final ObjectMapper JSON = new ObjectMapper();

    private BodyTree() {
    }

    /**
     * Reads a Map, a JsonNode, or what Camel can make a text of.
     *
     * @throws JsonProcessingException  when the text is no JSON
     * @throws IllegalArgumentException when the Map can't be JSON
     */
    static JsonNode of(Message message) throws JsonProcessingException {
        Object body = message.getBody();
        return body instanceof Map<?, ?> || body instanceof JsonNode
                ? JSON.valueToTree(body) : JSON.readTree(message.getBody(String.class));
    }
}
