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
package io.acscall.camel.pacing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.EventKind;
import io.acscall.camel.spi.PermitStore;
import io.acscall.camel.store.MemoryOperationStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Two nodes, many threads: the limit holds, and nobody is forgotten. */
class PacingRaceTest {

    private static final int LIMIT = 3;
    private static final int ASKING = 8;
    private static final int EACH = 150;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final AtomicInteger up = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final CountDownLatch served = new CountDownLatch(ASKING * EACH);

    @AfterEach
    void stop() {
        timer.shutdownNow();
        threads.shutdownNow();
    }

    private CallerPacing node(PermitStore store) {
        PacingThreads ties = new PacingThreads((after, task) -> {
            Future<?> planned = timer.schedule(task, after.toMillis(), TimeUnit.MILLISECONDS);
            return () -> planned.cancel(false);
        }, threads, () -> Duration.ofMillis(3));
        return new CallerPacing(
                new PacingSettings(LIMIT, ASKING * EACH, Duration.ofMinutes(2), Duration.ofMinutes(2)), store,
                (call, rawId) -> CompletableFuture.completedFuture(true), ties, Clock.systemUTC(), rawId -> rawId);
    }

    /** What a call does: fails at once, or is up and ends with an event at either node, before or after the answer. */
    private final class Call implements PacedStep {

        private final int number;
        private final String id = UUID.randomUUID().toString();
        private final List<CallerPacing> nodes;

        private Call(int number, List<CallerPacing> nodes) {
            this.number = number;
            this.nodes = nodes;
        }

        @Override
        public void granted(Grant grant) {
            threads.execute(() -> {
                most.accumulateAndGet(up.incrementAndGet(), Math::max);
                Thread.yield();
                end(grant);
                served.countDown();
            });
        }

        private void end(Grant grant) {
            switch (number % 3) {
                case 0 -> {
                    up.decrementAndGet();
                    grant.failed();
                }
                case 1 -> {
                    grant.answered(id, null);
                    up.decrementAndGet();
                    ended(nodes.get(number % 2));
                }
                default -> {
                    nodes.forEach(this::ended);
                    up.decrementAndGet();
                    grant.answered(id, null);
                    ended(nodes.get(0));
                }
            }
        }

        private void ended(CallerPacing node) {
            node.offer(new CallEvent(
                    id, "Microsoft.Communication.CallDisconnected", "/calls/" + id, null, null, id, null, null, null, null,
                    Map.of(), EventKind.CALLBACK));
        }

        @Override
        public void refused(RuntimeException why) {
            refused.incrementAndGet();
            served.countDown();
        }
    }

    @Test
    void theLimitHoldsAndEverybodyIsServed() throws Exception {
        PermitStore store = new MemoryOperationStore(1, Clock.systemUTC()).permits().orElseThrow();
        List<CallerPacing> nodes = List.of(node(store), node(store));
        for (int thread = 0; thread < ASKING; thread++) {
            CallerPacing node = nodes.get(thread % 2);
            threads.execute(() -> {
                for (int i = 0; i < EACH; i++) {
                    node.ask(new PacingRequest(
                            UUID.randomUUID().toString(), "createCall", "+18005550100", List.of("4:+16045550100"), null),
                            new Call(i, nodes));
                }
            });
        }

        assertThat(served.await(100, TimeUnit.SECONDS)).as("left: %d", served.getCount()).isTrue();
        assertThat(refused).hasValue(0);
        assertThat(most).hasValueBetween(1, LIMIT);
        nodes.forEach(node -> assertThat(node.counts().waiting()).isZero());
    }
}
