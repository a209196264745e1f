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
 * @param tones        the keys the person presses when asked, such as {@code 12#}; null: none
 * @param speech       what the person says when asked; null: nothing
 * @param choice       the label of the choice the person makes when asked; null: none
 */
public record Script(Answer answer, Duration after, Duration hangsUpAfter, Duration givesUpAfter, String tones, String speech,
        String choice) {

    /** Somebody who takes the call at once and stays. */
    public static final Script DEFAULT = new Script(Answer.ACCEPT, Duration.ZERO, null, null, null, null, null);

    public Script withAnswer(Answer newAnswer) {
        return new Script(newAnswer, after, hangsUpAfter, givesUpAfter, tones, speech, choice);
    }

    public Script withAfter(Duration newAfter) {
        return new Script(answer, newAfter, hangsUpAfter, givesUpAfter, tones, speech, choice);
    }

    public Script withHangsUpAfter(Duration newHangsUpAfter) {
        return new Script(answer, after, newHangsUpAfter, givesUpAfter, tones, speech, choice);
    }

    public Script withGivesUpAfter(Duration newGivesUpAfter) {
        return new Script(answer, after, hangsUpAfter, newGivesUpAfter, tones, speech, choice);
    }

    public Script withTones(String newTones) {
        return new Script(answer, after, hangsUpAfter, givesUpAfter, newTones, speech, choice);
    }

    public Script withSpeech(String newSpeech) {
        return new Script(answer, after, hangsUpAfter, givesUpAfter, tones, newSpeech, choice);
    }

    public Script withChoice(String newChoice) {
        return new Script(answer, after, hangsUpAfter, givesUpAfter, tones, speech, newChoice);
    }

    /** The script as the control API shows it; durations in milliseconds, what is null is left out. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("answer", answer.wireName()).put("delayMs", after.toMillis());
        putMillis(json, "hangUpAfterMs", hangsUpAfter);
        putMillis(json, "giveUpAfterMs", givesUpAfter);
        putText(json, "tones", tones);
        putText(json, "speech", speech);
        putText(json, "choice", choice);
        return json;
    }

    private static void putMillis(ObjectNode json, String name, Duration value) {
        if (value != null) {
            json.put(name, value.toMillis());
        }
    }

    private static void putText(ObjectNode json, String name, String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
