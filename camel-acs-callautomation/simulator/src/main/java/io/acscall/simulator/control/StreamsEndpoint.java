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

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.http.ServiceAnswer;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.stream.StreamKind;
import io.acscall.simulator.stream.StreamLogs;
import io.acscall.simulator.stream.StreamSnapshot;

/** Shows the streams of a call. */
public final class StreamsEndpoint {

    private final StreamLogs logs;

    public StreamsEndpoint(StreamLogs logs) {
        this.logs = logs;
    }

    /** The endpoints. */
    public List<ControlApi.Endpoint> endpoints() {
        return List.of(ControlApi.Endpoint.of("GET", "/calls/{callId}/streams", this::show));
    }

    /** A member for each stream that an application of the call has, or had. */
    private CompletableFuture<ServiceAnswer> show(ControlRequest request) {
        ObjectNode json = Json.object();
        for (StreamKind kind : StreamKind.values()) {
            Optional<StreamSnapshot> stream = logs.find(kind, request.parameters().get("callId"));
            stream.ifPresent(snapshot -> json.set(kind.wireName(), snapshot.toJson()));
        }
        if (json.isEmpty()) {
            throw ServiceFault.of(404, "8522", "There is no such call, or it has no streams.");
        }
        return CompletableFuture.completedFuture(ServiceAnswer.of(200, json));
    }
}
