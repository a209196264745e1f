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
package io.acscall.camel.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A clock and timer whose time passes when the test says so. */
final class HandClock implements StreamTimer, LongSupplier {

    private record Task(long at, Runnable what) {
    }

    private final List<Task> tasks = new ArrayList<>();
    private long now = 1_000_000_000L;
    private int ran;

    @Override
    public synchronized void plan(Duration after, Runnable task) {
        tasks.add(new Task(now + after.toNanos(), task));
    }

    /** Lets time pass, and runs at its time what is due. */
    void advance(Duration time) {
        long until = getAsLong() + time.toNanos();
        for (Optional<Task> due = next(until); due.isPresent(); due = next(until)) {
            due.get().what().run();
        }
        synchronized (this) {
            now = until;
        }
    }

    private synchronized Optional<Task> next(long until) {
        Optional<Task> due = tasks.stream().filter(task -> task.at() <= until).min(Comparator.comparingLong(Task::at));
        due.ifPresent(task -> {
            tasks.remove(task);
            now = Math.max(now, task.at());
            ran++;
        });
        return due;
    }

    synchronized int planned() {
        return tasks.size();
    }

    synchronized int ran() {
        return ran;
    }

    @Override
    public synchronized long getAsLong() {
        return now;
    }
}
