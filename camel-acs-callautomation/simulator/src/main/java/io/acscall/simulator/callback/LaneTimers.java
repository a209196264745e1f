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
package io.acscall.simulator.callback;

import java.time.Duration;

import io.acscall.simulator.time.TaskBook;

/** What a lane has to do later. Tasks run under the lane's lock; all other methods are called under it. */
final class LaneTimers {

    private final Object lock;
    private final TaskBook tasks;
    private int waiting;

    LaneTimers(Object lock, TaskBook tasks) {
        this.lock = lock;
        this.tasks = tasks;
    }

    /** Does something later, unless all lanes are forgotten before. */
    void after(Duration delay, Runnable task) {
        waiting++;
        tasks.after(delay, () -> {
            synchronized (lock) {
                waiting--;
                task.run();
            }
        });
    }

    int size() {
        return waiting;
    }
}
