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
package io.acscall.simulator.people;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/**
 * How a person behaves. Immutable.
 *
 * @param answer       what the person does when rung
 * @param after        how long the phone rings before that
 * @param hangsUpAfter how long the person stays on the line, counted from joining the call; null: until the other side
 *                     ends it
 * @param givesUpAfter how long the person lets it ring as a caller; null: until the call rings out
 * @param inputs       what the person does when asked for something, each of them once in a call, in this order; never
 *                     null
 */
public record Script(Answer answer, Duration after, Duration hangsUpAfter, Duration givesUpAfter, List<Input> inputs) {

    /** Somebody who takes the call at once and stays. */
    public static final Script DEFAULT = new Script(Answer.ACCEPT, Duration.ZERO, null, null, List.of());

    public Script {
        inputs = List.copyOf(inputs);
    }

    public Script withAnswer(Answer newAnswer) {
        return new Script(newAnswer, after, hangsUpAfter, givesUpAfter, inputs);
    }

    public Script withAfter(Duration newAfter) {
        return new Script(answer, newAfter, hangsUpAfter, givesUpAfter, inputs);
    }

    public Script withHangsUpAfter(Duration newHangsUpAfter) {
        return new Script(answer, after, newHangsUpAfter, givesUpAfter, inputs);
    }

    public Script withGivesUpAfter(Duration newGivesUpAfter) {
        return new Script(answer, after, hangsUpAfter, newGivesUpAfter, inputs);
    }

    /** Adds what the person does after all that the script has already. */
    public Script withMore(Collection<Input> more) {
        List<Input> all = new ArrayList<>(inputs);
        all.addAll(more);
        return new Script(answer, after, hangsUpAfter, givesUpAfter, all);
    }

    /** The script as the control API shows it; durations in milliseconds, what is null is left out. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("answer", answer.wireName()).put("delayMs", after.toMillis());
        putMillis(json, "hangUpAfterMs", hangsUpAfter);
        putMillis(json, "giveUpAfterMs", givesUpAfter);
        List<String> tones = inputs.stream().filter(input -> input.isOne(Input.Kind.TONES, Input.Kind.SILENCE))
                .map(Input::text).toList();
        if (!tones.isEmpty()) {
            json.put(Input.Kind.TONES.wireName(), String.join(",", tones));
        }
        putTexts(json, Input.Kind.SPEECH);
        putTexts(json, Input.Kind.CHOICE);
        return json;
    }

    private static void putMillis(ObjectNode json, String name, Duration value) {
        if (value != null) {
            json.put(name, value.toMillis());
        }
    }

    /** One as a text, several as an array. */
    private void putTexts(ObjectNode json, Input.Kind kind) {
        List<String> texts = inputs.stream().filter(input -> input.isOne(kind)).map(Input::text).toList();
        if (texts.size() == 1) {
            json.put(kind.wireName(), texts.get(0));
        } else if (!texts.isEmpty()) {
            ArrayNode array = json.putArray(kind.wireName());
            texts.forEach(array::add);
        }
    }
}
