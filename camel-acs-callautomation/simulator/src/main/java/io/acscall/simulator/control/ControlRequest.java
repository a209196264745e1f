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
package io.acscall.simulator.control;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A request to the control API.
 *
 * @param parameters of the path, decoded
 * @param query      of the address, decoded; never null
 * @param body       a JSON object, or null when there is none
 */
public record ControlRequest(Map<String, String> parameters, Map<String, String> query, JsonNode body) {

    public ControlRequest {
        parameters = Map.copyOf(parameters);
        query = Map.copyOf(query);
    }
}
