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

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.camel.util.TimeUtils;

/**
 * The forms of values that options have.
 */
final class Readers {

    /** Checked first, because Camel's own reader takes a text without any unit in it for zero. */
    private static final Pattern CAMEL_DURATION
            = Pattern.compile("\\d{1,15}|(\\d{1,5}d)?(\\d{1,7}h)?(\\d{1,9}m)?(\\d{1,11}s)?(\\d{1,14}ms)?(?<=.)");
    private static final Pattern WEB_SOCKET = Pattern.compile("wss?://", Pattern.CASE_INSENSITIVE);
    private static final Set<String> NO_IDS = Set.of("", ".", "..");
    private static final Set<String> YES_OR_NO = Set.of("true", "false");

    private Readers() {
    }

    static String text(Object raw) {
        String text = raw.toString();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("is empty");
        }
        return text;
    }

    /**
     * An opaque value of the service: Camel makes a blank of an unescaped plus sign of a URI, which base64 needs back.
     */
    static String opaque(Object raw) {
        return text(raw).replace(' ', '+');
    }

    /** An id that becomes a part of a path: none that would name another path. */
    static String pathId(Object raw) {
        String id = raw.toString().trim();
        if (NO_IDS.contains(id)) {
            throw new IllegalArgumentException("is no id");
        }
        return id;
    }

    /** An id of the service in base64, which becomes a part of a path. */
    static String recordingId(Object raw) {
        return pathId(opaque(raw.toString().trim()));
    }

    static Boolean flag(Object raw) {
        String text = raw.toString().trim().toLowerCase(Locale.ROOT);
        if (!YES_OR_NO.contains(text)) {
            throw new IllegalArgumentException("is neither true nor false");
        }
        return Boolean.valueOf(text);
    }

    static Duration duration(Object raw) {
        if (raw instanceof Duration duration) {
            return notNegative(duration);
        }
        if (raw instanceof Number number) {
            return notNegative(Duration.ofMillis(number.longValue()));
        }
        return notNegative(written(raw.toString().trim()));
    }

    private static Duration written(String text) {
        if (CAMEL_DURATION.matcher(text).matches()) {
            return TimeUtils.toDuration(text);
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("is not a duration", e);
        }
    }

    /** A duration that the wire has in whole seconds; a part of a second counts as one. */
    static OptionReader<Duration> seconds(int min, int max) {
        return raw -> {
            Duration whole = Duration.ofSeconds(duration(raw).plusMillis(999).toSeconds());
            if (whole.toSeconds() < min || whole.toSeconds() > max) {
                throw new IllegalArgumentException("is not from " + min + "s to " + max + "s");
            }
            return whole;
        };
    }

    static OptionReader<Integer> number(int min, int max) {
        return raw -> {
            String text = raw.toString().trim();
            if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < min || Integer.parseInt(text) > max) {
                throw new IllegalArgumentException(
                        max == Integer.MAX_VALUE ? "is no number from " + min : "is no number from " + min + " to " + max);
            }
            return Integer.valueOf(text);
        };
    }

    private static Duration notNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("is negative");
        }
        return duration;
    }

    /** An absolute address. A blank in it was a plus sign or an unescaped text: it can't be told, so it is refused. */
    static String url(Object raw) {
        String text = text(raw).trim();
        if (text.indexOf(' ') >= 0) {
            throw new IllegalArgumentException(
                    "has a blank; if a plus sign or a special character stood there, write RAW(…) around the value or use the header");
        }
        try {
            URI uri = new URI(text);
            if (!uri.isAbsolute() || uri.getHost() == null) {
                throw new IllegalArgumentException("is not an absolute address");
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is not an address: " + e.getReason(), e);
        }
        return text;
    }

    /** An address of a WebSocket. */
    static String webSocket(Object raw) {
        String text = url(raw);
        if (!WEB_SOCKET.matcher(text).lookingAt()) {
            throw new IllegalArgumentException("does not begin with wss:// (or ws:// for a simulator)");
        }
        return text;
    }

    /** Addresses, as a list in a header. */
    static List<String> urls(Object raw) {
        return raw instanceof Collection<?> all ? all.stream().map(Readers::url).toList() : List.of(url(raw));
    }

    /** A file to write. Values of a message become parts of it: none may lead out of the folder that is written. */
    static Path file(Object raw) {
        try {
            Path file = Path.of(text(raw).trim());
            for (Path part : file) {
                if ("..".equals(part.toString())) {
                    throw new IllegalArgumentException("has .. in it");
                }
            }
            if (file.getFileName() == null || raw.toString().trim().endsWith("/")) {
                throw new IllegalArgumentException("names no file");
            }
            return file;
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("is no path of a file", e);
        }
    }

    /** A word of the wire, case ignored. */
    static OptionReader<String> word(String... words) {
        List<String> known = List.of(words);
        return raw -> known.stream().filter(word -> word.equalsIgnoreCase(raw.toString().trim())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("is none of " + String.join(", ", known)));
    }

    /** Names and values, as prefixed options or a Map in a header give them. */
    static Map<String, String> map(Object raw) {
        if (!(raw instanceof Map<?, ?> entries)) {
            throw new IllegalArgumentException("is no Map of names and values");
        }
        Map<String, String> map = new LinkedHashMap<>();
        entries.forEach((name, value) -> {
            if (name == null || value == null) {
                throw new IllegalArgumentException("has an entry without name or value");
            }
            map.put(name.toString(), value.toString());
        });
        return map;
    }
}
