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

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import io.acscall.camel.spi.Attempt;

/**
 * The statements on the table of operations. Each is one statement that does all or nothing, in SQL that H2 and
 * PostgreSQL share.
 */
final class OperationTable {

    private static final Pattern NAME = Pattern.compile("(?:[A-Za-z_]\\w{0,62}\\.)?[A-Za-z_]\\w{0,62}");

    private final String name;
    private final String find;
    private final String insert;
    private final String replace;
    private final String complete;
    private final String release;
    private final String purge;

    OperationTable(String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "table=" + name + " is no name of a table: letters, digits and _, with a schema before it if need be, "
                                               + "for example acs_call_operation or calls.acs_call_operation");
        }
        this.name = name;
        find = "SELECT claimed_by, request_id, first_sent, request_hash, claimed_until, releases, result FROM " + name
               + " WHERE operation_key = ?";
        insert = "INSERT INTO " + name
                 + " (operation_key, claimed_by, request_id, first_sent, request_hash, claimed_until, releases)"
                 + " VALUES (?, ?, ?, ?, ?, ?, ?)";
        replace = "UPDATE " + name
                  + " SET claimed_by = ?, request_id = ?, first_sent = ?, request_hash = ?, claimed_until = ?"
                  + " WHERE operation_key = ? AND claimed_by IS NOT DISTINCT FROM ? AND claimed_until = ? AND releases = ?"
                  + " AND finished_at IS NULL";
        complete = "UPDATE " + name + " SET result = ?, finished_at = ? WHERE operation_key = ? AND finished_at IS NULL";
        release = "UPDATE " + name + " SET claimed_by = NULL, releases = releases + 1, claimed_until = ?"
                  + " WHERE operation_key = ? AND claimed_by = ? AND finished_at IS NULL";
        purge = "DELETE FROM " + name + " WHERE finished_at <= ? OR (finished_at IS NULL AND claimed_until <= ?)";
    }

    Optional<Operation> find(Connection connection, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(find)) {
            statement.setString(1, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(operation(row)) : Optional.empty();
            }
        }
    }

    void insert(Connection connection, String key, Operation operation) throws SQLException {
        Attempt attempt = operation.attempt();
        update(connection, insert, key, operation.owner(), attempt.requestId(), column(attempt.firstSent()),
                attempt.requestHash(), column(operation.until()), operation.releases());
    }

    /** Whether the row was still as it was seen; owner, time and number of releases together never come back. */
    boolean replace(Connection connection, String key, Operation seen, Operation next) throws SQLException {
        Attempt attempt = next.attempt();
        return update(connection, replace, next.owner(), attempt.requestId(), column(attempt.firstSent()),
                attempt.requestHash(), column(next.until()), key, seen.owner(), column(seen.until()), seen.releases())
               == 1;
    }

    /** Whether there was something to complete. */
    boolean complete(Connection connection, String key, String result, Instant now) throws SQLException {
        return update(connection, complete, result, column(now.truncatedTo(ChronoUnit.MILLIS)), key) == 1;
    }

    /** Whether the owner held it. */
    boolean release(Connection connection, String key, String owner, Instant now) throws SQLException {
        return update(connection, release, column(now.truncatedTo(ChronoUnit.MILLIS)), key, owner) == 1;
    }

    int purge(Connection connection, Instant before) throws SQLException {
        return update(connection, purge, column(before), column(before));
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static Operation operation(ResultSet row) throws SQLException {
        Attempt attempt = new Attempt(
                row.getObject("request_id", UUID.class), instant(row, "first_sent"), row.getString("request_hash"));
        return new Operation(
                row.getString("claimed_by"), attempt, row.getInt("releases"), instant(row, "claimed_until"),
                row.getString("result"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public String toString() {
        return name;
    }
}
