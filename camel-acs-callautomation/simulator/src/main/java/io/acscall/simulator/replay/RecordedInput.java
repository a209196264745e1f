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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.people.Input;

/**
 * What somebody does when asked for something, in the clear or hidden: keys may be a PIN, words a name.
 *
 * @param kind in which way
 * @param text keys, words or label; empty for silence, {@link #HIDDEN} when the file does not tell
 */
public record RecordedInput(Input.Kind kind, String text) {

    /** Stands for keys and words that a file does not tell. */
    public static final String HIDDEN = "?";

    static RecordedInput of(Input input, boolean tell) {
        return new RecordedInput(input.kind(), shown(input.kind().wireName(), input.text(), tell));
    }

    /** What somebody entered as it may be told; labels of choices are the application's own and always told. */
    static String shown(String kind, String text, boolean tell) {
        return tell || text == null || !isPrivate(kind) ? text : HIDDEN;
    }

    static RecordedInput of(FileNode input) {
        for (Input.Kind kind : Input.Kind.values()) {
            if (input.has(kind.wireName())) {
                return new RecordedInput(kind, kind == Input.Kind.SILENCE ? "" : input.text(kind.wireName()));
            }
        }
        throw input.wrong("tones", "one of tones, speech, choice and silence is needed");
    }

    /** Whether the file does not tell what it was. */
    public boolean isHidden() {
        return isPrivate(kind.wireName()) && HIDDEN.equals(text);
    }

    /** What the person of a script does. */
    Input toInput() {
        return switch (kind) {
            case TONES -> Input.tones(text);
            case SPEECH -> Input.speech(text);
            case CHOICE -> Input.choice(text);
            case SILENCE -> Input.silence();
        };
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object();
        return kind == Input.Kind.SILENCE ? json.put(kind.wireName(), true) : json.put(kind.wireName(), text);
    }

    private static boolean isPrivate(String kind) {
        return Input.Kind.TONES.wireName().equals(kind) || Input.Kind.SPEECH.wireName().equals(kind);
    }
}
