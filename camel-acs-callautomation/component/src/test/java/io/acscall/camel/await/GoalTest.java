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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.Ending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Waits that end by what an event of the call shows, or by a look at it. */
class GoalTest {

    private static final Ending HOLD = Ending.on("ParticipantsUpdated").failingOn("HoldFailed").matchedByState();
    private static final String SHOWN = "e-shown";

    private final Waits waits = new Waits();
    private final OpenWaits open = waits.open;
    private final List<WaitEnd> ends = new CopyOnWriteArrayList<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final OpenWait wait = open.open(
            new WaitSpec("hold", HOLD, Duration.ofSeconds(30), "c-1", null, 1, event -> event.subject() != null), ends::add);

    @AfterEach
    void nothingIsLeft() {
        open.shutDown();
        assertThat(open.isEmpty()).isTrue();
        assertThat(waits.timer.planned()).isZero();
    }

    private CallEvent updated(String call, boolean shows) {
        CallEvent event = waits.event("ParticipantsUpdated", call, null);
        return new CallEvent(
                event.id(), event.type(), event.source(), shows ? SHOWN : null, null, call, null, null, null, null, null,
                event.kind());
    }

    private void answer() {
        wait.answered(null, () -> {
        });
    }

    @Test
    void endsWithTheEventOfTheCallThatShowsIt() {
        answer();
        CallEvent shown = updated("c-1", true);

        assertThat(open.offer(updated("c-1", false))).isFalse();
        assertThat(open.offer(updated("c-2", true))).isFalse();
        assertThat(open.offer(shown)).isTrue();

        assertThat(ends).containsExactly(new WaitEnd.Succeeded(shown));
    }

    @Test
    void endsWithTheFailureThatCarriesItsContextAndNoOther() {
        answer();
        CallEvent failed = waits.event("HoldFailed", "c-1", wait.wireContext("mine"));

        assertThat(open.offer(waits.event("HoldFailed", "c-1", "mine"))).isFalse();
        assertThat(open.offer(failed)).isTrue();

        assertThat(ends).containsExactly(new WaitEnd.Failed(failed));
    }

    @Test
    void anEventThatOvertakesTheAnswerCountsOnceTheAnswerIsGood() {
        CallEvent shown = updated("c-1", true);

        assertThat(open.offer(shown)).isTrue();
        assertThat(ends).isEmpty();
        answer();

        assertThat(ends).containsExactly(new WaitEnd.Succeeded(shown));
        assertThat(wait.isOpen()).isFalse();
    }

    @Test
    void aRefusalCountsMoreThanWhatWasSoBefore() {
        IllegalStateException refused = new IllegalStateException("404");

        open.offer(updated("c-1", true));
        wait.requestFailed(refused);

        assertThat(ends).containsExactly(new WaitEnd.RequestFailed(refused));
    }

    @Test
    void aFailureThatOvertakesTheAnswerCountsMoreThanTheRefusal() {
        CallEvent failed = waits.event("HoldFailed", "c-1", wait.wireContext(null));

        open.offer(failed);
        wait.requestFailed(new IllegalStateException("404"));

        assertThat(ends).containsExactly(new WaitEnd.Failed(failed));
    }

    @Test
    void endsWithoutAnEventWhenItWasSeen() {
        answer();
        assertThat(wait.isOpen()).isTrue();

        wait.reached(reads::incrementAndGet);

        assertThat(ends).containsExactly(new WaitEnd.Reached());
        assertThat(open.offer(updated("c-1", true))).isFalse();
        assertThat(reads).hasValue(1);
    }

    @Test
    void isNotReadIntoAnExchangeThatHasGoneOn() {
        answer();
        open.offer(updated("c-1", true));

        wait.reached(reads::incrementAndGet);

        assertThat(ends).hasSize(1);
        assertThat(reads).hasValue(0);
    }

    @Test
    void oneEventCanShowItForSeveral() {
        OpenWait second
                = open.open(new WaitSpec("hold", HOLD, Duration.ofSeconds(30), "c-1", null, 1, event -> true), ends::add);
        answer();
        second.answered(null, () -> {
        });

        assertThat(open.offer(updated("c-1", true))).isTrue();

        assertThat(ends).hasSize(2);
    }
}
