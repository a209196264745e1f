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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.acscall.simulator.call.Calls;
import io.acscall.simulator.call.PeopleActions;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.people.Cast;
import io.acscall.simulator.timeline.Timeline;

/**
 * One recorded call that is being played. What people did by hand is done again when all that was before it has
 * happened; their scripts do the rest.
 */
final class Replay {

    /** How long nothing may happen before an application is believed to have done all it does. */
    private static final Duration QUIET = Duration.ofMillis(250);
    /** The service sends more or fewer of these as it likes. */
    private static final String NOT_WAITED_FOR = "ParticipantsUpdated";
    /** The name that the caller gets in the requests of today. */
    private static final String FIRST = "+15555550001";

    private final CallRecording recording;
    private final String callId;
    private final Timeline timeline;
    private final CallExporter exporter;
    private final Calls calls;
    private final PeopleActions actions;
    private final Cast cast;
    private final Duration patience;
    private final ReplayReport report;
    private final RequestComparer comparer = new RequestComparer();
    /** Numbers that the recording has unchanged. */
    private final Set<String> kept;
    /** Who called, of an incoming call. */
    private final String caller;
    private final List<RecordedRequest> expected;
    private List<RecordedRequest> seen = List.of();
    private int compared;
    private int played;

    Replay(CallRecording recording, String callId, Timeline timeline, CallExporter exporter, Calls calls,
           PeopleActions actions, Cast cast, Duration patience) {
        this.recording = recording;
        this.callId = callId;
        this.timeline = timeline;
        this.exporter = exporter;
        this.calls = calls;
        this.actions = actions;
        this.cast = cast;
        this.patience = patience;
        this.report = new ReplayReport(timeline, recording);
        this.expected = recording.requests();
        this.kept = Names.realNumbers(Json.text(recording.toJson()));
        this.caller = recording.call().from() != null && Names.isPseudonym(recording.call().from())
                ? recording.call().from() : null;
        if (caller != null) {
            comparer.bind(caller, FIRST);
        }
    }

    ReplayResult run() throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            long changes = timeline.changes();
            List<String> differences = new ArrayList<>();
            boolean progress = look(differences) | act();
            if (!differences.isEmpty()) {
                return report.different(callId, differences, seen);
            }
            if (progress) {
                deadline = System.nanoTime() + patience.toNanos();
            }
            boolean done = isDone();
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            if (!progress && (left.isNegative() || !timeline.awaitChange(changes, done ? QUIET : left))) {
                return done ? report.same(callId) : report.different(callId, missing(), seen);
            }
        }
    }

    /** Compares the requests that have come since the last look. */
    private boolean look(List<String> differences) {
        seen = exporter.requests(callId, kept, caller);
        int before = compared;
        while (differences.isEmpty() && compared < seen.size()) {
            if (compared == expected.size()) {
                differences.add("request " + (compared + 1) + " is one too many: " + ReplayReport.line(seen.get(compared)));
            } else {
                String where
                        = "request " + (compared + 1) + " of " + expected.size() + " (" + expected.get(compared).operation()
                          + ") ";
                comparer.differences(expected.get(compared), seen.get(compared)).forEach(one -> differences.add(where + one));
            }
            compared++;
        }
        return compared > before;
    }

    /** Does what people do by hand and whose time has come. */
    private boolean act() {
        boolean progress = false;
        while (played < recording.steps().size() && happened(played)) {
            if (recording.steps().get(played) instanceof RecordedAct act && act.byHand()) {
                if (!act(act)) {
                    return progress;
                }
                progress = true;
            }
            played++;
        }
        return progress;
    }

    /**
     * @return whether it was possible; a phone may ring a moment later
     */
    private boolean act(RecordedAct act) {
        Identifier person = cast.actor(Identifier.of(act.person()));
        try {
            switch (act.action()) {
                case "answer" -> actions.answer(callId, person);
                case "refuse" -> actions.decline(callId, person);
                case "hangUp" -> actions.hangUp(callId, person);
                case "hold" -> actions.hold(callId, person, true);
                case "unhold" -> actions.hold(callId, person, false);
                case "tones" -> actions.press(callId, person, act.text());
                case "speech" -> actions.say(callId, person, act.text());
                default -> {
                    // whatever else people do follows from these
                }
            }
            return true;
        } catch (ServiceFault notYet) {
            return false;
        }
    }

    /** Whether all that was recorded before a step has happened today. */
    private boolean happened(int step) {
        Map<String, Long> needed = new HashMap<>();
        int requests = 0;
        for (RecordedStep one : recording.steps().subList(0, step)) {
            if (one instanceof RecordedRequest) {
                requests++;
            } else if (one instanceof RecordedCallback callback && !NOT_WAITED_FOR.equals(callback.type())) {
                needed.merge(callback.type(), 1L, Long::sum);
            }
        }
        Map<String, Long> had = needed.isEmpty() ? Map.of() : exporter.callbacks(callId);
        return requests <= compared
                && needed.entrySet().stream().allMatch(one -> had.getOrDefault(one.getKey(), 0L) >= one.getValue());
    }

    private boolean isDone() {
        return compared == expected.size() && remainingActs().isEmpty() && (!recording.call().ended() || ended());
    }

    private boolean ended() {
        return calls.snapshot(callId).map(call -> call.endedAt() != null).orElse(true);
    }

    private List<RecordedAct> remainingActs() {
        return recording.steps().subList(played, recording.steps().size()).stream().filter(RecordedAct.class::isInstance)
                .map(RecordedAct.class::cast).filter(RecordedAct::byHand).toList();
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (compared < expected.size()) {
            missing.add("request " + (compared + 1) + " of " + expected.size() + " did not come within " + patience + ": "
                        + ReplayReport.line(expected.get(compared)));
        }
        remainingActs().stream().limit(1).forEach(
                act -> missing.add(act.person() + " could not do what was done then: " + act.action()));
        if (missing.isEmpty()) {
            missing.add("the call did not end within " + patience + "; then it ended with " + recording.call().endReason());
        }
        return missing;
    }
}
