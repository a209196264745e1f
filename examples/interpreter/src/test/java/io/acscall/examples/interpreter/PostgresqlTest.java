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

import java.util.List;
import java.util.Map;

import io.acscall.examples.interpreter.demo.Customer;
import io.acscall.examples.interpreter.demo.SimulatedOffice;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables and all statements on the other database. */
class PostgresqlTest {

    @Test
    void theSameRoutesRunOnPostgresql() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
             SimulatedOffice office = SimulatedOffice.start(Map.of(
                     "interpreter.database-url", server.getJdbcUrl("postgres", "postgres"),
                     "interpreter.grace-seconds", "1"))) {
            for (Customer customer : List.of(
                    Customer.SAYS_A_WORD, Customer.WAITS_FOR_THE_SECOND_WAVE, Customer.HANGS_UP_WHILE_THEY_RING,
                    Customer.FINDS_THE_OFFICE_BUSY)) {
                assertThat(office.call(customer)).as(customer.describe()).containsExactly(customer.expected());
            }
        }
    }
}
