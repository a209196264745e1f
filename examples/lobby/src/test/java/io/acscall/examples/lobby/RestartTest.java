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
package io.acscall.examples.lobby;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.acscall.examples.lobby.demo.Agent;
import io.acscall.examples.lobby.demo.Caller;
import io.acscall.examples.lobby.demo.SimulatedLobby;
import io.acscall.simulator.AcsSimulator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Guests wait through a restart. */
class RestartTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String GUEST = Caller.HANGS_UP_WHILE_ANN_IS_RUNG.number();
    private static final String ANN = SimulatedLobby.PHONES.get("ann");

    @Test
    void whoWaitsAndWhoIsRungAreThereAfterIt() throws Exception {
        Map<String, String> database = Map.of(
                "lobby.database-url", "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        AcsSimulator simulator = AcsSimulator.builder().speechRate(400).start();
        try (SimulatedLobby before = SimulatedLobby.start(simulator, database)) {
            String call = before.placeCall(Caller.HANGS_UP_WHILE_ANN_IS_RUNG);
            try (Agent ann = before.agent("ann")) {
                ann.awaitGuest(GUEST, any -> true);
            }
            simulator.awaitRequest("play", SOON);
            before.stopApplication();
            assertThat(simulator.call(call)).isPresent();

            try (SimulatedLobby after = SimulatedLobby.start(simulator, database); Agent ann = after.agent("ann")) {
                simulator.person(ANN).accepts();
                assertThat(ann.click("admit", ann.awaitGuest(GUEST, now -> now.is("WAITING")))).isEqualTo(202);
                assertThat(ann.awaitGuest(GUEST, now -> now.is("TALKING")).agent()).isEqualTo("ann");
            }
        }
    }
}
