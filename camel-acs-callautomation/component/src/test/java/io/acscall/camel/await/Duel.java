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

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Two threads that do something at the same moment, again and again. */
final class Duel implements AutoCloseable {

    private static final int LONGEST_SECONDS = 20;
    private static final int PATIENCE = 200;
    private static final int LEADS = 40;

    private final ExecutorService second = Executors.newSingleThreadExecutor();
    private final CyclicBarrier barrier = new CyclicBarrier(2);

    /**
     * Returns when both are through all rounds. One of them waits a little longer in each round, so that every order of
     * their steps has a chance.
     *
     * @param rounds how often
     * @param one    what this thread does in a round
     * @param other  what the second thread does in it
     */
    void atOnce(int rounds, IntConsumer one, IntConsumer other) {
        AtomicInteger arrivals = new AtomicInteger();
        Future<?> running = second.submit(() -> run(rounds, arrivals, other, 0));
        run(rounds, arrivals, one, 1);
        try {
            running.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private void run(int rounds, AtomicInteger arrivals, IntConsumer step, int patient) {
        try {
            barrier.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError(e);
        }
        for (int round = 0; round < rounds; round++) {
            meet(arrivals, 2 * (round + 1));
            if (round % 2 == patient) {
                spin(round / 2 % LEADS);
            }
            step.accept(round);
        }
    }

    /** A barrier wakes one thread much later than the other; these meet awake. */
    private static void meet(AtomicInteger arrivals, int all) {
        arrivals.incrementAndGet();
        for (int i = 0; arrivals.get() < all; i++) {
            if (i < PATIENCE) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
    }

    private static void spin(int times) {
        for (int i = 0; i < times; i++) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        second.shutdownNow();
    }
}
