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

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names for what differs from run to run and for phone numbers: the same value has the same name wherever it stands.
 * Not thread-safe.
 */
final class Names {

    private static final Pattern UUID
            = Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}(?!\\d)");
    private static final Pattern TIME
            = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:?\\d\\d)?");
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");
    /** People, users and apps are who they are; only the numbers among them get names. */
    private static final Pattern IDENTITY = Pattern.compile("(4|8|28|48):.+");

    private final Set<String> kept = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** Whether this number stands for another one. */
    static boolean isPseudonym(String number) {
        return number.matches("\\+1555555\\d{4}");
    }

    /** The phone numbers in a text that stand for themselves. */
    static Set<String> realNumbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).filter(number -> !isPseudonym(number))
                .collect(Collectors.toSet());
    }

    /** Leaves a text as it is wherever it stands alone, and a phone number wherever it stands. */
    void keep(String text) {
        kept.add(text);
    }

    /** The name of an id, such as {@code $call1}. */
    String id(String kind, String value) {
        return names.computeIfAbsent(value, ignored -> "$" + kind + counts.merge(kind, 1, Integer::sum));
    }

    /** Any text with names for what is in it. */
    String text(String text) {
        if (kept.contains(text)) {
            return text;
        }
        String known = names.get(text);
        if (known != null) {
            return known;
        }
        String safe = replace(TOKEN, text, token -> "$token");
        if (!IDENTITY.matcher(text).matches()) {
            safe = replace(UUID, replace(TIME, safe, time -> "$time"), uuid -> id("id", uuid));
        }
        return replace(NUMBER, safe, this::number);
    }

    private String number(String number) {
        return kept.contains(number) ? number : names.computeIfAbsent(number, ignored -> pseudonym());
    }

    /** The area code 555 belongs to nobody. */
    private String pseudonym() {
        String pseudonym;
        do {
            pseudonym = String.format("+1555555%04d", counts.merge("number", 1, Integer::sum));
        } while (kept.contains(pseudonym));
        return pseudonym;
    }

    private static String replace(Pattern pattern, String text, Function<String, String> name) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(name.apply(found.group())));
    }
}
