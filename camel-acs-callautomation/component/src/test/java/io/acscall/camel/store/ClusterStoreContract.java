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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.acscall.camel.spi.ClusterStore;
import io.acscall.camel.spi.EventClaim;
import io.acscall.camel.spi.WaitClaim;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What nodes know of each other, wherever it is kept. */
abstract class ClusterStoreContract {

    private static final Duration LEASE = Duration.ofSeconds(15);

    private final String test = UUID.randomUUID().toString();
    private final String one = "one" + test;
    private final String two = "two" + test;
    private final String three = "three" + test;
    private final MovableClock clock = new MovableClock();
    private ClusterStore store;

    /** As another node would have it: on the same database. */
    abstract ClusterStore cluster(Clock itsClock);

    @BeforeEach
    void join() {
        store = cluster(clock);
        store.join(one, LEASE);
        store.join(two, LEASE);
    }

    @Test
    void anIncarnationLivesUntilItsLeaseRunsOut() {
        assertThat(store.isAlive(one)).isTrue();
        assertThat(store.isAlive(three)).isFalse();
        clock.advance(LEASE.minusMillis(1));
        assertThat(store.isAlive(one)).isTrue();
        assertThat(store.renew(one, LEASE)).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(store.isAlive(one)).isTrue();
        assertThat(store.isAlive(two)).isFalse();
        assertThat(store.renew(two, LEASE)).as("too late").isFalse();
        assertThat(store.isAlive(two)).isFalse();
        assertThat(store.renew(three, LEASE)).isFalse();

        store.join(two, LEASE);
        assertThat(store.isAlive(two)).as("it joins again").isTrue();
        store.leave(two);
        store.leave(two);
        assertThat(store.isAlive(two)).isFalse();
    }

    @Test
    void aWaitIsClaimedOnceAndKnownToWhoeverHasIt() {
        assertThat(store.claimWait(one, "w", one)).isEqualTo(WaitClaim.CLAIMED);
        assertThat(store.claimWait(one, "w", one)).isEqualTo(WaitClaim.CLAIMED);
        assertThat(store.claimWait(one, "w", two)).isEqualTo(WaitClaim.TAKEN);
        assertThat(store.claimWait(two, "w", two)).as("another wait of the same name").isEqualTo(WaitClaim.CLAIMED);

        clock.advance(LEASE);
        store.join(two, LEASE);

        assertThat(store.claimWait(one, "w", two)).isEqualTo(WaitClaim.LEFT);
    }

    @Test
    void whoDoesNotLiveClaimsNothingNew() {
        assertThat(store.claimWait(one, "had", one)).isEqualTo(WaitClaim.CLAIMED);
        clock.advance(LEASE);

        assertThat(store.claimWait(one, "w", one)).isEqualTo(WaitClaim.TAKEN);
        assertThat(store.claimWait(one, "had", one)).as("it has it").isEqualTo(WaitClaim.CLAIMED);
        store.join(two, LEASE);
        assertThat(store.claimWait(one, "w", two)).isEqualTo(WaitClaim.CLAIMED);
        store.join(one, LEASE);
        assertThat(store.claimWait(one, "w", one)).isEqualTo(WaitClaim.TAKEN);
    }

    @Test
    void ofManyWhoClaimAWaitExactlyOneHasIt() throws Exception {
        ClusterStore other = cluster(clock);
        for (int i = 0; i < Race.THREADS; i++) {
            store.join(test + i, LEASE);
        }
        int[] winners = Race.winners(100, (thread, step) -> (thread % 2 == 0 ? store : other)
                .claimWait(one, "w" + step, test + thread) == WaitClaim.CLAIMED);

        assertThat(Race.notWonOnce(winners)).isEmpty();
    }

    @Test
    void theOwnersOfACallAreThoseWhoSaidSoUntilItIsOver() {
        String call = "call" + test;
        assertThat(store.owners(call)).isEmpty();
        store.own(call, one);
        store.own(call, one);
        store.own(call, two);
        store.own("other" + test, three);

        assertThat(store.owners(call)).containsExactlyInAnyOrder(one, two);
        store.disown(call);
        assertThat(store.owners(call)).isEmpty();
        assertThat(store.owners("other" + test)).containsExactly(three);
    }

    @Test
    void anEventIsHandledOnce() {
        String event = "event" + test;
        assertThat(store.claimEvent(event, one)).isEqualTo(EventClaim.FIRST);
        assertThat(store.claimEvent(event, two)).isEqualTo(EventClaim.HELD);
        assertThat(store.claimEvent(event, one)).as("it is at it").isEqualTo(EventClaim.HELD);
        store.finishEvent(event, two);
        assertThat(store.claimEvent(event, two)).as("only who has it finishes it").isEqualTo(EventClaim.HELD);
        store.finishEvent(event, one);
        assertThat(store.claimEvent(event, two)).isEqualTo(EventClaim.DUPLICATE);
        store.releaseEvent(event, one);
        assertThat(store.claimEvent(event, one)).as("it was handled").isEqualTo(EventClaim.DUPLICATE);
    }

    @Test
    void aReleasedEventAndOneWhoseClaimantIsGoneComeFirstAgain() {
        String event = "event" + test;
        store.claimEvent(event, one);
        store.releaseEvent(event, two);
        assertThat(store.claimEvent(event, two)).isEqualTo(EventClaim.HELD);
        store.releaseEvent(event, one);
        assertThat(store.claimEvent(event, two)).isEqualTo(EventClaim.FIRST);

        clock.advance(LEASE);
        store.join(one, LEASE);

        assertThat(store.claimEvent(event, one)).isEqualTo(EventClaim.FIRST);
        store.finishEvent(event, two);
        assertThat(store.claimEvent(event, three)).as("two has lost it").isEqualTo(EventClaim.HELD);
    }

    @Test
    void ofManyWhoTakeOverAnEventExactlyOneHasIt() throws Exception {
        ClusterStore other = cluster(clock);
        for (int i = 0; i < Race.THREADS; i++) {
            store.join(test + i, LEASE);
        }
        AtomicInteger duplicates = new AtomicInteger();
        int[] first = Race.winners(50, (thread, step) -> claims(thread % 2 == 0 ? store : other, step, thread, duplicates));
        assertThat(Race.notWonOnce(first)).isEmpty();
        clock.advance(LEASE);
        for (int i = 0; i < Race.THREADS; i++) {
            store.join("next" + test + i, LEASE);
        }

        int[] again = Race.winners(50, (thread, step) -> (thread % 2 == 0 ? store : other)
                .claimEvent("event" + step + test, "next" + test + thread) == EventClaim.FIRST);

        assertThat(Race.notWonOnce(again)).isEmpty();
        assertThat(duplicates).hasValue(0);
    }

    private boolean claims(ClusterStore node, int step, int thread, AtomicInteger duplicates) {
        EventClaim claim = node.claimEvent("event" + step + test, test + thread);
        if (claim == EventClaim.DUPLICATE) {
            duplicates.incrementAndGet();
        }
        return claim == EventClaim.FIRST;
    }

    @Test
    void purgeDeletesWhatIsOldAndNothingElse() {
        store.own("call" + test, one);
        store.claimWait(one, "w", one);
        store.claimEvent("event" + test, one);
        clock.advance(Duration.ofDays(2));
        store.join(two, LEASE);
        store.own("new" + test, two);
        clock.advance(Duration.ofSeconds(1));

        assertThat(store.purge(Duration.ofDays(2))).isGreaterThanOrEqualTo(3);

        assertThat(store.owners("call" + test)).isEmpty();
        assertThat(store.owners("new" + test)).containsExactly(two);
        assertThat(store.isAlive(two)).isTrue();
        assertThat(store.claimEvent("event" + test, two)).isEqualTo(EventClaim.FIRST);
        assertThatIllegalArgumentException().isThrownBy(() -> store.purge(Duration.ofDays(-1)))
                .withMessageContaining("olderThan=PT-24H");
    }

    @Test
    void longNamesAreKeptApart() {
        store.own("c".repeat(400), one);

        assertThat(store.owners("c".repeat(400))).contains(one);
        assertThat(store.owners("c".repeat(401))).isEmpty();
    }
}
