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
package io.acscall.camel.record;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import com.azure.core.http.HttpHeaders;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.EventKind;
import io.acscall.camel.observe.CallSignal;
import io.acscall.camel.observe.EventFate;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What is kept has bounds, whatever comes, and what is missing is said. */
class FlightRecorderBoundsTest {

    private static final Instant START = Instant.parse("2026-01-31T09:15:00Z");
    private static final int ENTRIES = 20;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean slow;
    private int number;

    private AcsCallFlightRecorder recorder(int calls, long bytes) {
        return recorder(calls, bytes, new AcsCallFlightRecorder.Threads(this::run, Runnable::run, (after, task) -> task.run()),
                null);
    }

    private static AcsCallFlightRecorder recorder(
            int calls, long bytes, AcsCallFlightRecorder.Threads threads, RecordingFolder folder) {
        return new AcsCallFlightRecorder(
                new FlightRecorderSettings(calls, ENTRIES, bytes, false, "2026-03-12", null), () -> new OwnAddress(null, null),
                threads, folder, Clock.systemUTC());
    }

    /** One place to wait, when the thread is slow. */
    private void run(Runnable task) {
        if (!slow) {
            task.run();
        } else if (!waiting.offer(task) || waiting.size() > 1) {
            waiting.remove(task);
            throw new RejectedExecutionException("full");
        }
    }

    @Test
    void thousandsOfCallsLeaveOnlyTheNewestAndNoTraceOfTheRest() {
        AcsCallFlightRecorder recorder = recorder(10, 10_000_000);
        for (int call = 0; call < 5_000; call++) {
            event(recorder, call, "CallConnected", Map.of());
            event(recorder, call, "CallDisconnected", Map.of());
        }

        assertThat(recorder.calls()).extracting(RecordedCall::id).hasSize(10).last().isEqualTo("call4999");
        assertThat(recorder.timeline("call4989")).isEmpty();
        assertThat(recorder.timeline("server4999")).isPresent();
    }

    @Test
    void aCallThatGoesOnOutlivesThoseThatAreOver() {
        AcsCallFlightRecorder recorder = recorder(3, 10_000_000);
        event(recorder, 0, "CallConnected", Map.of());
        for (int call = 1; call < 100; call++) {
            event(recorder, call, "CallConnected", Map.of());
            event(recorder, call, "CallDisconnected", Map.of());
        }

        assertThat(recorder.calls()).extracting(RecordedCall::id).containsExactly("call0", "call98", "call99");
    }

    @Test
    void aLongCallKeepsItsNewestEntriesAndSaysThatItIsNotWhole() {
        AcsCallFlightRecorder recorder = recorder(3, 10_000_000);
        for (int i = 0; i < 1_000; i++) {
            event(recorder, 1, "PlayCompleted", Map.of());
        }

        assertThat(recorder.calls()).singleElement()
                .satisfies(call -> assertThat(List.of((long) call.entries(), call.lost())).containsExactly(20L, 980L));
        assertThatIllegalStateException().isThrownBy(() -> recorder.recording("call1"))
                .withMessageContaining("980 entries are lost").withMessageContaining("flightRecorderEntries=40");
    }

    @Test
    void theMemoryOfAllCallsHasABound() {
        AcsCallFlightRecorder recorder = recorder(1_000_000, 200_000);
        for (int call = 0; call < 500; call++) {
            event(recorder, call, "CallConnected", Map.of("filler", "x".repeat(10_000)));
        }

        assertThat(recorder.calls()).hasSizeBetween(10, 20).extracting(RecordedCall::id).last().isEqualTo("call499");
    }

    @Test
    void aMonstrousEventIsLeftOut() {
        AcsCallFlightRecorder recorder = recorder(3, 10_000_000);
        event(recorder, 1, "CallConnected", Map.of());
        event(recorder, 1, "Strange", Map.of("filler", "x".repeat(1_000_000)));

        assertThat(recorder.calls()).singleElement().satisfies(call -> assertThat(call.lost()).isEqualTo(1));
    }

    @Test
    void aCallInWhichSomebodyDidThisAndThenThatCanBeLookedAtButNotRecorded() {
        AcsCallFlightRecorder recorder = recorder(3, 10_000_000);
        wholeCall(recorder);
        invites(recorder, 2, "AddParticipantFailed");
        assertThat(recorder.recording("call1")).isPresent();

        invites(recorder, 3, "AddParticipantSucceeded");

        assertThat(recorder.timeline("call1")).isPresent();
        assertThatIllegalStateException().isThrownBy(() -> recorder.recording("call1"))
                .withMessageContaining("somebody was rung more than once");
    }

    private void invites(AcsCallFlightRecorder recorder, int action, String end) {
        Map<String, Object> bob = Map.of(
                "kind", "phoneNumber", "rawId", "4:+16045550101", "phoneNumber", Map.of("value", "+16045550101"));
        ObjectNode invitation = JsonNodeFactory.instance.objectNode();
        invitation.putPOJO("participantToAdd", bob);
        Instant at = START.plusMillis(number++);
        recorder.observed(new CallSignal.ActionSent(
                at, action, "addParticipant", "call1",
                ServiceRequest.post("/calling/callConnections/call1/participants:add",
                        new ObjectMapper().valueToTree(invitation))));
        recorder.observed(new CallSignal.ActionAnswered(
                at, action, "addParticipant", "call1",
                List.of(new ServiceResponse(202, new HttpHeaders(), JsonNodeFactory.instance.objectNode(), "id")), null,
                Duration.ZERO));
        event(recorder, 1, end, Map.of("participant", bob));
    }

    @Test
    void aFileThatNobodyHasTimeToWriteIsWrittenLater(@TempDir Path folder) {
        Queue<Runnable> later = new ArrayDeque<>();
        Sometimes reading = new Sometimes();
        Sometimes writing = new Sometimes();
        AcsCallFlightRecorder recorder = recorder(
                3, 10_000_000, new AcsCallFlightRecorder.Threads(reading, writing, (after, task) -> later.add(task)),
                new RecordingFolder(folder, 10));
        wholeCall(recorder);

        reading.busy = true;
        later.remove().run();
        reading.busy = false;
        writing.busy = true;
        later.remove().run();
        writing.busy = false;
        assertThat(folder).isEmptyDirectory();
        later.remove().run();

        assertThat(later).isEmpty();
        assertThat(folder).isDirectoryContaining(file -> file.getFileName().toString().endsWith("call1.json"));
    }

    @Test
    void aFileIsNotTriedForEver(@TempDir Path folder) {
        Queue<Runnable> later = new ArrayDeque<>();
        Sometimes writing = new Sometimes();
        AcsCallFlightRecorder recorder = recorder(
                3, 10_000_000, new AcsCallFlightRecorder.Threads(Runnable::run, writing, (after, task) -> later.add(task)),
                new RecordingFolder(folder, 10));
        wholeCall(recorder);
        writing.busy = true;
        int tries = 0;
        while (!later.isEmpty() && tries < 1_000) {
            tries++;
            later.remove().run();
        }
        assertThat(tries).isEqualTo(60);

        writing.busy = false;
        recorder.close();

        assertThat(folder).isDirectoryContaining(file -> file.getFileName().toString().endsWith("call1.json"));
    }

    private static final class Sometimes implements Executor {
        private boolean busy;

        @Override
        public void execute(Runnable task) {
            if (busy) {
                throw new RejectedExecutionException("busy");
            }
            task.run();
        }
    }

    private void wholeCall(AcsCallFlightRecorder recorder) {
        recorder.observed(new CallSignal.ActionSent(
                START, 1, "createCall", null, ServiceRequest.post("/calling/callConnections", body())));
        ObjectNode answer
                = JsonNodeFactory.instance.objectNode().put("callConnectionId", "call1").put("serverCallId", "server1");
        recorder.observed(new CallSignal.ActionAnswered(
                START, 1, "createCall", "call1", List.of(new ServiceResponse(201, new HttpHeaders(), answer, "id")), null,
                Duration.ZERO));
        event(recorder, 1, "CallConnected", Map.of());
        event(recorder, 1, "CallDisconnected", Map.of());
    }

    @Test
    void whatIsTooMuchAtOnceIsDroppedWithoutWaitingAndSaid() {
        AcsCallFlightRecorder recorder = recorder(3, 10_000_000);
        event(recorder, 1, "CallConnected", Map.of());
        slow = true;
        for (int i = 0; i < 5; i++) {
            event(recorder, 1, "PlayCompleted", Map.of());
        }
        slow = false;
        waiting.remove().run();

        assertThat(recorder.dropped()).isEqualTo(4);
        assertThat(recorder.calls()).singleElement().satisfies(call -> assertThat(call.lost()).isPositive());
        assertThatIllegalStateException().isThrownBy(() -> recorder.recording("call1"));
    }

    @Test
    void requestsThatAreNeverAnsweredAreForgotten() {
        AcsCallFlightRecorder recorder = recorder(3, 10_000_000);
        ServiceRequest request = ServiceRequest.post("/calling/callConnections", body());
        for (int i = 0; i < 20_000; i++) {
            recorder.observed(new CallSignal.ActionSent(START, i, "createCall", null, request));
        }
        recorder.observed(new CallSignal.ActionAnswered(
                START, 1, "createCall", "call1", List.of(), null, Duration.ZERO));

        assertThat(recorder.calls()).isEmpty();
    }

    @Test
    void aCallWhoseBeginningWasElsewhereCanBeLookedAtButNotRecorded() {
        AcsCallFlightRecorder recorder = recorder(3, 10_000_000);
        event(recorder, 1, "PlayCompleted", Map.of());

        assertThat(recorder.timeline("call1")).get().asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactly("+0 ms event PlayCompleted fate=CONSUMERS");
        assertThatIllegalStateException().isThrownBy(() -> recorder.recording("call1"))
                .withMessageContaining("The beginning of call call1 was not seen here");
    }

    @Test
    void eventsOfCallsThatAreNotOursBeginNothing() {
        AcsCallFlightRecorder recorder = recorder(3, 10_000_000);
        CallEvent event = new CallEvent(
                "1", "Microsoft.Communication.CallStarted", "/resource", null, null, null, "server1", null, null, null,
                Map.of(),
                EventKind.EVENT_GRID);
        recorder.observed(new CallSignal.EventTaken(START, event, event, EventFate.NOBODY, false));

        assertThat(recorder.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "0,1,1,flightRecorderCalls", "1,0,1,flightRecorderEntries", "1,1,0,flightRecorderBytes" })
    void noRoomAtAllIsRefusedWithTheOption(int calls, int entries, long bytes, String option) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FlightRecorderSettings(calls, entries, bytes, false, "2026-03-12", null))
                .withMessageContaining("'" + option + "' must be at least 1, for example").withMessageContaining("but was: 0");
    }

    private void event(AcsCallFlightRecorder recorder, int call, String type, Map<String, Object> data) {
        CallEvent event = new CallEvent(
                "event" + number++, "Microsoft.Communication." + type, "/calling/callConnections/call" + call, null, null,
                "call" + call, "server" + call, "correlation" + call, null, null, data, EventKind.CALLBACK);
        recorder.observed(new CallSignal.EventTaken(START.plusMillis(number), event, event, EventFate.CONSUMERS, false));
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode().put("callbackUri", "https://app.example.com/cb");
    }
}
