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
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

import javax.sql.DataSource;

import io.acscall.camel.spi.Attempt;
import io.acscall.camel.spi.Claim;
import io.acscall.camel.spi.ClusterStore;
import io.acscall.camel.spi.OperationStore;
import io.acscall.camel.spi.OperationStoreException;
import io.acscall.camel.spi.PermitStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers operations in a database, so that they are known to every node and after a restart. Works on H2 and
 * PostgreSQL; the tables come from {@code V1__acs_call_operation.sql}, {@code V2__acs_call_permit.sql} and
 * {@code V3__acs_call_cluster.sql} (see the package); the second is used only where {@code maxConcurrentPerCaller} is
 * set, the third only where {@code replyForwarder} is.
 *
 * <p>
 * <b>Connections.</b> Each call takes a connection for a moment and leaves every statement committed, so that a claim
 * holds whatever becomes of a transaction of the route. Connections must therefore be in auto-commit mode, and belong
 * to no transaction: give it the pool itself, no proxy that is bound to transactions. A transacted route holds a
 * connection of its own meanwhile; let the pool be larger than the number of such routes that run at one time.
 *
 * <p>
 * <b>Clocks.</b> Only the given clock is asked, never the database's: who claims writes when the claim runs out by its
 * own clock, who comes second compares that with its own. When the clocks of two nodes differ, a claim is taken over
 * earlier or later by as much. Whatever they say, only one can take it over, and both act under the same ids. So let
 * the lease be longer than an operation takes plus what clocks may differ by.
 *
 * <p>
 * <b>Growth.</b> Each key is one row until {@link #purge(Duration)} deletes it; nothing else deletes finished
 * operations, and no thread runs by itself. Call it from a timer, on one node or on all. A WARN reminds after each
 * 100,000 rows that were added through one store without it.
 *
 * <p>
 * <b>Keys</b> of up to 300 characters stand in the table as they are, longer ones as {@code sha256:} and the hash. A
 * request hash has up to 300 characters; a lease is from 1 ms to 365 days, else it is refused by an
 * {@link IllegalArgumentException}.
 */
public final class JdbcOperationStore implements OperationStore {

    /** The name of the table unless another is given: {@value}. */
    public static final String TABLE = "acs_call_operation";
    /** The name of the table of permits, which {@code V2__acs_call_permit.sql} makes: {@value}. */
    public static final String PERMITS = "acs_call_permit";

    private static final Logger LOG = LoggerFactory.getLogger(JdbcOperationStore.class);

    private static final long REMIND_AFTER = 100_000;

    private final StoreDatabase database;
    private final Clock clock;
    private final OperationTable table;
    private final JdbcPermitStore permits;
    private final JdbcClusterStore cluster;
    private final Growth growth = new Growth(REMIND_AFTER);

    /**
     * Makes a store on the table {@value #TABLE} and the system's clock.
     *
     * @param dataSource as below
     */
    public JdbcOperationStore(DataSource dataSource) {
        this(dataSource, Clock.systemUTC());
    }

    /**
     * Makes a store on the table {@value #TABLE}.
     *
     * @param dataSource as below
     * @param clock      as below
     */
    public JdbcOperationStore(DataSource dataSource, Clock clock) {
        this(dataSource, clock, TABLE);
    }

    /**
     * Makes a store.
     *
     * @param  dataSource               gives connections in auto-commit mode, best a pool; the user closes it
     * @param  clock                    tells when claims run out and how old a result is
     * @param  table                    the name of the table, with the schema before it if need be
     * @throws IllegalArgumentException when that is no plain name
     */
    public JdbcOperationStore(DataSource dataSource, Clock clock, String table) {
        this.database = new StoreDatabase(Objects.requireNonNull(dataSource, "dataSource"));
        this.clock = Objects.requireNonNull(clock, "clock");
        this.table = new OperationTable(table);
        String schema = table.substring(0, table.indexOf('.') + 1);
        this.permits = new JdbcPermitStore(database, clock, schema + PERMITS);
        this.cluster = new JdbcClusterStore(database, clock, schema);
    }

    @Override
    public Claim claim(String key, String owner, IntFunction<Attempt> attempts, Duration lease) {
        Operation.check(key, owner, attempts, lease);
        String stored = StoredText.of(key);
        String claimant = StoredText.of(owner);
        return database.run("claim an operation", connection -> {
            Optional<Operation> known = table.find(connection, stored);
            Instant now = clock.instant();
            if (known.isEmpty()) {
                return Optional.of(insert(connection, stored, Operation.first(claimant, attempts, now, lease)));
            }
            Optional<Claim> answer = known.get().answer(now);
            return answer.isPresent()
                    ? answer
                    : replace(connection, stored, known.get(), known.get().next(claimant, attempts, now, lease));
        });
    }

    private Claim insert(Connection connection, String key, Operation first) throws SQLException {
        table.insert(connection, key, first);
        if (growth.add()) {
            LOG.warn("{} has got {} more rows since it was purged last through this store: call purge(Duration) from a timer",
                    table, growth.added());
        }
        return new Claim.Granted(first.attempt());
    }

    private Optional<Claim> replace(Connection connection, String key, Operation seen, Operation next) throws SQLException {
        return table.replace(connection, key, seen, next) ? Optional.of(seen.answerTo(next)) : Optional.empty();
    }

    /**
     * {@inheritDoc} The first result stays. When the operation is not known any more (its row was deleted) there is
     * nothing to complete: a WARN says so.
     */
    @Override
    public void complete(String key, String owner, String result) {
        Objects.requireNonNull(result, "result");
        String stored = StoredText.of(key);
        boolean kept = database.run("complete an operation", connection -> Optional.of(
                table.complete(connection, stored, result, clock.instant()) || table.find(connection, stored).isPresent()));
        if (!kept) {
            LOG.warn("The result of an operation is not kept, its claim by {} is gone from {}", owner, table);
        }
    }

    @Override
    public void release(String key, String owner) {
        String stored = StoredText.of(key);
        database.run("release an operation",
                connection -> Optional.of(table.release(connection, stored, StoredText.of(owner), clock.instant())));
    }

    /**
     * Deletes what was finished or released long ago, and claims that ran out as long ago and were never taken over. A
     * repeat that comes later than that is a first claim; so keep them longer than anything can be redelivered. A claim
     * that holds is never deleted. Any number of nodes may call it.
     *
     * @param  olderThan                how long ago at least by the clock of this store; not negative
     * @return                          how many rows were deleted
     * @throws OperationStoreException  when the database can't be reached
     * @throws IllegalArgumentException when {@code olderThan} is negative
     */
    public int purge(Duration olderThan) {
        if (olderThan.isNegative()) {
            throw new IllegalArgumentException("olderThan=" + olderThan + " is negative; keep a week, for example, by P7D");
        }
        Instant before = clock.instant().minus(olderThan);
        int deleted = database.run("purge operations", connection -> Optional.of(table.purge(connection, before)));
        growth.reset();
        return deleted;
    }

    /** {@inheritDoc} They stand in {@value #PERMITS}, in the schema of the table of operations. */
    @Override
    public Optional<PermitStore> permits() {
        return Optional.of(permits);
    }

    /**
     * {@inheritDoc} It stands in {@code acs_call_node}, {@code acs_call_wait}, {@code acs_call_owner} and
     * {@code acs_call_event}, in the schema of the table of operations. What is added there each day is thrown away by
     * {@link ClusterStore#purge}, not by {@link #purge}.
     */
    @Override
    public Optional<ClusterStore> cluster() {
        return Optional.of(cluster);
    }
}
