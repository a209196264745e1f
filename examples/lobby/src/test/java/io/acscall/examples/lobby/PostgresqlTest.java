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

import java.util.List;
import java.util.Map;

import io.acscall.examples.lobby.demo.Caller;
import io.acscall.examples.lobby.demo.Shift;
import io.acscall.examples.lobby.demo.SimulatedLobby;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables and all statements on the other database. */
class PostgresqlTest {

    @Test
    void theSameRoutesRunOnPostgresql() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
             SimulatedLobby lobby = SimulatedLobby.start(Map.of(
                     "lobby.database-url", server.getJdbcUrl("postgres", "postgres"), "lobby.forget-every", "500"));
             Shift shift = new Shift(lobby)) {
            for (Caller caller : List.of(
                    Caller.FINDS_ANN_BUSY, Caller.HANGS_UP_WHILE_ANN_IS_RUNG, Caller.IS_TURNED_AWAY,
                    Caller.IS_ADMITTED_BY_NOBODY)) {
                assertThat(shift.serve(caller)).as(caller.describe()).isEqualTo(caller.end());
            }
        }
    }
}
