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
package io.acscall.camel.client;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/**
 * The ends of times that are all equally long, for very many that are nearly all taken back. A timer for each would
 * wake a thread for each; here the timer runs once in such a time, however many begin and end in it. None ends early,
 * and none later than a hundredth of a second.
 */
final class Deadlines {

    private static final long LATEST = TimeUnit.MILLISECONDS.toNanos(10);

    private final long nanos;
    private final Scheduler timer;
    private final LongSupplier nanoTime;

    // guarded by this: a ring in the order of their ends, this entry between the last and the first
    private final Entry ring = new Entry(0, null);
    private boolean planned;

    /**
     * @param nanos    how long each time is
     * @param timer    looks after them, and tells of their ends
     * @param nanoTime the clock, as {@link System#nanoTime()}
     */
    Deadlines(long nanos, Scheduler timer, LongSupplier nanoTime) {
        this.nanos = nanos;
        this.timer = timer;
        this.nanoTime = nanoTime;
        ring.previous = ring;
        ring.next = ring;
    }

    /** A time in the ring. */
    private static final class Entry {

        private final long due;
        private final MonoSink<Void> sink;
        /** {@code null} once it is not in the ring any more. */
        private Entry previous;
        private Entry next;

        private Entry(long due, MonoSink<Void> sink) {
            this.due = due;
            this.sink = sink;
        }
    }

    /** Ends, on a thread of the timer, so long after it was subscribed to. */
    Mono<Void> begin() {
        return Mono.create(sink -> {
            Entry entry = new Entry(nanoTime.getAsLong() + nanos, sink);
            add(entry);
            sink.onDispose(() -> remove(entry));
        });
    }

    private synchronized void add(Entry entry) {
        entry.previous = ring.previous;
        entry.next = ring;
        entry.previous.next = entry;
        ring.previous = entry;
        if (!planned) {
            plan(nanos);
        }
    }

    private synchronized void remove(Entry entry) {
        if (entry.previous != null) {
            entry.previous.next = entry.next;
            entry.next.previous = entry.previous;
            entry.previous = null;
            entry.next = null;
        }
    }

    private void plan(long after) {
        timer.schedule(this::look, after + LATEST, TimeUnit.NANOSECONDS);
        planned = true;
    }

    private void look() {
        for (Entry due = nextDue(); due != null; due = nextDue()) {
            due.sink.success();
        }
    }

    /** Takes the next one out whose time is over; plans the next look when there is none. */
    private synchronized Entry nextDue() {
        Entry first = ring.next;
        long left = first.due - nanoTime.getAsLong();
        if (first != ring && left <= 0) {
            remove(first);
            return first;
        }
        planned = false;
        if (first != ring) {
            plan(left);
        }
        return null;
    }
}
