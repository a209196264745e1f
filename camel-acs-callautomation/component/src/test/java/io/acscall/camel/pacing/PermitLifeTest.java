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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

import io.acscall.camel.pacing.PacingNode.Asked;
import io.acscall.camel.spi.OperationStoreException;
import io.acscall.camel.spi.Permit;
import io.acscall.camel.spi.PermitClaim;
import io.acscall.camel.spi.PermitStore;
import io.acscall.camel.store.MemoryOperationStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How long a permit holds: events, lost events, nodes that die, requests of which nobody knows what became. */
class PermitLifeTest {

    private static final String ANN = "4:+16045550101";
    private static final String BOB = "4:+16045550102";

    private final HandTime time = new HandTime();
    private final PermitStore store = new MemoryOperationStore(10, time).permits().orElseThrow();
    private final PacingNode node = new PacingNode(store, time, 1, 9);
    private final PacingNode other = new PacingNode(store, time, 1, 9);

    @ParameterizedTest
    @ValueSource(strings = { "CallDisconnected", "CreateCallFailed" })
    void theEndOfACallFreesItsPermit(String type) {
        node.asks().grant().answered("c1", null);

        node.event(type, "c1", Map.of());

        assertThat(node.asks().isGranted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "AddParticipantFailed", "RemoveParticipantSucceeded" })
    void whoIsNotInTheCallAnyMoreFreesItsPermitOnAnyNode(String type) {
        node.addsTo("c1", ANN).grant().answered("c1", "i1");

        other.legEvent(type, "c1", BOB);
        assertThat(other.asks().isTold()).isFalse();
        other.legEvent(type, "c1", ANN);
        other.callEnds("nothing");

        assertThat(other.count("granted")).isEqualTo(1);
    }

    @Test
    void anEventMayOvertakeTheAnswerToAnInvitation() {
        Asked invited = node.addsTo("c1", ANN);
        node.legEvent("AddParticipantFailed", "c1", ANN);
        assertThat(other.asks().isGranted()).isTrue();

        invited.grant().answered("c1", "i1");

        assertThat(other.count("held")).isEqualTo(1);
        assertThat(node.asks().isTold()).isFalse();
    }

    @Test
    void anInvitationThatIsTakenBackFreesItsPermit() {
        node.addsTo("c1", ANN).grant().answered("c1", "i1");

        node.event("CancelAddParticipantSucceeded", "c1", Map.of("invitationId", "i2"));
        assertThat(node.count("held")).isEqualTo(1);
        node.event("CancelAddParticipantSucceeded", "c1", Map.of("invitationId", "i1"));

        assertThat(node.count("held")).isZero();
        assertThat(other.asks().isGranted()).isTrue();
    }

    @Test
    void whoHangsUpIsSeenToBeGoneAndWhoStillRingsIsNot() {
        node.addsTo("c1", ANN).grant().answered("c1", "i1");

        node.participants("c1", BOB);
        assertThat(node.count("held")).as("it rings").isEqualTo(1);
        node.participants("c1", BOB, ANN);
        node.participants("c2", BOB);
        assertThat(node.count("held")).isEqualTo(1);
        node.participants("c1", BOB);

        assertThat(node.count("held")).isZero();
    }

    @Test
    void aPermitIsRenewedAsLongAsItsCallIsUp() {
        node.asks().grant().answered("c1", null);
        Asked next = other.asks();

        time.advance(PacingNode.LEASE.multipliedBy(5));

        assertThat(next.isTold()).isFalse();
        assertThat(node.count("held")).isEqualTo(1);
        assertThat(other.looked).as("its owner renews it").isEmpty();
    }

    @Test
    void aCallWhoseEndNobodyToldIsFoundOutByALookWithinAThirdOfTheLease() {
        node.asks().grant().answered("c1", null);
        Asked next = node.asks();
        node.endsUnseen("c1");

        time.advance(PacingNode.LEASE.dividedBy(3));

        assertThat(next.isGranted()).isTrue();
        assertThat(node.count("reclaimed")).isEqualTo(1);
    }

    @Test
    void whoWasAddedIsLookedForOnlyWhenItCanNotRingAnyMore() {
        node.addsTo("c1", ANN).grant().answered("c1", "i1");
        node.endsUnseen("c1/" + ANN);

        time.advance(Duration.ofSeconds(199));
        assertThat(node.count("held")).isEqualTo(1);
        assertThat(node.looked).containsOnly("c1");
        time.advance(PacingNode.LEASE.dividedBy(3));

        assertThat(node.looked).contains("c1/" + ANN);
        assertThat(node.count("held")).isZero();
    }

    @Test
    void aServiceThatCanNotBeReachedFreesNothing() {
        node.asks().grant().answered("c1", null);
        node.endsUnseen("c1");
        node.goesMute();

        time.advance(PacingNode.LEASE.multipliedBy(3));

        assertThat(node.count("held")).isEqualTo(1);
        assertThat(other.asks().isTold()).isFalse();
    }

    @Test
    void ofANodeThatDiedThePermitIsFreedAfterTheLeaseWhenItsCallIsGone() {
        node.asks().grant().answered("c1", null);
        node.dies();
        other.endsUnseen("c1");
        Asked next = other.asks();

        time.advance(PacingNode.LEASE.minusMillis(1));
        assertThat(next.isTold()).isFalse();
        time.advance(PacingNode.POLL);

        assertThat(next.isGranted()).isTrue();
        assertThat(other.count("reclaimed")).isEqualTo(1);
    }

    @Test
    void ofANodeThatDiedACallThatIsUpStillCountsAndIsKeptByTheOneWhoLooked() {
        node.asks().grant().answered("c1", null);
        node.dies();
        Asked next = other.asks();

        time.advance(PacingNode.LEASE.multipliedBy(4));
        assertThat(next.isTold()).isFalse();
        assertThat(other.count("held")).isEqualTo(1);
        other.callEnds("c1");

        assertThat(next.isGranted()).isTrue();
    }

    @Test
    void ofANodeThatDiedBeforeTheServiceAnsweredThePermitEndsWithItsLease() {
        node.asks();
        node.dies();
        Asked next = other.asks();

        time.advance(PacingNode.LEASE.minusMillis(1));
        assertThat(next.isTold()).isFalse();
        time.advance(PacingNode.POLL);

        assertThat(next.isGranted()).isTrue();
        assertThat(other.looked).isEmpty();
    }

    @Test
    void aRequestOfUnknownEndHoldsItsPermitForTheLeaseAndItsRepeatHasItAgain() {
        Asked first = node.asksAs("r1", null);
        first.grant().inDoubt();
        assertThat(node.asks().isTold()).isFalse();

        // the one who waits comes before every new one, so another node repeats
        Asked repeat = other.asksAs("r1", null);

        assertThat(repeat.isGranted()).isTrue();
        assertThat(repeat.grant().id()).isEqualTo("r1");
    }

    @Test
    void aRequestOfUnknownEndThatIsNotRepeatedFreesItsPermitWithTheLease() {
        node.asks().grant().inDoubt();
        Asked next = node.asks();

        time.advance(PacingNode.LEASE.plus(PacingNode.POLL));

        assertThat(next.isGranted()).isTrue();
    }

    @Test
    void aPermitThatOthersTookWhileItCouldNotBeRenewedIsGivenUp() {
        node.asksAs("r1", null);
        store.free("r1-0");

        time.advance(PacingNode.LEASE.dividedBy(3));

        assertThat(node.count("lost")).isEqualTo(1);
        assertThat(node.count("held")).isZero();
    }

    @Test
    void aStoreThatFailsFailsWhoComesAndNotWhoWaits() {
        AtomicBoolean broken = new AtomicBoolean();
        PacingNode shaky = new PacingNode(failing(broken), time, 1, 9);
        Asked first = shaky.asks();
        Asked second = shaky.asks();
        broken.set(true);

        first.grant().failed();
        assertThat(second.isTold()).isFalse();
        PacingNode fresh = new PacingNode(failing(broken), time, 1, 9);
        assertThat(fresh.asks().why()).isInstanceOf(OperationStoreException.class);
        broken.set(false);
        time.advance(PacingNode.LEASE.plus(PacingNode.POLL));

        assertThat(second.isGranted()).isTrue();
    }

    @Test
    void aPermitThatCanNotBeRenewedDoesNotKeepTheOthersFromIt() {
        List<String> tried = new ArrayList<>();
        PermitStore refusing = renewing(holder -> {
            tried.add(holder);
            throw new OperationStoreException("not there", null);
        });
        PacingNode shaky = new PacingNode(refusing, time, 3, 9);
        shaky.asksAs("r1", null);
        shaky.asksAs("r2", null);
        shaky.asksAs("r3", "c1").grant().answered("c1", null);
        shaky.endsUnseen("c1");

        time.advance(PacingNode.LEASE.dividedBy(3));

        assertThat(tried).containsExactlyInAnyOrder("r1-0", "r2-0", "r3-0");
        assertThat(shaky.count("held")).as("its call was looked at").isEqualTo(2);
    }

    private PermitStore renewing(Predicate<String> renewal) {
        return new PermitStore() {
            @Override
            public PermitClaim take(Permit permit, int limit, Duration lease) {
                return store.take(permit, limit, lease);
            }

            @Override
            public boolean bind(String holder, String call) {
                return store.bind(holder, call);
            }

            @Override
            public boolean renew(String holder, Duration lease) {
                return renewal.test(holder);
            }

            @Override
            public boolean free(String holder) {
                return store.free(holder);
            }

            @Override
            public int freeCall(String call) {
                return store.freeCall(call);
            }

            @Override
            public int freeLeg(String call, String leg) {
                return store.freeLeg(call, leg);
            }
        };
    }

    private PermitStore failing(AtomicBoolean broken) {
        return new PermitStore() {

            private PermitStore store() {
                if (broken.get()) {
                    throw new OperationStoreException("not there", null);
                }
                return store;
            }

            @Override
            public PermitClaim take(Permit permit, int limit, Duration lease) {
                return store().take(permit, limit, lease);
            }

            @Override
            public boolean bind(String holder, String call) {
                return store().bind(holder, call);
            }

            @Override
            public boolean renew(String holder, Duration lease) {
                return store().renew(holder, lease);
            }

            @Override
            public boolean free(String holder) {
                return store().free(holder);
            }

            @Override
            public int freeCall(String call) {
                return store().freeCall(call);
            }

            @Override
            public int freeLeg(String call, String leg) {
                return store().freeLeg(call, leg);
            }
        };
    }
}
