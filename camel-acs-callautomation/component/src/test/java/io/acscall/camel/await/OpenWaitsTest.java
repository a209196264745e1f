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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.acscall.camel.await.Waits.Wait;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.Ending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which event ends which wait. */
class OpenWaitsTest {

    private static final Runnable NOTHING = () -> {
    };

    private final Waits waits = new Waits();
    private final OpenWaits open = waits.open;

    @AfterEach
    void nothingIsLeft() {
        open.shutDown();
        assertThat(open.size()).isZero();
        assertThat(open.isEmpty()).isTrue();
        assertThat(waits.timer.planned()).isZero();
    }

    @Test
    void endsWithTheEventThatMeansSuccess() {
        Wait wait = waits.answered("play", Waits.PLAY, "c-1");
        CallEvent event = waits.event("PlayCompleted", "c-1", wait.wire());

        assertThat(open.offer(waits.event("PlayStarted", "c-1", wait.wire()))).isFalse();
        assertThat(open.isWaitedFor("c-1")).isTrue();
        assertThat(open.offer(event)).isTrue();

        assertThat(wait.end()).isEqualTo(new WaitEnd.Succeeded(event));
        assertThat(open.isWaitedFor("c-1")).isFalse();
        assertThat(open.isEmpty()).isTrue();
        assertThat(waits.timer.planned()).isZero();
    }

    @Test
    void endsWithTheEventThatMeansFailure() {
        Wait wait = waits.answered("play", Waits.PLAY, "c-1");
        CallEvent event = waits.event("PlayFailed", "c-1", wait.wire());

        assertThat(open.offer(event)).isTrue();

        assertThat(wait.end()).isEqualTo(new WaitEnd.Failed(event));
    }

    @Test
    void anEventEndsTheWaitWhoseContextItCarriesAndNoOther() {
        Wait one = waits.answered("play", Waits.PLAY, "c-1");
        Wait other = waits.answered("play", Waits.PLAY, "c-1");

        open.offer(waits.event("PlayCompleted", "c-1", other.wire()));

        assertThat(one.ends()).isEmpty();
        assertThat(other.ends()).hasSize(1);
        assertThat(open.size()).isEqualTo(1);
        assertThat(open.isWaitedFor("c-1")).isTrue();
    }

    @Test
    void anEventWithoutContextOrWithAnotherOneEndsNothing() {
        Wait wait = waits.answered("play", Waits.PLAY, "c-1");

        assertThat(open.offer(waits.event("PlayCompleted", "c-1", null))).isFalse();
        assertThat(open.offer(waits.event("PlayCompleted", "c-1", "mine"))).isFalse();
        assertThat(open.offer(waits.event("PlayCompleted", "c-1", "acs1.here.w1"))).isFalse();

        assertThat(wait.ends()).isEmpty();
    }

    @Test
    void aForgedContextIsAContextLikeAnyOther() {
        Wait wait = waits.answered("play", Waits.PLAY, "c-1");
        String forged = new WaitTokens("here", new byte[] { 1 }).write("w1", "mine");

        assertThat(open.offer(waits.event("PlayCompleted", "c-1", forged))).isFalse();

        assertThat(wait.ends()).isEmpty();
    }

    @Test
    void theWaitOfAnotherInstanceIsNotOurs() {
        Wait wait = waits.answered("play", Waits.PLAY, "c-1");
        String elsewhere = new WaitTokens("there", Waits.KEY).write("w1", "mine");

        assertThat(open.offer(waits.event("PlayCompleted", "c-1", elsewhere))).isFalse();

        assertThat(wait.ends()).isEmpty();
    }

    @Test
    void aCallThatCannotBeMadeIsAFailureOfMakingIt() {
        Wait wait = waits.answered("answer", Waits.CREATE, "c-1");
        CallEvent event = waits.event("CallDisconnected", "c-1", null);

        assertThat(open.offer(event)).isTrue();

        assertThat(wait.end()).isEqualTo(new WaitEnd.Failed(event));
    }

    @Test
    void theEndOfTheCallIsWhatHangingUpWaitsForWhateverContextItCarries() {
        Wait wait = waits.answered("hangUp", Waits.HANG_UP, "c-1");
        CallEvent event = waits.event("CallDisconnected", "c-1", "of the one who made the call");

        assertThat(open.offer(waits.event("CallDisconnected", "c-2", null))).isFalse();
        assertThat(open.offer(event)).isTrue();

        assertThat(wait.end()).isEqualTo(new WaitEnd.Succeeded(event));
    }

    @Test
    void theEndOfTheCallInterruptsAllThatGoesOnInIt() {
        Wait one = waits.answered("play", Waits.PLAY, "c-1");
        Wait two = waits.answered("addParticipant", Ending.on("AddParticipantSucceeded"), "c-1");
        Wait elsewhere = waits.answered("play", Waits.PLAY, "c-2");
        CallEvent event = waits.event("CallDisconnected", "c-1", null);

        assertThat(open.offer(event)).isTrue();

        assertThat(one.end()).isEqualTo(new WaitEnd.Disconnected(event));
        assertThat(two.end()).isEqualTo(new WaitEnd.Disconnected(event));
        assertThat(elsewhere.ends()).isEmpty();
    }

    @Test
    void theEndOfTheCallWithTheContextOfTheMakerEndsTheMakingOnce() {
        Wait wait = waits.answered("createCall", Waits.CREATE, "c-1");

        assertThat(open.offer(waits.event("CallDisconnected", "c-1", wait.wire()))).isTrue();

        assertThat(wait.end()).isInstanceOf(WaitEnd.Failed.class);
    }

    @ParameterizedTest
    @CsvSource({ "CallTransferAccepted, Succeeded", "CallTransferFailed, Failed" })
    void aTransferMayEndShortlyAfterTheCall(String type, String end) {
        Wait wait = waits.answered("transfer", Waits.TRANSFER, "c-1");

        assertThat(open.offer(waits.event("CallDisconnected", "c-1", null))).isTrue();
        assertThat(open.offer(waits.event("CallDisconnected", "c-1", null))).as("a duplicate").isFalse();
        waits.timer.advance(Duration.ofMillis(1999));
        assertThat(wait.ends()).isEmpty();
        assertThat(open.offer(waits.event(type, "c-1", wait.wire()))).isTrue();
        waits.timer.advance(Duration.ofSeconds(60));

        assertThat(wait.end().getClass().getSimpleName()).isEqualTo(end);
    }

    @Test
    void aTransferThatIsNotHeardOfInTimeIsInterrupted() {
        Wait wait = waits.answered("transfer", Waits.TRANSFER, "c-1");
        CallEvent event = waits.event("CallDisconnected", "c-1", null);

        open.offer(event);
        waits.timer.advance(Duration.ofSeconds(2));

        assertThat(wait.end()).isEqualTo(new WaitEnd.Disconnected(event));
    }

    @Test
    void severalReportsEndItTogether() {
        Wait wait = waits.answered("moveParticipants", Waits.MOVE, "c-1", 3);
        CallEvent first = waits.event("MoveParticipantSucceeded", "c-1", wait.wire());
        CallEvent last = waits.event("MoveParticipantSucceeded", "c-1", wait.wire());

        open.offer(first);
        open.offer(first);
        open.offer(waits.event("MoveParticipantSucceeded", "c-1", wait.wire()));
        assertThat(wait.ends()).as("a duplicate counts once").isEmpty();
        assertThat(open.offer(last)).isTrue();

        assertThat(wait.end()).isEqualTo(new WaitEnd.Succeeded(last));
    }

    @Test
    void oneFailureOfSeveralReportsIsAFailureOnceAllHaveCome() {
        Wait wait = waits.answered("moveParticipants", Waits.MOVE, "c-1", 2);
        CallEvent failed = waits.event("MoveParticipantFailed", "c-1", wait.wire());

        open.offer(failed);
        assertThat(wait.ends()).isEmpty();
        assertThat(open.offer(waits.event("MoveParticipantSucceeded", "c-1", wait.wire()))).isTrue();

        assertThat(wait.end()).isEqualTo(new WaitEnd.Failed(failed));
    }

    @Test
    void severalReportsAreHeldForTheAnswerToo() {
        Wait wait = waits.open("moveParticipants", Waits.MOVE, "c-1", 2);

        open.offer(waits.event("MoveParticipantSucceeded", "c-1", wait.wire()));
        open.offer(waits.event("MoveParticipantSucceeded", "c-1", wait.wire()));
        assertThat(wait.ends()).isEmpty();
        wait.open().answered(null, NOTHING);

        assertThat(wait.end()).isInstanceOf(WaitEnd.Succeeded.class);
    }

    @Test
    void theEndOfTheCallDoesNotWaitForTheOtherReports() {
        Wait wait = waits.answered("moveParticipants", Waits.MOVE, "c-1", 2);

        open.offer(waits.event("MoveParticipantSucceeded", "c-1", wait.wire()));
        open.offer(waits.event("CallDisconnected", "c-1", null));

        assertThat(wait.end()).isInstanceOf(WaitEnd.Disconnected.class);
    }

    @Test
    void aRequestThatIsSentAgainWaitsUnderTheIdThatItHad() {
        List<WaitEnd> ends = new ArrayList<>();
        OpenWait first = open.open(new WaitSpec("play", Waits.PLAY, Waits.TIMEOUT, "c-1"), ends::add);
        String wire = first.wireContext("mine");
        first.requestFailed(new IllegalStateException("no answer"));

        OpenWait again = open.open(new WaitSpec("play", Waits.PLAY, Waits.TIMEOUT, "c-1"), ends::add, first.id());
        again.answered(null, NOTHING);

        assertThat(again.wireContext("mine")).isEqualTo(wire);
        assertThat(open.offer(waits.event("PlayCompleted", "c-1", wire))).isTrue();
        assertThat(ends).hasSize(2);
    }
}
