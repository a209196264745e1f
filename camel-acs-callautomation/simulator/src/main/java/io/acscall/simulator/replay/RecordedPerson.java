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
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.people.Answer;
import io.acscall.simulator.people.Script;

/**
 * How somebody in a recorded call behaves.
 *
 * @param id           phone number or raw id
 * @param answer       what this person does when the phone rings
 * @param delay        how long it rings before that
 * @param hangsUpAfter how long this person stays on the line; null: until the other side ends it
 * @param givesUpAfter how long this person lets it ring as a caller; null: until the call rings out
 * @param does         what this person does when asked for something, in order
 */
public record RecordedPerson(String id, Answer answer, Duration delay, Duration hangsUpAfter, Duration givesUpAfter,
        List<RecordedInput> does) {

    public RecordedPerson {
        does = List.copyOf(does);
    }

    static RecordedPerson of(String id, Script script, boolean tell) {
        return new RecordedPerson(
                id, script.answer(), script.after(), script.hangsUpAfter(), script.givesUpAfter(),
                script.inputs().stream().map(input -> RecordedInput.of(input, tell)).toList());
    }

    static RecordedPerson of(FileNode person) {
        String answer = person.optionalText("answer").orElse(Answer.ACCEPT.wireName());
        return new RecordedPerson(
                person.text("id"),
                Answer.of(answer).orElseThrow(() -> person.wrong("answer", "it must be one of " + Answer.wireNames())),
                person.duration("delayMs").orElse(Duration.ZERO), person.duration("hangUpAfterMs").orElse(null),
                person.duration("giveUpAfterMs").orElse(null),
                person.list("does").stream().map(RecordedInput::of).toList());
    }

    /** The script that has somebody behave like this; not when something in it is hidden. */
    public Script script() {
        return new Script(answer, delay, hangsUpAfter, givesUpAfter, does.stream().map(RecordedInput::toInput).toList());
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("id", id).put("answer", answer.wireName()).put("delayMs", delay.toMillis());
        if (hangsUpAfter != null) {
            json.put("hangUpAfterMs", hangsUpAfter.toMillis());
        }
        if (givesUpAfter != null) {
            json.put("giveUpAfterMs", givesUpAfter.toMillis());
        }
        if (!does.isEmpty()) {
            ArrayNode inputs = json.putArray("does");
            does.forEach(input -> inputs.add(input.toJson()));
        }
        return json;
    }
}
