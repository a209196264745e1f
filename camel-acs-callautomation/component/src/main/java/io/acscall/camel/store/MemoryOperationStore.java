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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

import io.acscall.camel.spi.Attempt;
import io.acscall.camel.spi.Claim;
import io.acscall.camel.spi.OperationStore;
import io.acscall.camel.spi.OperationStoreException;

/**
 * Keeps operations in the memory of this process, and not more than a number of them: the oldest that nobody works on
 * goes first.
 */
public final class MemoryOperationStore implements OperationStore {

    private final int maxEntries;
    private final Clock clock;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(String owner, Attempt attempt, int generation, Instant until, String result) {
    }

    /**
     * An empty store.
     *
     * @param maxEntries how many operations are kept
     * @param clock      tells when claims run out
     */
    public MemoryOperationStore(int maxEntries, Clock clock) {
        this.maxEntries = maxEntries;
        this.clock = clock;
    }

    @Override
    public synchronized Claim claim(String key, String owner, IntFunction<Attempt> attempts, Duration lease) {
        Entry known = entries.get(key);
        if (known != null && known.result() != null) {
            return new Claim.Done(known.attempt(), known.result());
        }
        Instant now = clock.instant();
        if (known != null && known.owner() != null && now.isBefore(known.until())) {
            return new Claim.Held(known.attempt(), known.until());
        }
        boolean takenOver = known != null && known.owner() != null;
        int generation = known == null ? 0 : known.generation();
        Attempt attempt = takenOver ? known.attempt() : attempts.apply(generation);
        makeRoom(key, now);
        entries.put(key, new Entry(owner, attempt, generation, now.plus(lease), null));
        return takenOver ? new Claim.TakenOver(attempt) : new Claim.Granted(attempt);
    }

    private void makeRoom(String key, Instant now) {
        if (entries.containsKey(key) || entries.size() < maxEntries) {
            return;
        }
        Optional<String> idle
                = entries.entrySet().stream().filter(entry -> !isLive(entry.getValue(), now)).map(Map.Entry::getKey)
                        .findFirst();
        entries.remove(idle.orElseThrow(() -> new OperationStoreException(
                "All " + maxEntries + " operations that the memory store may hold are being worked on", null)));
    }

    private static boolean isLive(Entry entry, Instant now) {
        return entry.result() == null && entry.owner() != null && now.isBefore(entry.until());
    }

    @Override
    public synchronized void complete(String key, String owner, String result) {
        entries.computeIfPresent(key, (known, entry) -> entry.result() != null
                ? entry : new Entry(entry.owner(), entry.attempt(), entry.generation(), entry.until(), result));
    }

    @Override
    public synchronized void release(String key, String owner) {
        entries.computeIfPresent(key, (known, entry) -> owner.equals(entry.owner()) && entry.result() == null
                ? new Entry(null, entry.attempt(), entry.generation() + 1, entry.until(), null) : entry);
    }
}
