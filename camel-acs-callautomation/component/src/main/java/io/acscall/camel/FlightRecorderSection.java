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
package io.acscall.camel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.acscall.camel.console.ConsoleSection;
import io.acscall.camel.record.AcsCallFlightRecorder;
import io.acscall.camel.record.RecordedCall;

/**
 * The flight recorder in the dev console: the calls that it keeps; with {@code callConnectionId} what happened in one,
 * a line each; with {@code recording} and the id of a call its recording.
 */
record FlightRecorderSection(AcsCallFlightRecorder recorder) implements ConsoleSection {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String PROBLEM = "problem";

    @Override
    public String name() {
        return "flightRecorder";
    }

    @Override
    public Map<String, Object> content(Map<String, Object> options) {
        Map<String, Object> shown = new LinkedHashMap<>();
        try {
            shown.put("calls", recorder.calls().stream().map(FlightRecorderSection::row).toList());
            shown.put("dropped", recorder.dropped());
            if (options.get("callConnectionId") instanceof String id) {
                shown.put("timeline", recorder.timeline(id).orElse(List.of()));
            }
            if (options.get("recording") instanceof String id) {
                recorder.recording(id).ifPresentOrElse(json -> shown.put("recording", tree(json)),
                        () -> shown.put(PROBLEM, "The flight recorder does not keep that call (any more)"));
            }
        } catch (IllegalStateException e) {
            shown.put(PROBLEM, e.getMessage());
        }
        return shown;
    }

    private static Map<String, Object> row(RecordedCall call) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", call.id());
        row.put("startedAt", call.startedAt().toString());
        if (call.endedAt() != null) {
            row.put("endedAt", call.endedAt().toString());
        }
        row.put("entries", call.entries());
        row.put("lost", call.lost());
        return row;
    }

    private static Map<?, ?> tree(String json) {
        try {
            return MAPPER.readValue(json, Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The recording is no JSON", e);
        }
    }
}
