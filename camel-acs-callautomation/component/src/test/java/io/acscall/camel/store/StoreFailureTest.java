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

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.acscall.camel.spi.OperationStoreException;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import static io.acscall.camel.store.OperationStoreRaces.LEASE;
import static io.acscall.camel.store.OperationStoreRaces.attempt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class StoreFailureTest {

    private static final String SECRET = "jdbc:postgresql://db/calls?user=sa&password=hunter2";

    private final MovableClock clock = new MovableClock();

    @Test
    void whatADriverSaysDoesNotGetOut() {
        SQLException first = new SQLException("cannot connect to " + SECRET, "08001", 17);
        first.addSuppressed(new IllegalStateException(SECRET));
        SQLException pool = new SQLTransientConnectionException("pool of " + SECRET, first);

        OperationStoreException failure = claimOn(failing(pool));

        assertThat(trace(failure)).doesNotContain("hunter2").contains("SQLTransientConnectionException");
        assertThat(failure).hasMessageContaining("the database can't be reached")
                .hasMessageContaining("SQLState 08001, code 17");
    }

    @Test
    void whatAPoolThrowsInItsOwnWayDoesNotGetOutEither() {
        OperationStoreException failure = claimOn(failing(new IllegalStateException("no driver for " + SECRET)));

        assertThat(trace(failure)).doesNotContain("hunter2").contains("IllegalStateException");
    }

    @Test
    void everyCallSaysWhatItTried() {
        JdbcOperationStore store = new JdbcOperationStore(failing(new SQLException(SECRET)), clock);

        assertThat(catchThrowableOfType(OperationStoreException.class, () -> store.complete("k", "a", "{}")))
                .hasMessageStartingWith("Can't complete an operation: ");
        assertThat(catchThrowableOfType(OperationStoreException.class, () -> store.release("k", "a")))
                .hasMessageStartingWith("Can't release an operation: ");
        assertThat(catchThrowableOfType(OperationStoreException.class, () -> store.purge(LEASE)))
                .hasMessageStartingWith("Can't purge operations: ");
    }

    @Test
    void aServerThatIsNotThereIsSaidToBeOutOfReach() throws Exception {
        PGSimpleDataSource gone = new PGSimpleDataSource();
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            gone.setServerNames(new String[] { "127.0.0.1" });
            gone.setPortNumbers(new int[] { socket.getLocalPort() });
        }
        gone.setPassword("hunter2");

        OperationStoreException failure = claimOn(gone);

        assertThat(failure).hasMessageContaining("the database can't be reached").hasMessageContaining("SQLState 08");
        assertThat(trace(failure)).doesNotContain("hunter2").contains(ConnectException.class.getName());
    }

    @Test
    void onlyALostRaceIsTriedAgain() {
        assertThat(triesWhenEachInsertFailsBy("23505")).isEqualTo(100);
        assertThat(triesWhenEachInsertFailsBy("40001")).isEqualTo(100);
        assertThat(triesWhenEachInsertFailsBy("23502")).isEqualTo(1);
        assertThat(triesWhenEachInsertFailsBy("08006")).isEqualTo(1);
        assertThat(triesWhenEachInsertFailsBy(null)).isEqualTo(1);
    }

    /** On a database that finds no row and takes none. */
    private int triesWhenEachInsertFailsBy(String state) {
        AtomicInteger tries = new AtomicInteger();
        ResultSet none = stub(ResultSet.class, Map.of("next", () -> false));
        PreparedStatement statement = stub(PreparedStatement.class, Map.of("executeQuery", () -> none, "executeUpdate", () -> {
            tries.incrementAndGet();
            throw new SQLException(SECRET, state);
        }));
        Connection connection
                = stub(Connection.class, Map.of("getAutoCommit", () -> true, "prepareStatement", () -> statement));

        OperationStoreException failure = claimOn(stub(DataSource.class, Map.of("getConnection", () -> connection)));

        assertThat(trace(failure)).startsWith(OperationStoreException.class.getName() + ": Can't claim an operation: ")
                .doesNotContain("hunter2");
        return tries.get();
    }

    @Test
    void refusesANameThatIsNoneOfATable() {
        DataSource any = failing(new SQLException());
        for (String name : new String[] { "", "a b", "a;drop", "a.b.c", "1a", "\"a\"", ".a", "a.", "x".repeat(64) }) {
            assertThatIllegalArgumentException().as(name).isThrownBy(() -> new JdbcOperationStore(any, clock, name))
                    .withMessageContaining("table=" + name).withMessageContaining("calls.acs_call_operation");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new JdbcOperationStore(any, clock, null));
    }

    private OperationStoreException claimOn(DataSource broken) {
        JdbcOperationStore store = new JdbcOperationStore(broken, clock);
        return catchThrowableOfType(OperationStoreException.class, () -> store.claim("k", "a", n -> attempt("h1"), LEASE));
    }

    private static DataSource failing(Exception failure) {
        return stub(DataSource.class, Map.of("getConnection", () -> {
            throw failure;
        }));
    }

    /** Answers the methods of these names, the others with nothing. */
    private static <T> T stub(Class<T> type, Map<String, Callable<?>> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, args) -> {
            Callable<?> answer = answers.get(method.getName());
            return answer == null ? null : answer.call();
        }));
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
