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
package io.acscall.simulator.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.call.Call;
import io.acscall.simulator.callback.LaneHold;

/** A request that has been authenticated and fits an operation. Used by one thread. */
public final class OperationRequest {

    private final Map<String, String> parameters;
    private final UnaryOperator<String> query;
    private final UnaryOperator<String> headers;
    private final String apiVersion;
    private final RequestBody body;
    private final List<Call> calls = new ArrayList<>();
    private final List<LaneHold> holds = new ArrayList<>();

    /**
     * @param query      gives a parameter of the query, decoded, or null
     * @param headers    gives a header by name in any case, or null
     * @param apiVersion null where there is none
     */
    OperationRequest(Map<String, String> parameters, UnaryOperator<String> query, UnaryOperator<String> headers,
                     String apiVersion, JsonNode body) {
        this.parameters = parameters;
        this.query = query;
        this.headers = headers;
        this.apiVersion = apiVersion;
        this.body = new RequestBody(body);
    }

    /** A parameter of the path, decoded. */
    public String parameter(String name) {
        return parameters.get(name);
    }

    /** A parameter of the query, decoded, or null. */
    public String query(String name) {
        return query.apply(name);
    }

    /** A header by name in any case, or null. */
    public String header(String name) {
        return headers.apply(name);
    }

    /** The api-version the client speaks; null in operations that have none. */
    public String apiVersion() {
        return apiVersion;
    }

    /** The fields that were sent. */
    public RequestBody body() {
        return body;
    }

    /**
     * Says which call this request is about, before anything happens in it: the timeline shows it, and the call's
     * events are kept back until the answer has been written.
     */
    public void about(Call call) {
        holds.add(call.lane().hold());
        calls.add(call);
    }

    /** The calls this request turned out to be about. */
    List<Call> calls() {
        return calls;
    }

    /** Lets the events of the calls go. */
    void answered() {
        holds.forEach(LaneHold::release);
    }

    /**
     * Lets the events of the calls go although there is no answer yet.
     *
     * @param  types the events that tell the outcome, without prefix
     * @return       complete when such an event was delivered, one for each call; whoever has no patience completes
     *               them
     */
    List<CompletableFuture<Void>> overtaken(Set<String> types) {
        List<CompletableFuture<Void>> outcomes = holds.stream().map(hold -> hold.delivered(event -> tells(event, types)))
                .toList();
        answered();
        return outcomes;
    }

    /** Events that have a context tell the outcome of the operation that it was given to. */
    private boolean tells(JsonNode event, Set<String> types) {
        String type = event.path("type").asText();
        JsonNode mine = body.raw("operationContext");
        JsonNode its = event.at("/data/operationContext");
        return types.contains(type.substring(type.lastIndexOf('.') + 1))
                && (mine == null || its.isMissingNode() || mine.equals(its));
    }
}
