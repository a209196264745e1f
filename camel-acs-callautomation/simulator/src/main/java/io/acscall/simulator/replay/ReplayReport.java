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
package io.acscall.simulator.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.acscall.simulator.timeline.Timeline;

/** Says what was different, so that people see it at once. */
final class ReplayReport {

    private final Timeline timeline;
    private final CallRecording recording;

    ReplayReport(Timeline timeline, CallRecording recording) {
        this.timeline = timeline;
        this.recording = recording;
    }

    ReplayResult same(String callId) {
        return new ReplayResult(callId, List.of(), "The application did the same as then.");
    }

    ReplayResult noCall(Duration patience) {
        String what = "the application began no call within " + patience;
        return new ReplayResult(null, List.of(what), text(List.of(what), List.of(), timeline.describe()));
    }

    ReplayResult different(String callId, List<String> differences, List<RecordedRequest> today) {
        return new ReplayResult(
                callId, differences,
                text(differences, today, Timeline.describe(CallEntries.of(timeline, callId))));
    }

    static String line(RecordedRequest request) {
        return request.operation() + ", " + request.method() + " " + request.path();
    }

    private String text(List<String> differences, List<RecordedRequest> today, String history) {
        List<String> lines = new ArrayList<>();
        lines.add("The application acts differently from the recording:");
        differences.forEach(one -> lines.add("  - " + one));
        list("Recorded:", recording.requests(), lines);
        list("Now:", today, lines);
        lines.add(history);
        return String.join("\n", lines);
    }

    private static void list(String title, List<RecordedRequest> requests, List<String> lines) {
        lines.add(title);
        for (int i = 0; i < requests.size(); i++) {
            lines.add(String.format("  %2d %s", i + 1, line(requests.get(i))));
        }
        if (requests.isEmpty()) {
            lines.add("  no request");
        }
    }
}
