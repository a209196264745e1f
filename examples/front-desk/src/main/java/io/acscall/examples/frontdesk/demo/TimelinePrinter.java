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
package io.acscall.examples.frontdesk.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Prints what happened where, in the order of time. Simulator and application report from threads of their own, so a
 * line is held back for a moment in which an earlier one may still come.
 */
public final class TimelinePrinter implements AutoCloseable {

    private static final Duration HOLD_BACK = Duration.ofMillis(100);

    private final Clock clock;
    private final Consumer<String> out;
    private final Instant start;
    private final AtomicLong count = new AtomicLong();
    private final PriorityBlockingQueue<Line> lines
            = new PriorityBlockingQueue<>(64, Comparator.comparing(Line::time).thenComparing(Line::number));
    private final ScheduledExecutorService printing = Executors.newSingleThreadScheduledExecutor();

    private record Line(Instant time, long number, String text) {
    }

    /**
     * @param clock the clock of simulator and application, to which all times are relative from now on
     * @param out   gets each line
     */
    public TimelinePrinter(Clock clock, Consumer<String> out) {
        this.clock = clock;
        this.out = out;
        this.start = clock.instant();
        printing.scheduleWithFixedDelay(this::print, 0, HOLD_BACK.toMillis() / 2, TimeUnit.MILLISECONDS);
    }

    /** Something happened just now. */
    public void add(String where, String what) {
        add(clock.instant(), where, what);
    }

    /** Something happened at a time that may be a little back. */
    public void add(Instant time, String where, String what) {
        double seconds = Duration.between(start, time).toNanos() / 1e9;
        line(time, String.format(Locale.ROOT, "%7.3f  %-9s  %s", Math.max(0, seconds), where, what));
    }

    /** A new part begins. */
    public void heading(String text) {
        Instant now = clock.instant();
        line(now, "");
        line(now, text);
    }

    private void line(Instant time, String text) {
        lines.add(new Line(time, count.incrementAndGet(), text));
    }

    private void print() {
        Instant old = clock.instant().minus(HOLD_BACK);
        for (Line next = lines.peek(); next != null && !next.time().isAfter(old); next = lines.peek()) {
            out.accept(lines.remove().text());
        }
    }

    /** Prints what is still held back. */
    @Override
    public void close() {
        printing.schedule(this::print, 2 * HOLD_BACK.toMillis(), TimeUnit.MILLISECONDS);
        printing.shutdown();
        try {
            printing.awaitTermination(10 * HOLD_BACK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
