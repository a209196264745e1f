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
package io.acscall.camel.client;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text of others made fit for a log or an exception: secrets gone, numbers and people's ids masked.
 */
final class MaskedText {

    private static final Pattern SECRET = Pattern.compile("(?i)(accesskey\\s*=|signature\\s*=|bearer\\s)\\s*[^\\s;,\"']+");
    private static final Pattern RAW_ID = Pattern.compile("(?<![\\w-])(?:4|8|28|48):[^\\s\"',;<>()\\[\\]]+");
    private static final Pattern ENCODED = Pattern.compile("(?i)(?:(?<![\\w-])(?:4|8|28|48)%3A|%2B\\d)[\\w%.~-]*");
    private static final Pattern NUMBER = Pattern.compile("\\+\\d[\\d ().-]{4,}\\d|(?<![\\w-])\\d{8,15}(?![\\w-])");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final Pattern ID_SEGMENT = Pattern.compile("(?:4|8|28|48):.*|\\+\\d.*");

    private MaskedText() {
    }

    /**
     * One line of at most {@code longest} characters.
     */
    static String line(String text, int longest) {
        String line = BLANKS.matcher(text).replaceAll(" ").strip();
        line = SECRET.matcher(line).replaceAll("$1***");
        for (Pattern personal : new Pattern[] { ENCODED, RAW_ID, NUMBER }) {
            line = personal.matcher(line).replaceAll(MaskedText::mask);
        }
        return line.length() <= longest ? line : line.substring(0, longest) + "...";
    }

    /**
     * The shape of an encoded path or address: call ids stay, ids of people are masked, query and fragment go.
     */
    static String path(String path) {
        String bare = path.split("[?#]", 2)[0];
        return Arrays.stream(bare.split("/", -1)).map(MaskedText::segment).collect(Collectors.joining("/"));
    }

    private static String segment(String segment) {
        String decoded;
        try {
            decoded = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "***";
        }
        return ID_SEGMENT.matcher(decoded).matches() ? Masking.number(decoded) : segment;
    }

    private static String mask(MatchResult found) {
        return Matcher.quoteReplacement(Masking.number(found.group()));
    }
}
