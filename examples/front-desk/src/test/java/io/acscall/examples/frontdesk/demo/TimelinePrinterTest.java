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
package io.acscall.examples.frontdesk.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimelinePrinterTest {

    @Test
    void printsLinesInTheOrderOfTimeAlsoWhenTheyAreReportedLate() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Clock clock = Clock.systemUTC();
        Instant start = clock.instant();
        try (TimelinePrinter printer = new TimelinePrinter(clock, lines::add)) {
            printer.add(start.plusMillis(30), "route", "third");
            printer.add(start.plusMillis(20), "phone", "second");
            printer.add(start.plusMillis(10), "phone", "first");
        }

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).matches(" +0\\.0\\d\\d  phone      first");
        assertThat(lines.get(1)).endsWith("second");
        assertThat(lines.get(2)).endsWith("third");
    }
}
