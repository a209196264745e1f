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

import io.acscall.camel.spi.Permit;
import io.acscall.camel.spi.PermitClaim;
import io.acscall.camel.spi.PermitStore;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store of permits does. Each test has a pool of its own. */
abstract class PermitStoreContract {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final String pool = UUID.randomUUID().toString();
    private final String call = UUID.randomUUID().toString();
    final MovableClock clock = new MovableClock();

    /** Permits as another node would have them: on the same memory or database. */
    abstract PermitStore permits(Clock itsClock);

    private PermitStore permits() {
        return permits(clock);
    }

    private PermitClaim take(String holder) {
        return take(permits(), holder, null);
    }

    private PermitClaim take(PermitStore node, String holder, String itsCall) {
        return node.take(new Permit(pool + holder, pool, itsCall, "leg " + holder), 2, LEASE);
    }

    @Test
    void asManyAsTheLimitAreGranted() {
        assertThat(take("a")).isEqualTo(new PermitClaim.Granted());
        assertThat(take(permits(), "b", null)).isEqualTo(new PermitClaim.Granted());
        assertThat(take("c")).isEqualTo(new PermitClaim.Full());

        assertThat(permits().free(pool + "a")).isTrue();
        assertThat(permits().free(pool + "a")).isFalse();

        assertThat(take("c")).isEqualTo(new PermitClaim.Granted());
    }

    @Test
    void whoAsksAgainKeepsWhatItHasWithANewLease() {
        take("a");
        take("b");
        clock.advance(LEASE.minusMillis(1));

        assertThat(take("a")).isEqualTo(new PermitClaim.Granted());
        clock.advance(Duration.ofMillis(1));

        assertThat(take("c")).as("the place of b").isEqualTo(new PermitClaim.Granted());
        assertThat(take("d")).isEqualTo(new PermitClaim.Full());
    }

    @Test
    void aRenewalHoldsForAnotherLease() {
        take("a");
        take("b");
        clock.advance(LEASE.minusMillis(1));
        assertThat(permits().renew(pool + "a", LEASE)).isTrue();
        assertThat(permits().renew(pool + "b", LEASE)).isTrue();
        clock.advance(LEASE.minusMillis(1));

        assertThat(take("c")).isEqualTo(new PermitClaim.Full());
        assertThat(permits().renew(pool + "c", LEASE)).isFalse();
    }

    @Test
    void aPermitOfAKnownCallThatRanOutIsShownAndNotTaken() {
        take("a");
        take("b");
        assertThat(permits().bind(pool + "a", call)).isTrue();
        assertThat(permits().bind(pool + "b", call)).isTrue();
        assertThat(permits().bind(pool + "c", call)).isFalse();
        clock.advance(LEASE);

        assertThat(take("c")).isIn(new PermitClaim.RunOut(pool + "a", call), new PermitClaim.RunOut(pool + "b", call));
        assertThat(permits().renew(pool + "a", LEASE)).as("it is still there").isTrue();
        assertThat(take("c")).isEqualTo(new PermitClaim.RunOut(pool + "b", call));
        permits().free(pool + "b");
        assertThat(take("c")).isEqualTo(new PermitClaim.Granted());
    }

    @Test
    void theEndOfACallFreesAllItsPermits() {
        take(permits(), "a", call);
        take(permits(), "b", call);

        assertThat(permits().freeCall(UUID.randomUUID().toString())).isZero();
        assertThat(permits().freeCall(call)).isEqualTo(2);
        assertThat(permits().freeCall(call)).isZero();
        assertThat(take("c")).isEqualTo(new PermitClaim.Granted());
    }

    @Test
    void onePersonOfACallFreesItsPermitAlone() {
        take(permits(), "a", call);
        take(permits(), "b", call);

        assertThat(permits().freeLeg(call, "leg c")).isZero();
        assertThat(permits().freeLeg(call, "leg b")).isEqualTo(1);
        assertThat(take("c")).isEqualTo(new PermitClaim.Granted());
        assertThat(take("d")).isEqualTo(new PermitClaim.Full());
    }

    @Test
    void longAndStrangeTextIsKeptApart() {
        Permit strange = new Permit("h".repeat(400), "p".repeat(400), "c\0".repeat(200), "l".repeat(400));
        Permit other = new Permit("h".repeat(401), "p".repeat(400), "c\0".repeat(201), "l".repeat(401));

        assertThat(permits().take(strange, 1, LEASE)).isEqualTo(new PermitClaim.Granted());
        assertThat(permits().take(other, 1, LEASE)).isEqualTo(new PermitClaim.Full());
        assertThat(permits().freeLeg(strange.call(), strange.leg())).isEqualTo(1);
        assertThat(permits().take(other, 1, LEASE)).isEqualTo(new PermitClaim.Granted());
        assertThat(permits().freeCall(other.call())).isEqualTo(1);
    }

    /** Sixteen threads on two nodes take, look and free as fast as they can. */
    @Test
    void neverMoreThanTheLimitWhateverRaces() throws Exception {
        PermitStore first = permits();
        PermitStore second = permits();
        AtomicInteger up = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger granted = new AtomicInteger();
        Race.winners(100, (thread, step) -> {
            PermitStore node = thread % 2 == 0 ? first : second;
            String holder = thread + "/" + step;
            boolean got = take(node, holder, null) instanceof PermitClaim.Granted;
            if (got) {
                granted.incrementAndGet();
                most.accumulateAndGet(up.incrementAndGet(), Math::max);
                up.decrementAndGet();
                assertThat(node.free(pool + holder)).isTrue();
            }
            return got;
        });

        assertThat(most).hasValueBetween(1, 2);
        assertThat(granted).hasValueGreaterThan(50);
        assertThat(take("a")).isEqualTo(new PermitClaim.Granted());
        assertThat(take("b")).isEqualTo(new PermitClaim.Granted());
    }

    /** Permits that have run out are the goal of all at once: each goes to one. */
    @Test
    void ofManyWhoWantAPlaceThatIsFreeAsManyGetItAsThereArePlaces() throws Exception {
        PermitStore first = permits();
        PermitStore second = permits();
        int[] winners = Race.winners(40, (thread, step) -> {
            PermitStore node = thread % 2 == 0 ? first : second;
            String round = pool + step;
            return node.take(new Permit(round + thread, round, null, "l"), 2, LEASE) instanceof PermitClaim.Granted;
        });
        assertThat(winners).containsOnly(2);

        clock.advance(LEASE);
        int[] again = Race.winners(40, (thread, step) -> {
            PermitStore node = thread % 2 == 0 ? first : second;
            String round = pool + step;
            return node.take(new Permit(round + thread + "again", round, null, "l"), 2, LEASE) instanceof PermitClaim.Granted;
        });
        assertThat(again).containsOnly(2);
    }
}
