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
import java.util.HashMap;
import java.util.Map;

import io.acscall.camel.spi.Permit;

/**
 * The statements on the table of permits. Each is one statement that does all or nothing, in SQL that H2 and PostgreSQL
 * share.
 */
final class PermitTable {

    private final String find;
    private final String insert;
    private final String replace;
    private final String bind;
    private final String renew;
    private final String free;
    private final String freeCall;
    private final String freeLeg;

    PermitTable(String name) {
        find = "SELECT place, holder, held_until, call_id, leg FROM " + name + " WHERE pool = ?";
        insert = "INSERT INTO " + name + " (pool, place, holder, held_until, call_id, leg) VALUES (?, ?, ?, ?, ?, ?)";
        replace = "UPDATE " + name + " SET holder = ?, held_until = ?, call_id = ?, leg = ?"
                  + " WHERE pool = ? AND place = ? AND holder = ? AND held_until = ? AND call_id IS NOT DISTINCT FROM ?";
        bind = "UPDATE " + name + " SET call_id = ? WHERE holder = ?";
        renew = "UPDATE " + name + " SET held_until = ? WHERE holder = ?";
        free = "DELETE FROM " + name + " WHERE holder = ?";
        freeCall = "DELETE FROM " + name + " WHERE call_id = ?";
        freeLeg = "DELETE FROM " + name + " WHERE call_id = ? AND leg = ?";
    }

    /** The permits of a pool by their place. */
    Map<Integer, PermitLease> find(Connection connection, String pool) throws SQLException {
        Map<Integer, PermitLease> places = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(find)) {
            statement.setString(1, pool);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Permit permit
                            = new Permit(row.getString("holder"), pool, row.getString("call_id"), row.getString("leg"));
                    places.put(row.getInt("place"),
                            new PermitLease(permit, row.getObject("held_until", OffsetDateTime.class).toInstant()));
                }
            }
        }
        return places;
    }

    void insert(Connection connection, int place, PermitLease lease) throws SQLException {
        Permit permit = lease.permit();
        update(connection, insert, permit.pool(), place, permit.holder(), column(lease.until()), permit.call(), permit.leg());
    }

    /** Whether the row was still as it was seen. */
    boolean replace(Connection connection, int place, PermitLease seen, PermitLease next) throws SQLException {
        Permit permit = next.permit();
        return update(connection, replace, permit.holder(), column(next.until()), permit.call(), permit.leg(), permit.pool(),
                place, seen.permit().holder(), column(seen.until()), seen.permit().call())
               == 1;
    }

    boolean bind(Connection connection, String holder, String call) throws SQLException {
        return update(connection, bind, call, holder) == 1;
    }

    boolean renew(Connection connection, String holder, Instant until) throws SQLException {
        return update(connection, renew, column(until), holder) == 1;
    }

    boolean free(Connection connection, String holder) throws SQLException {
        return update(connection, free, holder) == 1;
    }

    int freeCall(Connection connection, String call) throws SQLException {
        return update(connection, freeCall, call);
    }

    int freeLeg(Connection connection, String call, String leg) throws SQLException {
        return update(connection, freeLeg, call, leg);
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
