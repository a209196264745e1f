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
package io.acscall.examples.reminders;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * When people may be rung, by the clock on their own wall.
 *
 * @param clock what time it is
 * @param from  the first moment of a day at which a phone may ring
 * @param to    the first moment after that at which it may not
 */
public record CallingHours(Clock clock, LocalTime from, LocalTime to) {

    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("EEEE, d MMMM, HH:mm", Locale.ENGLISH);

    public CallingHours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "People are rung from " + from + " to " + to + "; the end must be later, such as 09:00 and 20:00");
        }
    }

    /** The time, in UTC. */
    public OffsetDateTime now() {
        return in(0);
    }

    /** The time so many minutes from now, in UTC. */
    public OffsetDateTime in(int minutes) {
        return OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC).plusMinutes(minutes);
    }

    /** Whether people in a time zone must be left in peace now. */
    public boolean quiet(String zone) {
        return next(0, zone).isAfter(now());
    }

    /**
     * The first moment at which people in a time zone may be rung.
     *
     * @param  minutes from now on, at least
     * @param  zone    such as {@code America/Vancouver}
     * @return         in UTC
     */
    public OffsetDateTime next(int minutes, String zone) {
        ZonedDateTime there = in(minutes).atZoneSameInstant(ZoneId.of(zone));
        LocalTime time = there.toLocalTime();
        if (time.isBefore(from)) {
            there = there.with(from);
        } else if (!time.isBefore(to)) {
            there = there.plusDays(1).with(from);
        }
        return there.toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
    }

    /** A moment as it is said to somebody in a time zone, such as {@code Tuesday, 4 March, 10:30}. */
    public String spoken(long epochSecond, String zone) {
        return SPOKEN.format(Instant.ofEpochSecond(epochSecond).atZone(ZoneId.of(zone)));
    }
}
