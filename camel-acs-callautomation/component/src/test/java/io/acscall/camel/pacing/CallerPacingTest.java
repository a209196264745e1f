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
import java.util.List;

import io.acscall.camel.pacing.PacingNode.Asked;
import io.acscall.camel.spi.PermitStore;
import io.acscall.camel.store.MemoryOperationStore;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Who gets a permit, in which order, and what is said to those who don't. */
class CallerPacingTest {

    private final HandTime time = new HandTime();
    private final PermitStore store = new MemoryOperationStore(10, time).permits().orElseThrow();
    private final PacingNode node = new PacingNode(store, time, 2, 3);

    @Test
    void asManyAsTheLimitAreSentAndTheNextWaitsForTheEndOfACall() {
        Asked first = node.asks();
        first.grant().answered("c1", null);
        node.asks().grant().answered("c2", null);
        Asked third = node.asks();
        assertThat(third.isTold()).isFalse();
        assertThat(node.count("waiting")).isEqualTo(1);

        node.callEnds("c1");

        assertThat(third.isGranted()).isTrue();
        assertThat(node.count("waiting")).isZero();
        assertThat(node.count("held")).isEqualTo(2);
        assertThat(node.count("granted")).isEqualTo(3);
        assertThat(node.count("waited")).isEqualTo(1);
    }

    @Test
    void whoComesFirstIsServedFirstAlsoWhenAPermitIsFreeJustThen() {
        Asked first = node.asks();
        node.asks().grant().answered("c2", null);
        Asked third = node.asks();
        Asked fourth = node.asks();

        first.grant().failed();

        assertThat(third.isGranted()).isTrue();
        assertThat(fourth.isTold()).isFalse();
        third.grant().failed();
        assertThat(fourth.isGranted()).isTrue();
    }

    @Test
    void oneWhoseStepThrowsGivesThePermitBackAndDoesNotHoldUpTheNext() {
        node.asks().grant().answered("c1", null);
        node.pacing.ask(new PacingRequest("r", "createCall", PacingNode.CALLER, List.of("4:+16045550100"), null),
                new PacedStep() {
                    @Override
                    public void granted(Grant grant) {
                        throw new IllegalStateException("stopped");
                    }

                    @Override
                    public void refused(RuntimeException why) {
                        throw new AssertionError("it was granted", why);
                    }
                });

        assertThat(node.count("held")).isEqualTo(1);
        assertThat(node.asks().isGranted()).isTrue();
        assertThat(node.count("granted")).isEqualTo(2);
    }

    @Test
    void anotherNumberHasALimitOfItsOwn() {
        node.asks();
        node.asks();
        Asked other = new Asked();

        node.pacing.ask(
                new PacingRequest("r", "createCall", "+18005550199", List.of("4:+16045550100"), null), other);

        assertThat(other.isGranted()).isTrue();
    }

    @Test
    void oneMoreThanMayWaitIsRefusedAndToldWhichOption() {
        for (int i = 0; i < 5; i++) {
            node.asks();
        }

        Asked sixth = node.asks();

        assertThat(sixth.why()).isInstanceOf(PacingException.class).hasMessageContaining("maxPacedWaiting=10")
                .hasMessageContaining("maxConcurrentPerCaller=2").hasMessageNotContaining("8005550100");
        assertThat(((PacingException) sixth.why()).reason()).isEqualTo(PacingException.Reason.TOO_MANY_WAITING);
        assertThat(node.count("refused")).isEqualTo(1);
        assertThat(node.count("waiting")).isEqualTo(3);
    }

    @Test
    void withoutRoomToWaitAFreePermitIsGivenAllTheSame() {
        PacingNode impatient = new PacingNode(store, time, 2, 0);

        assertThat(impatient.asks().isGranted()).isTrue();
        assertThat(impatient.asks().isGranted()).isTrue();
        assertThat(impatient.asks().why()).isInstanceOf(PacingException.class);
    }

    @Test
    void whoWaitsInVainIsRefusedAfterTheTimeoutAndMakesRoom() {
        node.asks();
        node.asks();
        Asked third = node.asks();

        time.advance(PacingNode.TIMEOUT.minusMillis(1));
        assertThat(third.isTold()).isFalse();
        time.advance(Duration.ofMillis(1));

        assertThat(third.why()).isInstanceOf(PacingException.class).hasMessageContaining("pacingTimeout");
        assertThat(node.count("timedOut")).isEqualTo(1);
        assertThat(node.count("waiting")).isZero();
    }

    @Test
    void aGroupTakesAllItsPermitsOrNone() {
        Asked first = node.asks();
        Asked group = node.asks("4:+16045550101", "4:+16045550102");
        assertThat(group.isTold()).isFalse();
        assertThat(node.count("held")).isEqualTo(1);

        first.grant().failed();

        assertThat(group.isGranted()).isTrue();
        assertThat(node.count("held")).isEqualTo(2);
    }

    @Test
    void aGroupThatIsLargerThanTheLimitIsRefusedAtOnce() {
        Asked group = node.asks("4:+16045550101", "4:+16045550102", "4:+16045550103");

        assertThat(group.why()).hasMessageContaining("rings 3 phone numbers").hasMessageContaining("maxConcurrentPerCaller=2")
                .hasMessageNotContaining("604555");
    }

    @Test
    void theEndOfACallMayOvertakeTheAnswerThatNamesIt() {
        Asked first = node.asks();
        node.callEnds("c1");
        first.grant().answered("c1", null);

        assertThat(node.count("held")).isZero();
    }

    @Test
    void aPermitThatAnotherNodeFreesIsFoundByAskingAgain() {
        PacingNode other = new PacingNode(store, time, 2, 3);
        Asked first = other.asks();
        other.asks();
        Asked third = node.asks();

        first.grant().failed();
        assertThat(third.isTold()).as("nobody tells this node").isFalse();
        time.advance(PacingNode.POLL);

        assertThat(third.isGranted()).isTrue();
    }

    @Test
    void anEventFreesThePermitsOfOtherNodes() {
        PacingNode other = new PacingNode(store, time, 2, 3);
        other.asks().grant().answered("c1", null);
        other.asks().grant().answered("c2", null);
        Asked third = node.asks();

        node.callEnds("c1");

        assertThat(third.isGranted()).isTrue();
        time.advance(PacingNode.LEASE);
        assertThat(other.count("held")).as("its renewal finds that one is gone").isEqualTo(1);
    }

    @Test
    void theEndOfTheApplicationRefusesThoseWhoWaitAndThoseWhoWould() {
        node.asks();
        node.asks();
        Asked third = node.asks();

        node.pacing.shutDown();

        assertThat(((PacingException) third.why()).reason()).isEqualTo(PacingException.Reason.STOPPED);
        assertThat(((PacingException) node.asks().why()).reason()).isEqualTo(PacingException.Reason.STOPPED);
        assertThat(node.count("waiting")).isZero();
    }

    @Test
    void optionsThatCanNotWorkAreRefusedByName() {
        Duration minute = Duration.ofMinutes(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new PacingSettings(-1, 1, minute, minute))
                .withMessageContaining("maxConcurrentPerCaller");
        assertThatIllegalArgumentException().isThrownBy(() -> new PacingSettings(1, -1, minute, minute))
                .withMessageContaining("maxPacedWaiting");
        assertThatIllegalArgumentException().isThrownBy(() -> new PacingSettings(1, 1, Duration.ZERO, minute))
                .withMessageContaining("pacingTimeout");
        assertThatIllegalArgumentException().isThrownBy(() -> new PacingSettings(1, 1, minute, Duration.ofMillis(999)))
                .withMessageContaining("pacingLease");
    }
}
