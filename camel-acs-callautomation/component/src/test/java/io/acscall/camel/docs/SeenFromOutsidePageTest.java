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
package io.acscall.camel.docs;

import java.util.Map;
import java.util.stream.Collectors;

import io.acscall.camel.health.HealthCause;
import io.acscall.camel.metrics.CallMeter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeenFromOutsidePageTest {

    private static final DocsPage PAGE = DocsPage.named("operations.md");

    @Test
    void tablesOfMetersAndHealthAreThoseOfTheCode() {
        assertThat(PAGE.with(Map.of("health", health(), "meters", meters())))
                .as("docs/operations.md is made of the code: run this test with -Dacs-call.docs.update=true")
                .isEqualTo(PAGE.text()).contains("| `KEYS_MISSING` |", "| `acs.call.waits.open` |");
    }

    private static String health() {
        StringBuilder table = new StringBuilder("| cause | what is wrong | what mends it |\n|---|---|---|\n");
        for (HealthCause cause : HealthCause.values()) {
            table.append("| `").append(cause).append("` | ").append(cause.meaning()).append(" | ").append(cause.mend())
                    .append(" |\n");
        }
        return table.toString();
    }

    private static String meters() {
        StringBuilder table = new StringBuilder("| meter | kind | tags | what it says | look when |\n|---|---|---|---|---|\n");
        for (CallMeter meter : CallMeter.values()) {
            table.append("| `").append(meter.meterName()).append("` | ").append(kind(meter)).append(" | ")
                    .append(meter.tags().stream().map(tag -> "`" + tag + "`").collect(Collectors.joining(", "))).append(" | ")
                    .append(meter.meaning()).append(" | ").append(meter.alert() == null ? "–" : meter.alert()).append(" |\n");
        }
        return table.toString();
    }

    private static String kind(CallMeter meter) {
        return switch (meter.kind()) {
            case COUNTER, FUNCTION_COUNTER -> "counter";
            case GAUGE -> "gauge";
            case TIMER -> "timer";
        };
    }
}
