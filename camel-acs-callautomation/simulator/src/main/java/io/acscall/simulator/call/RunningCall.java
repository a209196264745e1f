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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/**
 * A call between people that applications may connect to.
 *
 * @param callId        the simulator's id of the call
 * @param serverCallId  what an application connects to it with, unless it is in a room
 * @param correlationId as in the events of applications that connect
 * @param place         the group or room; never null
 */
public record RunningCall(String callId, String serverCallId, String correlationId, Place place) {

    /** The call as the control API shows it. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("callId", callId).put("serverCallId", serverCallId).put("correlationId",
                correlationId);
        if (place.groupCallId() != null) {
            json.put("groupId", place.groupCallId());
        }
        if (place.roomId() != null) {
            json.put("roomId", place.roomId());
        }
        return json;
    }
}
