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
 * A call that somebody has just placed to a number or user of the resource.
 *
 * @param callId              the simulator's id of the call
 * @param correlationId       as in the IncomingCall event
 * @param serverCallId        as in the IncomingCall event
 * @param incomingCallContext what to answer, reject or redirect it with
 */
public record IncomingCall(String callId, String correlationId, String serverCallId, String incomingCallContext) {

    /** The call as the control API shows it. */
    public ObjectNode toJson() {
        return Json.object().put("callId", callId).put("correlationId", correlationId).put("serverCallId", serverCallId)
                .put("incomingCallContext", incomingCallContext);
    }

    @Override
    public String toString() {
        return "IncomingCall[callId=" + callId + ", correlationId=" + correlationId + "]";
    }
}
