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
package io.acscall.simulator;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of a simulator that are not network threads. The queues need no bound of their own: there are at most two
 * tasks per call and one per listener, and all are bounded. Replays have no queue.
 */
final class SimulatorThreads {

    private static final int SIGNERS = 2;

    private final ThreadPoolExecutor signers = pool("acs-simulator-callbacks", SIGNERS, new LinkedBlockingQueue<>());
    private final ThreadPoolExecutor listeners = pool("acs-simulator-listeners", 1, new LinkedBlockingQueue<>());
    private final ThreadPoolExecutor replays = pool("acs-simulator-replay", 1, new SynchronousQueue<>());

    /** Makes keys and tokens, and starts to send callbacks. */
    Executor signers() {
        return signers;
    }

    /** Calls the listeners of the timeline. */
    Executor listeners() {
        return listeners;
    }

    /** Plays recorded calls, one at a time; refuses a second one. */
    Executor replays() {
        return replays;
    }

    void close() {
        replays.shutdownNow();
        signers.shutdownNow();
        listeners.shutdownNow();
    }

    private static ThreadPoolExecutor pool(String name, int size, BlockingQueue<Runnable> queue) {
        ThreadPoolExecutor pool
                = new ThreadPoolExecutor(size, size, 10, TimeUnit.SECONDS, queue, task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
