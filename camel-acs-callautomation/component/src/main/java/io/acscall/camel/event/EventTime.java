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
        try {
            TemporalAccessor time = FORM.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
            return time instanceof LocalDateTime local ? local.atOffset(ZoneOffset.UTC) : (OffsetDateTime) time;
        } catch (DateTimeException e) {
            return null;
        }
    }

    static String write(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
