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
package io.acscall.simulator.call;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.id.Ids;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.recording.Recording;
import io.acscall.simulator.recording.RecordingEnd;
import io.acscall.simulator.recording.RecordingPlan;
import io.acscall.simulator.recording.RecordingTies;
import io.acscall.simulator.time.SimulatorScheduler;

/** Starts recordings of calls and finds them by id; a call has one at most. */
public final class Recordings {

    /** The kind of all recordings that applications start. */
    static final String KIND = "azureCommunicationServices";
    private static final String KIND_SINCE = "2024-04-15";

    private final Calls calls;
    private final RecordingEvents events;
    private final CallNotes notes;
    private final RecordingFiler filer;
    private final Ids ids;
    private final Clock clock;
    private final SimulatorScheduler scheduler;
    private final Map<String, Call> byId = new LinkedHashMap<>();

    /**
     * @param filer gets what was recorded
     * @param clock wall clock
     */
    public Recordings(Calls calls, RecordingEvents events, CallNotes notes, RecordingFiler filer, Ids ids, Clock clock,
                      SimulatorScheduler scheduler) {
        this.calls = calls;
        this.events = events;
        this.notes = notes;
        this.filer = filer;
        this.ids = ids;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /** Whether answers and events of an api-version name the kind of a recording. */
    static boolean tellsKind(String apiVersion) {
        return apiVersion.compareTo(KIND_SINCE) >= 0;
    }

    /**
     * Starts to record a call; a moment later it is active, or hears why it could not begin.
     *
     * @param  callConnectionId an application in the call; null to find the call by the locator
     * @param  locator          the call; null to find it by the connection
     * @param  taken            called with the call before anything happens in it
     * @param  failures         why it does not begin, on purpose; empty when it does
     * @return                  RecordingStateResponse
     * @throws ServiceFault     404/8522 when there is no such call, 400/8501 when it is not established, 400/8553 when
     *                          it is recorded already
     */
    public ObjectNode start(
            String callConnectionId, CallLocator locator, RecordingPlan plan, Consumer<Call> taken,
            Supplier<Optional<CallResult>> failures) {
        Call call = find(callConnectionId, locator).orElseThrow(ServiceFault::callNotFound);
        taken.accept(call);
        return call.locked(() -> {
            RecordedLeg leg = leg(call, callConnectionId, locator);
            if (call.recording().isPresent()) {
                throw ServiceFault.of(400, "8553", CallResult.DUPLICATE_RECORDING.message());
            }
            Optional<CallResult> failure = failures.get();
            Recording recording = new Recording(ids.recordingId(), plan, new Ties(call, leg), clock, scheduler::elapsed);
            scheduler.after(Duration.ZERO, () -> call.locked(() -> begin(call, leg, recording, failure)));
            if (failure.isEmpty()) {
                keep(call, recording);
            }
            return json(recording);
        });
    }

    /**
     * Does something with a recording under the lock of its call.
     *
     * @param  taken        called with the call before anything happens in it
     * @return              RecordingStateResponse after that
     * @throws ServiceFault 404/8522 when there is no such recording, or it is over
     */
    public ObjectNode with(String recordingId, Consumer<Call> taken, BiConsumer<Call, Recording> work) {
        Call call;
        synchronized (this) {
            call = byId.get(recordingId);
        }
        if (call == null) {
            throw notFound();
        }
        taken.accept(call);
        return call.locked(() -> {
            Recording recording
                    = call.recording().filter(one -> one.id().equals(recordingId)).orElseThrow(Recordings::notFound);
            work.accept(call, recording);
            return json(recording);
        });
    }

    /** Forgets all recordings. */
    public synchronized void clear() {
        byId.clear();
    }

    private Optional<Call> find(String callConnectionId, CallLocator locator) {
        return locator == null
                ? calls.byConnection(callConnectionId)
                : calls.live(locator::finds).or(() -> calls.live().stream().filter(call -> sees(call, locator)).findFirst());
    }

    /** Beyond the telephone network an application knows the call by another id. */
    private static boolean sees(Call call, CallLocator locator) {
        return call.locked(() -> call.legs().stream().anyMatch(leg -> locator.finds(leg.identity())));
    }

    private static RecordedLeg leg(Call call, String callConnectionId, CallLocator locator) {
        if (call.ended()) {
            throw ServiceFault.callNotFound();
        }
        List<AppLeg> connected = call.legs().stream().filter(leg -> leg.state() == LegState.CONNECTED)
                .filter(leg -> callConnectionId == null
                        ? locator.finds(leg.identity()) : leg.callConnectionId().equals(callConnectionId))
                .toList();
        if (connected.isEmpty() && (callConnectionId != null || call.phase() != CallPhase.CONNECTED)) {
            throw ServiceFault.notEstablished();
        }
        return connected.isEmpty() ? RecordedLeg.of(call.identity()) : RecordedLeg.of(connected.get(0));
    }

    private void keep(Call call, Recording recording) {
        call.recording(recording);
        synchronized (this) {
            byId.put(recording.id(), call);
        }
    }

    private void begin(Call call, RecordedLeg leg, Recording recording, Optional<CallResult> failure) {
        if (failure.isPresent()) {
            events.startFailed(call, leg, recording, failure.get());
        } else {
            recording.begin(Participants.voices(call));
        }
    }

    private static ObjectNode json(Recording recording) {
        ObjectNode json = Json.object().put("recordingId", recording.id()).put("recordingState",
                recording.state().wireName());
        return tellsKind(recording.plan().apiVersion()) ? json.put("recordingKind", KIND) : json;
    }

    private static ServiceFault notFound() {
        return ServiceFault.of(404, "8522", "Recording not found.");
    }

    /** The call that a recording is of. */
    private final class Ties implements RecordingTies {

        private final Call call;
        private final RecordedLeg leg;

        Ties(Call call, RecordedLeg leg) {
            this.call = call;
            this.leg = leg;
        }

        @Override
        public void stateChanged(Recording recording) {
            notes.note(call, "recording", "The recording is " + recording.state().wireName());
            events.stateChanged(call, leg, recording);
        }

        @Override
        public void ended(Recording recording, RecordingEnd why) {
            call.recording(null);
            synchronized (Recordings.this) {
                byId.remove(recording.id());
            }
            filer.file(call.identity().id(), leg, recording, why);
        }
    }
}
