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

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.record.CallStory.Act;
import io.acscall.camel.record.CallStory.Passage;
import io.acscall.camel.record.TimelineEntry.Kind;

/**
 * Writes one call in the form of {@code call-recording.schema.json}: what the application asked for, what it was told,
 * and what people must have done.
 */
final class RecordingWriter {

    private static final String WRITER = "camel-acs-callautomation";
    private static final int VERSION = 1;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    /** What comes so shortly before the end of a call is a consequence of it. */
    private static final Duration AFTERMATH = Duration.ofSeconds(2);
    private static final List<String> AFTERMATH_OF = List.of("Failed", "Canceled", "Stopped", "ParticipantsUpdated");

    private final CallTimeline call;
    private final FlightRecorderSettings settings;
    private final People people = new People();
    private final ArrayNode steps = JsonNodeFactory.instance.arrayNode();
    private final Set<String> requestIds = new HashSet<>();
    private final Set<String> eventIds = new HashSet<>();
    private final Instant start;
    private ObjectNode beginning;
    private JsonNode end;
    private CallStory story;

    RecordingWriter(CallTimeline call, FlightRecorderSettings settings) {
        this.call = call;
        this.settings = settings;
        this.start = call.startedAt();
    }

    /**
     * The recording.
     *
     * @throws IllegalStateException when something is missing without which it would tell another call
     */
    ObjectNode write(Instant now) {
        if (call.lost() > 0) {
            throw new IllegalStateException(
                    "The recording of call " + call.id() + " is not whole: " + call.lost()
                                            + " entries are lost. Let it keep more,"
                                            + " for example flightRecorderEntries=" + 2 * settings.entriesPerCall());
        }
        List<Read> entries = call.entries().stream().map(entry -> new Read(entry, entry.read())).toList();
        begin(entries);
        entries.forEach(this::step);
        if (people.areInconstant()) {
            throw new IllegalStateException(
                    "Call " + call
                            .id() + " can be looked at but not recorded: somebody was rung more than once in it and did not do"
                                            + " the same each time, and a recording has one answer for each person");
        }
        ObjectNode file = JsonNodeFactory.instance.objectNode().put("version", VERSION).put("writer", WRITER)
                .put("recordedAt", now.toString()).put("apiVersion", settings.apiVersion())
                .put("includesTones", settings.tellsInput());
        beginning.put("ended", call.endedAt() != null && !story.goesOn());
        if (end != null && end.path("message").isTextual()) {
            beginning.put("endReason", end.path("message").asText());
        }
        file.set("call", beginning);
        file.set("people", people.toJson());
        return file.set("steps", steps);
    }

    private void begin(List<Read> entries) {
        beginning = entries.stream().map(CallBeginning::of).filter(one -> one != null).findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The beginning of call " + call
                                .id() + " was not seen here: neither its IncomingCall event nor the request"
                                                             + " that made it. It may have begun on another node"));
        Set<String> us = entries.stream().map(entry -> entry.json().path("us").textValue()).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        CallBeginning.joined(beginning, entries, us);
        String from = beginning.path("from").textValue();
        people.meet(from);
        beginning.path("participants").forEach(person -> people.meet(person.asText()));
        story = new CallStory(people, from, us);
    }

    private void step(Read entry) {
        if (entry.kind() == Kind.REQUEST && reachedTheService(entry.json())) {
            request(entry);
        } else if (entry.kind() == Kind.EVENT && eventIds.add(entry.json().path("id").asText())) {
            event(entry);
        }
    }

    private boolean reachedTheService(JsonNode request) {
        int status = request.path("status").asInt(SERVER_ERROR);
        return request.path("recordable").asBoolean() && status != TOO_MANY_REQUESTS && status < SERVER_ERROR
                && (!request.has("requestId")
                        || requestIds.add(request.path("operation").asText() + request.path("requestId").asText()));
    }

    private void request(Read entry) {
        if (entry.json().path("status").asInt() < 300) {
            story.request(passage(entry, "operation", "body"));
        }
        ObjectNode step = step("request", entry.at());
        for (String member : List.of("operation", "method", "path", "query", "status", "body")) {
            if (entry.json().has(member)) {
                step.set(member, entry.json().get(member));
            }
        }
        steps.add(step);
    }

    private void event(Read entry) {
        String type = entry.json().path("type").asText();
        if ("IncomingCall".equals(type)) {
            steps.add(step("person", entry.at()).put("person", beginning.path("from").asText()).put("action", "call"));
        }
        if (!"CALLBACK".equals(entry.json().path("way").asText())) {
            return;
        }
        if (!entry.json().path("stale").asBoolean()) {
            story.event(passage(entry, "type", "data")).forEach(act -> insert(act, entry.at()));
        }
        if ("CallDisconnected".equals(type)) {
            end = entry.json().at("/data/resultInformation");
        }
        ObjectNode step = step("callback", entry.at()).put("type", type);
        steps.add(step.<ObjectNode> set("data", entry.json().path("data")));
    }

    /** Who hangs up does so before what follows from it. */
    private void insert(Act act, Instant at) {
        int index = steps.size();
        while ("hangUp".equals(act.action()) && index > 0 && isAftermath(steps.get(index - 1), at)) {
            index--;
        }
        ObjectNode step = step("person", at).put("person", act.person()).put("action", act.action()).put("byHand", true);
        steps.insert(index, act.text() == null ? step : step.put("text", act.text()));
    }

    private boolean isAftermath(JsonNode step, Instant at) {
        return "callback".equals(step.path("kind").asText())
                && step.path("atMs").asLong() + AFTERMATH.toMillis() > millis(at)
                && AFTERMATH_OF.stream().anyMatch(step.path("type").asText()::endsWith);
    }

    private static Passage passage(Read entry, String name, String body) {
        return new Passage(
                entry.at(), entry.json().path(name).asText(), entry.json().path("connection").asText(),
                entry.json().path(body));
    }

    private ObjectNode step(String kind, Instant at) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind).put("atMs", millis(at));
    }

    private long millis(Instant at) {
        return Math.max(0, Duration.between(start, at).toMillis());
    }

    /** An entry with its text read once. */
    record Read(TimelineEntry entry, JsonNode json) {

        Kind kind() {
            return entry.kind();
        }

        Instant at() {
            return entry.at();
        }
    }
}
