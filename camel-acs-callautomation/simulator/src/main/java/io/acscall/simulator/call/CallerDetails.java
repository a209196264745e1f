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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/**
 * What a caller brings along besides a number.
 *
 * @param displayName   the name shown, or null
 * @param customContext the {@code customContext} object ({@code sipHeaders}, {@code voipHeaders}), or null
 * @param onBehalfOf    identifier object of the callee that was called first, or null
 */
public record CallerDetails(String displayName, JsonNode customContext, JsonNode onBehalfOf) {

    /** Nothing but a number. */
    public static final CallerDetails NONE = new CallerDetails(null, null, null);

    /** The details as the timeline shows them; what is null is left out. */
    ObjectNode toJson() {
        ObjectNode json = Json.object();
        if (displayName != null) {
            json.put("displayName", displayName);
        }
        if (customContext != null) {
            json.set("customContext", customContext);
        }
        return onBehalfOf == null ? json : json.set("onBehalfOf", onBehalfOf);
    }
}
