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
package io.acscall.examples.screenpop;

import java.util.List;
import java.util.Map;

import io.acscall.examples.screenpop.demo.Caller;
import io.acscall.examples.screenpop.demo.Shift;
import io.acscall.examples.screenpop.demo.SimulatedScreenPop;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables and all statements on the other database. */
class PostgresqlTest {

    @Test
    void theSameRoutesRunOnPostgresql() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
             SimulatedScreenPop screenPop = SimulatedScreenPop.start(Map.of(
                     "screen-pop.database-url", server.getJdbcUrl("postgres", "postgres")));
             Shift shift = new Shift(screenPop)) {
            for (Caller caller : List.of(
                    Caller.IS_NOT_IN_THE_CRM, Caller.FINDS_ANN_BUSY, Caller.HANGS_UP_WHILE_WAITING,
                    Caller.IS_TAKEN_BY_NOBODY)) {
                Shift.Served served = shift.serve(caller);
                assertThat(served.end()).as(caller.describe()).isEqualTo(caller.end());
                assertThat(served.popped().crm()).as(caller.describe()).isEqualTo(caller.crm());
            }
        }
    }
}
