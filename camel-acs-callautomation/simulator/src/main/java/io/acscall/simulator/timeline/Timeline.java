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
package io.acscall.simulator.timeline;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What happened, in order: requests, answers, callbacks, Event Grid deliveries and what people did. It keeps the newest
 * entries only. Reading never blocks what is going on.
 */
public final class Timeline {

    /** How many entries people can be expected to read. */
    private static final int SHOWN = 200;
    private static final String PREFIX = "Microsoft.Communication.";

    /** A ring: the entry with number n stands at n modulo its length. */
    private final TimelineEntry[] ring;
    private final Clock clock;
    private final Executor listenerExecutor;
    private final Supplier<Set<String>> operations;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final List<TimelineListening> listenings = new CopyOnWriteArrayList<>();
    private long firstSeq = 1;
    private long lastSeq;
    private long changes;

    /**
     * @param capacity         how many entries are kept
     * @param clock            wall clock
     * @param listenerExecutor runs listeners; a listener never holds up a call
     * @param operations       the names of the operations the service knows, to catch misspelt look-ups
     */
    public Timeline(int capacity, Clock clock, Executor listenerExecutor, Supplier<Set<String>> operations) {
        this.ring = new TimelineEntry[capacity];
        this.clock = clock;
        this.listenerExecutor = listenerExecutor;
        this.operations = operations;
    }

    /** Adds an entry and wakes whoever waits or listens. */
    public TimelineEntry add(TimelineDraft draft) {
        TimelineEntry entry;
        lock.lock();
        try {
            entry = draft.entry(++lastSeq, clock.instant());
            ring[(int) (lastSeq % ring.length)] = entry;
            firstSeq = Math.max(firstSeq, lastSeq - ring.length + 1);
            changed();
        } finally {
            lock.unlock();
        }
        listenings.forEach(TimelineListening::wake);
        return entry;
    }

    /**
     * Completes an entry with the status that came back, if the timeline still has it. Listeners are not called again.
     *
     * @param  seq    the number of the entry
     * @param  status HTTP status, or 0 when there was no answer
     * @return        whether the timeline still has the entry
     */
    public boolean answered(long seq, int status) {
        lock.lock();
        try {
            int at = (int) (seq % ring.length);
            boolean kept = ring[at] != null && ring[at].seq() == seq;
            if (kept && status > 0) {
                ring[at] = ring[at].withStatus(status);
                changed();
            }
            return kept;
        } finally {
            lock.unlock();
        }
    }

    /** All entries kept, oldest first. */
    public List<TimelineEntry> entries() {
        return after(0, Integer.MAX_VALUE);
    }

    /**
     * Entries that are newer than a given one, oldest first.
     *
     * @param seq   the number of the last entry already seen; 0 for all
     * @param limit how many at most
     */
    public List<TimelineEntry> after(long seq, int limit) {
        lock.lock();
        try {
            return stream(seq).limit(limit).toList();
        } finally {
            lock.unlock();
        }
    }

    /** The requests that reached the service, oldest first. */
    public List<TimelineEntry> requests() {
        return select(entry -> entry.kind() == EntryKind.REQUEST);
    }

    /**
     * The requests of one operation.
     *
     * @param  operation                its name as in the service's description, such as {@code createCall},
     *                                  {@code answerCall} or {@code play}
     * @throws IllegalArgumentException when the simulator has no such operation
     */
    public List<TimelineEntry> requests(String operation) {
        return select(isRequest(operation));
    }

    /** The callback events that were sent, oldest first. */
    public List<TimelineEntry> callbacks() {
        return select(entry -> entry.kind() == EntryKind.CALLBACK);
    }

    /**
     * The callback events of one type that were sent.
     *
     * @param type with or without the prefix {@code Microsoft.Communication.}
     */
    public List<TimelineEntry> callbacks(String type) {
        return select(isCallback(type));
    }

    /**
     * Calls a listener for each entry that is added from now on, in order, one at a time, on a thread of the simulator
     * that calls don't need. A listener that is too slow misses entries that the timeline no longer keeps. What it
     * throws is logged.
     *
     * @return close it to stop listening
     */
    public TimelineListening onEntry(Consumer<TimelineEntry> listener) {
        TimelineListening listening = new TimelineListening(this, lastSeq(), listener, listenerExecutor, listenings::remove);
        listenings.add(listening);
        return listening;
    }

    /**
     * Waits for an entry, which may already be there.
     *
     * @param  what           names what is waited for in the failure message
     * @throws AssertionError when it did not come in time, with the newest of the timeline in its message
     */
    public TimelineEntry await(Predicate<TimelineEntry> condition, int count, Duration within, String what) {
        return await(this::entries, condition, count, within, what);
    }

    /**
     * As {@link #await(Predicate, int, Duration, String)}, for some of the entries, such as those of one call.
     *
     * @param among the entries that are looked at, and shown when the wait fails
     */
    public TimelineEntry await(
            Supplier<List<TimelineEntry>> among, Predicate<TimelineEntry> condition, int count, Duration within, String what) {
        long end = System.nanoTime() + within.toNanos();
        try {
            while (true) {
                long seen = changes();
                // Not under the lock: conditions may look at calls, and calls write here.
                List<TimelineEntry> found = among.get().stream().filter(condition).limit(count).toList();
                if (found.size() >= count) {
                    return found.get(count - 1);
                }
                if (!awaitChange(seen, Duration.ofNanos(end - System.nanoTime()))) {
                    throw new AssertionError(what + " did not come within " + within + ". " + describe(among.get()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for " + what + ". " + describe(among.get()), e);
        }
    }

    private void changed() {
        changes++;
        grown.signalAll();
    }

    /** How often an entry was added or completed so far. */
    public long changes() {
        lock.lock();
        try {
            return changes;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until an entry is added or completed.
     *
     * @param  seen                 the number of changes that is known already
     * @return                      whether there are more changes now
     * @throws InterruptedException when the thread is interrupted
     */
    public boolean awaitChange(long seen, Duration within) throws InterruptedException {
        long nanos = within.toNanos();
        lock.lock();
        try {
            while (changes <= seen && nanos > 0) {
                nanos = grown.awaitNanos(nanos);
            }
            return changes > seen;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing was added for a while; for tests that show that something does not happen. */
    public void awaitQuiet(Duration quietFor) {
        lock.lock();
        try {
            long seen = -1;
            while (seen != lastSeq) {
                seen = lastSeq;
                long nanos = quietFor.toNanos();
                while (nanos > 0 && seen == lastSeq) {
                    nanos = grown.awaitNanos(nanos);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** A condition that is true for requests of an operation; see {@link #requests(String)}. */
    public Predicate<TimelineEntry> isRequest(String operation) {
        if (!operations.get().contains(operation)) {
            throw new IllegalArgumentException(
                    "The simulator has no operation \"" + operation + "\"; it has "
                                               + operations.get().stream().sorted().toList());
        }
        return entry -> entry.kind() == EntryKind.REQUEST && operation.equals(entry.type());
    }

    /** A condition that is true for callbacks that hold an event of a type; see {@link #callbacks(String)}. */
    public Predicate<TimelineEntry> isCallback(String type) {
        String shortType = type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
        return entry -> entry.kind() == EntryKind.CALLBACK
                && (shortType.equals(entry.type()) || holds(entry, PREFIX + shortType));
    }

    /** Several events may come in one request; the entry is named after the first. */
    private static boolean holds(TimelineEntry entry, String type) {
        for (int i = 1; entry.body() != null && i < entry.body().size(); i++) {
            if (type.equals(entry.body().path(i).path("type").asText())) {
                return true;
            }
        }
        return false;
    }

    /** Forgets all entries. Numbers go on, listeners stay. */
    public void clear() {
        lock.lock();
        try {
            Arrays.fill(ring, null);
            firstSeq = lastSeq + 1;
        } finally {
            lock.unlock();
        }
    }

    /** The timeline in words, one line per entry. */
    public String describe() {
        return describe(entries());
    }

    /** Entries in words, one line each; of many, the newest. */
    public static String describe(List<TimelineEntry> entries) {
        if (entries.isEmpty()) {
            return "The timeline is empty.";
        }
        int first = Math.max(0, entries.size() - SHOWN);
        String title
                = first == 0 ? "The timeline:" : "The timeline, the newest " + SHOWN + " of " + entries.size() + " entries:";
        return title + "\n"
               + String.join("\n", entries.stream().skip(first).map(TimelineEntry::toLine).toList());
    }

    private Stream<TimelineEntry> stream(long after) {
        return LongStream.rangeClosed(Math.max(firstSeq, after + 1), lastSeq).mapToObj(seq -> ring[(int) (seq % ring.length)]);
    }

    /** The number of the newest entry; 0 when there has been none. */
    public long lastSeq() {
        lock.lock();
        try {
            return lastSeq;
        } finally {
            lock.unlock();
        }
    }

    private List<TimelineEntry> select(Predicate<TimelineEntry> condition) {
        return entries().stream().filter(condition).toList();
    }
}
