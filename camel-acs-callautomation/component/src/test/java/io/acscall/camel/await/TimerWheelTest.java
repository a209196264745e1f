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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class TimerWheelTest {

    private static final Duration TICK = Duration.ofMillis(10);

    private final ManualTimer driver = new ManualTimer();
    private final TimerWheel wheel = new TimerWheel(driver, driver);
    private final List<String> ran = new ArrayList<>();

    @Test
    void runsATaskWhenItIsDueAndNotBefore() {
        plan("a", Duration.ofSeconds(30));

        driver.advance(Duration.ofSeconds(30).minusNanos(1));
        assertThat(ran).isEmpty();
        driver.advance(Duration.ofNanos(1));

        assertThat(ran).containsExactly("a");
        assertThat(driver.planned()).isZero();
    }

    @Test
    void neverRunsATaskEarlyAndAHundredthOfASecondLateAtMost() {
        driver.advance(Duration.ofNanos(3_333_333));
        plan("a", Duration.ofNanos(12_345_678));

        driver.advance(Duration.ofNanos(12_345_677));
        assertThat(ran).isEmpty();
        driver.advance(TICK);

        assertThat(ran).containsExactly("a");
    }

    @Test
    void runsTasksInTheOrderOfTheirTimes() {
        plan("third", Duration.ofMinutes(3));
        plan("first", Duration.ofMillis(20));
        plan("second", Duration.ofSeconds(50));

        for (int i = 0; i < 400; i++) {
            driver.advance(Duration.ofMillis(500));
        }

        assertThat(ran).containsExactly("first", "second", "third");
    }

    @Test
    void runsWhatIsDueEvenWhenItWasNotWokenForLong() {
        plan("soon", Duration.ofSeconds(1));
        plan("later", Duration.ofMinutes(2));
        plan("much later", Duration.ofHours(5));

        driver.advance(Duration.ofHours(4));

        assertThat(ran).containsExactlyInAnyOrder("soon", "later");
    }

    @Test
    void aTaskThatIsTakenBackNeverRunsAndLeavesNothing() {
        WaitTimer.Planned one = plan("a", Duration.ofSeconds(1));
        WaitTimer.Planned other = plan("b", Duration.ofSeconds(1));

        one.cancel();
        one.cancel();
        other.cancel();
        assertThat(driver.planned()).isZero();
        driver.advance(Duration.ofMinutes(5));

        assertThat(ran).isEmpty();
    }

    @Test
    void aTaskOfTheSameTimeThatAnotherTakesBackDoesNotRun() {
        List<WaitTimer.Planned> both = new ArrayList<>();
        AtomicInteger count = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            both.add(wheel.plan(TICK, () -> {
                count.incrementAndGet();
                both.forEach(WaitTimer.Planned::cancel);
            }));
        }

        driver.advance(TICK);

        assertThat(count).hasValue(1);
        assertThat(driver.planned()).isZero();
    }

    @Test
    void aTaskMayPlanAnotherOne() {
        wheel.plan(TICK, () -> plan("next", Duration.ZERO));

        driver.advance(TICK);
        assertThat(ran).isEmpty();
        driver.advance(TICK);

        assertThat(ran).containsExactly("next");
    }

    @Test
    void aTaskThatFailsDoesNotStopTheOthers() {
        plan("a", TICK);
        wheel.plan(TICK, () -> {
            throw new IllegalStateException("on purpose");
        });
        plan("b", TICK);

        driver.advance(TICK);

        assertThat(ran).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void isWokenOnceForManyTasks() {
        for (int i = 0; i < 1_000; i++) {
            plan("a", Duration.ofSeconds(30));
        }

        assertThat(driver.planned()).isEqualTo(1);
    }

    @Test
    void anEarlierTaskWakesItEarlier() {
        plan("late", Duration.ofSeconds(30));
        plan("soon", Duration.ofSeconds(1));

        assertThat(driver.planned()).isEqualTo(1);
        driver.advance(Duration.ofSeconds(1));

        assertThat(ran).containsExactly("soon");
    }

    @Test
    void aTimeThatIsTooLongForNanosecondsIsForEver() {
        plan("never", Duration.ofSeconds(Long.MAX_VALUE));

        driver.advance(Duration.ofDays(1_000));

        assertThat(ran).isEmpty();
    }

    @Test
    void aDriverThatHasStoppedRefusesTheTask() {
        TimerWheel stopped = new TimerWheel((after, task) -> {
            throw new RejectedExecutionException("stopped");
        }, driver);

        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> stopped.plan(TICK, () -> {
        }));
    }

    @Test
    void doesWhatAListOfTimesWouldDo() {
        Random random = new Random(11);
        long now = 0;
        List<long[]> expected = new ArrayList<>();
        AtomicReference<Long> clock = new AtomicReference<>(0L);
        for (int round = 0; round < 2_000; round++) {
            long after = (long) (Math.pow(random.nextDouble(), 3) * 200_000);
            long[] task = { now + after, -1 };
            WaitTimer.Planned planned = wheel.plan(Duration.ofMillis(after), () -> task[1] = clock.get());
            if (random.nextInt(3) == 0) {
                planned.cancel();
            } else {
                expected.add(task);
            }
            long step = random.nextInt(100);
            now += step;
            clock.set(now);
            driver.advance(Duration.ofMillis(step));
        }
        for (int i = 0; i < 3_000; i++) {
            now += 100;
            clock.set(now);
            driver.advance(Duration.ofMillis(100));
        }

        assertThat(expected).allSatisfy(task -> assertThat(task[1]).isBetween(task[0], task[0] + 110));
        assertThat(driver.planned()).isZero();
    }

    @Test
    void eachTaskRunsOrIsTakenBackWhateverThreadsDo() throws Exception {
        ScheduledExecutorService real = Executors.newSingleThreadScheduledExecutor();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            TimerWheel busy = new TimerWheel((after, task) -> {
                ScheduledFuture<?> planned = real.schedule(task, after.toMillis(), TimeUnit.MILLISECONDS);
                return () -> planned.cancel(false);
            }, System::nanoTime);
            int each = 20_000;
            CountDownLatch left = new CountDownLatch(4 * each / 2);
            AtomicInteger cancelled = new AtomicInteger();
            for (int thread = 0; thread < 4; thread++) {
                Random random = new Random(thread);
                threads.execute(() -> {
                    for (int i = 0; i < each; i++) {
                        if (i % 2 == 0) {
                            busy.plan(Duration.ofMillis(random.nextInt(200)), left::countDown);
                        } else {
                            busy.plan(Duration.ofMinutes(1), cancelled::incrementAndGet).cancel();
                        }
                    }
                });
            }

            assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(cancelled).hasValue(0);
        } finally {
            threads.shutdownNow();
            real.shutdownNow();
        }
    }

    private WaitTimer.Planned plan(String name, Duration after) {
        return wheel.plan(after, () -> ran.add(name));
    }
}
