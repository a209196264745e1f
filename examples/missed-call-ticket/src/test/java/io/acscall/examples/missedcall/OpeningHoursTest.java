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
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OpeningHoursTest {

    private static final Set<DayOfWeek> MONDAY = Set.of(DayOfWeek.MONDAY);
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    @ParameterizedTest
    @CsvSource({
            "2025-03-03T16:59:59Z, false",
            "2025-03-03T17:00:00Z, true",
            "2025-03-04T00:59:59Z, true",
            "2025-03-04T01:00:00Z, false",
            "2025-03-04T18:00:00Z, false" })
    void isOpenFromTheFirstToBeforeTheLastMomentInItsOwnTimeZone(Instant now, boolean open) {
        Clock clock = Clock.fixed(now, ZoneId.of("America/Vancouver"));

        OpeningHours hours = new OpeningHours(clock, MONDAY, NINE, FIVE);

        assertThat(hours.open()).isEqualTo(open);
        assertThat(hours.closed()).isEqualTo(!open);
    }

    @Test
    void refusesToCloseBeforeItOpens() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpeningHours(Clock.systemUTC(), MONDAY, FIVE, NINE))
                .withMessageContaining("17:00").withMessageContaining("must close later");
    }
}
