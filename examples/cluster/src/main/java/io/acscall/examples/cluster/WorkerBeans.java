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
package io.acscall.examples.cluster;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.acscall.camel.store.JdbcOperationStore;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.PropertyInject;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.spi.IdempotentRepository;
import org.flywaydb.core.Flyway;

/** What the routes and the component look up by name: the database that all workers share. */
public class WorkerBeans implements CamelConfiguration {

    /** The tables of the flows and those of the component, made by the first worker that starts. */
    @BindToRegistry(value = "dataSource", destroyMethod = "close")
    public HikariDataSource dataSource(
            @PropertyInject("cluster.database-url") String url, @PropertyInject("cluster.database-user") String user,
            @PropertyInject("cluster.database-password") String password,
            @PropertyInject("cluster.database-connections") int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        HikariDataSource dataSource = new HikariDataSource(config);
        Flyway.configure().dataSource(dataSource).load().migrate();
        // a history of its own, which begins in a schema that has tables already
        Flyway.configure().dataSource(dataSource).locations("classpath:io/acscall/camel/store/postgresql")
                .table("acs_call_history").baselineOnMigrate(true).baselineVersion("0").load().migrate();
        return dataSource;
    }

    /** What was done for a key, which node waits for what, and which event was taken, for all workers. */
    @BindToRegistry("operations")
    public JdbcOperationStore operations(DataSource dataSource) {
        return new JdbcOperationStore(dataSource);
    }

    /** Which events were handled by what is done at most once, for all workers; the table is one of ours. */
    @BindToRegistry("once")
    public IdempotentRepository once(DataSource dataSource) {
        JdbcMessageIdRepository once = new JdbcMessageIdRepository(dataSource, "once");
        once.setCreateTableIfNotExists(false);
        return once;
    }
}
