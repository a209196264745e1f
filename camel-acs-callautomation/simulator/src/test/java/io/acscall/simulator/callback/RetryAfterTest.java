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
package io.acscall.simulator.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-02T09:15:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0|0", "5|5000", " 7 |7000", "999999999|600000", "Thu, 02 Apr 2026 09:15:30 GMT|30000",
            "Thu, 02 Apr 2026 09:14:30 GMT|0", "soon|0", "-1|0", "1.5|0", "99999999999|0" })
    void readsSecondsAndDates(String value, long millis) {
        DeliveryResult result = new DeliveryResult(503, Map.of("retry-after", value), "", null);

        assertThat(RetryAfter.of(result, CLOCK)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void mayBeMissing() {
        assertThat(RetryAfter.of(DeliveryResult.failed("nobody there"), CLOCK)).isEqualTo(Duration.ZERO);
    }
}
