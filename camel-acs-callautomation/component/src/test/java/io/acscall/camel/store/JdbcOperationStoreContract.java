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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.acscall.camel.spi.Attempt;
import io.acscall.camel.spi.Claim;
import io.acscall.camel.spi.ClusterStore;
import io.acscall.camel.spi.OperationStore;
import io.acscall.camel.spi.OperationStoreException;
import io.acscall.camel.spi.Permit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What the store does on every database, beside the contract of all stores. */
abstract class JdbcOperationStoreContract extends OperationStoreContract {

    /** One pool for the test class. */
    abstract DataSource pool();

    /** A pool of the database with settings of its own. */
    abstract HikariDataSource newPool(Consumer<HikariConfig> settings);

    @Override
    OperationStore node(Clock itsClock) {
        return jdbc(itsClock);
    }

    private JdbcOperationStore jdbc(Clock itsClock) {
        return new JdbcOperationStore(pool(), itsClock);
    }

    static void migrate(DataSource pool, String database) {
        Flyway flyway = Flyway.configure().dataSource(pool).locations("classpath:io/acscall/camel/store/" + database)
                .table("acs_call_schema_history").baselineOnMigrate(true).baselineVersion("0").load();
        assertThat(flyway.migrate().success).isTrue();
        assertThat(flyway.migrate().migrationsExecuted).isZero();
        flyway.validate();
    }

    @BeforeEach
    void empty() throws SQLException {
        execute("DELETE FROM acs_call_operation");
    }

    @Test
    void aRestartKeepsWhatIsKnown() {
        Attempt done = attempt("h1");
        Attempt left = attempt("h2");
        store.claim("done", "a", n -> done, LEASE);
        store.complete("done", "a", RESULT);
        store.claim("left", "a", n -> left, LEASE);

        OperationStore restarted = jdbc(clock);

        assertThat(restarted.claim("done", "b", n -> attempt("h1"), LEASE)).isEqualTo(new Claim.Done(done, RESULT));
        assertThat(restarted.claim("left", "b", n -> attempt("h2"), LEASE)).isInstanceOf(Claim.Held.class);
        clock.advance(LEASE);
        assertThat(restarted.claim("left", "b", n -> attempt("h2"), LEASE)).isEqualTo(new Claim.TakenOver(left));
    }

    @Test
    void aNodeWhoseClockIsAheadTakesOverEarlierByAsMuchUnderTheSameIds() {
        Attempt first = attempt("h1");
        store.claim(KEY, "a", n -> first, LEASE);
        OperationStore ahead = jdbc(Clock.offset(clock, Duration.ofSeconds(2)));

        clock.advance(LEASE.minusMillis(2_001));
        assertThat(ahead.claim(KEY, "b", n -> attempt("h1"), LEASE)).isInstanceOf(Claim.Held.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(ahead.claim(KEY, "b", n -> attempt("h1"), LEASE)).isEqualTo(new Claim.TakenOver(first));
    }

    @ParameterizedTest
    @ValueSource(strings = { "TRANSACTION_READ_COMMITTED", "TRANSACTION_REPEATABLE_READ", "TRANSACTION_SERIALIZABLE" })
    void racesEndTheSameInEveryIsolation(String isolation) throws Exception {
        try (HikariDataSource isolated = newPool(config -> config.setTransactionIsolation(isolation))) {
            Clock ahead = Clock.offset(clock, AHEAD);
            race(200, new JdbcOperationStore(isolated, clock), new JdbcOperationStore(isolated, ahead));
        }
    }

    @Test
    void purgeDeletesWhatFinishedOrWasLeftLongAgoAndNothingElse() throws SQLException {
        JdbcOperationStore jdbc = jdbc(clock);
        claim("done long ago");
        jdbc.complete("done long ago", "a", RESULT);
        claim("left long ago");
        claim("released long ago");
        jdbc.release("released long ago", "a");
        claim("released since");
        claim("done late");
        clock.advance(Duration.ofDays(7));
        jdbc.complete("done late", "a", RESULT);
        claim("done since");
        jdbc.complete("done since", "a", RESULT);
        claim("left since");
        jdbc.release("released since", "a");
        clock.advance(Duration.ofHours(1));
        claim("held");

        assertThat(jdbc.purge(Duration.ofDays(7))).isEqualTo(3);

        assertThat(keys()).containsExactly("done late", "done since", "held", "left since", "released since");
    }

    @Test
    void purgeOfEverythingLeavesClaimsThatHold() {
        JdbcOperationStore jdbc = jdbc(clock);
        claim("held");
        claim("done");
        jdbc.complete("done", "a", RESULT);

        assertThat(jdbc.purge(Duration.ZERO)).isEqualTo(1);
        assertThat(jdbc.purge(Duration.ZERO)).isZero();
        assertThat(claim("held")).isInstanceOf(Claim.Held.class);
    }

    @Test
    void purgeRefusesANegativeAge() {
        assertThatIllegalArgumentException().isThrownBy(() -> jdbc(clock).purge(Duration.ofDays(-1)))
                .withMessageContaining("olderThan=PT-24H").withMessageContaining("P7D");
    }

    @Test
    void aLongKeyStandsInTheTableAsItsHash() throws SQLException {
        store.claim("+16045550100".repeat(30), "a", n -> attempt("h1"), LEASE);

        assertThat(keys()).singleElement().asString().matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void aKeyThatLooksLikeAHashIsNotTakenForTheKeyItStandsFor() throws SQLException {
        store.claim("k".repeat(301), "a", n -> attempt("h1"), LEASE);
        String stored = keys().get(0);

        assertThat(store.claim(stored, "b", n -> attempt("h1"), LEASE)).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void worksOnATableOfAnotherNameAndSchema() throws SQLException {
        execute("DROP SCHEMA IF EXISTS calls CASCADE");
        execute("CREATE SCHEMA calls");
        execute("CREATE TABLE calls.doings AS SELECT * FROM acs_call_operation");
        execute("ALTER TABLE calls.doings ALTER COLUMN operation_key SET NOT NULL");
        execute("ALTER TABLE calls.doings ADD PRIMARY KEY (operation_key)");
        JdbcOperationStore other = new JdbcOperationStore(pool(), clock, "calls.doings");

        assertThat(other.claim(KEY, "a", n -> attempt("h1"), LEASE)).isInstanceOf(Claim.Granted.class);

        assertThat(other.claim(KEY, "b", n -> attempt("h1"), LEASE)).isInstanceOf(Claim.Held.class);
        assertThat(store.claim(KEY, "c", n -> attempt("h1"), LEASE)).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void aMissingTableIsNamedWithTheScriptThatMakesIt() {
        JdbcOperationStore lost = new JdbcOperationStore(pool(), clock, "not_there");

        assertThatExceptionOfType(OperationStoreException.class)
                .isThrownBy(() -> lost.claim(KEY, "a", n -> attempt("h1"), LEASE))
                .withMessageContaining("Can't claim an operation").withMessageContaining("V1__acs_call_operation.sql");
    }

    @Test
    void aMissingTableOfPermitsIsNamedWithTheScriptThatMakesItAndNeededByNobodyElse() throws SQLException {
        execute("DROP SCHEMA IF EXISTS old CASCADE");
        execute("CREATE SCHEMA old");
        execute("CREATE TABLE old.acs_call_operation AS SELECT * FROM acs_call_operation");
        JdbcOperationStore old = new JdbcOperationStore(pool(), clock, "old.acs_call_operation");

        assertThat(old.claim(KEY, "a", n -> attempt("h1"), LEASE)).isInstanceOf(Claim.Granted.class);
        assertThatExceptionOfType(OperationStoreException.class)
                .isThrownBy(() -> old.permits().orElseThrow().take(new Permit("h", "p", null, "l"), 2, LEASE))
                .withMessageContaining("Can't take a permit for a call").withMessageContaining("V2__acs_call_permit.sql");
    }

    @Test
    void aHashThatIsTooLongIsRefusedWithTheReason() {
        assertThatExceptionOfType(OperationStoreException.class)
                .isThrownBy(() -> store.claim(KEY, "a", n -> attempt("h".repeat(301)), LEASE))
                .withMessageContaining("300 characters");
    }

    @Test
    void refusesConnectionsThatDoNotCommitByThemselves() {
        try (HikariDataSource manual = newPool(config -> config.setAutoCommit(false))) {
            OperationStore refusing = new JdbcOperationStore(manual, clock);

            assertThatExceptionOfType(OperationStoreException.class)
                    .isThrownBy(() -> refusing.claim(KEY, "a", n -> attempt("h1"), LEASE))
                    .withMessageContaining("autoCommit=true");
        }
        assertThat(claim(KEY)).isInstanceOf(Claim.Granted.class);
    }

    private Claim claim(String key) {
        return store.claim(key, "a", n -> attempt("h1"), LEASE);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = pool().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> keys() throws SQLException {
        List<String> keys = new ArrayList<>();
        try (Connection connection = pool().getConnection();
             Statement statement = connection.createStatement();
             ResultSet rows = statement.executeQuery("SELECT operation_key FROM acs_call_operation ORDER BY operation_key")) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        return keys;
    }

    @Nested
    class Cluster extends ClusterStoreContract {

        @Override
        ClusterStore cluster(Clock itsClock) {
            return jdbc(itsClock).cluster().orElseThrow();
        }
    }
}
