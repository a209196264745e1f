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
package io.acscall.simulator.replay;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import io.acscall.simulator.call.Calls;
import io.acscall.simulator.call.IncomingCalls;
import io.acscall.simulator.call.PeopleActions;
import io.acscall.simulator.call.RunningCalls;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.people.Cast;
import io.acscall.simulator.people.People;
import io.acscall.simulator.people.Script;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.Timeline;
import io.acscall.simulator.timeline.TimelineEntry;

/**
 * Plays recorded calls against an application: people do what they did then, and the application is expected to do what
 * it did then. One call at a time.
 */
public final class Replayer {

    private final Timeline timeline;
    private final CallExporter exporter;
    private final Calls calls;
    private final IncomingCalls incoming;
    private final RunningCalls running;
    private final PeopleActions actions;
    private final People people;
    private final AtomicBoolean playing = new AtomicBoolean();

    public Replayer(Timeline timeline, CallExporter exporter, Calls calls, IncomingCalls incoming, RunningCalls running,
                    PeopleActions actions, People people) {
        this.timeline = timeline;
        this.exporter = exporter;
        this.calls = calls;
        this.incoming = incoming;
        this.running = running;
        this.actions = actions;
        this.people = people;
    }

    /**
     * Plays a call and waits until it is over, or as far as it was recorded.
     *
     * @param  patience                 how long the application may take for its next request
     * @param  start                    has the application begin, once people are ready; does not wait for anything
     * @throws IllegalArgumentException when the recording hides what people entered
     * @throws IllegalStateException    when another call is being played
     * @throws InterruptedException     when the thread is interrupted
     */
    public ReplayResult replay(CallRecording recording, Duration patience, Runnable start) throws InterruptedException {
        if (recording.hidesInput()) {
            throw new IllegalArgumentException(
                    "The recording does not tell which keys people pressed or what they said, so the call cannot be "
                                               + "played again; export it with includeTones=true.");
        }
        if (!playing.compareAndSet(false, true)) {
            throw new IllegalStateException("Another recorded call is being played; one at a time, please.");
        }
        try {
            return play(recording, patience, start);
        } finally {
            people.cast(null);
            playing.set(false);
        }
    }

    private ReplayResult play(CallRecording recording, Duration patience, Runnable start) throws InterruptedException {
        Cast cast = cast(recording);
        people.cast(cast);
        long before = timeline.lastSeq();
        String callId = begin(recording.call());
        start.run();
        if (callId == null) {
            callId = awaitCall(before, patience);
        }
        return callId == null
                ? new ReplayReport(timeline, recording).noCall(patience)
                : new Replay(recording, callId, timeline, exporter, calls, actions, cast, patience).run();
    }

    private static Cast cast(CallRecording recording) {
        Map<Identifier, Script> roles = new LinkedHashMap<>();
        recording.people().forEach(person -> roles.put(Identifier.of(person.id()), person.script()));
        return new Cast(roles);
    }

    /** Has people begin the call, unless the application does. */
    private String begin(RecordedCall call) {
        return switch (call.direction()) {
            case INCOMING -> incoming.place(Identifier.of(call.from()), Identifier.of(call.to()), call.details()).callId();
            case BETWEEN_PEOPLE -> running.begin(
                    call.participants().stream().map(Identifier::of).toList(), call.place()).callId();
            case OUTGOING -> null;
        };
    }

    private String awaitCall(long before, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            long seen = timeline.changes();
            for (TimelineEntry entry : timeline.after(before, Integer.MAX_VALUE)) {
                if (entry.kind() == EntryKind.REQUEST && entry.callId() != null) {
                    return entry.callId();
                }
            }
            if (!timeline.awaitChange(seen, Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                return null;
            }
        }
    }
}
