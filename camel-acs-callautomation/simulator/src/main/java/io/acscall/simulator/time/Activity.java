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
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is under way between the simulator and applications: requests that are answered, callbacks that are delivered.
 */
public final class Activity {

    private final AtomicInteger open = new AtomicInteger();
    private volatile long last = System.nanoTime();

    /** Something begins; {@link #ends()} must follow. */
    public void begins() {
        open.incrementAndGet();
    }

    /** What began is over. */
    public void ends() {
        last = System.nanoTime();
        open.decrementAndGet();
    }

    /** An executor whose tasks are under way from when they are handed in until they have run. */
    public Executor watching(Executor executor) {
        return task -> {
            begins();
            try {
                executor.execute(() -> {
                    try {
                        task.run();
                    } finally {
                        ends();
                    }
                });
            } catch (RejectedExecutionException e) {
                ends();
                throw e;
            }
        };
    }

    /** Something happened just now. */
    void touch() {
        last = System.nanoTime();
    }

    /** Whether nothing has been under way for so long, in real time. */
    boolean quietFor(Duration time) {
        return open.get() == 0 && System.nanoTime() - last >= time.toNanos();
    }
}
