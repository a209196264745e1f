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
package io.acscall.camel.action;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * The keys of a phone, as people write them (<code>1#*</code>) and as the wire names them
 * ({@code one, pound, asterisk}).
 */
public final class Tones {

    private static final Map<Character, String> NAMES = Map.ofEntries(
            Map.entry('0', "zero"), Map.entry('1', "one"), Map.entry('2', "two"), Map.entry('3', "three"),
            Map.entry('4', "four"),
            Map.entry('5', "five"), Map.entry('6', "six"), Map.entry('7', "seven"), Map.entry('8', "eight"),
            Map.entry('9', "nine"),
            Map.entry('A', "a"), Map.entry('B', "b"), Map.entry('C', "c"), Map.entry('D', "d"), Map.entry('#', "pound"),
            Map.entry('*', "asterisk"));
    private static final Map<String, String> KEYS
            = NAMES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, e -> e.getKey().toString()));

    private Tones() {
    }

    /** Checks that a text is made of keys. */
    static String read(Object raw) {
        String keys = raw.toString().replaceAll("[\\s,]", "").toUpperCase(Locale.ROOT);
        if (keys.isEmpty() || !keys.chars().allMatch(key -> NAMES.containsKey((char) key))) {
            throw new IllegalArgumentException("is not made of the keys 0-9, #, * and A-D");
        }
        return keys;
    }

    /** The same, and not more than a number of them; the message does not repeat the keys. */
    static OptionReader<String> atMost(int max) {
        return raw -> {
            String keys = read(raw);
            if (keys.length() > max) {
                throw new IllegalArgumentException("has " + keys.length() + " keys, the service takes " + max);
            }
            return keys;
        };
    }

    /** The names of the wire for keys. */
    static ArrayNode toJson(String keys) {
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        keys.chars().forEach(key -> names.add(NAMES.get((char) key)));
        return names;
    }

    static String name(String key) {
        String one = read(key);
        if (one.length() != 1) {
            throw new IllegalArgumentException("has the keys '" + one + "' where one is meant");
        }
        return NAMES.get(one.charAt(0));
    }

    /**
     * The key of a tone on the wire.
     *
     * @param  name the name on the wire, such as {@code pound}
     * @return      the key, such as <code>#</code>; a question mark for a name that is not known yet
     */
    public static String key(String name) {
        return KEYS.getOrDefault(name.toLowerCase(Locale.ROOT), "?");
    }
}
