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
package io.acscall.camel.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;

import io.acscall.camel.event.CallEvent;

/**
 * Events that came before the wait that they belong to knew its call or recording: kept for a short time, and not many.
 */
public final class EarlyEvents {

    private final Duration keep;
    private final int max;
    private final LongSupplier nanoTime;
    private final Deque<Kept> events = new ArrayDeque<>();

    private record Kept(String key, CallEvent event, long until) {
    }

    /**
     * Makes an empty store.
     *
     * @param  keep                     how long an event is kept
     * @param  max                      how many are kept; the oldest goes first
     * @param  nanoTime                 the clock, as {@link System#nanoTime()}
     * @throws IllegalArgumentException when {@code max} is not positive
     */
    public EarlyEvents(Duration keep, int max, LongSupplier nanoTime) {
        this.keep = Objects.requireNonNull(keep, "keep");
        if (max < 1) {
            throw new IllegalArgumentException("At least one event must be kept, for example 1000, but was: " + max);
        }
        this.max = max;
        this.nanoTime = Objects.requireNonNull(nanoTime, "nanoTime");
    }

    /** Keeps an event under the id of its call or recording. */
    synchronized void keep(String key, CallEvent event) {
        dropOld();
        if (events.size() == max) {
            events.removeFirst();
        }
        events.addLast(new Kept(key, event, nanoTime.getAsLong() + keep.toNanos()));
    }

    /** Takes out what was kept for a call or recording, in the order of arrival. */
    synchronized List<CallEvent> take(String key) {
        dropOld();
        List<CallEvent> taken = new ArrayList<>();
        for (Iterator<Kept> all = events.iterator(); all.hasNext();) {
            Kept kept = all.next();
            if (key.equals(kept.key())) {
                all.remove();
                taken.add(kept.event());
            }
        }
        return taken;
    }

    synchronized int size() {
        dropOld();
        return events.size();
    }

    private void dropOld() {
        long now = nanoTime.getAsLong();
        while (!events.isEmpty() && events.peekFirst().until() - now < 0) {
            events.removeFirst();
        }
    }
}
