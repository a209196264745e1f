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
package io.acscall.camel.webhook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class SparingExecutorTest {

    private static final int THREADS = 4;

    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    private final Deque<Runnable> submitted = new ArrayDeque<>();
    private final List<Integer> done = new ArrayList<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final SparingExecutor byHand = new SparingExecutor(task -> {
        if (stopped.get()) {
            throw new RejectedExecutionException("stopped");
        }
        submitted.add(task);
    });

    @AfterEach
    void endThreads() {
        pool.shutdownNow();
    }

    private void note(int from, int to) {
        IntStream.range(from, to).forEach(number -> byHand.execute(() -> done.add(number)));
    }

    @Test
    void oneThreadIsWokenForManyTasksAndRunsThemInOrder() {
        note(0, 10);
        assertThat(submitted).hasSize(1);

        submitted.remove().run();
        assertThat(done).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void whoeverTakesATaskWakesTheNextThreadForTheRestFirst() {
        List<Integer> woken = new ArrayList<>();
        byHand.execute(() -> woken.add(submitted.size()));
        byHand.execute(() -> woken.add(submitted.size()));
        submitted.remove().run();

        assertThat(woken).containsExactly(1, 1);
        submitted.remove().run();
        assertThat(submitted).isEmpty();
    }

    @Test
    void aTaskThatBlocksHoldsNoOtherUp() throws InterruptedException {
        SparingExecutor executor = new SparingExecutor(pool);
        CountDownLatch last = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(THREADS - 1);
        for (int task = 1; task < THREADS; task++) {
            executor.execute(() -> {
                others.countDown();
                awaitQuietly(last);
            });
        }
        executor.execute(last::countDown);

        assertThat(last.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(others.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void afterAStretchOthersGetTheThread() {
        note(0, 20);
        submitted.remove().run();
        assertThat(done).hasSize(16);

        submitted.remove().run();
        assertThat(done).hasSize(20);
    }

    @Test
    void whatAStoppedPoolTakesNoMoreIsRefusedAndNeverRun() {
        stopped.set(true);
        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> note(0, 1));
        stopped.set(false);
        note(1, 2);

        submitted.remove().run();
        assertThat(done).containsExactly(1);
    }

    @Test
    void whatWasTakenIsRunAlsoWhenThePoolStopsInBetween() {
        note(0, 40);
        stopped.set(true);
        submitted.remove().run();

        assertThat(done).hasSize(40);
    }

    @Test
    void aTaskThatFailsLeavesTheOthersToTheNextThread() {
        byHand.execute(() -> {
            throw new NoClassDefFoundError("gone");
        });
        note(0, 1);

        assertThatExceptionOfType(NoClassDefFoundError.class).isThrownBy(() -> submitted.remove().run());
        submitted.remove().run();
        assertThat(done).containsExactly(0);
    }

    @Test
    void eachOfManyTasksRunsOnceUnderManyThreads() throws InterruptedException {
        int each = 20_000;
        SparingExecutor executor = new SparingExecutor(pool);
        AtomicIntegerArray runs = new AtomicIntegerArray(THREADS * each);
        CountDownLatch left = new CountDownLatch(THREADS * each);
        ExecutorService offerers = Executors.newFixedThreadPool(THREADS);
        for (int offerer = 0; offerer < THREADS; offerer++) {
            int first = offerer * each;
            offerers.execute(() -> IntStream.range(first, first + each).forEach(task -> executor.execute(() -> {
                runs.incrementAndGet(task);
                left.countDown();
            })));
        }

        assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();
        offerers.shutdownNow();
        assertThat(IntStream.range(0, THREADS * each).map(runs::get)).containsOnly(1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
