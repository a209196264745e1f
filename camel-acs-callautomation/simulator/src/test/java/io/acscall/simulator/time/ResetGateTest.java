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

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResetGateTest {

    private final ResetGate gate = new ResetGate();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void letsThroughWhatBelongsToTheEra() {
        assertThat(gate.pass(gate.era(), done::incrementAndGet)).isTrue();
        assertThat(done).hasValue(1);
    }

    @Test
    void keepsOutWhatWasBegunBefore() {
        long before = gate.era();
        gate.reset();

        assertThat(gate.pass(before, done::incrementAndGet)).isFalse();
        assertThat(done).hasValue(0);
        assertThat(gate.pass(gate.era(), done::incrementAndGet)).isTrue();
    }

    @Test
    void aResetWaitsForWhoeverIsOnTheWayThrough() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch reset = new CountDownLatch(1);
        Thread passing = new Thread(() -> gate.pass(gate.era(), () -> {
            inside.countDown();
            awaitQuietly(go);
            done.incrementAndGet();
        }));
        passing.start();
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
        Thread resetting = new Thread(() -> {
            gate.reset();
            reset.countDown();
        });
        resetting.start();

        assertThat(reset.await(50, TimeUnit.MILLISECONDS)).isFalse();
        go.countDown();
        assertThat(reset.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(done).hasValue(1);
        passing.join();
        resetting.join();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
