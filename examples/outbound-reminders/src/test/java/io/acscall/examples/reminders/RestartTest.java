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

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import io.acscall.examples.reminders.demo.Person;
import io.acscall.examples.reminders.demo.Reminder;
import io.acscall.examples.reminders.demo.SimulatedTown;
import io.acscall.simulator.AcsSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever an application leaves behind, the next one goes on with it, and no attempt rings twice. */
class RestartTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PHONE = Person.CONFIRMS.number(0);

    @TempDir
    private Path folder;

    @Test
    void whoIsRungWhileTheApplicationStopsIsRungAgainAfterTheRestart() throws Exception {
        try (SimulatedTown before = SimulatedTown.start(AcsSimulator.builder().start(), settings())) {
            ringFor(Duration.ofMinutes(1), before);

            before.stopApplication();
        }
        try (SimulatedTown after = SimulatedTown.start(SimulatedTown.newSimulator(), settings())) {
            assertThat(after.reminders().all()).containsExactly(new Reminder(PHONE, "OPEN", 1, "SHUTDOWN"));

            after.simulator().person(PHONE).presses("1");
            after.begin();
            after.untilNext();
            after.untilNext();

            assertThat(after.reminders().all()).containsExactly(new Reminder(PHONE, "CONFIRMED", 2, "SHUTDOWN, CONFIRMED"));
        }
    }

    @Test
    void whatACrashLeavesBehindIsTheSameTryOnceMoreAndMakesNoSecondCall() throws Exception {
        try (AcsSimulator simulator = AcsSimulator.builder().start()) {
            // patient, so that nothing is written before the crash, however long that takes
            SimulatedTown before = SimulatedTown.start(simulator, settings());
            ringFor(Duration.ofMinutes(1), before);
            crash(before);
            // what ends here is only cut off from its database: it may still hang up
            int hungUp = simulator.timeline().requests("terminateCall").size();
            SimulatedTown after = SimulatedTown.start(simulator, impatient());
            try {
                after.clock().set(SimulatedTown.MORNING.plus(Duration.ofMinutes(19)));
                after.begin();
                after.simulator().timeline().awaitQuiet(Duration.ofMillis(300));
                assertThat(after.reminders().all()).containsExactly(new Reminder(PHONE, "RINGING", 0, "?"));

                // the claim of the key goes by the real clock
                execute(after, "update acs_call_operation set claimed_until = claimed_until - interval '1' hour");
                after.clock().set(SimulatedTown.MORNING.plus(Duration.ofMinutes(21)));
                after.awaitQuiet();

                // the events of the call go to the node that is gone
                assertThat(after.reminders().all()).containsExactly(new Reminder(PHONE, "OPEN", 1, "TIMED_OUT"));
                assertThat(simulator.timeline().requests("createCall").stream()
                        .map(call -> call.headers().get("repeatability-request-id")).distinct()).hasSize(1);
                assertThat(simulator.timeline().requests("terminateCall")).hasSize(hungUp + 1);
            } finally {
                after.stopApplication();
            }
        }
    }

    private Map<String, String> settings() {
        return Map.of(
                "reminders.database-url", "jdbc:h2:file:" + folder.resolve("reminders") + ";MODE=PostgreSQL",
                "camel.main.shutdown-timeout", "3");
    }

    private Map<String, String> impatient() {
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("reminders.await-answer", "1500");
        return settings;
    }

    private static void ringFor(Duration ringing, SimulatedTown town) throws Exception {
        town.add(Person.CONFIRMS, 0);
        town.simulator().person(PHONE).answersAfter(ringing);
        town.begin();
        town.simulator().awaitRequest("createCall", SOON);
    }

    /** The way to the database goes first, so that the application can write nothing any more. */
    private static void crash(SimulatedTown town) throws SQLException {
        town.dataSource().unwrap(HikariDataSource.class).close();
        town.stopApplication();
    }

    private static void execute(SimulatedTown town, String sql) throws SQLException {
        try (Connection connection = town.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
