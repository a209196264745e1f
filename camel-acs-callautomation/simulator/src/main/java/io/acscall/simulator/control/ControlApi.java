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

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.http.PathTemplate;
import io.acscall.simulator.http.ServiceAnswer;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The control API: what people and calls do, over HTTP. A table of endpoints; it knows no HTTP server. */
public final class ControlApi {

    /** What all its paths begin with. */
    public static final String ROOT = "/simulator";

    private static final Logger LOG = LoggerFactory.getLogger(ControlApi.class);

    private final List<Endpoint> endpoints;

    /**
     * An endpoint.
     *
     * @param method  HTTP verb
     * @param path    shape below {@link ControlApi#ROOT}, with it
     * @param handler what it does
     */
    public record Endpoint(String method, PathTemplate path, ControlHandler handler) {

        /** An endpoint that answers at once. */
        static Endpoint of(String method, String path, ControlHandler handler) {
            return new Endpoint(method, PathTemplate.of(ROOT + path), handler);
        }
    }

    public ControlApi(List<Endpoint> endpoints) {
        this.endpoints = List.copyOf(endpoints);
    }

    /** What there is, such as {@code GET /simulator/calls/{callId}}. */
    public List<String> endpoints() {
        return endpoints.stream().map(one -> one.method() + " " + one.path().toString().replace("{*", "{")).toList();
    }

    /**
     * @param  body exact bytes, empty when there is none
     * @return      completes with the answer, never exceptionally
     */
    public CompletableFuture<ServiceAnswer> handle(String method, String rawPath, Map<String, String> query, byte[] body) {
        try {
            Endpoint endpoint = find(method, rawPath);
            Map<String, String> parameters = endpoint.path().match(rawPath).orElseThrow();
            return endpoint.handler().handle(new ControlRequest(parameters, query, json(body)))
                    .exceptionally(failure -> failed(failure instanceof CompletionException ? failure.getCause() : failure));
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(failed(e));
        }
    }

    private Endpoint find(String method, String rawPath) {
        List<Endpoint> here = endpoints.stream().filter(endpoint -> endpoint.path().match(rawPath).isPresent()).toList();
        Optional<Endpoint> found = here.stream().filter(endpoint -> endpoint.method().equals(method)).findFirst();
        return found.orElseThrow(() -> here.isEmpty()
                ? ServiceFault.of(404, "NotFound", "The control API has no " + rawPath + ".")
                : ServiceFault.methodNotAllowed(method, String.join(", ", here.stream().map(Endpoint::method).toList())));
    }

    private static JsonNode json(byte[] body) {
        if (body.length == 0) {
            return null;
        }
        try {
            JsonNode json = Json.read(body);
            if (json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            throw ServiceFault.invalid("body", "it is not JSON.");
        }
        throw ServiceFault.invalid("body", "it must be a JSON object.");
    }

    private static ServiceAnswer failed(Throwable failure) {
        if (failure instanceof ServiceFault fault) {
            return fault.toAnswer();
        }
        LOG.error("The control API failed", failure);
        return ServiceFault.of(500, "9999", "The simulator failed: " + failure).toAnswer();
    }
}
