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

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a person does once when asked for something. Two inputs are equal only when they are the same one, because each
 * of a script is used once in a call.
 */
public final class Input {

    private final Kind kind;
    private final String text;

    /** In which way a person replies. */
    public enum Kind {
        /** Presses keys. */
        TONES("tones"),
        /** Says something. */
        SPEECH("speech"),
        /** Says the first phrase of a choice, which is named by its label. */
        CHOICE("choice"),
        /** Does nothing, whatever is asked for. */
        SILENCE("silence");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        /** The field of the control API. */
        public String wireName() {
            return wireName;
        }
    }

    private Input(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    /**
     * Presses keys.
     *
     * @param  tones                    such as {@code 12#}
     * @throws IllegalArgumentException when there is something that is not a key
     */
    public static Input tones(String tones) {
        Tone.read(tones);
        return new Input(Kind.TONES, tones.strip());
    }

    /**
     * Presses keys, one time after the other.
     *
     * @param  list                     such as {@code 1,12#}; what is empty between commas is silence, once
     * @throws IllegalArgumentException when there is something that is neither a key nor a comma
     */
    public static List<Input> toneList(String list) {
        return Stream.of(list.split(",", -1)).map(one -> one.isBlank() ? silence() : tones(one)).toList();
    }

    /**
     * Says something.
     *
     * @param speech the words; blank for what nobody can understand
     */
    public static Input speech(String speech) {
        return new Input(Kind.SPEECH, speech);
    }

    /** Makes the choice with a label. */
    public static Input choice(String label) {
        return new Input(Kind.CHOICE, label);
    }

    /** Does nothing, once. */
    public static Input silence() {
        return new Input(Kind.SILENCE, "");
    }

    public Kind kind() {
        return kind;
    }

    /** Keys, words or label; empty for silence. */
    public String text() {
        return text;
    }

    /** The keys that are pressed. */
    public List<Tone> tones() {
        return Tone.read(text);
    }

    /** Whether this is one of these kinds. */
    public boolean isOne(Kind... kinds) {
        return Arrays.asList(kinds).contains(kind);
    }

    /** What others notice, after the name of the person. */
    public String sentence() {
        return switch (kind) {
            case TONES -> "pressed " + text;
            case SPEECH -> "said \"" + text + "\"";
            case CHOICE -> "chose " + text;
            case SILENCE -> "did nothing";
        };
    }
}
