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
package io.acscall.simulator.timeline;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One listener and how far it has read. There is never more than one task of it in the executor, so a slow listener
 * costs no memory: what it has not read stays in the bounded timeline.
 */
public final class TimelineListening implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TimelineListening.class);
    private static final int BATCH = 100;

    private final Timeline timeline;
    private final Consumer<TimelineEntry> listener;
    private final Executor executor;
    private final Consumer<TimelineListening> onClose;
    private final AtomicInteger wakeUps = new AtomicInteger();
    private volatile boolean closed;
    private long seen;

    TimelineListening(Timeline timeline, long seen, Consumer<TimelineEntry> listener, Executor executor,
                      Consumer<TimelineListening> onClose) {
        this.timeline = timeline;
        this.seen = seen;
        this.listener = listener;
        this.executor = executor;
        this.onClose = onClose;
    }

    void wake() {
        if (!closed && wakeUps.getAndIncrement() == 0) {
            try {
                executor.execute(this::drain);
            } catch (RejectedExecutionException e) {
                LOG.debug("A listener is not called any more because the simulator has been closed");
            }
        }
    }

    private void drain() {
        int handled = 1;
        do {
            handled = wakeUps.get();
            readAll();
        } while (wakeUps.addAndGet(-handled) != 0);
    }

    private void readAll() {
        List<TimelineEntry> batch = timeline.after(seen, BATCH);
        while (!batch.isEmpty() && !closed) {
            batch.forEach(this::hand);
            batch = timeline.after(seen, BATCH);
        }
    }

    private void hand(TimelineEntry entry) {
        seen = entry.seq();
        if (closed) {
            return;
        }
        try {
            listener.accept(entry);
        } catch (RuntimeException e) {
            LOG.warn("A timeline listener failed on entry {}", entry.seq(), e);
        }
    }

    /** Stops listening; an entry that is being handed over is finished. */
    @Override
    public void close() {
        closed = true;
        onClose.accept(this);
    }
}
