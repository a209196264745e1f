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
package io.acscall.camel.pacing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import io.acscall.camel.await.WaitTimer;

/** A clock and timer that a test moves. */
final class HandTime extends Clock implements WaitTimer {

    private final Set<Task> tasks = new LinkedHashSet<>();
    private Instant now = Instant.parse("2026-04-02T09:15:00Z");

    /** One planned task; two of the same time and kind are two. */
    private static final class Task {
        private final Instant at;
        private final Runnable what;

        private Task(Instant at, Runnable what) {
            this.at = at;
            this.what = what;
        }
    }

    @Override
    public synchronized Planned plan(Duration after, Runnable task) {
        Task planned = new Task(now.plus(after), task);
        tasks.add(planned);
        return () -> cancel(planned);
    }

    private synchronized void cancel(Task task) {
        tasks.remove(task);
    }

    /** Lets time pass and runs what becomes due, each at its time, on this thread. */
    void advance(Duration time) {
        Instant end = instant().plus(time);
        Optional<Task> next = next(end);
        while (next.isPresent()) {
            next.get().what.run();
            next = next(end);
        }
        to(end);
    }

    private synchronized Optional<Task> next(Instant end) {
        Optional<Task> next = tasks.stream().filter(task -> !task.at.isAfter(end)).min(Comparator.comparing(task -> task.at));
        next.ifPresent(task -> {
            tasks.remove(task);
            now = task.at;
        });
        return next;
    }

    private synchronized void to(Instant time) {
        now = time;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
