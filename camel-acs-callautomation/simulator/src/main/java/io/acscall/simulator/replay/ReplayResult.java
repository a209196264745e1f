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

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/**
 * How an application did when a recorded call was played again.
 *
 * @param callId      the simulator's id of the call that was played; null when the application began none
 * @param differences what it did differently, a sentence each; empty when it did the same
 * @param report      the differences with the requests of then and now and the timeline of the call, for people
 */
public record ReplayResult(String callId, List<String> differences, String report) {

    public ReplayResult {
        differences = List.copyOf(differences);
    }

    /** Whether the application did the same as then. */
    public boolean same() {
        return differences.isEmpty();
    }

    /** The result as the control API shows it. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("same", same());
        if (callId != null) {
            json.put("callId", callId);
        }
        ArrayNode all = json.putArray("differences");
        differences.forEach(all::add);
        return json.put("report", report);
    }
}
