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
package io.acscall.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/**
 * An event that the application got.
 *
 * @param atMs milliseconds since the beginning of the call, or null
 * @param type without the prefix {@code Microsoft.Communication.}
 * @param data with names for ids, times and tokens; null when the writer left it out
 */
public record RecordedCallback(Long atMs, String type, JsonNode data) implements RecordedStep {

    /** How the file calls this sort of step. */
    static final String KIND = "callback";

    static RecordedCallback of(FileNode step) {
        return new RecordedCallback(step.millis("atMs").orElse(null), step.text("type"), step.object("data").orElse(null));
    }

    @Override
    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("kind", KIND);
        if (atMs != null) {
            json.put("atMs", atMs);
        }
        json.put("type", type);
        return data == null ? json : json.set("data", data);
    }
}
