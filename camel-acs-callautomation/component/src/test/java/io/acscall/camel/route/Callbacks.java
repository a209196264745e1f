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
package io.acscall.camel.route;

import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Callback events as the service posts them, made by hand.
 */
final class Callbacks {

    private Callbacks() {
    }

    /** A good end of an operation. */
    static String event(String type, String callConnectionId, String operationContext) {
        return event(type, callConnectionId, operationContext, 200, 0);
    }

    /** The state of a recording, or with {@code null} that it could not be started because there is one already. */
    static String recording(String type, String recordingId, String state) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("recordingId", recordingId)
                .put("callConnectionId", "a-leg").put("serverCallId", "c2VydmVy");
        if (state != null) {
            data.put("state", state).put("startDateTime", "2026-04-02T09:16:00.817296+00:00");
        }
        data.putObject("resultInformation").put("code", state == null ? 400 : 200).put("subCode", state == null ? 8553 : 0)
                .put("message", "the service's words");
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("id", UUID.randomUUID().toString())
                .put("source", "calling/recordings/c2VydmVy/" + recordingId + "/" + type)
                .put("type", "Microsoft.Communication." + type).put("time", "2026-04-02T09:16:01+00:00")
                .put("specversion", "1.0");
        event.set("data", data);
        return "[" + event + "]";
    }

    /** An event with a result. */
    static String event(String type, String callConnectionId, String operationContext, int code, int subCode) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("callConnectionId", callConnectionId)
                .put("serverCallId", "c2VydmVy").put("correlationId", "c0ffee00-0000-4000-8000-0000000000a1");
        if (operationContext != null) {
            data.put("operationContext", operationContext);
        }
        data.putObject("resultInformation").put("code", code).put("subCode", subCode).put("message", "the service's words");
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("id", UUID.randomUUID().toString())
                .put("source", "calling/callConnections/" + callConnectionId).put("type", "Microsoft.Communication." + type)
                .put("time", "2026-04-02T09:15:05.118+00:00").put("specversion", "1.0")
                .put("datacontenttype", "application/json");
        event.set("data", data);
        return "[" + event + "]";
    }
}
