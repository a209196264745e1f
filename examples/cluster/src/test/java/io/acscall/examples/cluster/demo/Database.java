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
package io.acscall.examples.cluster.demo;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** The PostgreSQL of the workers, seen from outside. */
public final class Database implements AutoCloseable {

    /** The flows from one number to another. */
    public static final String FLOWS = "cast(substr(id, 6) as integer) between ? and ?";

    private final EmbeddedPostgres server;
    private final String url;
    private final String user;
    private final String password;

    private Database(EmbeddedPostgres server, String url, String user, String password) {
        this.server = server;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** The one that the environment names, else one of our own that is gone afterwards. */
    static Database open() throws IOException {
        if (System.getenv("DATABASE_URL") != null) {
            return new Database(
                    null, System.getenv("DATABASE_URL"), System.getenv("DATABASE_USER"), System.getenv("DATABASE_PASSWORD"));
        }
        EmbeddedPostgres server = EmbeddedPostgres.start();
        return new Database(server, "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres", "postgres", "postgres");
    }

    String url() {
        return url;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    /** The first column of a query as numbers. */
    public long number(String sql, Object... values) throws SQLException {
        return ((Number) rows(sql, values).get(0).values().iterator().next()).longValue();
    }

    /** All rows, columns by name. */
    public List<Map<String, Object>> rows(String sql, Object... values) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
             PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                List<Map<String, Object>> rows = new ArrayList<>();
                while (result.next()) {
                    Map<String, Object> row = new LinkedHashMap<>();
                    for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                        row.put(result.getMetaData().getColumnLabel(column), result.getObject(column));
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }

    /** Processor time of its processes; empty where it is not ours. */
    public Optional<Duration> cpuTime() throws SQLException {
        if (server == null) {
            return Optional.empty();
        }
        // each connection has a process, and the first of all is the parent of all of them
        Optional<ProcessHandle> first = ProcessHandle.of(
                number("select pid from pg_stat_activity where backend_type = 'checkpointer'")).flatMap(ProcessHandle::parent);
        return first.map(all -> Stream.concat(Stream.of(all), all.descendants())
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO)).reduce(Duration.ZERO, Duration::plus));
    }

    /** How many of all flows are in each state. */
    public Map<String, Long> states() throws SQLException {
        Map<String, Long> states = new LinkedHashMap<>();
        for (Map<String, Object> row : rows("select state, count(*) as n from flow group by state order by state")) {
            states.put((String) row.get("state"), (Long) row.get("n"));
        }
        return states;
    }

    /** How many of the flows from one number to another are over. */
    public long ended(int first, int last) throws SQLException {
        return number("select count(*) from flow where state in ('DONE', 'ABANDONED', 'FAILED') and " + FLOWS, first, last);
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
