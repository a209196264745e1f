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
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/** A timer and clock whose time passes when the test says so. */
public final class ManualTimer implements WaitTimer, LongSupplier {

    private final Set<Task> tasks = new LinkedHashSet<>();
    private long now;

    private record Task(long at, Runnable what) {
    }

    @Override
    public synchronized Planned plan(Duration after, Runnable task) {
        Task planned = new Task(now + after.toNanos(), task);
        tasks.add(planned);
        return () -> remove(planned);
    }

    private synchronized void remove(Task task) {
        tasks.remove(task);
    }

    /** How many tasks are planned. */
    public synchronized int planned() {
        return tasks.size();
    }

    /** Lets time pass and runs what is due, in order, on this thread. */
    public void advance(Duration time) {
        for (Task due : takeDue(time)) {
            due.what().run();
        }
    }

    private synchronized List<Task> takeDue(Duration time) {
        now += time.toNanos();
        List<Task> due = tasks.stream().filter(task -> task.at() <= now).sorted(Comparator.comparingLong(Task::at)).toList();
        due.forEach(tasks::remove);
        return due;
    }

    @Override
    public synchronized long getAsLong() {
        return now;
    }
}
