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
package io.acscall.simulator.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The logs of all streams of calls that go on, and of the last that are over. Thread-safe. */
public final class StreamLogs {

    private static final int FINISHED_KEPT = 64;

    private final Supplier<Duration> time;
    private final Map<StreamKind, Set<StreamLog>> live = new EnumMap<>(StreamKind.class);
    private final Map<StreamKind, Deque<StreamLog>> finished = new EnumMap<>(StreamKind.class);

    /**
     * @param time of the simulator's scheduler
     */
    public StreamLogs(Supplier<Duration> time) {
        this.time = time;
        for (StreamKind kind : StreamKind.values()) {
            live.put(kind, new LinkedHashSet<>());
            finished.put(kind, new ArrayDeque<>());
        }
    }

    synchronized void add(StreamKind kind, StreamLog log) {
        live.get(kind).add(log);
    }

    /** The call of a stream is over for its application. */
    synchronized void finish(StreamKind kind, StreamLog log) {
        Deque<StreamLog> old = finished.get(kind);
        if (live.get(kind).remove(log)) {
            old.addLast(log);
            if (old.size() > FINISHED_KEPT) {
                old.removeFirst();
            }
        }
    }

    /**
     * The stream of a call, the latest if there are several.
     *
     * @param id id of the call, or connection id of the application
     */
    public synchronized Optional<StreamSnapshot> find(StreamKind kind, String id) {
        List<StreamLog> all = new ArrayList<>(finished.get(kind));
        all.addAll(live.get(kind));
        return all.stream().filter(log -> log.isAbout(id)).reduce((earlier, later) -> later)
                .map(log -> log.snapshot(time.get()));
    }

    /** Forgets the streams that are over. */
    public synchronized void clear() {
        finished.values().forEach(Deque::clear);
    }
}
