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

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.acscall.examples.missedcall.demo.Caller;
import io.acscall.examples.missedcall.demo.SimulatedDesk;
import io.acscall.examples.missedcall.demo.Ticket;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The tables and all statements on the other database. */
class PostgresqlTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String OFTEN = "+16045550180";
    private static final String LOST = "+16045550181";
    private static final int CALLS = 6;

    @Test
    void theSameRoutesRunOnPostgresql() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
             SimulatedDesk desk = SimulatedDesk.start(Map.of(
                     "missed-call.database-url", server.getJdbcUrl("postgres", "postgres"),
                     "missed-call.look-every", "200"))) {
            for (Caller caller : List.of(Caller.REACHES_THE_DESK, Caller.FINDS_NOBODY_THREE_TIMES, Caller.IS_BLOCKED)) {
                assertThat(desk.call(caller)).as(caller.describe()).isEqualTo(caller.ticket().stream().toList());
            }
            desk.callBack(1, "1");
            desk.simulator().person(SimulatedDesk.DESK).busy();
            assertThat(desk.tickets().all()).containsExactly(
                    new Ticket(Caller.FINDS_NOBODY_THREE_TIMES.number(), "NOBODY_FREE", 3, "CLOSED", 1, "REACHED"));

            for (int i = 0; i < CALLS; i++) {
                desk.simulator().placeCall(OFTEN, SimulatedDesk.NUMBER);
            }
            await().atMost(SOON).untilAsserted(() -> assertThat(desk.tickets().of(OFTEN)).containsExactly(
                    Ticket.open(OFTEN, "NOBODY_FREE", CALLS)));

            leaveBehind(desk, LOST);
            await().atMost(SOON).untilAsserted(() -> assertThat(desk.tickets().of(LOST)).containsExactly(
                    Ticket.open(LOST, "LOST", 1)));
        }
    }

    private static void leaveBehind(SimulatedDesk desk, String caller) throws SQLException {
        try (Connection connection = desk.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            statement
                    .executeUpdate("insert into incoming_call (correlation_id, phone, slot, came_at) values ('lost', '" + caller
                                   + "', current_timestamp, current_timestamp - interval '1' hour)");
        }
    }
}
