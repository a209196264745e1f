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

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.timeline.Timeline;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * The streams of the timeline that are open. Each is told by an event {@code begin} in which run of the simulator it
 * reads: a run begins with the start of the simulator and with each reset. A reader who comes back names the last entry
 * it knows in {@code Last-Event-ID}; if that was of another run, the stream begins at the beginning.
 */
final class TimelineStreams {

    private static final int MOST = 100;
    private static final int RADIX = 36;

    private final Timeline timeline;
    private final String start;
    private final AtomicInteger resets = new AtomicInteger();
    private final Set<TimelineStream> open = ConcurrentHashMap.newKeySet();

    /**
     * @param clock says when the simulator was started, which tells its runs apart
     */
    TimelineStreams(Timeline timeline, Clock clock) {
        this.timeline = timeline;
        this.start = Long.toString(clock.millis(), RADIX);
    }

    /** Whether somebody wants a stream rather than JSON. */
    static boolean wanted(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/event-stream");
    }

    /**
     * Opens a stream; on the context of its connection. The query parameter {@code newest} limits how far it goes back.
     */
    void open(RoutingContext context) {
        if (open.size() >= MOST) {
            SimulatorServer.write(context.response(), ServiceFault.of(503, "TooManyStreams",
                    "The timeline is read by " + MOST + " readers already.").toAnswer());
            return;
        }
        TimelineStream stream = new TimelineStream(
                timeline, context.response(), context.vertx().getOrCreateContext(), this::run, seen(context.request()));
        open.add(stream);
        stream.open(() -> open.remove(stream));
    }

    /** A new run has begun. */
    void beginAnew() {
        resets.incrementAndGet();
        open.forEach(TimelineStream::beginAnew);
    }

    private String run() {
        return start + "." + resets.get();
    }

    private long seen(HttpServerRequest request) {
        String last = request.getHeader("Last-Event-ID");
        String newest = request.getParam("newest");
        long oldest = newest != null && newest.matches("\\d{1,9}") ? timeline.lastSeq() - Long.parseLong(newest) : 0;
        if (last == null || !last.matches("([0-9a-z]+\\.\\d+-)?\\d{1,18}")) {
            return Math.max(0, oldest);
        }
        int dash = last.indexOf('-');
        boolean ours = dash < 0 || run().equals(last.substring(0, dash));
        return Math.max(0, ours ? Long.parseLong(last.substring(dash + 1)) : oldest);
    }
}
