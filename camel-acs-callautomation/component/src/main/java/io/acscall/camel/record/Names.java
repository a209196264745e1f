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

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of one call for ids, which differ from run to run, and for phone numbers, which are nobody's business: the
 * same value has the same name wherever it stands. Not thread-safe.
 */
final class Names {

    /** A call that has more gets new names for what it had before; it takes someone who wants that. */
    static final int MOST = 5_000;
    /** What a name takes beside its letters. */
    private static final int OVERHEAD = 100;

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern TIME
            = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}(?!\\d)");
    /** The ids in the raw ids of users and apps say who they are: a replay needs them. */
    private static final Pattern RAW_ID = Pattern.compile("(?:4|8|28|48):.+", Pattern.DOTALL);

    private final Set<String> kept = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private long size;

    /**
     * Leaves a number of our own as it is from now on.
     *
     * @param number in E.164 form, or {@code null} for none
     */
    void keep(String number) {
        if (number != null && !names.containsKey(number) && kept.size() < MOST) {
            kept.add(number);
        }
    }

    /** Bytes of memory, roughly. */
    long size() {
        return size;
    }

    /**
     * The name of an id.
     *
     * @param kind  what it is, such as {@code call}, which becomes {@code $call1}
     * @param value the id
     */
    String id(String kind, String value) {
        return named(value, () -> "$" + kind + counts.merge(kind, 1, Integer::sum));
    }

    /** The text with names for ids, numbers, times and tokens in it. */
    String text(String text) {
        String whole = kept.contains(text) ? text : names.get(text);
        if (whole != null) {
            return whole;
        }
        String safe = replaced(TOKEN, text, token -> "$token");
        if (!RAW_ID.matcher(text).matches()) {
            safe = replaced(ID, replaced(TIME, safe, time -> "$time"), id -> id("id", id));
        }
        return replaced(NUMBER, safe, this::number);
    }

    private String number(String number) {
        return kept.contains(number) ? number : named(number, this::freshNumber);
    }

    /** Nobody has a number in the area 555. */
    private String freshNumber() {
        String fresh;
        do {
            fresh = "+1555555%04d".formatted(counts.merge("number", 1, Integer::sum));
        } while (kept.contains(fresh));
        return fresh;
    }

    private String named(String value, Supplier<String> fresh) {
        String known = names.get(value);
        if (known != null) {
            return known;
        }
        String name = fresh.get();
        if (names.size() < MOST) {
            names.put(value, name);
            size += value.length() + name.length() + OVERHEAD;
        }
        return name;
    }

    private static String replaced(Pattern pattern, String text, UnaryOperator<String> name) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(name.apply(found.group())));
    }
}
