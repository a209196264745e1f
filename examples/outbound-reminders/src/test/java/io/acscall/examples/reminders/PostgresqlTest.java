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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.acscall.examples.reminders.demo.Person;
import io.acscall.examples.reminders.demo.Reminder;
import io.acscall.examples.reminders.demo.SimulatedTown;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables and all statements on the other database, and two nodes that share it. */
class PostgresqlTest {

    @Test
    void twoNodesOnPostgresqlRingEverybodyOnce() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            Map<String, String> settings = Map.of("reminders.database-url", server.getJdbcUrl("postgres", "postgres"));
            try (SimulatedTown one = SimulatedTown.start(SimulatedTown.newSimulator(), settings)) {
                SimulatedTown two = SimulatedTown.start(one.simulator(), settings);
                try {
                    ringEverybodyOnce(one, two);
                } finally {
                    two.stopApplication();
                }
            }
        }
    }

    private static void ringEverybodyOnce(SimulatedTown one, SimulatedTown two) throws Exception {
        List<Reminder> expected = new ArrayList<>();
        for (Person person : List.of(Person.CONFIRMS, Person.CANCELS, Person.WANTS_TO_TALK, Person.DECLINES)) {
            for (int i = 0; i < person.people(); i++) {
                one.add(person, i);
                expected.add(person.expected(i));
            }
        }
        one.add(Person.IS_BUSY_AT_FIRST, 0);
        expected.add(new Reminder(Person.IS_BUSY_AT_FIRST.number(0), "OPEN", 1, "BUSY"));
        one.add(Person.IS_ASLEEP_AT_FIRST, 0);
        expected.add(new Reminder(Person.IS_ASLEEP_AT_FIRST.number(0), "OPEN", 0, null));

        one.begin();
        two.begin();
        one.awaitQuiet();
        two.awaitQuiet();

        assertThat(one.reminders().all()).containsExactlyElementsOf(expected);
        assertThat(one.simulator().timeline().requests("createCall"))
                .extracting(call -> call.body().at("/targets/0/phoneNumber/value").asText())
                .doesNotHaveDuplicates().hasSize(expected.size() - 1);
    }
}
