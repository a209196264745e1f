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

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.acscall.examples.missedcall.demo.SimulatedDesk;
import io.acscall.examples.missedcall.demo.Ticket;
import io.acscall.simulator.AcsSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Who talks to the application when it stops has a ticket, which the next one calls back. */
class RestartTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CALLER = "+16045550170";

    @Test
    void aCallThatAStopEndsIsATicketThatIsCalledBackAfterTheRestart(@TempDir Path folder) throws Exception {
        Map<String, String> database = Map.of(
                "missed-call.database-url", "jdbc:h2:file:" + folder.resolve("tickets") + ";MODE=PostgreSQL",
                "camel.main.shutdown-timeout", "3");
        try (SimulatedDesk before = SimulatedDesk.start(AcsSimulator.builder().start(), database)) {
            before.simulator().person(SimulatedDesk.DESK).answersAfter(Duration.ofMinutes(1));
            before.simulator().placeCall(CALLER, SimulatedDesk.NUMBER);
            before.simulator().awaitRequest("transferCallToParticipant", SOON);

            before.stopApplication();
        }
        try (SimulatedDesk after = SimulatedDesk.start(database)) {
            assertThat(after.tickets().all()).containsExactly(Ticket.open(CALLER, "SHUTDOWN", 1));

            after.callBack(1, "1");

            assertThat(after.tickets().all()).containsExactly(
                    new Ticket(CALLER, "SHUTDOWN", 1, "CLOSED", 1, "REACHED"));
        }
    }
}
