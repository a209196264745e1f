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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The statements on the tables of nodes, waits, owners and events. Each is one statement that does all or nothing, in
 * SQL that H2 and PostgreSQL share.
 */
final class ClusterTables {

    private static final String TEXT = "CAST(? AS VARCHAR(300))";
    private static final String TIME = "CAST(? AS TIMESTAMP(3) WITH TIME ZONE)";

    private final String extend;
    private final String insertNode;
    private final String renew;
    private final String leave;
    private final String isAlive;
    private final String claimWait;
    private final String findWait;
    private final String own;
    private final String owners;
    private final String disown;
    private final String claimEvent;
    private final String findEvent;
    private final String takeEvent;
    private final String finishEvent;
    private final String releaseEvent;
    private final List<String> purges;

    /**
     * Who has something.
     *
     * @param claimant the incarnation
     * @param alive    whether it lives
     * @param finished whether it is done with it
     */
    record Holder(String claimant, boolean alive, boolean finished) {
    }

    /** @param schema with a dot at the end, or empty */
    ClusterTables(String schema) {
        String node = schema + "acs_call_node";
        String wait = schema + "acs_call_wait";
        String owner = schema + "acs_call_owner";
        String event = schema + "acs_call_event";
        extend = "UPDATE " + node + " SET alive_until = ? WHERE instance = ?";
        insertNode = "INSERT INTO " + node + " (instance, alive_until) VALUES (?, ?)";
        renew = extend + " AND alive_until > ?";
        leave = "DELETE FROM " + node + " WHERE instance = ?";
        isAlive = "SELECT 1 FROM " + node + " WHERE instance = ? AND alive_until > ?";
        claimWait = "INSERT INTO " + wait + " (instance, wait_id, claimed_by, claimed_at) SELECT " + TEXT + ", " + TEXT
                    + ", n.instance, " + TIME + " FROM " + node + " n WHERE n.instance = ? AND n.alive_until > ?"
                    + " AND NOT EXISTS (SELECT 1 FROM " + wait + " w WHERE w.instance = ? AND w.wait_id = ?)";
        findWait = "SELECT w.claimed_by, n.instance AS alive, NULL AS finished_at FROM " + wait + " w LEFT JOIN " + node
                   + " n ON n.instance = w.claimed_by AND n.alive_until > ? WHERE w.instance = ? AND w.wait_id = ?";
        own = "INSERT INTO " + owner + " (subject, instance, owned_at) SELECT " + TEXT + ", " + TEXT + ", " + TIME
              + " WHERE NOT EXISTS (SELECT 1 FROM " + owner + " o WHERE o.subject = ? AND o.instance = ?)";
        owners = "SELECT instance FROM " + owner + " WHERE subject = ?";
        disown = "DELETE FROM " + owner + " WHERE subject = ?";
        claimEvent = "INSERT INTO " + event + " (event_key, claimed_by, claimed_at) SELECT " + TEXT + ", " + TEXT + ", " + TIME
                     + " WHERE NOT EXISTS (SELECT 1 FROM " + event + " e WHERE e.event_key = ?)";
        findEvent = "SELECT e.claimed_by, n.instance AS alive, e.finished_at FROM " + event + " e LEFT JOIN " + node
                    + " n ON n.instance = e.claimed_by AND n.alive_until > ? WHERE e.event_key = ?";
        takeEvent = "UPDATE " + event + " SET claimed_by = ?, claimed_at = ?"
                    + " WHERE event_key = ? AND claimed_by = ? AND finished_at IS NULL";
        finishEvent = "UPDATE " + event + " SET finished_at = ? WHERE event_key = ? AND claimed_by = ? AND finished_at IS NULL";
        releaseEvent = "DELETE FROM " + event + " WHERE event_key = ? AND claimed_by = ? AND finished_at IS NULL";
        purges = List.of(
                "DELETE FROM " + node + " WHERE alive_until < ?", "DELETE FROM " + wait + " WHERE claimed_at < ?",
                "DELETE FROM " + owner + " WHERE owned_at < ?", "DELETE FROM " + event + " WHERE claimed_at < ?");
    }

    void join(Connection connection, String instance, Instant until) throws SQLException {
        if (update(connection, extend, column(until), instance) == 0) {
            update(connection, insertNode, instance, column(until));
        }
    }

    boolean renew(Connection connection, String instance, Instant until, Instant now) throws SQLException {
        return update(connection, renew, column(until), instance, column(now)) == 1;
    }

    void leave(Connection connection, String instance) throws SQLException {
        update(connection, leave, instance);
    }

    boolean isAlive(Connection connection, String instance, Instant now) throws SQLException {
        try (PreparedStatement statement = prepare(connection, isAlive, instance, column(now));
             ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    /** Whether nobody had it and the claimant lives. */
    boolean claimWait(Connection connection, String instance, String wait, String claimant, Instant now) throws SQLException {
        OffsetDateTime time = column(now);
        return update(connection, claimWait, instance, wait, time, claimant, time, instance, wait) == 1;
    }

    Optional<Holder> holderOfWait(Connection connection, String instance, String wait, Instant now) throws SQLException {
        return holder(connection, findWait, column(now), instance, wait);
    }

    void own(Connection connection, String subject, String instance, Instant now) throws SQLException {
        update(connection, own, subject, instance, column(now), subject, instance);
    }

    Set<String> owners(Connection connection, String subject) throws SQLException {
        Set<String> found = new HashSet<>();
        try (PreparedStatement statement = prepare(connection, owners, subject); ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    void disown(Connection connection, String subject) throws SQLException {
        update(connection, disown, subject);
    }

    /** Whether nobody had it. */
    boolean claimEvent(Connection connection, String key, String claimant, Instant now) throws SQLException {
        return update(connection, claimEvent, key, claimant, column(now), key) == 1;
    }

    Optional<Holder> holderOfEvent(Connection connection, String key, Instant now) throws SQLException {
        return holder(connection, findEvent, column(now), key);
    }

    /** Whether it was still with the one that was seen. */
    boolean takeEvent(Connection connection, String key, Holder seen, String claimant, Instant now) throws SQLException {
        return update(connection, takeEvent, claimant, column(now), key, seen.claimant()) == 1;
    }

    void finishEvent(Connection connection, String key, String claimant, Instant now) throws SQLException {
        update(connection, finishEvent, column(now), key, claimant);
    }

    void releaseEvent(Connection connection, String key, String claimant) throws SQLException {
        update(connection, releaseEvent, key, claimant);
    }

    int purge(Connection connection, Instant before) throws SQLException {
        int deleted = 0;
        for (String purge : purges) {
            deleted += update(connection, purge, column(before));
        }
        return deleted;
    }

    private static Optional<Holder> holder(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values); ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(new Holder(row.getString(1), row.getString(2) != null, row.getString(3) != null))
                    : Optional.empty();
        }
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
