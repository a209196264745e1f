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

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.eventgrid.EventGrid;
import io.acscall.simulator.eventgrid.EventGridRefusedException;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import io.acscall.simulator.http.ServiceAnswer;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.rest.RequestBody;
import io.acscall.simulator.timeline.Secrets;

/** Subscribes an application to Event Grid. */
public final class EventGridEndpoint {

    private final EventGrid eventGrid;

    public EventGridEndpoint(EventGrid eventGrid) {
        this.eventGrid = eventGrid;
    }

    /** The endpoints. */
    public List<ControlApi.Endpoint> endpoints() {
        return List.of(ControlApi.Endpoint.of("PUT", "/event-grid", this::subscribe),
                ControlApi.Endpoint.of("GET", "/event-grid", this::show));
    }

    /** Without the headers, which hold secrets; an empty object when nobody has subscribed. */
    private CompletableFuture<ServiceAnswer> show(ControlRequest request) {
        ObjectNode json = Json.object();
        eventGrid.subscription().ifPresent(current -> json.put("endpoint", Secrets.address(current.endpoint())).put("schema",
                current.schema().wireName()));
        return CompletableFuture.completedFuture(ServiceAnswer.of(200, json));
    }

    private CompletableFuture<ServiceAnswer> subscribe(ControlRequest request) {
        EventGridSubscription wanted = read(new RequestBody(request.body()));
        ObjectNode subscribed = Json.object().put("endpoint", wanted.endpoint().toString()).put("schema",
                wanted.schema().wireName());
        return eventGrid.subscribe(wanted).thenApply(done -> ServiceAnswer.of(200, subscribed)).exceptionally(failure -> {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            if (cause instanceof EventGridRefusedException refused) {
                return refusal(refused);
            }
            throw new CompletionException(cause);
        });
    }

    private static ServiceAnswer refusal(EventGridRefusedException refused) {
        ObjectNode json = Json.object();
        json.putObject("error").put("code", "HandshakeFailed").put("message", refused.getMessage());
        json.putObject("answered").put("status", refused.status()).put("body", refused.body());
        return ServiceAnswer.of(422, json);
    }

    private static EventGridSubscription read(RequestBody body) {
        body.text("endpoint");
        URI endpoint = body.optionalUri("endpoint");
        String schema = body.optionalText("schema");
        EventGridSchema form = schema == null
                ? EventGridSchema.EVENT_GRID
                : EventGridSchema.of(schema)
                        .orElseThrow(() -> body.wrong("schema", "it must be one of " + EventGridSchema.wireNames() + "."));
        body.optionalObject("headers");
        return new EventGridSubscription(endpoint, form, headers(body));
    }

    private static Map<String, String> headers(RequestBody body) {
        Map<String, String> headers = new LinkedHashMap<>();
        JsonNode json = body.raw("headers");
        if (json != null) {
            for (Map.Entry<String, JsonNode> header : json.properties()) {
                headers.put(header.getKey(), header.getValue().asText());
            }
        }
        return headers;
    }
}
