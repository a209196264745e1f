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
package io.acscall.simulator.rest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.acscall.simulator.http.ServiceAnswer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RepeatMemoryTest {

    private final RepeatMemory memory = new RepeatMemory(100);
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void forgetsTheOldestWhenFull() {
        for (int i = 0; i < 1_000; i++) {
            memory.answer("createCall", "id-" + i, () -> answer(201));
        }

        assertThat(memory.size()).isEqualTo(100);
        memory.answer("createCall", "id-999", () -> answer(201));
        assertThat(done).hasValue(1_000);
        memory.answer("createCall", "id-0", () -> answer(201));
        assertThat(done).hasValue(1_001);
    }

    @Test
    void keepsNoAnswerThatAsksForARepetition() {
        memory.answer("createCall", "id", () -> answer(503));
        memory.answer("createCall", "id", () -> answer(429));

        assertThat(memory.answer("createCall", "id", () -> answer(201)).join().status()).isEqualTo(201);
        assertThat(done).hasValue(3);
    }

    @Test
    void aRepetitionWaitsForTheFirst() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> memory.answer("createCall", "id", () -> {
            begun.countDown();
            awaitQuietly(go);
            return answer(201);
        }).join().status());
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<ServiceAnswer> second = memory.answer("createCall", "id", () -> answer(500));
        assertThat(second).isNotDone();
        go.countDown();

        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(201);
        assertThat(second.get(10, TimeUnit.SECONDS).status()).isEqualTo(201);
        assertThat(done).hasValue(1);
    }

    @Test
    void aFailureIsNotKept() {
        CompletableFuture<ServiceAnswer> failed = memory.answer("createCall", "id", () -> {
            throw new IllegalStateException("broken");
        });

        assertThat(failed).isCompletedExceptionally();
        assertThat(memory.answer("createCall", "id", () -> answer(201)).join().status()).isEqualTo(201);
    }

    private ServiceAnswer answer(int status) {
        done.incrementAndGet();
        return ServiceAnswer.empty(status);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
