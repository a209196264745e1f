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
package io.acscall.camel.cluster;

import java.time.Duration;

import io.acscall.camel.await.ManualTimer;
import io.acscall.camel.spi.WaitClaim;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MembershipTest {

    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration THIRD = Duration.ofSeconds(5);

    private final Notebook store = new Notebook();
    private final ManualTimer timer = new ManualTimer();
    private final Membership membership = new Membership(store, "here", LEASE, timer, Runnable::run, timer);

    @BeforeEach
    void join() {
        membership.join();
    }

    @Test
    void whoseLeaseHasRunOutJoinsAtTheNextRenewal() {
        store.expire("here");

        timer.advance(THIRD);

        assertThat(store.isAlive("here")).isTrue();
    }

    @Test
    void aRenewalThatFailsIsNotTheLast() {
        store.expire("here");
        store.lost(true);
        timer.advance(THIRD);
        store.lost(false);
        assertThat(store.isAlive("here")).isFalse();

        timer.advance(THIRD);

        assertThat(store.isAlive("here")).isTrue();
    }

    @Test
    void whoHasLeftRenewsNothing() {
        membership.leave();

        assertThat(store.isAlive("here")).isFalse();
        assertThat(timer.planned()).isZero();
    }

    @Test
    void aStoreThatIsLostDoesNotHinderLeaving() {
        store.lost(true);

        membership.leave();

        assertThat(timer.planned()).isZero();
    }

    @Test
    void whetherAnotherOneLivesIsLookedUpEveryTwoSeconds() {
        store.join("there", LEASE);
        assertThat(membership.isAlive("there")).isTrue();
        store.expire("there");

        timer.advance(Duration.ofMillis(1999));
        assertThat(membership.isAlive("there")).isTrue();
        assertThat(store.looks()).isEqualTo(1);

        timer.advance(Duration.ofMillis(1));
        assertThat(membership.isAlive("there")).isFalse();
    }

    @Test
    void whoseLeaseHasRunOutLivesAgainToClaimItsWait() {
        store.expire("here");

        assertThat(membership.claimOwn("w1")).isTrue();
    }

    @Test
    void whatAnotherOneHasTakenIsNotClaimed() {
        store.join("there", LEASE);
        store.claimWait("here", "w1", "there");

        assertThat(membership.claimOwn("w1")).isFalse();
    }

    @Test
    void whatWasTakenByOneThatIsGoneIsLeft() {
        store.join("there", LEASE);
        store.claimWait("gone", "w1", "there");
        store.expire("there");

        assertThat(membership.takeOver("gone", "w1")).isEqualTo(WaitClaim.LEFT);
    }
}
