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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.call.CallSnapshot;
import io.acscall.simulator.call.CallerDetails;
import io.acscall.simulator.call.Direction;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.people.People;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.TimelineEntry;

/** One recording in the making. */
final class Export {

    private static final String WRITER = "acs-call-simulator";
    private static final Set<String> ACTS
            = Set.of("call", "join", "ring", "answer", "refuse", "hangUp", "hold", "unhold", "tones", "speech", "choice",
                    "silence");

    private final CallSnapshot call;
    private final List<TimelineEntry> entries;
    private final Set<Long> actedOn;
    private final People people;
    private final boolean tellTones;
    private final Names names = new Names();
    private final Disguise disguise;

    Export(CallSnapshot call, List<TimelineEntry> entries, People people, boolean tellTones) {
        this.call = call;
        this.entries = entries;
        this.actedOn = new HashSet<>(CallEntries.actedOn(entries).stream().map(TimelineEntry::seq).toList());
        this.people = people;
        this.tellTones = tellTones;
        this.disguise = new Disguise(names, tellTones);
    }

    CallRecording make(Instant now) {
        keepNumbersOfTheResource();
        RecordedCall recorded = begin();
        List<RecordedPerson> everybody = persons().map(person -> RecordedPerson.of(
                disguise.text(person.display()), people.script(person), tellTones)).toList();
        return new CallRecording(
                WRITER, now, apiVersion(), tellTones, recorded, everybody, steps());
    }

    private void keepNumbersOfTheResource() {
        Set<String> persons = new HashSet<>(persons().map(Identifier::display).toList());
        Stream<String> callerIds = entries.stream().filter(entry -> entry.kind() == EntryKind.REQUEST && entry.body() != null)
                .map(entry -> entry.body().at("/sourceCallerIdNumber/value").asText())
                .filter(number -> !persons.contains(number));
        Stream.concat(acts("call").map(entry -> of(entry, "to")), callerIds).filter(number -> !number.isEmpty())
                .forEach(names::keep);
    }

    /** Everybody who did something or had something done to, in the order in which they came. */
    private Stream<Identifier> persons() {
        Set<Identifier> all = new LinkedHashSet<>();
        entries.stream().filter(entry -> entry.kind() == EntryKind.PERSON || entry.kind() == EntryKind.NOTE)
                .filter(entry -> entry.body() != null && entry.body().has("person"))
                .forEach(entry -> all.add(Identifier.ofRawId(entry.body().path("person").asText())));
        return all.stream();
    }

    private Stream<TimelineEntry> acts(String action) {
        return entries.stream().filter(entry -> entry.kind() == EntryKind.PERSON && action.equals(entry.type()));
    }

    private RecordedCall begin() {
        boolean incoming = call.direction() == Direction.INCOMING;
        JsonNode caller = acts("call").findFirst().map(TimelineEntry::body).orElse(null);
        return new RecordedCall(
                call.direction(), incoming ? person(caller, "person") : null, incoming ? person(caller, "to") : null,
                incoming ? details(caller) : CallerDetails.NONE,
                acts("join").map(entry -> person(entry.body(), "person")).toList(), call.place(), call.endedAt() != null,
                call.endReason());
    }

    private CallerDetails details(JsonNode caller) {
        String name = caller.path("displayName").asText(null);
        return new CallerDetails(
                name == null ? null : disguise.text(name), disguise.request(caller.get("customContext")),
                disguise.request(caller.get("onBehalfOf")));
    }

    private String person(JsonNode body, String member) {
        return disguise.text(Identifier.ofRawId(body.path(member).asText()).display());
    }

    private String of(TimelineEntry entry, String member) {
        return Identifier.ofRawId(entry.body().path(member).asText()).display();
    }

    private String apiVersion() {
        return entries.stream().filter(this::actedOn).map(entry -> entry.path().replaceFirst("^.*[?&]api-version=", ""))
                .map(rest -> rest.split("&")[0]).filter(version -> version.matches("\\d{4}-\\d\\d-\\d\\d.*")).findFirst()
                .orElse(null);
    }

    private List<RecordedStep> steps() {
        List<RecordedStep> steps = new ArrayList<>();
        for (TimelineEntry entry : entries) {
            switch (entry.kind()) {
                case REQUEST -> Stream.of(entry).filter(this::actedOn)
                        .forEach(one -> steps.add(disguise.request(one, at(one.time()))));
                case CALLBACK -> CallEntries.events(entry).forEach(event -> steps.add(callback(entry, event)));
                case PERSON -> Stream.of(entry).filter(one -> ACTS.contains(one.type()))
                        .forEach(one -> steps.add(act(one)));
                default -> {
                    // answers, deliveries of Event Grid and notes are not what an application does
                }
            }
        }
        return steps;
    }

    private RecordedCallback callback(TimelineEntry entry, JsonNode event) {
        return new RecordedCallback(
                at(entry.time()), CallEntries.shortType(event), disguise.event(event.path("data")));
    }

    private RecordedAct act(TimelineEntry entry) {
        String text = entry.body().path("text").asText(null);
        boolean says = entry.body().has("text") && !"silence".equals(entry.type());
        return new RecordedAct(
                at(entry.time()), person(entry.body(), "person"), entry.type(), entry.body().path("byHand").asBoolean(),
                says ? RecordedInput.shown(entry.type(), text, tellTones) : null);
    }

    private long at(Instant time) {
        return Math.max(0, Duration.between(call.startedAt(), time).toMillis());
    }

    private boolean actedOn(TimelineEntry entry) {
        return actedOn.contains(entry.seq());
    }
}
