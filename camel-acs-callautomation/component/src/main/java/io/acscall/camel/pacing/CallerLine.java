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
package io.acscall.camel.pacing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those on this node who want to call from one number: first come, first served. One thread serves at a time; who finds
 * another at it leaves word and goes. Bounded by {@code maxPacedWaiting} and those who have just come.
 */
final class CallerLine {

    private static final Logger LOG = LoggerFactory.getLogger(CallerLine.class);

    private final HeldPermits permits;
    private final PacingSettings settings;
    private final PacingThreads threads;
    private final PacingCounts counts;
    private final BooleanSupplier stopped;
    private final Consumer<CallerLine> whenEmpty;
    private final Deque<Waiter> queue = new ArrayDeque<>();
    private final AtomicInteger asked = new AtomicInteger();
    private boolean polling;

    CallerLine(HeldPermits permits, PacingSettings settings, PacingThreads threads, PacingCounts counts,
               BooleanSupplier stopped, Consumer<CallerLine> whenEmpty) {
        this.permits = permits;
        this.settings = settings;
        this.threads = threads;
        this.counts = counts;
        this.stopped = stopped;
        this.whenEmpty = whenEmpty;
    }

    synchronized void add(Waiter waiter) {
        queue.add(waiter);
    }

    synchronized boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Serves as many as there are permits. May block on the store. */
    void serve() {
        if (asked.getAndIncrement() > 0) {
            return;
        }
        boolean done = false;
        try {
            serveAll();
            done = true;
        } finally {
            if (!done) {
                // whoever has left word meanwhile is served by the next one, at the latest by the poll
                asked.set(0);
            }
        }
        if (isEmpty()) {
            whenEmpty.accept(this);
        }
    }

    private void serveAll() {
        int seen;
        do {
            seen = asked.get();
            try {
                serveInTurn();
            } catch (RuntimeException e) {
                // not for whoever serves just now: each waiter is told by its own step
                LOG.warn("One who waits for a permit could not be told; the others are served", e);
            } finally {
                poll();
            }
        } while (asked.addAndGet(-seen) > 0);
    }

    private void serveInTurn() {
        Waiter first = first();
        while (first != null && serve(first)) {
            first = first();
        }
        newOnes().forEach(this::letWait);
    }

    private synchronized Waiter first() {
        while (!queue.isEmpty() && queue.peek().isServed()) {
            queue.remove();
        }
        return queue.peek();
    }

    /** Whether the next one can be looked at. */
    private boolean serve(Waiter waiter) {
        Optional<Grant> grant;
        try {
            grant = permits.take(waiter.request());
        } catch (RuntimeException e) {
            if (waiter.isNew()) {
                waiter.refuse(e);
                return true;
            }
            LOG.warn("The store of permits failed; those who wait go on waiting: {}", e.getMessage());
            return false;
        }
        grant.ifPresent(permit -> give(permit, waiter));
        return grant.isPresent();
    }

    private void give(Grant permit, Waiter waiter) {
        boolean wanted = false;
        try {
            wanted = waiter.grant(permit);
        } finally {
            if (wanted) {
                counts.grant(waiter.request().people().size());
            } else {
                permit.failed();
            }
        }
    }

    private synchronized List<Waiter> newOnes() {
        return new ArrayList<>(queue.stream().filter(Waiter::isNew).toList());
    }

    private void letWait(Waiter waiter) {
        if (stopped.getAsBoolean()) {
            refuse(waiter, PacingException.stopped(waiter.request()));
        } else if (waiter.sitDown(settings.maxWaiting())) {
            waiter.endsWith(threads.timer().plan(settings.timeout(), () -> timedOut(waiter)));
        } else {
            counts.refuse();
            refuse(waiter, PacingException.tooManyWaiting(waiter.request(), settings));
        }
    }

    private void timedOut(Waiter waiter) {
        if (waiter.refuse(PacingException.timedOut(waiter.request(), settings))) {
            counts.timeOut();
            remove(waiter);
        }
    }

    private void refuse(Waiter waiter, PacingException why) {
        waiter.refuse(why);
        remove(waiter);
    }

    private synchronized void remove(Waiter waiter) {
        queue.remove(waiter);
    }

    private synchronized void poll() {
        if (!polling && !queue.isEmpty()) {
            polling = true;
            threads.timer().plan(threads.pollAfter().get(), this::polled);
        }
    }

    private void polled() {
        synchronized (this) {
            polling = false;
        }
        if (!threads.hand(this::serve)) {
            poll();
        }
    }

    /** Nobody waits any longer. */
    void shutDown() {
        List<Waiter> all;
        synchronized (this) {
            all = new ArrayList<>(queue);
            queue.clear();
        }
        all.forEach(waiter -> waiter.refuse(PacingException.stopped(waiter.request())));
    }
}
