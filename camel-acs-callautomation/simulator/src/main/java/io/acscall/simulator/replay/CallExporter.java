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

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.acscall.simulator.call.CallSnapshot;
import io.acscall.simulator.call.Calls;
import io.acscall.simulator.call.Direction;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.people.People;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.Timeline;
import io.acscall.simulator.timeline.TimelineEntry;

/** Makes a recording of a call out of the timeline and of the scripts that people have now. */
public final class CallExporter {

    private final Timeline timeline;
    private final Calls calls;
    private final People people;
    private final Clock clock;

    public CallExporter(Timeline timeline, Calls calls, People people, Clock clock) {
        this.timeline = timeline;
        this.calls = calls;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Records a call as far as it has come.
     *
     * @param  callId       id of a call, or connection id of an application in it
     * @param  tellTones    whether to tell which keys people pressed and what they said
     * @throws ServiceFault 404/8522 when there is no such call, 409/8519 when the timeline has lost its beginning
     */
    public CallRecording export(String callId, boolean tellTones) {
        CallSnapshot call = calls.snapshot(callId).orElseThrow(ServiceFault::callNotFound);
        List<TimelineEntry> entries = CallEntries.of(timeline, call.callId());
        if (!begins(call.direction(), entries)) {
            throw ServiceFault.of(409, "8519", "The timeline has lost the beginning of this call: let it keep more entries.");
        }
        return new Export(call, entries, people, tellTones).make(clock.instant());
    }

    /**
     * The requests of a call so far in the form that recordings have, to be compared with one; up to the first that is
     * not answered yet.
     *
     * @param keep  numbers that the recording has unchanged
     * @param first the number or raw id that gets the first name; null for whoever comes first
     */
    List<RecordedRequest> requests(String callId, Set<String> keep, String first) {
        Names names = new Names();
        keep.forEach(names::keep);
        if (first != null) {
            names.text(first);
        }
        Disguise disguise = new Disguise(names, true);
        List<TimelineEntry> answered = CallEntries.of(timeline, callId).stream()
                .filter(entry -> entry.kind() == EntryKind.REQUEST).takeWhile(entry -> entry.status() != null).toList();
        return CallEntries.actedOn(answered).stream().map(entry -> disguise.request(entry, null)).toList();
    }

    /** How many events of each type the application of a call has answered so far. */
    Map<String, Long> callbacks(String callId) {
        return CallEntries.of(timeline, callId).stream()
                .filter(entry -> entry.kind() == EntryKind.CALLBACK && entry.status() != null)
                .flatMap(entry -> CallEntries.events(entry).stream())
                .collect(Collectors.groupingBy(CallEntries::shortType, Collectors.counting()));
    }

    private static boolean begins(Direction direction, List<TimelineEntry> entries) {
        Set<String> beginnings = switch (direction) {
            case INCOMING -> Set.of("call");
            case BETWEEN_PEOPLE -> Set.of("join");
            case OUTGOING -> Set.of("createCall", "createGroupCall", "connectCall");
        };
        return entries.stream().anyMatch(entry -> entry.type() != null && beginnings.contains(entry.type()));
    }

}
