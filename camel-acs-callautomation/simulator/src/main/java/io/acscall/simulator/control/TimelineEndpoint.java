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

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.http.ServiceAnswer;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.timeline.Timeline;
import io.acscall.simulator.timeline.TimelineEntry;

/** Shows the timeline, of all calls or of one, and forgets everything when asked to. */
public final class TimelineEndpoint {

    private final Timeline timeline;
    private final Runnable reset;

    /**
     * @param reset brings the simulator back to its beginning
     */
    public TimelineEndpoint(Timeline timeline, Runnable reset) {
        this.timeline = timeline;
        this.reset = reset;
    }

    /** The endpoints. */
    public List<ControlApi.Endpoint> endpoints() {
        return List.of(ControlApi.Endpoint.of("GET", "/timeline", this::show),
                ControlApi.Endpoint.of("POST", "/reset", this::reset));
    }

    private CompletableFuture<ServiceAnswer> show(ControlRequest request) {
        String callId = request.query().get("callId");
        ObjectNode json = Json.object();
        ArrayNode entries = json.putArray("entries");
        List<TimelineEntry> all = timeline.entries().stream()
                .filter(entry -> callId == null || callId.equals(entry.callId())).toList();
        int first = Math.max(0, all.size() - ControlFields.newest(request));
        all.subList(first, all.size()).forEach(entry -> entries.add(entry.toJson()));
        return CompletableFuture.completedFuture(ServiceAnswer.of(200, json));
    }

    private CompletableFuture<ServiceAnswer> reset(ControlRequest request) {
        reset.run();
        return CompletableFuture.completedFuture(ServiceAnswer.of(200, Json.object()));
    }
}
