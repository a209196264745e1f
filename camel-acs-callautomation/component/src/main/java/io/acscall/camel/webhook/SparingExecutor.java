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

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs short tasks on the threads of a pool and wakes no more of them than it must: while one is on its way, no other
 * is woken, and each goes on with what waits before it sleeps again. Under load, waking a thread costs more than such a
 * task. A task that blocks holds up no other: whoever takes one wakes the next thread for the rest first.
 */
public final class SparingExecutor implements Executor {

    /** After so many tasks at a stretch others get the thread. */
    private static final int STRETCH = 16;

    private final Executor pool;
    /** As bounded as what its users hand in. */
    private final Queue<Runnable> ready = new ConcurrentLinkedQueue<>();
    /** Whether a thread is on its way that has not looked at the queue yet. */
    private final AtomicBoolean waking = new AtomicBoolean();

    /**
     * Uses a pool that others may use, too.
     *
     * @param pool runs the tasks
     */
    public SparingExecutor(Executor pool) {
        this.pool = Objects.requireNonNull(pool, "pool");
    }

    /**
     * Runs a task some time.
     *
     * @throws RejectedExecutionException when the pool takes nothing; the task is not run then
     */
    @Override
    public void execute(Runnable task) {
        ready.add(task);
        try {
            wake();
        } catch (RejectedExecutionException e) {
            // somebody who works still may have taken it
            if (ready.remove(task)) {
                throw e;
            }
        }
    }

    /** Whoever is on its way sees all that is in the queue now. */
    private void wake() {
        if (waking.compareAndSet(false, true)) {
            try {
                pool.execute(this::run);
            } catch (RejectedExecutionException e) {
                waking.set(false);
                throw e;
            }
        }
    }

    private void run() {
        waking.set(false);
        for (int taken = 1; takeOne(); taken++) {
            if (taken >= STRETCH && isHandedOn()) {
                return;
            }
        }
    }

    private boolean takeOne() {
        Runnable task = ready.poll();
        if (task == null) {
            return false;
        }
        isHandedOn();
        boolean done = false;
        try {
            task.run();
            done = true;
        } finally {
            if (!done) {
                isHandedOn();
            }
        }
        return true;
    }

    /** Whether another thread sees to what waits. One that takes nothing more leaves it to us. */
    private boolean isHandedOn() {
        if (ready.isEmpty()) {
            return true;
        }
        try {
            wake();
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }
}
