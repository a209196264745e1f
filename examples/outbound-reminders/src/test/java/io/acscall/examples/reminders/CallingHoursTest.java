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
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CallingHoursTest {

    private static final LocalTime FROM = LocalTime.of(9, 0);
    private static final LocalTime TO = LocalTime.of(20, 0);

    // in July it is 7 hours earlier in Vancouver and 12 later in Auckland; in March the clocks of Vancouver go on at night
    @ParameterizedTest
    @CsvSource({
            "2025-07-07T17:00:00Z, 0, America/Vancouver, 2025-07-07T17:00:00Z",
            "2025-07-07T16:00:00Z, 0, America/Vancouver, 2025-07-07T16:00:00Z",
            "2025-07-07T15:59:00Z, 0, America/Vancouver, 2025-07-07T16:00:00Z",
            "2025-07-08T02:59:00Z, 0, America/Vancouver, 2025-07-08T02:59:00Z",
            "2025-07-08T02:59:00Z, 1, America/Vancouver, 2025-07-08T16:00:00Z",
            "2025-07-07T17:00:00Z, 0, Pacific/Auckland, 2025-07-07T21:00:00Z",
            "2025-03-09T05:00:00Z, 0, America/Vancouver, 2025-03-09T16:00:00Z" })
    void findsTheFirstMomentAtWhichAPhoneMayRing(Instant now, int minutes, String zone, Instant next) {
        CallingHours hours = at(now);

        assertThat(hours.next(minutes, zone)).isEqualTo(next.atOffset(ZoneOffset.UTC));
        assertThat(hours.quiet(zone)).isEqualTo(hours.next(0, zone).isAfter(OffsetDateTime.ofInstant(now, ZoneOffset.UTC)));
    }

    @Test
    void saysAMomentOnTheClockOfWhoIsRung() {
        long appointment = Instant.parse("2025-07-10T17:30:00Z").getEpochSecond();

        assertThat(at(Instant.EPOCH).spoken(appointment, "America/Vancouver")).isEqualTo("Thursday, 10 July, 10:30");
    }

    @Test
    void refusesAnEndThatIsNotLater() {
        Clock clock = Clock.systemUTC();

        assertThatThrownBy(() -> new CallingHours(clock, TO, FROM)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20:00 to 09:00");
    }

    private static CallingHours at(Instant now) {
        return new CallingHours(Clock.fixed(now, ZoneOffset.UTC), FROM, TO);
    }
}
