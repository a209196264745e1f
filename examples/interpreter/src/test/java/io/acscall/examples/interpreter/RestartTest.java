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
package io.acscall.examples.interpreter;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.acscall.examples.interpreter.demo.Conversation;
import io.acscall.examples.interpreter.demo.SimulatedOffice;
import io.acscall.simulator.AcsSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.acscall.examples.interpreter.demo.SimulatedOffice.INTERPRETERS;
import static io.acscall.examples.interpreter.demo.SimulatedOffice.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is known of a call stands in the database, so that a restart in the middle costs nothing. */
class RestartTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CUSTOMER = "+16045550150";

    @Test
    void anInterpreterWhoAnswersAfterARestartJoinsAndTheOthersInvitationIsCancelled(@TempDir Path folder) throws Exception {
        String database = "jdbc:h2:file:" + folder.resolve("interpreter");
        AcsSimulator simulator = AcsSimulator.builder().speechRate(1000).start();
        try (SimulatedOffice before = SimulatedOffice.start(simulator, Map.of(
                "interpreter.database-url", database, "interpreter.ring-seconds", "60"))) {
            INTERPRETERS.values().forEach(phone -> simulator.person(phone).doesNotAnswer());
            simulator.person(CUSTOMER).presses("1");
            String call = simulator.placeCall(CUSTOMER, NUMBER).callId();
            bothAreRung(before);
            int port = URI.create(before.address()).getPort();

            before.stopApplication();
            assertThat(simulator.timeline().requests("terminateCall")).isEmpty();
            try (SimulatedOffice after = SimulatedOffice.start(simulator, Map.of(
                    "interpreter.database-url", database, "interpreter.ring-seconds", "60", "camel.server.port", "" + port))) {
                simulator.answer(call, INTERPRETERS.get("Taras"));

                await().atMost(SOON).untilAsserted(() -> assertThat(after.book().of(CUSTOMER)).containsExactly(
                        new Conversation("JOINED", "Taras", null, List.of("Olena CANCELLED", "Taras JOINED"))));
                simulator.awaitCallback("CancelAddParticipantSucceeded", SOON);
                await().atMost(SOON).untilAsserted(() -> assertThat(after.context().getInflightRepository().size()).isZero());
            }
        }
    }

    private static void bothAreRung(SimulatedOffice office) {
        office.simulator().awaitRequests("addParticipant", 3, SOON);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(office.book().of(CUSTOMER)).singleElement().extracting(Conversation::invitations)
                    .isEqualTo(List.of("Olena RINGING", "Taras RINGING"));
            assertThat(office.context().getInflightRepository().size()).isZero();
        });
    }
}
