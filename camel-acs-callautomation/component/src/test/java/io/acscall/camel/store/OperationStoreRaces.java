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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.acscall.camel.spi.Attempt;
import io.acscall.camel.spi.Claim;
import io.acscall.camel.spi.OperationStore;
import io.acscall.camel.spi.PermitStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store of operations does, asked by many at a time. */
abstract class OperationStoreRaces extends PermitStoreContract {

    static final Duration LEASE = Duration.ofMinutes(1);
    /** By how much the clock of the second node differs. */
    static final Duration AHEAD = Duration.ofMillis(7);

    private static final int KEYS = 2_000;

    OperationStore store;

    /** A store as another node would have it: on the same memory or database. */
    abstract OperationStore node(Clock itsClock);

    @Override
    final PermitStore permits(Clock itsClock) {
        return node(itsClock).permits().orElseThrow();
    }

    @BeforeEach
    final void openStore() {
        store = node(clock);
    }

    static Attempt attempt(String hash) {
        return new Attempt(UUID.randomUUID(), Instant.parse("2026-04-02T09:15:00Z"), hash);
    }

    @Test
    void ofManyWhoClaimOneActs() throws Exception {
        race(KEYS, store, node(Clock.offset(clock, AHEAD)));
    }

    /**
     * Each thread claims each key, by turns on the nodes: first all keys are new, then every other one was released,
     * then all claims have run out.
     */
    final void race(int keys, OperationStore... nodes) throws Exception {
        String[] owners = new String[keys];
        Attempt[] sent = new Attempt[keys];
        Race.Step claimFirst = (thread, step) -> {
            String owner = UUID.randomUUID().toString();
            Attempt own = attempt("h" + thread);
            boolean wins = claim(nodes, thread, step, owner, own) instanceof Claim.Granted;
            if (wins) {
                owners[step] = owner;
                sent[step] = own;
            }
            return wins;
        };
        assertThat(Race.notWonOnce(Race.winners(keys, claimFirst))).isEmpty();

        for (int step = 0; step < keys; step += 2) {
            store.release("race-" + step, owners[step]);
        }
        int[] anew = Race.winners(keys, claimFirst);
        assertThat(anew).isEqualTo(IntStream.range(0, keys).map(step -> step % 2 == 0 ? 1 : 0).toArray());

        clock.advance(LEASE.plus(AHEAD));
        int[] taken = Race.winners(keys, (thread, step) -> claim(nodes, thread, step, "late-" + thread, attempt("h"))
                .equals(new Claim.TakenOver(sent[step])));
        assertThat(Race.notWonOnce(taken)).isEmpty();
    }

    private static Claim claim(OperationStore[] nodes, int thread, int step, String owner, Attempt own) {
        return nodes[thread % nodes.length].claim("race-" + step, owner, n -> own, LEASE);
    }

    @Test
    void neverTwoAtATimeHoldAKeyThatIsClaimedAndReleasedAllTheTime() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger releases = new AtomicInteger();

        int[] winners = Race.winners(200, (thread, step) -> {
            String owner = "t" + thread + "." + step;
            Claim claim = store.claim("k", owner, n -> attempt("try " + n), LEASE);
            if (!(claim instanceof Claim.Granted granted)) {
                return false;
            }
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            boolean numberedInOrder = granted.attempt().requestHash().equals("try " + releases.getAndIncrement());
            inside.decrementAndGet();
            store.release("k", owner);
            return numberedInOrder;
        });

        assertThat(most).hasValue(1);
        assertThat(IntStream.of(winners).sum()).isPositive().isEqualTo(releases.get());
    }
}
