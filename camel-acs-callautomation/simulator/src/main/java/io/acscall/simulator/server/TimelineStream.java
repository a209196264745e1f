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
package io.acscall.simulator.server;

import java.util.List;

import io.acscall.simulator.json.Json;
import io.acscall.simulator.timeline.Timeline;
import io.acscall.simulator.timeline.TimelineEntry;
import io.acscall.simulator.timeline.TimelineListening;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;

/**
 * The timeline as server-sent events: what is there, then what comes. It reads the timeline at the pace of the
 * connection, so a slow reader costs no memory.
 */
final class TimelineStream {

    private static final int BATCH = 50;

    private final Timeline timeline;
    private final HttpServerResponse response;
    private long seen;
    private boolean closed;

    private TimelineStream(Timeline timeline, HttpServerResponse response, long seen) {
        this.timeline = timeline;
        this.response = response;
        this.seen = seen;
    }

    /**
     * Begins to write; on the context of the connection.
     *
     * @param seen number of the last entry the reader knows, 0 for none
     */
    static void open(Timeline timeline, HttpServerResponse response, Context context, long seen) {
        TimelineStream stream = new TimelineStream(timeline, response, seen);
        response.setChunked(true).putHeader("Content-Type", "text/event-stream").putHeader("Cache-Control", "no-store");
        response.write(": the timeline of the simulator\n\n");
        TimelineListening listening = timeline.onEntry(entry -> context.runOnContext(ignored -> stream.write()));
        response.closeHandler(ignored -> {
            stream.closed = true;
            listening.close();
        });
        response.exceptionHandler(ignored -> listening.close());
        response.drainHandler(ignored -> stream.write());
        stream.write();
    }

    private void write() {
        List<TimelineEntry> batch = timeline.after(seen, BATCH);
        while (!batch.isEmpty() && !closed && !response.closed() && !response.writeQueueFull()) {
            for (TimelineEntry entry : batch) {
                seen = entry.seq();
                response.write("id: " + seen + "\nevent: " + entry.kind().wireName() + "\ndata: " + Json.text(entry.toJson())
                               + "\n\n");
            }
            batch = timeline.after(seen, BATCH);
        }
    }
}
