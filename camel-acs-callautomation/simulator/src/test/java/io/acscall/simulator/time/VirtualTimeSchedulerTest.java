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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static java.time.Duration.ofSeconds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class VirtualTimeSchedulerTest {

    private static final int THREADS = 8;
    private static final int TASKS = 500;

    private final VirtualTimeScheduler time = VirtualTimeScheduler.byHand();
    private final List<String> ran = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        time.close();
    }

    @Test
    void nothingHappensUntilTimeIsMovedAndThenInOrder() {
        time.after(ofSeconds(2), () -> ran.add("second"));
        time.after(ofSeconds(1), () -> ran.add("first"));
        time.after(ofSeconds(2), () -> ran.add("third"));
        time.after(ofSeconds(3), () -> ran.add("too late"));
        time.advance(Duration.ofMillis(999));
        assertThat(ran).isEmpty();
        time.advance(Duration.ofMillis(1001));

        assertThat(ran).containsExactly("first", "second", "third");
        assertThat(time.elapsed()).isEqualTo(ofSeconds(2));
    }

    @Test
    void whatTasksHaveToHappenWithinTheTimeHappensInItsOrder() {
        time.after(ofSeconds(1), () -> {
            ran.add("1 at " + time.elapsed());
            time.after(Duration.ZERO, () -> ran.add("at once at " + time.elapsed()));
            time.after(ofSeconds(2), () -> ran.add("later at " + time.elapsed()));
        });
        time.after(ofSeconds(2), () -> ran.add("2 at " + time.elapsed()));
        time.advance(ofSeconds(10));

        assertThat(ran).containsExactly("1 at PT1S", "at once at PT1S", "2 at PT2S", "later at PT3S");
    }

    @Test
    void whatIsToHappenAtOnceNeedsNoMove() {
        time.after(Duration.ZERO, () -> ran.add("now"));

        await().until(() -> ran.contains("now"));
    }

    @Test
    void aCancelledTaskDoesNotRunAndAFailingOneStopsNobody() {
        Scheduled cancelled = time.after(ofSeconds(1), () -> ran.add("cancelled"));
        time.after(ofSeconds(1), () -> {
            throw new IllegalStateException("on purpose");
        });
        time.after(ofSeconds(1), () -> ran.add("after it"));
        cancelled.cancel();
        time.advance(ofSeconds(1));

        assertThat(ran).containsExactly("after it");
        assertThatIllegalArgumentException().isThrownBy(() -> time.advance(ofSeconds(-1))).withMessageContaining("PT-1S");
    }

    @Test
    void manyWhoScheduleCancelAndMoveLoseNothingAndRunNothingTwice() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        AtomicInteger runs = new AtomicInteger();
        AtomicInteger cancelled = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int seed = thread;
                all.add(threads.submit(() -> {
                    go.await();
                    for (int i = 0; i < TASKS; i++) {
                        time.after(Duration.ofMillis(1 + (i * 7 + seed) % 50), runs::incrementAndGet);
                        time.after(ofSeconds(1_000_000), cancelled::incrementAndGet).cancel();
                        if (i % 10 == seed) {
                            time.advance(Duration.ofMillis(3));
                        }
                    }
                    return null;
                }));
            }
            go.countDown();
            for (Future<?> one : all) {
                one.get(30, TimeUnit.SECONDS);
            }
            time.advance(ofSeconds(2_000_000));
        } finally {
            threads.shutdownNow();
        }
        assertThat(runs).hasValue(THREADS * TASKS);
        assertThat(cancelled).hasValue(0);
    }

    @Test
    void byItselfItMovesOnlyWhenNothingIsUnderWay() {
        Activity activity = new Activity();
        activity.begins();
        try (VirtualTimeScheduler automatic = VirtualTimeScheduler.automatic(activity)) {
            automatic.after(ofSeconds(3600), () -> ran.add("an hour later"));
            await().during(Duration.ofMillis(200)).until(() -> ran.isEmpty() && automatic.elapsed().isZero());
            activity.ends();

            await().until(() -> ran.contains("an hour later"));
            assertThat(automatic.elapsed()).isEqualTo(ofSeconds(3600));
        }
    }
}
