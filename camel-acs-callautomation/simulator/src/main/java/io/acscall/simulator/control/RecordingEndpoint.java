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
import java.util.concurrent.CompletableFuture;

import io.acscall.simulator.http.ServiceAnswer;
import io.acscall.simulator.replay.CallExporter;

/** Makes recordings of calls. */
public final class RecordingEndpoint {

    private final CallExporter exporter;

    public RecordingEndpoint(CallExporter exporter) {
        this.exporter = exporter;
    }

    /** The endpoints. */
    public List<ControlApi.Endpoint> endpoints() {
        return List.of(ControlApi.Endpoint.of("GET", "/calls/{callId}/recording", this::export));
    }

    private CompletableFuture<ServiceAnswer> export(ControlRequest request) {
        boolean tones = Boolean.parseBoolean(request.query().get("includeTones"));
        return CompletableFuture.completedFuture(
                ServiceAnswer.of(200, exporter.export(request.parameters().get("callId"), tones).toJson()));
    }
}
