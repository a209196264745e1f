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
import java.util.HashSet;
import java.util.Set;

/** Tasks that wait for their time and can all be given up at once. */
public final class TaskBook {

    private final SimulatorScheduler scheduler;
    private final Set<Task> waiting = new HashSet<>();

    public TaskBook(SimulatorScheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Does something later, unless it is given up before. */
    public void after(Duration delay, Runnable work) {
        Task task = new Task(work);
        synchronized (this) {
            waiting.add(task);
            task.handle = scheduler.after(delay, task);
        }
    }

    /** Gives up all tasks that have not begun. */
    public synchronized void giveUp() {
        waiting.forEach(task -> task.handle.cancel());
        waiting.clear();
    }

    private synchronized boolean begins(Task task) {
        return waiting.remove(task);
    }

    private final class Task implements Runnable {

        private final Runnable work;
        private Scheduled handle = Scheduled.NONE;

        Task(Runnable work) {
            this.work = work;
        }

        @Override
        public void run() {
            if (begins(this)) {
                work.run();
            }
        }
    }
}
