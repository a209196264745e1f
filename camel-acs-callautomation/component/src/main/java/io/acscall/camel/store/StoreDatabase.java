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
import java.util.Optional;

import javax.sql.DataSource;

import io.acscall.camel.spi.OperationStoreException;

/** The database of a store: connections for a moment, and tries that others were too fast for. */
final class StoreDatabase {

    /** Each lost round means that somebody else got on, so only a broken database uses them up. */
    private static final int ROUNDS = 100;

    private final DataSource dataSource;

    StoreDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Does something that is tried again while others are faster.
     *
     * @param  what                    for messages, such as "claim an operation"
     * @throws OperationStoreException when the database can't be reached or refuses
     */
    <T> T run(String what, Work<T> work) {
        try (Connection connection = connect(what)) {
            refuseTransaction(connection);
            return firstWon(what, connection, work);
        } catch (SQLException e) {
            throw StoreFailure.of(what, e);
        }
    }

    /** Some pools throw exceptions of their own. */
    private Connection connect(String what) {
        try {
            return dataSource.getConnection();
        } catch (SQLException | RuntimeException e) {
            throw StoreFailure.of(what, e);
        }
    }

    /** To switch auto-commit on here would commit what a transaction of the route has done so far. */
    private static void refuseTransaction(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            throw new OperationStoreException(
                    "The connection has autoCommit=false, so that a claim would go with a transaction that is rolled back. "
                                              + "Give JdbcOperationStore a pool with autoCommit=true that no transaction manages",
                    null);
        }
    }

    private static <T> T firstWon(String what, Connection connection, Work<T> work) throws SQLException {
        for (int round = 0; round < ROUNDS; round++) {
            try {
                Optional<T> won = work.on(connection);
                if (won.isPresent()) {
                    return won.get();
                }
            } catch (SQLException e) {
                if (!StoreFailure.isLostRace(e)) {
                    throw e;
                }
            }
        }
        throw new OperationStoreException("Can't " + what + ": others were faster " + ROUNDS + " times", null);
    }

    /** One try; empty when somebody else was faster. */
    @FunctionalInterface
    interface Work<T> {
        Optional<T> on(Connection connection) throws SQLException;
    }
}
