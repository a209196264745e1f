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
package io.acscall.simulator.callback;

import java.net.URI;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One HTTP request that the simulator sends to an application.
 *
 * @param method  HTTP verb
 * @param target  absolute address; its query is kept
 * @param headers all headers but those HTTP itself needs; never null
 * @param body    JSON body, or null
 */
public record Delivery(String method, URI target, Map<String, String> headers, JsonNode body) {

    public Delivery {
        headers = Map.copyOf(headers);
    }
}
