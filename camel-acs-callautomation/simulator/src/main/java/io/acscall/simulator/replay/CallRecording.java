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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/**
 * One phone call as an application has handled it, so that it can be played again as a test. Its form is
 * {@code docs/call-recording.schema.json}.
 *
 * @param writer        who wrote it, for people
 * @param recordedAt    when; may be null
 * @param apiVersion    of the first request; may be null
 * @param includesTones whether it tells which keys people pressed and what they said
 * @param call          how the call began and ended
 * @param people        how people behave, in the order in which they came into the call
 * @param steps         what happened, in order
 */
public record CallRecording(String writer, Instant recordedAt, String apiVersion, boolean includesTones, RecordedCall call,
        List<RecordedPerson> people, List<RecordedStep> steps) {

    /** The version of the form that is read and written. */
    public static final int VERSION = 1;

    public CallRecording {
        people = List.copyOf(people);
        steps = List.copyOf(steps);
    }

    /**
     * Reads a file.
     *
     * @throws UncheckedIOException     when it cannot be read or is not JSON
     * @throws IllegalArgumentException when it is no recording, with what is wrong where
     */
    public static CallRecording read(Path file) {
        try {
            return of(Json.read(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("The recording " + file + " cannot be read", e);
        }
    }

    /**
     * Reads a recording that is JSON already; what it does not know is ignored.
     *
     * @throws IllegalArgumentException when it is no recording, with what is wrong where
     */
    public static CallRecording of(JsonNode json) {
        FileNode file = new FileNode(json, "");
        if (!json.path("version").isInt() || json.path("version").intValue() != VERSION) {
            throw file.wrong("version", "it must be " + VERSION + "; is this a recording of a call?");
        }
        FileNode call = new FileNode(
                file.object("call").orElseThrow(() -> file.wrong("call", "an object is needed")), "/call");
        return new CallRecording(
                file.optionalText("writer").orElse(""), file.instant("recordedAt").orElse(null),
                file.optionalText("apiVersion").orElse(null),
                file.flag("includesTones"), RecordedCall.of(call),
                file.list("people").stream().map(RecordedPerson::of).toList(),
                file.list("steps").stream().map(CallRecording::step).toList());
    }

    private static RecordedStep step(FileNode step) {
        String kind = step.text("kind");
        return switch (kind) {
            case RecordedRequest.KIND -> RecordedRequest.of(step);
            case RecordedCallback.KIND -> RecordedCallback.of(step);
            case RecordedAct.KIND -> RecordedAct.of(step);
            default -> throw step.wrong("kind", "it must be request, callback or person");
        };
    }

    /** The recording as the file has it. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("version", VERSION).put("writer", writer);
        if (recordedAt != null) {
            json.put("recordedAt", recordedAt.toString());
        }
        if (apiVersion != null) {
            json.put("apiVersion", apiVersion);
        }
        json.put("includesTones", includesTones).set("call", call.toJson());
        ArrayNode everybody = json.putArray("people");
        people.forEach(person -> everybody.add(person.toJson()));
        ArrayNode all = json.putArray("steps");
        steps.forEach(step -> all.add(step.toJson()));
        return json;
    }

    /** The requests, in order. */
    public List<RecordedRequest> requests() {
        return steps(RecordedRequest.class).toList();
    }

    /** Whether something that people pressed or said is not told, so that the call cannot be played again. */
    public boolean hidesInput() {
        return people.stream().flatMap(person -> person.does().stream()).anyMatch(RecordedInput::isHidden)
                || steps(RecordedAct.class).anyMatch(act -> act.byHand() && RecordedInput.HIDDEN.equals(act.text()));
    }

    private <T extends RecordedStep> Stream<T> steps(Class<T> kind) {
        return steps.stream().filter(kind::isInstance).map(kind::cast);
    }
}
