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
package io.acscall.camel;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

import org.apache.camel.Exchange;

/**
 * Lets exchanges go on. Most go on in a pool, as long as their route has something to do. A caller that keeps its own
 * thread until then (a transacted block, a circuit breaker, a template) may be on a thread of that pool, or hold what
 * others in it want: it is freed by a thread of its own, which never queues behind them.
 */
final class Completions {

    private final ExecutorService pool;
    private final ExecutorService freeing;
    private final ThreadLocal<Task> current = new ThreadLocal<>();
    private final Executor toPool;
    private final Executor toFreeing;

    /**
     * @param pool    runs what goes on
     * @param freeing frees callers; starts a thread where none is idle
     */
    Completions(ExecutorService pool, ExecutorService freeing) {
        this.pool = pool;
        this.freeing = freeing;
        this.toPool = work -> execute(pool, new Task(work));
        this.toFreeing = work -> execute(freeing, new Task(work));
    }

    /**
     * What a thread of ours is at, so that others can see whether it still is. What it starts meanwhile goes on through
     * it.
     */
    private final class Task implements Runnable, Executor {

        /** {@code null} when it is done: who started it a long time ago must not keep all that was there then. */
        private Runnable work;
        private volatile boolean running = true;

        private Task(Runnable work) {
            this.work = work;
        }

        @Override
        public void run() {
            Task outer = current.get();
            current.set(this);
            try {
                LogContext.keep(work);
            } finally {
                work = null;
                running = false;
                current.set(outer);
            }
        }

        @Override
        public void execute(Runnable next) {
            Completions.execute(running ? freeing : pool, new Task(next));
        }
    }

    /**
     * Lets an exchange go on that this thread hands to the service now.
     *
     * @param exchange the exchange
     */
    Executor of(Exchange exchange) {
        if (exchange.isTransacted()) {
            return toFreeing;
        }
        Task starter = current.get();
        return starter == null ? toPool : starter;
    }

    /** An exchange must go on even while the pools stop, then on the thread that is there. */
    private static void execute(ExecutorService threads, Task task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            task.run();
        }
    }
}
