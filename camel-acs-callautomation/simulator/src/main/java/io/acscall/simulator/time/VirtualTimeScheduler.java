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
package io.acscall.simulator.time;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Time that stands still until it is moved, by hand or by itself. Tasks run in the order of their time on one daemon
 * thread; those that are to run as soon as possible run at once.
 */
public final class VirtualTimeScheduler implements SimulatorScheduler {

    /** How long nothing may have been under way before time moves by itself. */
    private static final Duration QUIET = Duration.ofMillis(50);
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Logger LOG = LoggerFactory.getLogger(VirtualTimeScheduler.class);

    private final ScheduledThreadPoolExecutor executor;
    private final PriorityQueue<Task> waiting
            = new PriorityQueue<>(Comparator.comparing(Task::due).thenComparing(Task::number));
    private Duration now = Duration.ZERO;
    private long numbers;

    /** A task and when it is to run; tasks of the same time run in the order in which they came. */
    private record Task(Duration due, long number, Runnable work) {
    }

    private VirtualTimeScheduler() {
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "acs-simulator-time");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Time that only {@link #advance} moves. */
    public static VirtualTimeScheduler byHand() {
        return new VirtualTimeScheduler();
    }

    /**
     * Time that moves to the next task by itself when nothing has been under way for a while.
     *
     * @param activity what is under way
     */
    public static VirtualTimeScheduler automatic(Activity activity) {
        VirtualTimeScheduler scheduler = new VirtualTimeScheduler();
        scheduler.executor.scheduleWithFixedDelay(() -> {
            if (activity.quietFor(QUIET) && scheduler.moveToNext()) {
                activity.touch();
            }
        }, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return scheduler;
    }

    @Override
    public Scheduled after(Duration delay, Runnable work) {
        boolean atOnce = delay.isNegative() || delay.isZero();
        Task task = add(atOnce ? Duration.ZERO : delay, work);
        if (atOnce) {
            try {
                executor.execute(() -> runUntil(elapsed()));
            } catch (RejectedExecutionException e) {
                // The simulator is closing: nothing that is still to happen matters any more.
                LOG.debug("Task refused because the simulator has been closed");
            }
        }
        return () -> remove(task);
    }

    private synchronized Task add(Duration delay, Runnable work) {
        Task task = new Task(now.plus(delay), numbers++, work);
        waiting.add(task);
        return task;
    }

    private synchronized void remove(Task task) {
        waiting.remove(task);
    }

    @Override
    public synchronized Duration elapsed() {
        return now;
    }

    /**
     * Moves time on and runs what is due, in order; returns when that has run. What these tasks have to happen within
     * the same time runs too. Not for threads of the simulator.
     *
     * @throws IllegalArgumentException when the time is negative
     * @throws IllegalStateException    when the simulator has been closed, or the thread is interrupted
     */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Time cannot go back by " + time + "; it must be 0 or more, such as PT30S");
        }
        try {
            executor.submit(() -> runUntil(elapsed().plus(time))).get();
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("The simulator has been closed", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Time could not be moved", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while time was moved", e);
        }
    }

    private boolean moveToNext() {
        Duration next;
        synchronized (this) {
            if (waiting.isEmpty()) {
                return false;
            }
            next = waiting.peek().due();
        }
        runUntil(next);
        return true;
    }

    /** On the thread of the scheduler only. */
    private void runUntil(Duration end) {
        for (Task task = next(end); task != null; task = next(end)) {
            try {
                task.work().run();
            } catch (RuntimeException e) {
                LOG.warn("A scheduled step of the simulator failed", e);
            }
        }
    }

    /** The next task that is due by then, at whose time it is now; null, and it is then, when there is none. */
    private synchronized Task next(Duration end) {
        Task task = waiting.peek();
        boolean due = task != null && task.due().compareTo(end) <= 0;
        now = later(now, due ? task.due() : end);
        return due ? waiting.poll() : null;
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
