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

import java.time.Clock;
import java.time.LocalTime;
import java.util.Arrays;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.acscall.camel.store.JdbcOperationStore;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.PropertyInject;
import org.flywaydb.core.Flyway;

/** What the routes and the component look up by name. */
public class ReminderBeans implements CamelConfiguration {

    /** The tables of the reminders and those of the operation store, made before the first route starts. */
    @BindToRegistry(value = "dataSource", destroyMethod = "close")
    public HikariDataSource dataSource(@PropertyInject("reminders.database-url") String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(10);
        HikariDataSource dataSource = new HikariDataSource(config);
        Flyway.configure().dataSource(dataSource).load().migrate();
        // a history of its own, which begins in a schema that has tables already
        String database = url.startsWith("jdbc:postgresql:") ? "postgresql" : "h2";
        Flyway.configure().dataSource(dataSource).locations("classpath:io/acscall/camel/store/" + database)
                .table("acs_call_history").baselineOnMigrate(true).baselineVersion("0").load().migrate();
        return dataSource;
    }

    /** What was done for a key, and how many calls are up from each number, for all nodes. */
    @BindToRegistry("operations")
    public JdbcOperationStore operations(DataSource dataSource) {
        return new JdbcOperationStore(dataSource);
    }

    /** When people may be rung, by the clock that the application was started with. */
    @BindToRegistry("callingHours")
    public CallingHours callingHours(
            Clock clock, @PropertyInject("reminders.ring.from") String from, @PropertyInject("reminders.ring.to") String to) {
        return new CallingHours(clock, LocalTime.parse(from), LocalTime.parse(to));
    }

    /** The numbers that people see. */
    @BindToRegistry("callers")
    public CallerNumbers callers(@PropertyInject("reminders.callers") String numbers) {
        return new CallerNumbers(Arrays.stream(numbers.split(",")).map(String::trim).filter(n -> !n.isEmpty()).toList());
    }
}
