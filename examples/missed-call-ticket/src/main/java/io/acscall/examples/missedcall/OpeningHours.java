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
package io.acscall.examples.missedcall;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When somebody sits at the desk.
 *
 * @param clock what time it is, in the time zone of the desk
 * @param days  the days it is open
 * @param from  the first moment of such a day at which it is open
 * @param to    the first moment after that at which it is closed
 */
public record OpeningHours(Clock clock, Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    public OpeningHours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "The desk opens at " + from + " and closes at " + to
                                               + "; it must close later, such as 09:00 and 17:00");
        }
        days = Set.copyOf(days);
    }

    /** Whether the desk is open now. */
    public boolean open() {
        ZonedDateTime now = ZonedDateTime.now(clock);
        LocalTime time = now.toLocalTime();
        return days.contains(now.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
    }

    /** Whether the desk is closed now. */
    public boolean closed() {
        return !open();
    }

    /** The time on the clock of the desk. */
    public OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
