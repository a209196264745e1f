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
package io.acscall.camel.kafka;

import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A partition while it is ours. Records are handed to the route one after the other, in their order; what the route
 * does with them then goes on at the same time.
 *
 * <p>
 * A record for which there is no room stops the handing over, so nothing overtakes it. One that has failed is tried
 * again on its own, and holds up only those of its key that were not handed over yet.
 */
final class PartitionWork {

    /** How many records are handed over before other partitions get the thread. */
    private static final int TURN = 100;

    private final RecordRoute route;
    private final GivenUp givenUp;
    private final RetryPlan retries;
    private final RecordCounts counts;
    private final Executor threads;
    private final LongSupplier clock;

    private final Watermark watermark = new Watermark();
    private final TreeMap<Long, Attempt> ready = new TreeMap<>();
    private final KeyOrder order = new KeyOrder();
    private int inRoute;
    private boolean handingOver;
    private boolean closed;
    private boolean stalled;
    private long stalledUntil;

    /**
     * @param clock a clock in nanoseconds
     */
    PartitionWork(RecordRoute route, GivenUp givenUp, RetryPlan retries, RecordCounts counts, Executor threads,
                  LongSupplier clock) {
        this.route = route;
        this.givenUp = givenUp;
        this.retries = retries;
        this.counts = counts;
        this.threads = threads;
        this.clock = clock;
    }

    /** Takes what was read, in the order of the offsets. */
    synchronized void add(List<ConsumerRecord<String, String>> records) {
        for (ConsumerRecord<String, String> one : records) {
            watermark.begin(one.offset());
            ready.put(one.offset(), new Attempt(one, 0));
        }
        wake();
    }

    /** Time has passed, or the route is open again. */
    synchronized void tick() {
        order.due(clock.getAsLong()).forEach(this::makeReady);
        wake();
    }

    private void makeReady(Attempt attempt) {
        ready.put(attempt.offset(), attempt);
    }

    private void wake() {
        if (handingOver || !mayHandOver()) {
            return;
        }
        handingOver = true;
        try {
            threads.execute(this::handOver);
        } catch (RejectedExecutionException e) {
            // the application stops
            handingOver = false;
        }
    }

    private boolean mayHandOver() {
        if (stalled && clock.getAsLong() - stalledUntil >= 0) {
            stalled = false;
        }
        return !closed && !stalled && !ready.isEmpty() && route.isOpen();
    }

    private void handOver() {
        for (int handed = 0; handed < TURN; handed++) {
            Attempt next = next();
            if (next == null) {
                return;
            }
            try {
                route.take(next, (verdict, why) -> completed(next, verdict, why));
            } catch (RuntimeException e) {
                completed(next, Verdict.FAILED, e);
            }
        }
        othersFirst();
    }

    private synchronized void othersFirst() {
        handingOver = false;
        wake();
    }

    private synchronized Attempt next() {
        while (mayHandOver()) {
            Attempt next = ready.pollFirstEntry().getValue();
            if (!order.holdsBack(next)) {
                inRoute++;
                return next;
            }
        }
        handingOver = false;
        return null;
    }

    private synchronized void completed(Attempt attempt, Verdict verdict, Exception why) {
        inRoute--;
        notifyAll();
        switch (verdict) {
            case DONE -> finish(attempt);
            case NO_ROOM -> noRoomFor(attempt);
            default -> failed(attempt, why);
        }
    }

    private void finish(Attempt attempt) {
        counts.finished.increment();
        passOver(attempt);
    }

    private void passOver(Attempt attempt) {
        watermark.finish(attempt.offset());
        order.finished(attempt).forEach(this::makeReady);
        wake();
    }

    private void noRoomFor(Attempt attempt) {
        counts.noRoom.increment();
        makeReady(attempt);
        stalled = true;
        stalledUntil = clock.getAsLong() + retries.nanosAfter(1);
    }

    private void failed(Attempt attempt, Exception why) {
        if (closed) {
            // whoever has the partition next tries it
            return;
        }
        counts.failed.increment();
        // what fails while the route stops or is suspended says nothing about the record
        Attempt again = route.isOpen() ? attempt.failedAgain() : attempt;
        if (retries.goesOn(again.failures())) {
            order.retry(again, clock.getAsLong() + retries.nanosAfter(again.failures()));
        } else {
            givenUp.take(again, why).whenComplete((nothing, failed) -> giveUp(again, failed == null));
        }
    }

    private synchronized void giveUp(Attempt attempt, boolean safe) {
        if (safe) {
            counts.givenUp.increment();
            passOver(attempt);
        } else {
            order.retry(attempt, clock.getAsLong() + retries.nanosAfter(attempt.failures()));
        }
    }

    /** {@return how many records were read and are not finished} */
    synchronized int unfinished() {
        return watermark.open();
    }

    /** {@return the offset to commit; empty before anything was read} */
    synchronized OptionalLong position() {
        return watermark.position();
    }

    /** Hands over nothing more. What is in the route may still finish. */
    synchronized void close() {
        closed = true;
    }

    /**
     * Waits until nothing is in the route.
     *
     * @param  until                when to stop waiting, in nanoseconds of the clock
     * @throws InterruptedException when the thread is interrupted
     */
    synchronized void awaitIdle(long until) throws InterruptedException {
        long left = until - clock.getAsLong();
        while (inRoute > 0 && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = until - clock.getAsLong();
        }
    }
}
