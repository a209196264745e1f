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
package io.acscall.camel.webhook;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the events of one call in order without a thread per call: tasks of one key run one after the other, those of
 * different keys at the same time. What waits for its turn is bounded.
 */
public final class Lanes {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final Executor executor;
    private final Semaphore places;
    private final int maxQueued;
    /** An entry lives while its lane has work, so the map is as bounded as the places and the running tasks. */
    private final Map<String, Queue<Entry>> lanes = new ConcurrentHashMap<>();

    /**
     * One task.
     *
     * @param key     the lane
     * @param task    what to do; it must release its turn at the end or earlier
     * @param dropped called instead of the task when the pool has stopped before its turn
     * @param ready   the task does not run before this is done, and holds up its lane until then, but no thread
     */
    public record Entry(String key, Consumer<Turn> task, Runnable dropped, CompletableFuture<?> ready) {

        private static final CompletableFuture<?> AT_ONCE = CompletableFuture.completedFuture(null);

        public Entry {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(task, "task");
            Objects.requireNonNull(dropped, "dropped");
            Objects.requireNonNull(ready, "ready");
        }

        /** A task that is ready. */
        public Entry(String key, Consumer<Turn> task, Runnable dropped) {
            this(key, task, dropped, AT_ONCE);
        }

        /** A task whose loss nobody has to be told of. */
        public Entry(String key, Consumer<Turn> task) {
            this(key, task, () -> {
            });
        }
    }

    /**
     * The right to run as the only one of a lane.
     */
    public final class Turn {

        private final String key;
        private final AtomicBoolean released = new AtomicBoolean();

        private Turn(String key) {
            this.key = key;
        }

        /** Lets the next task of the lane run. Only the first call counts. */
        public void release() {
            if (released.compareAndSet(false, true)) {
                submit(poll(key));
            }
        }
    }

    /**
     * Makes empty lanes.
     *
     * @param executor  runs the tasks
     * @param maxQueued how many tasks may wait
     */
    public Lanes(Executor executor, int maxQueued) {
        this.executor = Objects.requireNonNull(executor, "executor");
        this.places = new Semaphore(maxQueued);
        this.maxQueued = maxQueued;
    }

    /**
     * Takes all entries or none.
     *
     * @param  entries in order
     * @return         whether there was room
     */
    public boolean offer(List<Entry> entries) {
        if (!reserve(entries.size())) {
            return false;
        }
        entries.forEach(this::add);
        return true;
    }

    /**
     * Makes room for entries that will be {@linkplain #add(Entry) added}, all of them or none.
     *
     * @param  count how many
     * @return       whether there was room
     */
    public boolean reserve(int count) {
        return places.tryAcquire(count);
    }

    /**
     * Gives room back that is not needed after all.
     *
     * @param count how many entries will not be added
     */
    public void giveBack(int count) {
        places.release(count);
    }

    /**
     * Takes an entry that room was made for. Never waits.
     *
     * @param entry the task
     */
    public void add(Entry entry) {
        AtomicBoolean idle = new AtomicBoolean();
        lanes.compute(entry.key(), (key, waiting) -> {
            if (waiting == null) {
                idle.set(true);
                return new ArrayDeque<>();
            }
            waiting.add(entry);
            return waiting;
        });
        if (idle.get()) {
            submit(entry);
        }
    }

    /**
     * How many lanes have work.
     */
    public int size() {
        return lanes.size();
    }

    /**
     * How many tasks wait for their turn, or for a thread.
     */
    public int queued() {
        return maxQueued - places.availablePermits();
    }

    /** The entry whose turn it is; {@code null} when the lane is empty, which then is no more. */
    private Entry poll(String key) {
        AtomicReference<Entry> found = new AtomicReference<>();
        lanes.computeIfPresent(key, (lane, waiting) -> {
            found.set(waiting.poll());
            return found.get() == null ? null : waiting;
        });
        return found.get();
    }

    /** A loop, not a recursion: a lane may hold as many refused tasks as there are places. */
    private void submit(Entry first) {
        Entry entry = first;
        while (entry != null && !isTaken(entry)) {
            entry = poll(entry.key());
        }
    }

    private boolean isTaken(Entry entry) {
        if (!entry.ready().isDone()) {
            entry.ready().whenComplete((done, failed) -> submit(entry));
            return true;
        }
        try {
            executor.execute(() -> run(entry));
            return true;
        } catch (RejectedExecutionException e) {
            places.release();
            LOG.warn("An event was lost because the pool of the consumers has stopped: {}", e.getMessage());
            drop(entry);
            return false;
        }
    }

    private static void drop(Entry entry) {
        try {
            entry.dropped().run();
        } catch (RuntimeException e) {
            LOG.error("An event that was lost could not be taken back", e);
        }
    }

    private void run(Entry entry) {
        places.release();
        Turn turn = new Turn(entry.key());
        boolean done = false;
        try {
            entry.task().accept(turn);
            done = true;
        } catch (RuntimeException e) {
            LOG.error("An event could not be handed to its consumer", e);
        } finally {
            if (!done) {
                // also after an Error: the other events of the call must not wait for ever
                turn.release();
            }
        }
    }
}
