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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DemoRunTest {

    @RepeatedTest(2)
    void showsFourCallsTheCallBacksAndTheTicketsEachTimeItRuns() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();

        boolean asExpected = new DemoRun(Clock.systemUTC(), lines::add).run();

        assertThat(notFoundInOrder(lines,
                "answered, greeted", "route .* acs-call:answer", "request +play: Hello Harbour Books",
                "does not know", "request +rejectCall: forbidden",
                "hangs up before", "response +404 to answerCall",
                "has closed", "request +rejectCall: busy",
                "calls everybody back", "CreateCallFailed: 487/10004 Not answered in time.",
                "request +play: Hello Corner Garage", "CreateCallFailed: 486/560486 Busy Here.",
                "^AFTER_HOURS +\\+16045550102 +Maple Bakery +OPEN +BUSY +1$",
                "All tickets are as they should be")).as("what is missing in\n" + String.join("\n", lines)).isEmpty();
        assertThat(asExpected).isTrue();
    }

    @Test
    void saysWhichTicketIsMissing() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Ticket first = Scenario.EXPECTED_TICKETS.get(0);
        Ticket second = Scenario.EXPECTED_TICKETS.get(1);

        boolean asExpected = new TicketReport(List.of(first, second), lines::add).show(List.of(first));

        assertThat(asExpected).isFalse();
        assertThat(lines).anyMatch(line -> line.startsWith("Missing: ") && line.contains("UNKNOWN"))
                .noneMatch(line -> line.startsWith("Missing: ") && line.contains("GREETED"));
    }

    /** The patterns from the first one on that no line after that of the pattern before has. */
    private static List<String> notFoundInOrder(List<String> lines, String... patterns) {
        List<String> left = new ArrayList<>(List.of(patterns));
        for (String line : lines) {
            if (!left.isEmpty() && Pattern.compile(left.get(0)).matcher(line).find()) {
                left.remove(0);
            }
        }
        return left;
    }
}
