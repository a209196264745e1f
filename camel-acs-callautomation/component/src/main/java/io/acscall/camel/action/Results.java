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
package io.acscall.camel.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.client.Participant;
import io.acscall.camel.client.ServiceResponse;

/**
 * The identity headers that flow from step to step, as answers of the service give them.
 */
final class Results {

    static final String CONNECTION_ID = Options.CALL_CONNECTION_ID.header();
    static final String SERVER_CALL_ID = "CamelAcsCallServerCallId";
    static final String CORRELATION_ID = "CamelAcsCallCorrelationId";
    static final String REMOTE_PARTY = "CamelAcsCallRemoteParty";

    private Results() {
    }

    /** The headers of a call that was made or taken; an id that the answer lacks must not stay from an earlier call. */
    static Map<String, Object> callHeaders(CallProperties call) {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(CONNECTION_ID, call.callConnectionId());
        headers.put(SERVER_CALL_ID, call.serverCallId());
        headers.put(CORRELATION_ID, call.correlationId());
        return headers;
    }

    /** The one other person of a 1:1 call; a group call has none. */
    static String remoteParty(List<Participant> others) {
        return others.size() == 1 ? others.get(0).notation() : null;
    }

    /**
     * Somebody whom the service names, {@code null} when it names nobody in a way that can be understood: an answer is
     * read leniently, for the action has been done.
     */
    static Participant participant(JsonNode identifier) {
        if (identifier == null || identifier.isNull()) {
            return null;
        }
        try {
            return Participant.fromJson(identifier);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The answer with the context that the user gave, not the one that was on the wire. */
    static ObjectNode withUserContext(Inputs inputs, ServiceResponse response) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().setAll(object(response));
        String user = inputs.userContext(text(json, "operationContext"));
        if (user == null) {
            json.remove("operationContext");
        } else {
            json.put("operationContext", user);
        }
        return json;
    }

    static ObjectNode object(ServiceResponse response) {
        return response.body() instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }

    static String text(JsonNode json, String field) {
        JsonNode value = json == null ? null : json.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }
}
