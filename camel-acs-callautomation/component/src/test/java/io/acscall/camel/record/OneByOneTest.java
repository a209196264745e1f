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
package io.acscall.camel.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OneByOneTest {

    private final Queue<Runnable> pool = new ArrayDeque<>();
    private final List<Integer> done = new ArrayList<>();

    @Test
    void tasksRunInOrderInOneTurnOfThePool() {
        OneByOne tasks = new OneByOne(pool::add, 10);
        IntStream.range(0, 5).forEach(i -> tasks.execute(() -> done.add(i)));

        assertThat(pool).hasSize(1);
        pool.remove().run();
        assertThat(done).containsExactly(0, 1, 2, 3, 4);
        tasks.execute(() -> done.add(5));
        pool.remove().run();
        assertThat(done).endsWith(5);
    }

    @Test
    void whatIsTooMuchIsRefusedAndTheRestRuns() {
        OneByOne tasks = new OneByOne(pool::add, 2);
        tasks.execute(() -> done.add(1));
        tasks.execute(() -> done.add(2));

        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> tasks.execute(() -> done.add(3)));
        pool.remove().run();
        assertThat(done).containsExactly(1, 2);
    }

    @Test
    void noTwoRunAtTheSameTimeHoweverManyThreadsThereAre() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            OneByOne tasks = new OneByOne(threads, 100_000);
            CountDownLatch all = new CountDownLatch(4_000);
            for (int t = 0; t < 4; t++) {
                threads.execute(() -> IntStream.range(0, 1_000).forEach(i -> tasks.execute(() -> {
                    // a list that is not thread-safe: two at once would lose one
                    done.add(i);
                    all.countDown();
                })));
            }
            assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(done).hasSize(4_000);
        } finally {
            threads.shutdownNow();
        }
    }
}
