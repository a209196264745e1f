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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.acscall.camel.webhook.Lanes.Entry;
import io.acscall.camel.webhook.Lanes.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

@Timeout(60)
class LanesTest {

    private static final int THREADS = 8;

    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    private final Deque<Runnable> submitted = new ArrayDeque<>();
    private final Executor byHand = submitted::add;
    private final List<String> done = new ArrayList<>();

    @AfterEach
    void endThreads() {
        pool.shutdownNow();
    }

    private static Entry entry(String key, Consumer<Turn> task) {
        return new Entry(key, task, () -> {
        });
    }

    private Entry note(String key, String what) {
        return entry(key, turn -> {
            done.add(what);
            turn.release();
        });
    }

    private void runAll() {
        while (!submitted.isEmpty()) {
            submitted.remove().run();
        }
    }

    private static boolean offer(Lanes lanes, Entry... entries) {
        return lanes.offer(List.of(entries));
    }

    @Test
    void keepsTheOrderOfEachOfManyKeysUnderManyThreads() throws InterruptedException {
        int keys = 200;
        int each = 100;
        Lanes lanes = new Lanes(pool, keys * each);
        Map<String, List<Integer>> seen = new ConcurrentHashMap<>();
        Map<String, AtomicInteger> running = new ConcurrentHashMap<>();
        AtomicInteger overlaps = new AtomicInteger();
        CountDownLatch left = new CountDownLatch(keys * each);

        for (int i = 0; i < each; i++) {
            for (int k = 0; k < keys; k++) {
                String key = "call-" + k;
                int number = i;
                assertThat(offer(lanes, entry(key, turn -> {
                    if (running.computeIfAbsent(key, none -> new AtomicInteger()).incrementAndGet() != 1) {
                        overlaps.incrementAndGet();
                    }
                    seen.computeIfAbsent(key, none -> new ArrayList<>()).add(number);
                    running.get(key).decrementAndGet();
                    turn.release();
                    left.countDown();
                }))).isTrue();
            }
        }

        assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(overlaps).hasValue(0);
        assertThat(seen).hasSize(keys).allSatisfy((key, numbers) -> assertThat(numbers).hasSize(each).isSorted());
        assertThat(lanes.size()).isZero();
    }

    @Test
    void tasksOfManyOffererThreadsRunOneAfterTheOtherAndNoneIsLost() throws InterruptedException {
        int each = 2_000;
        Lanes lanes = new Lanes(pool, THREADS * each);
        int[] unguarded = new int[1];
        CountDownLatch left = new CountDownLatch(THREADS * each);
        ExecutorService offerers = Executors.newFixedThreadPool(THREADS);
        for (int t = 0; t < THREADS; t++) {
            offerers.execute(() -> {
                for (int i = 0; i < each; i++) {
                    offer(lanes, entry("one", turn -> {
                        unguarded[0]++;
                        turn.release();
                        left.countDown();
                    }));
                }
            });
        }

        assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();
        offerers.shutdownNow();
        assertThat(unguarded[0]).isEqualTo(THREADS * each);
        assertThat(lanes.size()).isZero();
    }

    @Test
    void differentKeysRunAtTheSameTime() throws InterruptedException {
        Lanes lanes = new Lanes(pool, 10);
        CyclicBarrier together = new CyclicBarrier(2);
        CountDownLatch left = new CountDownLatch(2);
        Consumer<Turn> meet = turn -> {
            try {
                together.await(20, TimeUnit.SECONDS);
                left.countDown();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                turn.release();
            }
        };

        offer(lanes, entry("a", meet), entry("b", meet));

        assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theNextWaitsForTheReleaseNotForTheEndOfTheTask() {
        Lanes lanes = new Lanes(byHand, 10);
        List<Turn> turns = new ArrayList<>();

        offer(lanes, entry("a", turns::add), note("a", "second"));
        runAll();
        assertThat(done).isEmpty();
        assertThat(lanes.size()).isEqualTo(1);
        turns.get(0).release();
        runAll();

        assertThat(done).containsExactly("second");
        assertThat(lanes.size()).isZero();
    }

    @Test
    void aTaskThatGivesItsTurnAwayEarlyRunsBesideTheNext() {
        Lanes lanes = new Lanes(byHand, 10);

        offer(lanes, entry("a", turn -> {
            turn.release();
            done.add("still running, next is submitted: " + submitted.size());
        }), note("a", "second"));
        runAll();

        assertThat(done).containsExactly("still running, next is submitted: 1", "second");
    }

    @Test
    void releasingTwiceCountsOnce() {
        Lanes lanes = new Lanes(byHand, 10);
        List<Turn> turns = new ArrayList<>();
        offer(lanes, entry("a", turns::add), entry("a", turns::add), note("a", "third"));
        runAll();

        turns.get(0).release();
        turns.get(0).release();
        runAll();
        assertThat(turns).hasSize(2);
        assertThat(done).isEmpty();
        turns.get(1).release();
        turns.get(0).release();
        runAll();

        assertThat(done).containsExactly("third");
        assertThat(lanes.size()).isZero();
    }

    @Test
    void aTaskThatFailsGivesItsTurnToTheNext() {
        Lanes lanes = new Lanes(byHand, 10);

        offer(lanes, entry("a", turn -> {
            throw new IllegalStateException("bad");
        }), entry("a", turn -> {
            turn.release();
            throw new IllegalStateException("bad after the release");
        }), note("a", "third"));
        runAll();

        assertThat(done).containsExactly("third");
        assertThat(lanes.size()).isZero();
    }

    @Test
    void anErrorGoesToTheThreadButHoldsNobodyUp() {
        Lanes lanes = new Lanes(byHand, 10);
        offer(lanes, entry("a", turn -> {
            throw new NoClassDefFoundError("gone");
        }), note("a", "second"));

        assertThatExceptionOfType(NoClassDefFoundError.class).isThrownBy(this::runAll);
        runAll();

        assertThat(done).containsExactly("second");
        assertThat(lanes.size()).isZero();
    }

    @Test
    void takesAllOrNothing() {
        Lanes lanes = new Lanes(byHand, 3);

        assertThat(offer(lanes, note("a", "1"), note("a", "2"))).isTrue();
        assertThat(offer(lanes, note("a", "3"), note("b", "4"))).isFalse();
        assertThat(offer(lanes, note("b", "5"))).isTrue();
        assertThat(offer(lanes, note("c", "6"))).isFalse();
        assertThat(offer(lanes)).as("nothing always fits").isTrue();
        runAll();

        assertThat(done).containsExactlyInAnyOrder("1", "2", "5");
        assertThat(lanes.size()).isZero();
        assertThat(offer(lanes, note("a", "7"), note("b", "8"), note("c", "9"))).as("all places are free again").isTrue();
    }

    @Test
    void whatRunsTakesNoPlace() {
        Lanes lanes = new Lanes(byHand, 1);
        List<Turn> turns = new ArrayList<>();

        assertThat(offer(lanes, entry("a", turns::add))).isTrue();
        runAll();
        assertThat(offer(lanes, note("a", "waits"))).isTrue();
        assertThat(offer(lanes, note("b", "too many"))).isFalse();
        turns.get(0).release();
        runAll();

        assertThat(done).containsExactly("waits");
        assertThat(lanes.size()).isZero();
    }

    @Test
    void aPoolThatHasStoppedLeavesNothingBehind() {
        int places = 20_000;
        AtomicInteger refused = new AtomicInteger();
        Deque<Runnable> taken = new ArrayDeque<>();
        Lanes lanes = new Lanes(task -> {
            if (!taken.isEmpty()) {
                refused.incrementAndGet();
                throw new RejectedExecutionException("stopped");
            }
            taken.add(task);
        }, places);
        List<Entry> entries = new ArrayList<>();
        AtomicInteger dropped = new AtomicInteger();
        for (int i = 0; i < places; i++) {
            entries.add(new Entry("a", note("a", "n" + i).task(), () -> {
                dropped.incrementAndGet();
                throw new IllegalStateException("one that fails does not keep the others");
            }));
        }

        assertThat(lanes.offer(entries)).isTrue();
        taken.peek().run();

        assertThat(done).containsExactly("n0");
        assertThat(refused).hasValue(places - 1);
        assertThat(dropped).as("whoever counts on it is told").hasValue(places - 1);
        assertThat(lanes.size()).isZero();
        taken.clear();
        assertThat(lanes.offer(entries)).as("all places are free again").isTrue();
    }

    @Test
    void aLaneLivesOnlyWhileItHasWork() {
        Lanes lanes = new Lanes(byHand, 10);

        offer(lanes, note("a", "1"), note("b", "2"), note("b", "3"));
        assertThat(lanes.size()).isEqualTo(2);
        runAll();
        assertThat(lanes.size()).isZero();
        offer(lanes, note("a", "4"));
        assertThat(lanes.size()).isEqualTo(1);
        runAll();

        assertThat(done).containsExactly("1", "2", "3", "4");
        assertThat(lanes.size()).isZero();
    }

    @Test
    void anEntryNeedsALaneAndATask() {
        assertThatNullPointerException().isThrownBy(() -> entry(null, turn -> {
        }));
        assertThatNullPointerException().isThrownBy(() -> entry("a", null));
    }
}
