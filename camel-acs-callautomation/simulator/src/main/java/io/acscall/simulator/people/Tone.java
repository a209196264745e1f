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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A key of a telephone, as people write it and as the wire names it (facts: enum Tone). */
public enum Tone {

    ZERO('0', "zero"),
    ONE('1', "one"),
    TWO('2', "two"),
    THREE('3', "three"),
    FOUR('4', "four"),
    FIVE('5', "five"),
    SIX('6', "six"),
    SEVEN('7', "seven"),
    EIGHT('8', "eight"),
    NINE('9', "nine"),
    A('A', "a"),
    B('B', "b"),
    C('C', "c"),
    D('D', "d"),
    POUND('#', "pound"),
    ASTERISK('*', "asterisk");

    private final char key;
    private final String wireName;

    Tone(char key, String wireName) {
        this.key = key;
        this.wireName = wireName;
    }

    /** The key as people write it. */
    public char key() {
        return key;
    }

    /** The value in requests and events. */
    public String wireName() {
        return wireName;
    }

    /** Looks a value of the wire up, in any case. */
    public static Optional<Tone> of(String wireName) {
        return Arrays.stream(values()).filter(tone -> tone.wireName.equalsIgnoreCase(wireName)).findFirst();
    }

    /** All values of the wire. */
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(Tone::wireName).toList();
    }

    /**
     * Reads keys as people write them; blanks between them don't matter.
     *
     * @param  keys                     such as {@code 12#}
     * @throws IllegalArgumentException when there is something that is not a key
     */
    public static List<Tone> read(String keys) {
        List<Tone> tones = new ArrayList<>();
        for (char key : keys.replaceAll("\\s", "").toCharArray()) {
            tones.add(Arrays.stream(values()).filter(tone -> tone.key == Character.toUpperCase(key)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "A telephone has no key '" + key + "'; it has 0 to 9, A to D, # and *, as in 12#")));
        }
        return tones;
    }

    /** Writes keys as people write them, such as {@code 12#}. */
    public static String write(List<Tone> tones) {
        StringBuilder keys = new StringBuilder();
        tones.forEach(tone -> keys.append(tone.key));
        return keys.toString();
    }
}
