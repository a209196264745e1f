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

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

import io.acscall.camel.spi.OperationStoreException;

/**
 * What a failure of a database means. Messages of drivers and pools can hold addresses with passwords, and keys with
 * phone numbers; so only kinds and codes get out, with the stack traces.
 */
final class StoreFailure {

    /**
     * Somebody else was at the same row: unique key, serialization failure, deadlock; 90131 is H2's "concurrent
     * update".
     */
    private static final Set<String> LOST_RACES = Set.of("23505", "40001", "40P01", "90131");

    private static final String UNKNOWN = "the database or its pool gave no connection, or failed";

    /** By the class of the SQLState, its first two characters. */
    private static final Map<String, String> MEANINGS = Map.of(
            "08", "the database can't be reached",
            "22", "the database can't hold one of the values; a request hash has up to 300 characters",
            "28", "the database refuses the user or the password",
            "42", "a table is not there, is another one, or may not be used; they are made by V1__acs_call_operation.sql, "
                  + "V2__acs_call_permit.sql and V3__acs_call_cluster.sql",
            "53", "the database is short of connections, memory or disk",
            "57", "the database is being stopped, or ended the statement");

    private static final int DEEPEST_CAUSE = 8;

    private StoreFailure() {
    }

    /** Whether the statement did nothing because another came first, so that it can be tried again. */
    static boolean isLostRace(SQLException failure) {
        return LOST_RACES.contains(String.valueOf(failure.getSQLState()));
    }

    /** The exception for the user of the store. */
    static OperationStoreException of(String what, Exception failure) {
        SQLException coded = coded(failure, DEEPEST_CAUSE);
        String state = coded == null ? null : coded.getSQLState();
        String meaning = state == null || state.length() < 2 ? UNKNOWN : MEANINGS.getOrDefault(state.substring(0, 2), UNKNOWN);
        String codes = state == null ? "" : ", SQLState " + state + ", code " + coded.getErrorCode();
        return new OperationStoreException(
                "Can't " + what + ": " + meaning + " (" + failure.getClass().getSimpleName() + codes + ")",
                bare(failure, DEEPEST_CAUSE));
    }

    /** Pools wrap what the driver said. */
    private static SQLException coded(Throwable failure, int depth) {
        if (failure == null || depth == 0) {
            return null;
        }
        return failure instanceof SQLException sql && sql.getSQLState() != null ? sql : coded(failure.getCause(), depth - 1);
    }

    private static Throwable bare(Throwable failure, int depth) {
        if (failure == null || depth == 0) {
            return null;
        }
        Throwable bare = new SQLException(
                failure.getClass().getName() + " (its message is left out, it may hold secrets)",
                bare(failure.getCause(), depth - 1));
        bare.setStackTrace(failure.getStackTrace());
        return bare;
    }
}
