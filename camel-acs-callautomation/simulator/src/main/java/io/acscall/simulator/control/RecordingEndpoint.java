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

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.http.ServiceAnswer;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.replay.CallExporter;
import io.acscall.simulator.replay.CallRecording;
import io.acscall.simulator.replay.ReplayResult;
import io.acscall.simulator.replay.Replayer;
import io.acscall.simulator.rest.RequestBody;

/** Makes recordings of calls, and plays them again. */
public final class RecordingEndpoint {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CallExporter exporter;
    private final Replayer replayer;
    private final Executor executor;

    /**
     * @param executor where calls are played, which takes as long as they last; refuses what it has no thread for
     */
    public RecordingEndpoint(CallExporter exporter, Replayer replayer, Executor executor) {
        this.exporter = exporter;
        this.replayer = replayer;
        this.executor = executor;
    }

    /** The endpoints. */
    public List<ControlApi.Endpoint> endpoints() {
        return List.of(ControlApi.Endpoint.of("GET", "/calls/{callId}/recording", this::export),
                ControlApi.Endpoint.of("POST", "/replays", this::replay));
    }

    private CompletableFuture<ServiceAnswer> export(ControlRequest request) {
        boolean tones = Boolean.parseBoolean(request.query().get("includeTones"));
        return CompletableFuture.completedFuture(
                ServiceAnswer.of(200, exporter.export(request.parameters().get("callId"), tones).toJson()));
    }

    private CompletableFuture<ServiceAnswer> replay(ControlRequest request) {
        RequestBody body = new RequestBody(request.body());
        CallRecording recording = read(body);
        Duration given = ControlFields.millis(body, "patienceMs");
        Duration patience = given == null ? PATIENCE : given;
        try {
            return CompletableFuture.supplyAsync(() -> play(recording, patience), executor)
                    .thenApply(result -> ServiceAnswer.of(200, result.toJson()));
        } catch (RejectedExecutionException e) {
            throw ServiceFault.of(409, "8519", "Another recorded call is being played; one at a time, please.");
        }
    }

    private static CallRecording read(RequestBody body) {
        JsonNode recording = body.raw("recording");
        if (recording == null || !recording.isObject()) {
            throw body.wrong("recording", "what GET /simulator/calls/{callId}/recording answers is needed.");
        }
        try {
            CallRecording read = CallRecording.of(recording);
            if (!read.hidesInput()) {
                return read;
            }
        } catch (IllegalArgumentException e) {
            throw body.wrong("recording", e.getMessage());
        }
        throw body.wrong("recording", "it hides which keys people pressed; export it with includeTones=true.");
    }

    private ReplayResult play(CallRecording recording, Duration patience) {
        try {
            return replayer.replay(recording, patience, () -> {
            });
        } catch (IllegalStateException e) {
            throw ServiceFault.of(409, "8519", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceFault.of(503, "8510", "The simulator is stopping.");
        }
    }
}
