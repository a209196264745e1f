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
package io.acscall.simulator.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a body that a client asks for with the header {@code Range}.
 *
 * @param first the first byte, counted from 0
 * @param last  the last byte, which is part of it
 */
public record ByteRange(long first, long last) {

    private static final Pattern HEADER = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** The number of bytes. */
    public long length() {
        return last - first + 1;
    }

    /** Whether a body has such a part. */
    public boolean within(long whole) {
        return first >= 0 && first <= last && last < whole;
    }

    /** The value of {@code Content-Range}. */
    public String of(long whole) {
        return "bytes " + first + "-" + last + "/" + whole;
    }

    /**
     * Reads {@code bytes=a-b}, {@code bytes=a-} and {@code bytes=-n}. What has another form, and several ranges at
     * once, are not noticed, as HTTP allows: then the whole body is the answer.
     *
     * @param  header the value, or null
     * @param  whole  the number of bytes there are
     * @return        cut at the end of the body; a range that is not {@link #within} cannot be satisfied
     */
    public static Optional<ByteRange> read(String header, long whole) {
        Matcher matcher = HEADER.matcher(header == null ? "" : header.replace(" ", ""));
        if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (matcher.group(1).isEmpty()) {
            long wanted = Long.parseLong(matcher.group(2));
            return Optional.of(new ByteRange(Math.max(0, whole - wanted), wanted == 0 ? -1 : whole - 1));
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? whole - 1 : Long.parseLong(matcher.group(2));
        return last < first && !matcher.group(2).isEmpty()
                ? Optional.empty() : Optional.of(new ByteRange(first, Math.min(last, whole - 1)));
    }
}
