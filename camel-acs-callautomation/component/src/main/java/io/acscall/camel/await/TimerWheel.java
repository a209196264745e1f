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
package io.acscall.camel.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A timer for very many tasks that are mostly taken back before they are due: planning one and taking it back cost the
 * same however many there are. Tasks that are due within the same hundredth of a second run one after the other; none
 * runs early. It has no thread: another timer wakes it when the next task may be due, and never while there is none.
 */
public final class TimerWheel implements WaitTimer {

    private static final Logger LOG = LoggerFactory.getLogger(TimerWheel.class);
    private static final long MILLI = Duration.ofMillis(1).toNanos();
    private static final long TICK = Duration.ofMillis(10).toNanos();
    /** Whoever waits longer waits for ever; a number of nanoseconds that can be added to. */
    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final long NEVER = Long.MAX_VALUE;
    /** A round of the wheel lasts 41 seconds: most tasks are due in their first. */
    private static final int SLOTS = 1 << 12;

    private final WaitTimer driver;
    private final LongSupplier nanoTime;
    private final long origin;

    // guarded by this
    private final Entry[] slots = new Entry[SLOTS];
    private int planned;
    /** What is due at this tick and before is out of the wheel. */
    private long passed;
    private long wakesAt = NEVER;
    private Planned wake;

    /**
     * Makes an empty wheel.
     *
     * @param driver   wakes it: one task at a time
     * @param nanoTime the clock, as {@link System#nanoTime()}
     */
    public TimerWheel(WaitTimer driver, LongSupplier nanoTime) {
        this.driver = Objects.requireNonNull(driver, "driver");
        this.nanoTime = Objects.requireNonNull(nanoTime, "nanoTime");
        this.origin = nanoTime.getAsLong();
    }

    /** A task in the list of its slot. Small, for there are as many as waits. */
    private final class Entry implements Planned {

        private final long due;
        /** {@code null} once it has been run or taken back. */
        private Runnable task;
        private Entry previous;
        private Entry next;

        private Entry(long due, Runnable task) {
            this.due = due;
            this.task = task;
        }

        @Override
        public void cancel() {
            takeBack(this);
        }

        private boolean isInWheel() {
            return due > passed;
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws java.util.concurrent.RejectedExecutionException when the driver has stopped and would have to wake it
     */
    @Override
    public synchronized Planned plan(Duration after, Runnable task) {
        Objects.requireNonNull(task, "task");
        long now = now();
        long nanos = after.compareTo(LONGEST) < 0 ? after.toNanos() : LONGEST.toNanos();
        long due = Math.max(passed + 1, Math.floorDiv(now + nanos + TICK - 1, TICK));
        // first, because what is refused must not be in the wheel
        wakeAt(due, now);
        Entry entry = new Entry(due, task);
        insert(entry);
        return entry;
    }

    private synchronized void takeBack(Entry entry) {
        if (entry.task != null && entry.isInWheel()) {
            remove(entry);
            if (planned == 0) {
                sleep();
            }
        }
        entry.task = null;
    }

    private void insert(Entry entry) {
        int slot = slot(entry.due);
        entry.next = slots[slot];
        if (entry.next != null) {
            entry.next.previous = entry;
        }
        slots[slot] = entry;
        planned++;
    }

    private void remove(Entry entry) {
        if (entry.previous == null) {
            slots[slot(entry.due)] = entry.next;
        } else {
            entry.previous.next = entry.next;
        }
        if (entry.next != null) {
            entry.next.previous = entry.previous;
        }
        entry.previous = null;
        entry.next = null;
        planned--;
    }

    private void wakeAt(long tick, long now) {
        if (tick < wakesAt) {
            sleep();
            // a driver may count in whole milliseconds, and must not come too early
            long millis = Math.floorDiv(tick * TICK - now + MILLI - 1, MILLI);
            wake = driver.plan(Duration.ofMillis(Math.max(0, millis)), this::turn);
            wakesAt = tick;
        }
    }

    private void sleep() {
        wakesAt = NEVER;
        if (wake != null) {
            wake.cancel();
            wake = null;
        }
    }

    private void turn() {
        takeDue().forEach(this::run);
    }

    private void run(Entry entry) {
        Runnable task = take(entry);
        if (task == null) {
            return;
        }
        try {
            task.run();
        } catch (RuntimeException e) {
            // the others are due, too
            LOG.warn("A task of the timer failed", e);
        }
    }

    private synchronized Runnable take(Entry entry) {
        Runnable task = entry.task;
        entry.task = null;
        return task;
    }

    private synchronized List<Entry> takeDue() {
        long now = now();
        long tick = now / TICK;
        List<Entry> due = new ArrayList<>();
        for (long each = Math.max(passed + 1, tick - SLOTS + 1); each <= tick; each++) {
            takeDue(slots[slot(each)], tick, due);
        }
        passed = Math.max(passed, tick);
        sleep();
        if (planned > 0) {
            wakeAt(nextTick(), now);
        }
        return due;
    }

    private void takeDue(Entry first, long tick, List<Entry> due) {
        Entry next = first;
        while (next != null) {
            Entry entry = next;
            next = entry.next;
            if (entry.due <= tick) {
                remove(entry);
                due.add(entry);
            }
        }
    }

    /** The next tick whose slot holds something, if only of a later round. */
    private long nextTick() {
        long tick = passed + 1;
        while (slots[slot(tick)] == null) {
            tick++;
        }
        return tick;
    }

    private long now() {
        return nanoTime.getAsLong() - origin;
    }

    private static int slot(long tick) {
        return (int) (tick & SLOTS - 1);
    }
}
