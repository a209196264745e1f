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
package io.acscall.camel.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A timer for which all time passes at once; it keeps how long it was asked to wait.
 */
final class QuickTimer extends ScheduledThreadPoolExecutor implements AutoCloseable {

    private final List<Duration> waits = new CopyOnWriteArrayList<>();

    QuickTimer() {
        super(1);
    }

    List<Duration> waits() {
        return waits;
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        waits.add(Duration.ofNanos(unit.toNanos(delay)));
        return super.schedule(task, 0, unit);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        waits.add(Duration.ofNanos(unit.toNanos(delay)));
        return super.schedule(task, 0, unit);
    }

    @Override
    public void close() {
        shutdownNow();
    }
}
