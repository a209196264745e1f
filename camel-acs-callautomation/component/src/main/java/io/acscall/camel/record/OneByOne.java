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
package io.acscall.camel.record;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs tasks one after the other in the order in which they come, whatever pool there is below. Who brings one never
 * waits, not even for a lock; what is too much is refused.
 */
public final class OneByOne implements Executor {

    private final Executor pool;
    private final int most;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean running = new AtomicBoolean();

    /**
     * @param pool runs them, a thread at a time
     * @param most how many may wait for their turn
     */
    public OneByOne(Executor pool, int most) {
        this.pool = pool;
        this.most = most;
    }

    /**
     * @throws RejectedExecutionException when too many wait, or the pool takes nothing more
     */
    @Override
    public void execute(Runnable task) {
        if (count.incrementAndGet() > most) {
            count.decrementAndGet();
            throw new RejectedExecutionException("More than " + most + " tasks wait for their turn");
        }
        tasks.add(task);
        wake();
    }

    private void wake() {
        if (!tasks.isEmpty() && running.compareAndSet(false, true)) {
            try {
                pool.execute(this::runAll);
            } catch (RejectedExecutionException e) {
                running.set(false);
                throw e;
            }
        }
    }

    private void runAll() {
        try {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                count.decrementAndGet();
                task.run();
            }
        } finally {
            running.set(false);
            // one may have come after the last look, and found this still running
            wake();
        }
    }
}
