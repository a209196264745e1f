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
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.Ending;
import io.acscall.camel.event.EventKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Waits for the states of recordings, whose requests and events have no context. */
class RecordingWaitsTest {

    private static final Ending START
            = Ending.on("RecordingStateChanged").failingOn("StartRecordingFailed").matchedByRecording();
    private static final Predicate<CallEvent> ACTIVE = event -> "active".equals(event.data().get("state"));
    private static final Runnable NOTHING = () -> {
    };

    private final Waits waits = new Waits();
    private final List<WaitEnd> ends = new CopyOnWriteArrayList<>();

    private OpenWait open(String call, String recording) {
        return waits.open.open(new WaitSpec("startRecording", START, Waits.TIMEOUT, call, recording, 1, ACTIVE), ends::add);
    }

    private static CallEvent state(String recording, String state) {
        return event("RecordingStateChanged", "c-9", Map.of("recordingId", recording, "state", state), null);
    }

    private static CallEvent event(String type, String call, Map<String, Object> data, String context) {
        return new CallEvent(
                type + data.hashCode(), "Microsoft.Communication." + type, "calling/recordings/s/r/" + type, null, null, call,
                null, null, context, null, data, EventKind.CALLBACK);
    }

    @Test
    void itEndsByTheStateThatItWaitsForOfItsOwnRecording() {
        open(null, "r-1").answered(null, NOTHING);

        assertThat(waits.open.offer(state("r-2", "active"))).isFalse();
        assertThat(waits.open.offer(state("r-1", "inactive"))).isFalse();
        assertThat(ends).isEmpty();
        assertThat(waits.open.offer(state("r-1", "active"))).isTrue();

        assertThat(ends).containsExactly(new WaitEnd.Succeeded(state("r-1", "active")));
        assertThat(waits.open.isEmpty()).isTrue();
    }

    @Test
    void theAnswerNamesTheRecording() {
        OpenWait wait = open("c-1", null);
        assertThat(waits.open.offer(state("r-1", "inactive"))).isFalse();
        wait.answered(null, "r-1", NOTHING);

        assertThat(waits.open.offer(state("r-1", "active"))).isTrue();

        assertThat(ends).hasSize(1);
        assertThat(waits.open.isEmpty()).isTrue();
    }

    @Test
    void statesThatOvertakeTheAnswerAreKeptForIt() {
        OpenWait wait = open("c-1", null);
        waits.open.offer(state("r-1", "inactive"));
        waits.open.offer(state("r-2", "active"));
        waits.open.offer(state("r-1", "active"));
        assertThat(ends).isEmpty();

        wait.answered(null, "r-1", NOTHING);

        assertThat(ends).containsExactly(new WaitEnd.Succeeded(state("r-1", "active")));
        assertThat(waits.early.size()).as("of the other recording").isEqualTo(1);
    }

    @Test
    void anEventOfItsCallIsNoneOfItsRecording() {
        open("c-1", null).answered(null, "r-1", NOTHING);

        assertThat(waits.open.offer(event("RecordingStateChanged", "c-1", Map.of("state", "active"), null))).isFalse();
        assertThat(waits.open.offer(event("RecordingStateChanged", "c-1", Map.of("recordingId", "r-2", "state", "active"),
                null))).isFalse();

        assertThat(ends).isEmpty();
    }

    @Test
    void aFailureWithTheContextOfAnotherOperationEndsIt() {
        OpenWait wait = open("c-1", null);
        CallEvent failed = event("StartRecordingFailed", "c-1", Map.of("recordingId", "r-1"), "of the user");
        waits.open.offer(failed);

        wait.answered(null, "r-1", NOTHING);

        assertThat(ends).containsExactly(new WaitEnd.Failed(failed));
        assertThat(waits.open.isEmpty()).isTrue();
    }

    @Test
    void theEndOfItsCallInterruptsIt() {
        open("c-1", "r-1").answered(null, NOTHING);

        waits.open.offer(waits.event("CallDisconnected", "c-2", null));
        assertThat(ends).isEmpty();
        waits.open.offer(waits.event("CallDisconnected", "c-1", "of the call"));

        assertThat(ends).singleElement().isInstanceOf(WaitEnd.Disconnected.class);
        assertThat(waits.open.isEmpty()).isTrue();
    }

    @Test
    void severalWaitsOfOneRecordingEndTogether() {
        open(null, "r-1").answered(null, NOTHING);
        open(null, "r-1").answered(null, NOTHING);

        assertThat(waits.open.offer(state("r-1", "active"))).isTrue();

        assertThat(ends).hasSize(2);
        assertThat(waits.open.isEmpty()).isTrue();
    }

    @Test
    void nothingIsKeptWhereNoWaitLearnsItsRecording() {
        open(null, "r-1").answered(null, NOTHING);

        waits.open.offer(state("r-2", "active"));

        assertThat(waits.early.size()).isZero();
    }

    @Test
    void nothingIsLeftOfAWaitThatEndsBeforeItsAnswer() {
        OpenWait late = open(null, null);
        waits.timer.advance(Waits.TIMEOUT.plus(Duration.ofSeconds(1)));
        late.answered(null, "r-1", NOTHING);

        assertThat(ends).singleElement().isInstanceOf(WaitEnd.TimedOut.class);
        assertThat(waits.open.isEmpty()).isTrue();
    }
}
