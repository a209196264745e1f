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
package io.acscall.camel.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Threads that do the same at the same time, step by step. */
final class Race {

    static final int THREADS = 16;

    private Race() {
    }

    /** What one thread does in one step; {@code true} when it has won. */
    @FunctionalInterface
    interface Step {
        boolean wins(int thread, int step);
    }

    /** How many threads won each step. All threads wait for each other every few steps, so that none runs ahead. */
    static int[] winners(int steps, Step step) throws Exception {
        CyclicBarrier together = new CyclicBarrier(THREADS);
        boolean[][] won = new boolean[THREADS][steps];
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                int thread = t;
                ends.add(threads.submit(() -> {
                    for (int s = 0; s < steps; s++) {
                        if (s % 8 == 0) {
                            together.await(120, TimeUnit.SECONDS);
                        }
                        won[thread][s] = step.wins(thread, s);
                    }
                    return null;
                }));
            }
            for (Future<?> end : ends) {
                end.get(240, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        return count(won, steps);
    }

    private static int[] count(boolean[][] won, int steps) {
        int[] winners = new int[steps];
        for (boolean[] ofThread : won) {
            for (int s = 0; s < steps; s++) {
                winners[s] += ofThread[s] ? 1 : 0;
            }
        }
        return winners;
    }

    /** The steps that not exactly one thread won. */
    static List<Integer> notWonOnce(int[] winners) {
        return IntStream.range(0, winners.length).filter(step -> winners[step] != 1).boxed().toList();
    }
}
