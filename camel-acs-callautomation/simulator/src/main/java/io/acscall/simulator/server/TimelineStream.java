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
import java.util.function.Supplier;

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
    private static final int RETRY_MILLIS = 1000;

    private final Timeline timeline;
    private final HttpServerResponse response;
    private final Context context;
    private final Supplier<String> run;
    private long seen;
    private boolean closed;

    /**
     * @param context of the connection
     * @param run     names the run of the simulator
     * @param seen    number of the last entry the reader knows, 0 for none
     */
    TimelineStream(Timeline timeline, HttpServerResponse response, Context context, Supplier<String> run, long seen) {
        this.timeline = timeline;
        this.response = response;
        this.context = context;
        this.run = run;
        this.seen = seen;
    }

    /**
     * Begins to write; on the context of the connection.
     *
     * @param onClose runs when the reader has gone
     */
    void open(Runnable onClose) {
        response.setChunked(true).putHeader("Content-Type", "text/event-stream").putHeader("Cache-Control", "no-store");
        response.write(": the timeline of the simulator\nretry: " + RETRY_MILLIS + "\n\n");
        TimelineListening listening = timeline.onEntry(entry -> context.runOnContext(ignored -> write()));
        response.closeHandler(ignored -> {
            closed = true;
            listening.close();
            onClose.run();
        });
        response.exceptionHandler(ignored -> listening.close());
        response.drainHandler(ignored -> write());
        begin();
    }

    /** Tells the reader that what it knows is of the past; from any thread. */
    void beginAnew() {
        context.runOnContext(ignored -> {
            seen = 0;
            begin();
        });
    }

    private void begin() {
        if (!closed && !response.closed()) {
            response.write("event: begin\ndata: " + Json.text(Json.object().put("run", run.get())) + "\n\n");
            write();
        }
    }

    private void write() {
        List<TimelineEntry> batch = timeline.after(seen, BATCH);
        while (!batch.isEmpty() && !closed && !response.closed() && !response.writeQueueFull()) {
            for (TimelineEntry entry : batch) {
                seen = entry.seq();
                response.write("id: " + run.get() + "-" + seen + "\nevent: " + entry.kind().wireName() + "\ndata: "
                               + Json.text(entry.toJson()) + "\n\n");
            }
            batch = timeline.after(seen, BATCH);
        }
    }
}
