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
package io.acscall.simulator.operation;

import java.util.List;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.call.AppLeg;
import io.acscall.simulator.call.Call;
import io.acscall.simulator.call.Calls;
import io.acscall.simulator.call.Participants;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.rest.OperationHandler;
import io.acscall.simulator.rest.OperationRequest;

/**
 * listParticipants: those in the call, page by page. The link to the next page is there only when there is one; clients
 * take it as it is, so it carries the api-version.
 */
public final class ListParticipants implements OperationHandler {

    private static final String SKIP = "skip";

    private final Connections connections;
    private final int pageSize;
    private final Supplier<String> endpoint;

    /**
     * @param pageSize how many are on a page
     * @param endpoint the address of the service, without a slash at the end
     */
    public ListParticipants(Calls calls, int pageSize, Supplier<String> endpoint) {
        this.connections = new Connections(calls);
        this.pageSize = pageSize;
        this.endpoint = endpoint;
    }

    @Override
    public JsonNode handle(OperationRequest request) {
        int skip = skip(request.query(SKIP));
        return connections.with(request, (call, leg) -> page(request, call, leg, skip));
    }

    private ObjectNode page(OperationRequest request, Call call, AppLeg leg, int skip) {
        OperationFields.requireConnected(leg);
        List<ObjectNode> all = Participants.of(call);
        int from = Math.min(skip, all.size());
        int to = Math.min(from + pageSize, all.size());
        ObjectNode json = Json.object();
        ArrayNode value = json.putArray("value");
        all.subList(from, to).forEach(value::add);
        if (to < all.size()) {
            json.put("nextLink", endpoint.get() + CallOperations.CALLS + "/" + leg.callConnectionId() + "/participants?" + SKIP
                                 + "=" + to + "&api-version=" + request.apiVersion());
        }
        return json;
    }

    private static int skip(String value) {
        if (value == null) {
            return 0;
        }
        if (!value.matches("\\d{1,9}")) {
            throw ServiceFault.invalid(SKIP, "it is no link of this service.");
        }
        return Integer.parseInt(value);
    }
}
