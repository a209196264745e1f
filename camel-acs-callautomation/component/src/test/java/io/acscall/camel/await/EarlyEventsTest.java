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
import java.util.concurrent.atomic.AtomicReference;

import io.acscall.camel.await.Waits.Wait;
import io.acscall.camel.event.CallEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Events of a call that its wait does not know yet. */
class EarlyEventsTest {

    private static final Runnable NOTHING = () -> {
    };

    private final Waits waits = new Waits();

    @ParameterizedTest
    @CsvSource({ "CreateCallFailed, Failed", "CallDisconnected, Failed", "CallConnected, Succeeded" })
    void anEventWithoutContextIsKeptUntilTheAnswerNamesTheCall(String type, String end) {
        Wait wait = waits.open("createCall", Waits.CREATE, null);

        assertThat(waits.open.offer(waits.event(type, "c-1", null))).isFalse();
        assertThat(waits.early.size()).isEqualTo(1);
        waits.timer.advance(Duration.ofSeconds(5));
        wait.open().answered("c-1", NOTHING);

        assertThat(wait.end().getClass().getSimpleName()).isEqualTo(end);
        assertThat(waits.early.size()).isZero();
        assertThat(waits.open.isEmpty()).isTrue();
    }

    @Test
    void anEventWithoutContextAfterTheAnswerFindsItsWaitByTheCall() {
        Wait wait = waits.open("createCall", Waits.CREATE, null);
        wait.open().answered("c-1", NOTHING);
        CallEvent event = waits.event("CreateCallFailed", "c-1", null);

        assertThat(waits.open.offer(waits.event("CreateCallFailed", "c-2", null))).isFalse();
        assertThat(waits.open.offer(event)).isTrue();

        assertThat(wait.end()).isEqualTo(new WaitEnd.Failed(event));
    }

    @Test
    void theCallIsTheOneThatTheAnswerNames() {
        Wait wait = waits.open("createCall", Waits.CREATE, null);

        waits.open.offer(waits.event("CreateCallFailed", "c-2", null));
        wait.open().answered("c-1", NOTHING);

        assertThat(wait.ends()).isEmpty();
        assertThat(waits.early.size()).as("it may be of another one").isEqualTo(1);
    }

    @Test
    void anAnswerThatNamesNoCallLeavesTheWaitToItsContext() {
        Wait wait = waits.open("createCall", Waits.CREATE, null);
        waits.open.offer(waits.event("CreateCallFailed", "c-1", null));

        wait.open().answered(null, NOTHING);

        assertThat(wait.ends()).isEmpty();
        assertThat(waits.open.offer(waits.event("CallConnected", "c-1", wait.wire()))).isTrue();
        assertThat(waits.open.isEmpty()).isTrue();
    }

    @Test
    void isForgottenAfterFiveSeconds() {
        Wait wait = waits.open("createCall", Waits.CREATE, null);

        waits.open.offer(waits.event("CreateCallFailed", "c-1", null));
        waits.timer.advance(Duration.ofMillis(5001));
        wait.open().answered("c-1", NOTHING);

        assertThat(wait.ends()).isEmpty();
        assertThat(waits.early.size()).isZero();
    }

    @Test
    void theOldestGoesWhenThereAreTooMany() {
        Wait oldest = waits.open("createCall", Waits.CREATE, null);
        Wait newest = waits.open("createCall", Waits.CREATE, null);
        for (int i = 1; i <= 4; i++) {
            waits.open.offer(waits.event("CreateCallFailed", "c-" + i, null));
        }

        assertThat(waits.early.size()).isEqualTo(3);
        oldest.open().answered("c-1", NOTHING);
        newest.open().answered("c-4", NOTHING);

        assertThat(oldest.ends()).isEmpty();
        assertThat(newest.ends()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "ParticipantsUpdated", "PlayCompleted", "RecordingStateChanged", "SomethingNew" })
    void onlyWhatCanEndAWaitTakesRoom(String type) {
        waits.open("createCall", Waits.CREATE, null);

        waits.open.offer(waits.event(type, "c-1", null));

        assertThat(waits.early.size()).isZero();
    }

    @Test
    void nothingIsKeptThatSomebodyElseMustWaitFor() {
        Wait known = waits.answered("play", Waits.PLAY, "c-1");
        waits.open.offer(waits.event("CallDisconnected", "c-2", null));
        assertThat(waits.early.size()).as("all calls are known").isZero();

        waits.open("createCall", Waits.CREATE, null);
        waits.open.offer(waits.event("CallDisconnected", "c-3", "of the user"));
        waits.open.offer(waits.event("CallDisconnected", null, null));
        waits.open.offer(waits.event("CallDisconnected", "c-1", null));
        assertThat(waits.early.size()).isZero();
        assertThat(known.ends()).hasSize(1);
    }

    @Test
    void whatIsKeptForAWaitThatHasEndedIsDroppedWithItsAnswer() {
        Wait wait = waits.open("createCall", Waits.CREATE, null);
        waits.open.offer(waits.event("CreateCallFailed", "c-1", null));

        waits.timer.advance(Waits.TIMEOUT);
        wait.open().answered("c-1", NOTHING);

        assertThat(wait.end()).isInstanceOf(WaitEnd.TimedOut.class);
        assertThat(waits.early.size()).isZero();
        assertThat(waits.open.isEmpty()).isTrue();
    }

    @Test
    void severalEventsOfOneCallKeepTheirOrder() {
        Wait wait = waits.open("createCall", Waits.CREATE, null);
        CallEvent first = waits.event("CallDisconnected", "c-1", null);

        waits.open.offer(first);
        waits.open.offer(waits.event("CreateCallFailed", "c-1", null));
        wait.open().answered("c-1", NOTHING);

        assertThat(wait.end()).isEqualTo(new WaitEnd.Failed(first));
        assertThat(waits.early.size()).isZero();
    }

    @Test
    void anEventIsNotLostBetweenTheLookForItsWaitAndItsKeeping() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(NOTHING);
        EarlyEvents early = new EarlyEvents(Duration.ofSeconds(5), 3, () -> {
            meanwhile.getAndSet(NOTHING).run();
            return 0;
        });
        OpenWaits open = new OpenWaits(waits.tokens, waits.timer, () -> "w1", 10, early);
        List<WaitEnd> ends = new ArrayList<>();
        OpenWait wait = open.open(new WaitSpec("createCall", Waits.CREATE, Waits.TIMEOUT, null), ends::add);
        CallEvent event = waits.event("CreateCallFailed", "c-1", null);

        meanwhile.set(() -> wait.answered("c-1", NOTHING));

        assertThat(open.offer(event)).isTrue();
        assertThat(ends).containsExactly(new WaitEnd.Failed(event));
        assertThat(early.size()).isZero();
        assertThat(open.isEmpty()).isTrue();
    }

    @Test
    void oneIsKeptAtLeast() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EarlyEvents(Duration.ofSeconds(5), 0, waits.timer))
                .withMessageContaining("was: 0");
    }
}
