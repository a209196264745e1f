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

import java.time.Duration;
import java.time.OffsetDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WindowTest {

    @ParameterizedTest
    @CsvSource({
            "2025-03-03T07:59:59.999Z, 2025-03-03T04:00Z",
            "2025-03-03T08:00:00Z,     2025-03-03T08:00Z",
            "2025-03-03T09:30:00Z,     2025-03-03T08:00Z",
            "2025-03-03T10:30:00+01:00, 2025-03-03T08:00Z" })
    void beginsAtTheSameTimeForAllCallsWithinIt(OffsetDateTime call, OffsetDateTime begins) {
        assertThat(new Window(Duration.ofHours(4)).of(call)).isEqualTo(begins);
    }

    @Test
    void refusesALengthThatHoldsNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(Duration.ZERO))
                .withMessageContaining("PT0S").withMessageContaining("such as PT4H");
    }
}
