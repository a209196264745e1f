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
package io.acscall.camel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

import io.acscall.camel.await.WaitTimer;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.EventKind;
import io.acscall.camel.webhook.Lanes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ToneOrderTest {

    private static final String TONE = "ContinuousDtmfRecognitionToneReceived";

    private final List<String> handed = new ArrayList<>();
    /** In the order in which they were planned. */
    private final Map<Integer, Runnable> planned = new LinkedHashMap<>();
    private final List<Duration> times = new ArrayList<>();
    private final ToneOrder order = new ToneOrder(entry -> handed.add(entry.key()), this::plan);

    private WaitTimer.Planned plan(Duration after, Runnable task) {
        int id = times.size();
        times.add(after);
        planned.put(id, task);
        return () -> planned.remove(id);
    }

    private void timeIsUp() {
        int first = planned.keySet().iterator().next();
        planned.remove(first).run();
    }

    private static CallEvent event(String type, String call, Map<String, Object> data) {
        return new CallEvent(
                "e", "Microsoft.Communication." + type, "s", null, null, call, null, null, null, null, data,
                EventKind.CALLBACK);
    }

    private void key(int... numbers) {
        for (int number : numbers) {
            tone("c-1", number, String.valueOf(number));
        }
    }

    private void tone(String call, int number, String... entries) {
        order.handOn(event(TONE, call, Map.of("sequenceId", number)),
                List.of(entries).stream().map(ToneOrderTest::entry).toList());
    }

    private static Lanes.Entry entry(String name) {
        return new Lanes.Entry(name, turn -> {
        });
    }

    @ParameterizedTest
    @CsvSource({
            "1 2 3, 1 2 3", "0 1 2, 0 1 2", "2 1, 1 2", "3 2 1, 1 2 3", "1 3 2 4, 1 2 3 4", "1 4 2 3 6 5, 1 2 3 4 5 6",
            "1 1 2, 1 1 2", "2 2 1, 1 2 2" })
    void bringsKeysIntoTheirOrder(String came, String went) {
        for (String number : came.split(" ")) {
            key(Integer.parseInt(number));
        }

        assertThat(handed).containsExactly(went.split(" "));
        assertThat(planned).isEmpty();
    }

    @Test
    void aKeyThatDoesNotComeIsGivenUpAfterASecond() {
        key(1, 3, 4);
        assertThat(handed).containsExactly("1");
        assertThat(times).containsExactly(ToneOrder.LONGEST_GAP).containsExactly(Duration.ofSeconds(1));

        timeIsUp();

        assertThat(handed).containsExactly("1", "3", "4");
        assertThat(planned).isEmpty();
    }

    @Test
    void eachGapHasItsTime() {
        key(3, 5, 6);
        timeIsUp();
        assertThat(handed).containsExactly("3");
        key(8);
        assertThat(planned).as("the one gap").hasSize(1);

        key(4);
        assertThat(handed).containsExactly("3", "4", "5", "6");
        timeIsUp();

        assertThat(handed).containsExactly("3", "4", "5", "6", "8");
        assertThat(planned).isEmpty();
    }

    @Test
    void aLateKeyIsNotLostAndHoldsNothing() {
        key(1, 4);
        timeIsUp();
        key(6);
        int before = times.size();

        key(2, 3);

        assertThat(handed).containsExactly("1", "4", "2", "3");
        assertThat(times).as("the gap before 6 keeps its time").hasSize(before);
        key(5);
        assertThat(handed).endsWith("5", "6");
    }

    @Test
    void aTaskThatWasTakenBackTooLateEndsNoOtherGap() {
        key(2);
        Runnable late = planned.values().iterator().next();
        key(1, 4);

        late.run();

        assertThat(handed).containsExactly("1", "2");
    }

    @Test
    void allConsumersOfAnEventGetIt() {
        tone("c-1", 2, "a2", "b2");
        tone("c-1", 1, "a1", "b1");

        assertThat(handed).containsExactly("a1", "b1", "a2", "b2");
    }

    @Test
    void aDuplicateThatNobodyGetsSaysNothing() {
        key(1);
        tone("c-1", 2);
        key(3);
        assertThat(handed).containsExactly("1");

        key(2);

        assertThat(handed).containsExactly("1", "2", "3");
    }

    @Test
    void callsDoNotWaitForEachOther() {
        tone("c-1", 2, "one");
        tone("c-2", 1, "other");

        assertThat(handed).containsExactly("other");
    }

    @ParameterizedTest
    @ValueSource(strings = { "ContinuousDtmfRecognitionStopped", "CallDisconnected" })
    void theEndComesAfterTheKeysAndANewCountMayBegin(String last) {
        key(1, 3);

        order.handOn(event(last, "c-1", Map.of()), List.of(entry("end")));
        key(2, 1);

        assertThat(handed).containsExactly("1", "3", "end", "1", "2");
        assertThat(planned).isEmpty();
    }

    @Test
    void otherEventsPass() {
        key(2);

        order.handOn(event("PlayCompleted", "c-1", Map.of()), List.of(entry("play")));
        order.handOn(event(TONE, "c-1", Map.of()), List.of(entry("without a number")));
        order.handOn(event("IncomingCall", null, Map.of()), List.of(entry("call")));

        assertThat(handed).containsExactly("play", "without a number", "call");
    }

    @Test
    void theNumberOfCallsHasABound() {
        for (int i = 0; i <= 10_000; i++) {
            tone("call-" + i, 2, "key of " + i);
        }

        assertThat(handed).containsExactly("key of 0");
        assertThat(planned).hasSize(10_000);
    }

    @Test
    void nothingIsHeldWhenTheTimerHasStopped() {
        ToneOrder stopped = new ToneOrder(entry -> handed.add(entry.key()), (after, task) -> {
            throw new RejectedExecutionException("stopped");
        });

        stopped.handOn(event(TONE, "c-1", Map.of("sequenceId", 7)), List.of(entry("7")));

        assertThat(handed).containsExactly("7");
    }
}
