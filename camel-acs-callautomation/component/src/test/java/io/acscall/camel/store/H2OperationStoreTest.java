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
package io.acscall.camel.store;

import java.util.UUID;
import java.util.function.Consumer;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class H2OperationStoreTest extends JdbcOperationStoreContract {

    private static final String URL = "jdbc:h2:mem:" + UUID.randomUUID();

    private static HikariDataSource pool;

    @BeforeAll
    static void open() {
        pool = with(config -> {
        });
        migrate(pool, "h2");
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Override
    DataSource pool() {
        return pool;
    }

    @Override
    HikariDataSource newPool(Consumer<HikariConfig> settings) {
        return with(settings);
    }

    private static HikariDataSource with(Consumer<HikariConfig> settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(URL);
        config.setMaximumPoolSize(Race.THREADS);
        settings.accept(config);
        return new HikariDataSource(config);
    }
}
