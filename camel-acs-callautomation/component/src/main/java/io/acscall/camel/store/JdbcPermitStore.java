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
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.acscall.camel.spi.Permit;
import io.acscall.camel.spi.PermitClaim;
import io.acscall.camel.spi.PermitStore;
import io.acscall.camel.store.PermitLease.Decision;

/**
 * The permits of all nodes, in a table beside that of the operations. A place of a pool is a key of the table, so that
 * no number of nodes can take more than there are, without locks and in every isolation. What
 * {@link JdbcOperationStore} says of connections and clocks holds here, too.
 */
final class JdbcPermitStore implements PermitStore {

    private final StoreDatabase database;
    private final Clock clock;
    private final PermitTable table;

    JdbcPermitStore(StoreDatabase database, Clock clock, String table) {
        this.database = database;
        this.clock = clock;
        this.table = new PermitTable(table);
    }

    @Override
    public PermitClaim take(Permit permit, int limit, Duration lease) {
        Permit stored = new Permit(
                stored(permit.holder()), stored(permit.pool()), stored(permit.call()), stored(permit.leg()));
        return database.run("take a permit for a call", connection -> take(connection, stored, limit, lease));
    }

    private Optional<PermitClaim> take(Connection connection, Permit permit, int limit, Duration lease) throws SQLException {
        Map<Integer, PermitLease> places = table.find(connection, permit.pool());
        Instant now = clock.instant();
        Decision decision = PermitLease.decide(permit.holder(), places, limit, now);
        if (decision instanceof Decision.Answer answer) {
            return Optional.of(answer.claim());
        }
        Decision.Sit sit = (Decision.Sit) decision;
        PermitLease taken = PermitLease.of(permit, now, lease);
        if (sit.before() == null) {
            table.insert(connection, sit.place(), taken);
        } else if (!table.replace(connection, sit.place(), sit.before(), taken)) {
            return Optional.empty();
        }
        return Optional.of(new PermitClaim.Granted());
    }

    @Override
    public boolean bind(String holder, String call) {
        return database.run("name the call of a permit",
                connection -> Optional.of(table.bind(connection, stored(holder), stored(call))));
    }

    @Override
    public boolean renew(String holder, Duration lease) {
        return database.run("renew a permit", connection -> Optional.of(
                table.renew(connection, stored(holder), PermitLease.until(clock.instant(), lease))));
    }

    @Override
    public boolean free(String holder) {
        return database.run("free a permit", connection -> Optional.of(table.free(connection, stored(holder))));
    }

    @Override
    public int freeCall(String call) {
        return database.run("free the permits of a call",
                connection -> Optional.of(table.freeCall(connection, stored(call))));
    }

    @Override
    public int freeLeg(String call, String leg) {
        return database.run("free the permit of a participant",
                connection -> Optional.of(table.freeLeg(connection, stored(call), stored(leg))));
    }

    private static String stored(String text) {
        return text == null ? null : StoredText.of(text);
    }
}
