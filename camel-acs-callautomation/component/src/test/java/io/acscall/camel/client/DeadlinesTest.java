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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlinesTest {

    private static final long LENGTH = TimeUnit.SECONDS.toNanos(31);
    private static final long ALMOST = LENGTH - 1;

    private final AtomicLong now = new AtomicLong();
    private final HandTimer timer = new HandTimer();
    private final Deadlines deadlines = new Deadlines(LENGTH, timer, now::get);
    private final List<String> ended = new ArrayList<>();

    @Test
    void eachEndsAtItsTimeAndNotBefore() {
        begin("first");
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        begin("second");

        now.set(ALMOST);
        timer.run();
        assertThat(ended).isEmpty();

        now.set(LENGTH);
        timer.run();
        assertThat(ended).containsExactly("first");

        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        timer.run();
        assertThat(ended).containsExactly("first", "second");
        assertThat(timer.tasks).as("nothing to look after").isEmpty();
    }

    @Test
    void whatIsTakenBackDoesNotEnd() {
        Disposable first = begin("first");
        begin("second");
        Disposable third = begin("third");
        first.dispose();
        third.dispose();
        third.dispose();

        now.set(LENGTH);
        timer.run();

        assertThat(ended).containsExactly("second");
    }

    @Test
    void oneLookAtATimeIsPlannedHoweverManyThereAre() {
        for (int i = 0; i < 1_000; i++) {
            begin("quick").dispose();
        }

        assertThat(timer.planned).isEqualTo(1);
        assertThat(timer.after).containsExactly(Duration.ofMillis(31_010));

        now.set(LENGTH);
        timer.run();
        begin("next");
        assertThat(timer.planned).isEqualTo(2);
        assertThat(ended).isEmpty();
    }

    @Test
    void eachEndsOnceHoweverManyThreadsBeginAndTakeBack() throws Exception {
        Scheduler real = Schedulers.newSingle("deadlines", true);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Deadlines brief = new Deadlines(TimeUnit.MILLISECONDS.toNanos(5), real, System::nanoTime);
            AtomicInteger ends = new AtomicInteger();
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 0; i < 20_000; i++) {
                boolean takenBack = i % 4 != 0;
                CompletableFuture<Void> over = new CompletableFuture<>();
                all.add(over);
                threads.execute(() -> {
                    Disposable one = brief.begin().subscribe(nothing -> {
                    }, over::completeExceptionally, () -> {
                        ends.incrementAndGet();
                        over.complete(null);
                    });
                    if (takenBack) {
                        one.dispose();
                        over.complete(null);
                    }
                });
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
            assertThat(ends.get()).isBetween(5_000, 20_000);
        } finally {
            threads.shutdownNow();
            real.dispose();
        }
    }

    private Disposable begin(String name) {
        return deadlines.begin().subscribe(nothing -> {
        }, failure -> ended.add("failed"), () -> ended.add(name));
    }

    /** Runs what it was given when the test says so. */
    private static final class HandTimer implements Scheduler {

        private final List<Runnable> tasks = new ArrayList<>();
        private final List<Duration> after = new ArrayList<>();
        private int planned;

        private void run() {
            List<Runnable> due = List.copyOf(tasks);
            tasks.clear();
            due.forEach(Runnable::run);
        }

        @Override
        public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
            planned++;
            tasks.add(task);
            after.add(Duration.ofNanos(unit.toNanos(delay)));
            return Disposables.disposed();
        }

        @Override
        public Disposable schedule(Runnable task) {
            throw new UnsupportedOperationException("not at once");
        }

        @Override
        public Worker createWorker() {
            throw new UnsupportedOperationException("not by a worker");
        }
    }
}
