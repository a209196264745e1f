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

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file.
 *
 * @param from the first byte, from 0
 * @param to   the last byte, itself part of it; {@link #OPEN} for the end of the file
 */
public record ByteRange(long from, long to) {

    /** The end of the file, wherever it is. */
    public static final long OPEN = Long.MAX_VALUE;

    /** The whole file. */
    public static final ByteRange WHOLE = new ByteRange(0, OPEN);

    private static final Pattern FORM = Pattern.compile("(?:bytes=)?(\\d{1,18})-(\\d{0,18})");

    /**
     * @throws IllegalArgumentException when it ends before it begins
     */
    public ByteRange {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("ends before it begins");
        }
    }

    /**
     * Reads a range.
     *
     * @param  text                     for example {@code 0-1023}, {@code 1024-} or {@code bytes=0-1023}
     * @throws IllegalArgumentException when it is none
     */
    public static ByteRange parse(String text) {
        Matcher range = FORM.matcher(text.strip());
        if (!range.matches()) {
            throw new IllegalArgumentException("is no range of bytes");
        }
        return new ByteRange(
                Long.parseLong(range.group(1)), range.group(2).isEmpty() ? OPEN : Long.parseLong(range.group(2)));
    }

    boolean isWhole() {
        return from == 0 && to == OPEN;
    }

    /** The value of the Range header. */
    String header() {
        return "bytes=" + from + "-" + (to == OPEN ? "" : String.valueOf(to));
    }
}
