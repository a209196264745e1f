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
package io.acscall.camel.event;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;

/**
 * Times as the service writes them: ISO 8601, no to nine digits of fraction (seven are usual), {@code Z} or an offset.
 */
public final class EventTime {

    /** Longer than any time of the service; what is longer is not looked at. */
    private static final int LONGEST = 64;
    private static final int SECONDS_END = 19;
    private static final int NANO_DIGITS = 9;

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart().appendOffset("+HH:MM", "Z").optionalEnd()
            .optionalStart().appendOffset("+HHMM", "Z").optionalEnd()
            .toFormatter();

    private EventTime() {
    }

    /**
     * Reads a time.
     *
     * @param  text what the service wrote, may be {@code null}
     * @return      the time, in UTC where no offset is written; {@code null} for what is no time: an event is worth
     *              more than its time
     */
    public static OffsetDateTime read(String text) {
        if (text == null || text.length() > LONGEST) {
            return null;
        }
        OffsetDateTime usual = usual(text);
        if (usual != null) {
            return usual;
        }
        try {
            TemporalAccessor time = FORM.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
            return time instanceof LocalDateTime local ? local.atOffset(ZoneOffset.UTC) : (OffsetDateTime) time;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * The form in which nearly all times come, {@code 2026-04-02T09:15:05.1180000} with {@code Z} or {@code +00:00}; a
     * formatter costs more than all else that is read of an event.
     *
     * @return {@code null} for every other form
     */
    private static OffsetDateTime usual(String text) {
        int end = text.endsWith("Z") ? text.length() - 1 : text.endsWith("+00:00") ? text.length() - 6 : 0;
        boolean separated = end >= SECONDS_END && text.charAt(4) == '-' && text.charAt(7) == '-' && text.charAt(10) == 'T'
                && text.charAt(13) == ':' && text.charAt(16) == ':';
        if (!separated) {
            return null;
        }
        try {
            return OffsetDateTime.of(
                    number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), number(text, 11, 13), number(text, 14, 16),
                    number(text, 17, SECONDS_END), nanos(text, end), ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int nanos(String text, int end) {
        if (end == SECONDS_END) {
            return 0;
        }
        int digits = end - SECONDS_END - 1;
        if (text.charAt(SECONDS_END) != '.' || digits < 1 || digits > NANO_DIGITS) {
            throw new DateTimeException("no fraction");
        }
        int nanos = number(text, SECONDS_END + 1, end);
        for (int digit = digits; digit < NANO_DIGITS; digit++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int number(String text, int start, int end) {
        int number = 0;
        for (int index = start; index < end; index++) {
            int digit = text.charAt(index) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("no digit");
            }
            number = 10 * number + digit;
        }
        return number;
    }

    static String write(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
