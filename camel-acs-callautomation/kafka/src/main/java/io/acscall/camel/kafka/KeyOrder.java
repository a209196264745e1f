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
package io.acscall.camel.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Records that wait for their next try, and behind each those of the same key that came later. Bounded by the records
 * of the partition that are unfinished. Not thread-safe.
 */
final class KeyOrder {

    private static final class Queue {

        private Attempt first;
        private long due;
        private boolean running;
        private final TreeMap<Long, Attempt> behind = new TreeMap<>();
    }

    private final Map<Object, Queue> queues = new HashMap<>();

    /**
     * A record shall be handed over.
     *
     * @return whether it has to wait behind another; it is kept then
     */
    boolean holdsBack(Attempt attempt) {
        Queue queue = queues.get(attempt.order());
        if (queue == null || queue.first.offset() == attempt.offset()) {
            return false;
        }
        queue.behind.put(attempt.offset(), attempt);
        return true;
    }

    /**
     * A record has failed and is tried again.
     *
     * @param failed the record
     * @param due    when, in nanoseconds of the clock
     */
    void retry(Attempt failed, long due) {
        Queue queue = queues.computeIfAbsent(failed.order(), key -> new Queue());
        if (queue.first == null || queue.first.offset() == failed.offset()) {
            queue.first = failed;
            queue.due = due;
            queue.running = false;
        } else if (failed.offset() < queue.first.offset() && !queue.running) {
            queue.behind.put(queue.first.offset(), queue.first);
            queue.first = failed;
            queue.due = due;
        } else {
            queue.behind.put(failed.offset(), failed);
        }
    }

    /** {@return the records whose time has come; they are handed over now} */
    List<Attempt> due(long now) {
        List<Attempt> due = new ArrayList<>();
        for (Queue queue : queues.values()) {
            if (!queue.running && now - queue.due >= 0) {
                queue.running = true;
                due.add(queue.first);
            }
        }
        return due;
    }

    /**
     * A record is finished.
     *
     * @return those that have waited behind it
     */
    Collection<Attempt> finished(Attempt attempt) {
        Queue queue = queues.get(attempt.order());
        if (queue == null || queue.first.offset() != attempt.offset()) {
            return List.of();
        }
        queues.remove(attempt.order());
        return queue.behind.values();
    }
}
