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
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.acscall.camel.await.Waits.Wait;
import io.acscall.camel.event.CallEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What a wait goes through from its request to its end. */
class WaitLifeTest {

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
    void timesOut() {
        Wait wait = waits.answered("play", Waits.PLAY, "c-1");

        waits.timer.advance(Duration.ofMillis(29_999));
        assertThat(wait.ends()).isEmpty();
        waits.timer.advance(Duration.ofMillis(1));

        assertThat(wait.end()).isEqualTo(new WaitEnd.TimedOut(Waits.TIMEOUT));
        assertThat(open.offer(waits.event("PlayCompleted", "c-1", wait.wire()))).as("too late").isFalse();
    }

    @Test
    void timesOutAlsoWhileTheRequestIsOnItsWay() {
        Wait wait = waits.open("createCall", Waits.CREATE, null);
        AtomicBoolean read = new AtomicBoolean();

        waits.timer.advance(Waits.TIMEOUT);
        wait.open().answered("c-1", () -> read.set(true));
        wait.open().requestFailed(new IllegalStateException("late"));

        assertThat(wait.end()).isEqualTo(new WaitEnd.TimedOut(Waits.TIMEOUT));
        assertThat(read).as("the answer must not meet the exchange that goes on").isFalse();
        assertThat(open.isWaitedFor("c-1")).isFalse();
    }

    @Test
    void endsWithTheFailureOfTheRequest() {
        Wait wait = waits.open("play", Waits.PLAY, "c-1");
        Throwable cause = new IllegalStateException("refused");

        wait.open().requestFailed(cause);

        assertThat(wait.end()).isEqualTo(new WaitEnd.RequestFailed(cause));
        assertThat(open.offer(waits.event("PlayCompleted", "c-1", wait.wire()))).isFalse();
    }

    @Test
    void anEventThatOvertakesTheAnswerIsHeldUntilTheAnswerIsRead() {
        Wait wait = waits.open("createCall", Waits.CREATE, null);
        CallEvent event = waits.event("CallConnected", "c-1", wait.wire());
        List<Object> order = new ArrayList<>();

        assertThat(open.offer(event)).isTrue();
        assertThat(wait.ends()).isEmpty();
        wait.open().answered("c-1", () -> order.add(List.copyOf(wait.ends())));

        assertThat(order).containsExactly(List.of());
        assertThat(wait.end()).isEqualTo(new WaitEnd.Succeeded(event));
    }

    @Test
    void theFirstOfTwoEarlyEventsCounts() {
        Wait wait = waits.open("play", Waits.PLAY, "c-1");
        CallEvent first = waits.event("PlayFailed", "c-1", wait.wire());

        assertThat(open.offer(first)).isTrue();
        assertThat(open.offer(waits.event("PlayCompleted", "c-1", wait.wire()))).isFalse();
        assertThat(open.offer(waits.event("CallDisconnected", "c-1", null))).isFalse();
        wait.open().answered(null, NOTHING);

        assertThat(wait.end()).isEqualTo(new WaitEnd.Failed(first));
    }

    @Test
    void anEarlyEventCountsMoreThanAFailedRequestOrATimeOut() {
        Wait failed = waits.open("play", Waits.PLAY, "c-1");
        Wait late = waits.open("play", Waits.PLAY, "c-1");
        open.offer(waits.event("PlayCompleted", "c-1", failed.wire()));
        open.offer(waits.event("PlayCompleted", "c-1", late.wire()));

        failed.open().requestFailed(new IllegalStateException("connection reset"));
        waits.timer.advance(Waits.TIMEOUT);

        assertThat(failed.end()).isInstanceOf(WaitEnd.Succeeded.class);
        assertThat(late.end()).isInstanceOf(WaitEnd.Succeeded.class);
    }

    @Test
    void theEndOfTheCallBeforeTheAnswerIsHeldToo() {
        Wait play = waits.open("play", Waits.PLAY, "c-1");
        Wait transfer = waits.open("transfer", Waits.TRANSFER, "c-1");

        assertThat(open.offer(waits.event("CallDisconnected", "c-1", null))).isTrue();
        waits.timer.advance(Duration.ofSeconds(2));
        assertThat(play.ends()).isEmpty();
        assertThat(transfer.ends()).isEmpty();
        play.open().answered(null, NOTHING);
        transfer.open().answered(null, NOTHING);

        assertThat(play.end()).isInstanceOf(WaitEnd.Disconnected.class);
        assertThat(transfer.end()).isInstanceOf(WaitEnd.Disconnected.class);
    }

    @Test
    void aCancelledPromptYieldsToTheEndOfTheCall() {
        Wait hungUp = waits.answered("play", Waits.PLAY, "c-1");
        Wait unanswered = waits.open("play", Waits.PLAY, "c-1");

        assertThat(open.offer(waits.event("PlayCanceled", "c-1", hungUp.wire()))).isTrue();
        assertThat(open.offer(waits.event("PlayCanceled", "c-1", unanswered.wire()))).isTrue();
        waits.timer.advance(Duration.ofMillis(499));
        assertThat(hungUp.ends()).isEmpty();
        assertThat(open.offer(waits.event("CallDisconnected", "c-1", null))).isTrue();
        unanswered.open().answered(null, NOTHING);

        assertThat(hungUp.end()).isInstanceOf(WaitEnd.Disconnected.class);
        assertThat(unanswered.end()).isInstanceOf(WaitEnd.Disconnected.class);
    }

    @Test
    void aCancelledPromptOfACallThatGoesOnHasFailedAfterTheGrace() {
        Wait wait = waits.answered("play", Waits.PLAY, "c-1");
        CallEvent cancelled = waits.event("PlayCanceled", "c-1", wait.wire());

        open.offer(cancelled);
        assertThat(open.offer(waits.event("PlayCanceled", "c-1", wait.wire()))).as("a duplicate").isFalse();
        waits.timer.advance(Duration.ofMillis(500));

        assertThat(wait.end()).isEqualTo(new WaitEnd.Failed(cancelled));
    }

    @Test
    void whatHasComeCountsMoreThanATimeOutOrAStopDuringItsGrace() {
        Wait play = waits.answered("play", Waits.PLAY, "c-1");
        Wait sent = waits.open("play", Waits.PLAY, "c-1");
        Wait transfer = waits.answered("transfer", Waits.TRANSFER, "c-2");
        waits.timer.advance(Waits.TIMEOUT.minusMillis(1));
        open.offer(waits.event("PlayCanceled", "c-1", play.wire()));
        open.offer(waits.event("PlayCanceled", "c-1", sent.wire()));
        open.offer(waits.event("CallDisconnected", "c-2", null));

        sent.open().requestFailed(new IllegalStateException("connection reset"));
        waits.timer.advance(Duration.ofMillis(1));
        open.shutDown();

        assertThat(play.end()).isInstanceOf(WaitEnd.Failed.class);
        assertThat(sent.end()).isInstanceOf(WaitEnd.Failed.class);
        assertThat(transfer.end()).isInstanceOf(WaitEnd.Disconnected.class);
    }

    @Test
    void aDuplicateAndAnEventAfterTheEndEndNothing() {
        Wait wait = waits.answered("play", Waits.PLAY, "c-1");
        CallEvent event = waits.event("PlayCompleted", "c-1", wait.wire());

        assertThat(open.offer(event)).isTrue();
        assertThat(open.offer(event)).isFalse();
        assertThat(open.offer(waits.event("CallDisconnected", "c-1", null))).isFalse();

        assertThat(wait.ends()).hasSize(1);
    }

    @Test
    void whatComesAfterTheEndIsWithoutEffect() {
        Wait wait = waits.answered("play", Waits.PLAY, "c-1");
        open.offer(waits.event("PlayCompleted", "c-1", wait.wire()));

        wait.open().answered("c-1", () -> {
            throw new AssertionError("must not be read");
        });
        wait.open().requestFailed(new IllegalStateException());
        wait.open().abandon();
        open.shutDown();
        waits.timer.advance(Duration.ofHours(1));

        assertThat(wait.ends()).hasSize(1);
    }

    @Test
    void aRequestThatWasNeverSentLeavesNothing() {
        Wait known = waits.open("transfer", Waits.TRANSFER, "c-1");
        Wait unknown = waits.open("createCall", Waits.CREATE, null);
        open.offer(waits.event("CallDisconnected", "c-1", null));

        known.open().abandon();
        unknown.open().abandon();

        assertThat(open.isEmpty()).isTrue();
        assertThat(waits.timer.planned()).isZero();
        assertThat(known.ends()).isEmpty();
        assertThat(unknown.ends()).isEmpty();
    }

    @Test
    void anAnswerThatCannotBeReadLeavesTheWaitToItsOwner() {
        Wait wait = waits.open("play", Waits.PLAY, "c-1");
        IllegalStateException unreadable = new IllegalStateException("unreadable");

        assertThatIllegalStateException().isThrownBy(() -> wait.open().answered(null, () -> {
            throw unreadable;
        }));
        wait.open().requestFailed(unreadable);

        assertThat(wait.end()).isEqualTo(new WaitEnd.RequestFailed(unreadable));
    }

    @Test
    void endsAllWhenTheApplicationStops() {
        Wait one = waits.answered("play", Waits.PLAY, "c-1");
        Wait two = waits.open("createCall", Waits.CREATE, null);

        open.shutDown();

        assertThat(one.end()).isEqualTo(new WaitEnd.Shutdown());
        assertThat(two.end()).isEqualTo(new WaitEnd.Shutdown());
    }

    @Test
    void aWaitThatTheStopEndsWhileItIsOpenedEndsOnceAndDoesNotFailToo() {
        AtomicReference<OpenWaits> stopping = new AtomicReference<>();
        WaitTimer timer = (after, task) -> {
            stopping.get().shutDown();
            throw new RejectedExecutionException("the timer has stopped");
        };
        stopping.set(new OpenWaits(waits.tokens, timer, () -> "w", 1, waits.early));
        List<WaitEnd> ends = new ArrayList<>();

        OpenWait wait = stopping.get().open(new WaitSpec("play", Waits.PLAY, Waits.TIMEOUT, "c-1", 1), ends::add);

        assertThat(wait.isOpen()).isFalse();
        assertThat(ends).containsExactly(new WaitEnd.Shutdown());
        assertThat(stopping.get().isEmpty()).isTrue();
    }

    @Test
    void aStopLeavesRoomForCleaningUpUntilItIsOver() {
        Wait playing = waits.answered("play", Waits.PLAY, "c-1");
        open.shutDown();
        Wait cleaningUp = waits.answered("hangUp", Waits.HANG_UP, "c-1");
        assertThat(cleaningUp.ends()).isEmpty();

        open.close();

        assertThat(playing.end()).isEqualTo(new WaitEnd.Shutdown());
        assertThat(cleaningUp.end()).isEqualTo(new WaitEnd.Shutdown());
        assertThatExceptionOfType(WaitsClosedException.class).isThrownBy(() -> waits.open("play", Waits.PLAY, "c-1"))
                .withMessageContaining("acs-call:play").withMessageContaining("has stopped");
    }

    @Test
    void refusesOneTooMany() {
        Waits few = new Waits(2);
        few.answered("play", Waits.PLAY, "c-1");
        Wait second = few.answered("play", Waits.PLAY, "c-1");

        assertThatExceptionOfType(TooManyWaitsException.class).isThrownBy(() -> few.open("play", Waits.PLAY, "c-1"))
                .withMessageContaining("acs-call:play").withMessageContaining("'maxOpenWaits'")
                .withMessageContaining("2 operations")
                .withMessageContaining("maxOpenWaits=4");
        assertThat(few.open.size()).isEqualTo(2);
        few.open.offer(few.event("PlayCompleted", "c-1", second.wire()));
        few.answered("play", Waits.PLAY, "c-1");
        few.open.shutDown();
        assertThat(few.open.isEmpty()).isTrue();
    }

    @Test
    void aTimerThatHasStoppedLeavesNothing() {
        OpenWaits stopped = new OpenWaits(waits.tokens, (after, task) -> {
            throw new RejectedExecutionException("stopped");
        }, () -> "w1", 10, waits.early);

        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> stopped.open(new WaitSpec("play", Waits.PLAY, Waits.TIMEOUT, "c-1"), end -> {
                    throw new AssertionError("nobody waits");
                }));

        assertThat(stopped.isEmpty()).isTrue();
    }

    @Test
    void aTimeOutOfZeroEndsAtOnce() {
        List<WaitEnd> ends = new ArrayList<>();
        OpenWaits quick = new OpenWaits(waits.tokens, (after, task) -> {
            task.run();
            return NOTHING::run;
        }, () -> "w1", 10, waits.early);

        quick.open(new WaitSpec("play", Waits.PLAY, Duration.ZERO, "c-1"), ends::add);

        assertThat(ends).containsExactly(new WaitEnd.TimedOut(Duration.ZERO));
        assertThat(quick.isEmpty()).isTrue();
    }
}
