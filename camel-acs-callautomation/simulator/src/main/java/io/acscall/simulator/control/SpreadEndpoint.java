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
import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.callback.Spread;
import io.acscall.simulator.callback.SpreadingDeliveryClient;
import io.acscall.simulator.http.ServiceAnswer;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.rest.RequestBody;

/** Spreads what goes to one address over several nodes: {@code {"base","nodes"}}, without nodes no longer. */
public final class SpreadEndpoint {

    private final SpreadingDeliveryClient client;

    public SpreadEndpoint(SpreadingDeliveryClient client) {
        this.client = client;
    }

    /** The endpoints. */
    public List<ControlApi.Endpoint> endpoints() {
        return List.of(ControlApi.Endpoint.of("PUT", "/spread", this::set),
                ControlApi.Endpoint.of("GET", "/spread", this::show));
    }

    private CompletableFuture<ServiceAnswer> set(ControlRequest request) {
        RequestBody body = new RequestBody(request.body());
        body.text("base");
        URI base = body.optionalUri("base");
        List<String> nodes = ControlFields.texts(body, "nodes");
        try {
            if (nodes.isEmpty()) {
                client.unspread(base);
            } else {
                client.spread(new Spread(base, nodes.stream().map(URI::create).toList()));
            }
        } catch (IllegalArgumentException e) {
            throw ServiceFault.of(400, "8523", e.getMessage());
        }
        return show(request);
    }

    private CompletableFuture<ServiceAnswer> show(ControlRequest request) {
        ObjectNode json = Json.object();
        ArrayNode all = json.putArray("spread");
        for (Spread spread : client.spreads()) {
            ArrayNode nodes = all.addObject().put("base", spread.base().toString()).putArray("nodes");
            spread.nodes().forEach(node -> nodes.add(node.toString()));
        }
        return CompletableFuture.completedFuture(ServiceAnswer.of(200, json));
    }
}
