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
package io.acscall.camel.webhook;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How often requests were refused and events dropped, by way in and reason. The reasons are a small fixed set.
 */
public final class RefusalCounts {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final RefusalListener listener;

    /** Counts only. */
    public RefusalCounts() {
        this((door, status, reason, detail) -> {
        });
    }

    /**
     * Counts, and tells of requests that are refused.
     *
     * @param listener told of each refused request
     */
    public RefusalCounts(RefusalListener listener) {
        this.listener = Objects.requireNonNull(listener, "listener");
    }

    /**
     * Counts one.
     *
     * @param  door   the way in
     * @param  reason a word for why
     * @return        whether it is the first of its kind
     */
    public boolean count(String door, String reason) {
        LongAdder fresh = new LongAdder();
        LongAdder counter = counts.computeIfAbsent(door + "." + reason, key -> fresh);
        counter.increment();
        return counter == fresh;
    }

    /**
     * One number.
     *
     * @param  door   the way in
     * @param  reason a word for why
     * @return        how many were counted, 0 when it never came up
     */
    public long of(String door, String reason) {
        LongAdder counter = counts.get(door + "." + reason);
        return counter == null ? 0 : counter.sum();
    }

    /** Counts a request that is answered with a refusal. */
    boolean refused(String door, int status, String reason, String detail) {
        listener.refused(door, status, reason, detail);
        return count(door, reason);
    }

    /**
     * The numbers by {@code door.reason}.
     */
    public Map<String, Long> snapshot() {
        Map<String, Long> snapshot = new TreeMap<>();
        counts.forEach((reason, count) -> snapshot.put(reason, count.sum()));
        return snapshot;
    }
}
