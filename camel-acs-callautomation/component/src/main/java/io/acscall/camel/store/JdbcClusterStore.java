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
import java.util.Optional;
import java.util.Set;

import io.acscall.camel.spi.ClusterStore;
import io.acscall.camel.spi.EventClaim;
import io.acscall.camel.spi.WaitClaim;
import io.acscall.camel.store.ClusterTables.Holder;

/**
 * What nodes know of each other, in tables beside that of the operations. A wait is a key of its table, so that only
 * one can claim it, without locks and in every isolation. What {@link JdbcOperationStore} says of connections and
 * clocks holds here, too.
 */
final class JdbcClusterStore implements ClusterStore {

    private final StoreDatabase database;
    private final Clock clock;
    private final ClusterTables tables;

    /** @param schema with a dot at the end, or empty */
    JdbcClusterStore(StoreDatabase database, Clock clock, String schema) {
        this.database = database;
        this.clock = clock;
        this.tables = new ClusterTables(schema);
    }

    @Override
    public void join(String instance, Duration lease) {
        run("join the other nodes", connection -> tables.join(connection, stored(instance), clock.instant().plus(lease)));
    }

    @Override
    public boolean renew(String instance, Duration lease) {
        return database.run("renew the lease of a node", connection -> {
            Instant now = clock.instant();
            return Optional.of(tables.renew(connection, stored(instance), now.plus(lease), now));
        });
    }

    @Override
    public void leave(String instance) {
        run("leave the other nodes", connection -> tables.leave(connection, stored(instance)));
    }

    @Override
    public boolean isAlive(String instance) {
        return database.run("look whether a node lives",
                connection -> Optional.of(tables.isAlive(connection, stored(instance), clock.instant())));
    }

    @Override
    public WaitClaim claimWait(String instance, String waitId, String claimant) {
        return database.run("claim the end of a wait", connection -> {
            Instant now = clock.instant();
            if (tables.claimWait(connection, stored(instance), stored(waitId), stored(claimant), now)) {
                return Optional.of(WaitClaim.CLAIMED);
            }
            return Optional.of(tables.holderOfWait(connection, stored(instance), stored(waitId), now)
                    .map(holder -> claim(holder, stored(claimant)))
                    // the claimant does not live
                    .orElse(WaitClaim.TAKEN));
        });
    }

    private static WaitClaim claim(Holder holder, String claimant) {
        if (holder.claimant().equals(claimant)) {
            return WaitClaim.CLAIMED;
        }
        return holder.alive() ? WaitClaim.TAKEN : WaitClaim.LEFT;
    }

    @Override
    public void own(String subject, String instance) {
        run("note who waits in a call",
                connection -> tables.own(connection, stored(subject), stored(instance), clock.instant()));
    }

    @Override
    public Set<String> owners(String subject) {
        return database.run("look who waits in a call", connection -> Optional.of(tables.owners(connection, stored(subject))));
    }

    @Override
    public void disown(String subject) {
        run("note that a call is over", connection -> tables.disown(connection, stored(subject)));
    }

    @Override
    public EventClaim claimEvent(String key, String claimant) {
        return database.run("claim an event", connection -> {
            Instant now = clock.instant();
            if (tables.claimEvent(connection, stored(key), stored(claimant), now)) {
                return Optional.of(EventClaim.FIRST);
            }
            // released in between: once more
            Optional<Holder> holder = tables.holderOfEvent(connection, stored(key), now);
            if (holder.isEmpty()) {
                return Optional.empty();
            }
            if (holder.get().finished()) {
                return Optional.of(EventClaim.DUPLICATE);
            }
            if (holder.get().alive()) {
                return Optional.of(EventClaim.HELD);
            }
            return tables.takeEvent(connection, stored(key), holder.get(), stored(claimant), now)
                    ? Optional.of(EventClaim.FIRST) : Optional.empty();
        });
    }

    @Override
    public void finishEvent(String key, String claimant) {
        run("note that an event is handled",
                connection -> tables.finishEvent(connection, stored(key), stored(claimant), clock.instant()));
    }

    @Override
    public void releaseEvent(String key, String claimant) {
        run("release an event", connection -> tables.releaseEvent(connection, stored(key), stored(claimant)));
    }

    @Override
    public int purge(Duration olderThan) {
        if (olderThan.isNegative()) {
            throw new IllegalArgumentException("olderThan=" + olderThan + " is negative; keep two days, for example, by P2D");
        }
        Instant before = clock.instant().minus(olderThan);
        return database.run("purge what nodes know of each other",
                connection -> Optional.of(tables.purge(connection, before)));
    }

    private void run(String what, Statement statement) {
        database.run(what, connection -> {
            statement.on(connection);
            return Optional.of(true);
        });
    }

    @FunctionalInterface
    private interface Statement {
        void on(Connection connection) throws SQLException;
    }

    private static String stored(String text) {
        return StoredText.of(text);
    }
}
