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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;

import io.acscall.camel.spi.Attempt;
import io.acscall.camel.spi.Claim;
import io.acscall.camel.spi.OperationStore;
import io.acscall.camel.spi.OperationStoreException;
import io.acscall.camel.spi.PermitStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers operations in the heap of this JVM: repeats are recognised until the JVM ends, or until as many newer
 * operations have come as fit in. For more than one node, or across restarts, take {@link JdbcOperationStore}.
 *
 * <p>
 * When it is full, a new operation takes the place of the one that was finished or released longest ago; when there is
 * none, of the claim that ran out longest ago. A claim that still holds never makes room: when there are only such, the
 * new one is refused by an {@link OperationStoreException}. A lease is from 1 ms to 365 days, else it is refused by an
 * {@link IllegalArgumentException}.
 *
 * <p>
 * Thread-safe. No call takes longer than logarithmic time in the number of claims.
 */
public final class MemoryOperationStore implements OperationStore {

    private static final Logger LOG = LoggerFactory.getLogger(MemoryOperationStore.class);

    private final int maxEntries;
    private final Clock clock;
    private final MemoryPermitStore permits;
    private final Map<String, Operation> operations = new HashMap<>();
    /** Keys of those that are finished or released, the oldest first. */
    private final Set<String> settled = new LinkedHashSet<>();
    /** The others, the next to run out first. */
    private final NavigableSet<Expiry> claims = new TreeSet<>();

    /**
     * Makes a store on the system's clock.
     *
     * @param maxEntries as below
     */
    public MemoryOperationStore(int maxEntries) {
        this(maxEntries, Clock.systemUTC());
    }

    /**
     * Makes a store.
     *
     * @param  maxEntries               how many operations are remembered at most, finished or not; at least 1
     * @param  clock                    tells when claims run out
     * @throws IllegalArgumentException when {@code maxEntries} is less than 1
     */
    public MemoryOperationStore(int maxEntries, Clock clock) {
        if (maxEntries < 1) {
            throw new IllegalArgumentException(
                    "maxEntries=" + maxEntries + " leaves no room for an operation: at least 1, for example 10000");
        }
        this.maxEntries = maxEntries;
        this.clock = Objects.requireNonNull(clock, "clock");
        this.permits = new MemoryPermitStore(clock);
    }

    @Override
    public synchronized Claim claim(String key, String owner, IntFunction<Attempt> attempts, Duration lease) {
        Operation.check(key, owner, attempts, lease);
        Instant now = clock.instant();
        Operation known = operations.get(key);
        if (known == null) {
            Operation first = Operation.first(owner, attempts, now, lease);
            makeRoom(now);
            keep(key, first);
            return new Claim.Granted(first.attempt());
        }
        return known.answer(now).orElseGet(() -> {
            Operation next = known.next(owner, attempts, now, lease);
            replace(key, known, next);
            return known.answerTo(next);
        });
    }

    /**
     * {@inheritDoc} The first result stays. When the operation is not known any more (pushed out after the claim had
     * run out) there is nothing to complete: a WARN says so.
     */
    @Override
    public synchronized void complete(String key, String owner, String result) {
        Objects.requireNonNull(result, "result");
        Operation known = operations.get(key);
        if (known == null) {
            LOG.warn("The result of an operation is not kept, its claim by {} is gone", owner);
        } else if (!known.isFinished()) {
            replace(key, known, known.finished(result));
        }
    }

    @Override
    public synchronized void release(String key, String owner) {
        Operation known = operations.get(key);
        if (known != null && known.isClaimed() && known.owner().equals(owner)) {
            replace(key, known, known.released(clock.instant()));
        }
    }

    /** {@inheritDoc} They are those of this JVM. */
    @Override
    public Optional<PermitStore> permits() {
        return Optional.of(permits);
    }

    private void makeRoom(Instant now) {
        if (operations.size() < maxEntries) {
            return;
        }
        Iterator<String> oldest = settled.iterator();
        String leaving = oldest.hasNext() ? oldest.next() : claims.first().key();
        Operation operation = operations.get(leaving);
        if (operation.isClaimed() && !operation.hasRunOut(now)) {
            throw new OperationStoreException(
                    "Can't claim an operation: all " + maxEntries + " that fit in (maxEntries=" + maxEntries
                                              + ") are being sent. Raise maxEntries above the number of operations at one time, "
                                              + "for example to " + 2L * maxEntries,
                    null);
        }
        forget(leaving, operation);
    }

    private void keep(String key, Operation operation) {
        operations.put(key, operation);
        if (operation.isClaimed()) {
            claims.add(new Expiry(operation.until(), key));
        } else {
            settled.add(key);
        }
    }

    private void forget(String key, Operation operation) {
        operations.remove(key);
        settled.remove(key);
        claims.remove(new Expiry(operation.until(), key));
    }

    private void replace(String key, Operation old, Operation successor) {
        forget(key, old);
        keep(key, successor);
    }

    private record Expiry(Instant until, String key) implements Comparable<Expiry> {
        @Override
        public int compareTo(Expiry other) {
            int byTime = until.compareTo(other.until);
            return byTime != 0 ? byTime : key.compareTo(other.key);
        }
    }
}
