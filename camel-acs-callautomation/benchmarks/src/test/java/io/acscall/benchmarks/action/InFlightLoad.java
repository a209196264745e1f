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
package io.acscall.benchmarks.action;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.acscall.benchmarks.harness.ProcessUsage;

/**
 * Keeps so many calls in flight for so long: each that is done begins the next.
 */
final class InFlightLoad {

    private static final int MOST_CALLS = 1 << 20;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_MICRO = 1e3;

    private final Caller caller;
    private final ProcessUsage usage;
    private final long[] latencies = new long[MOST_CALLS];

    InFlightLoad(Caller caller, ProcessUsage usage) {
        this.caller = caller;
        this.usage = usage;
    }

    /** Calls a second, latencies, bytes and processor time of each call. */
    Map<String, Double> run(MeasuredAction action, int inFlight, long millis) throws InterruptedException {
        ProcessUsage.Reading before = usage.read();
        long begin = System.nanoTime();
        Chains chains = new Chains(action, inFlight, begin + TimeUnit.MILLISECONDS.toNanos(millis));
        chains.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        ProcessUsage.Reading used = usage.read().since(before);
        int calls = Math.min(chains.done.get(), MOST_CALLS);
        long[] sorted = Arrays.copyOf(latencies, calls);
        Arrays.sort(sorted);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("calls/s", chains.done.get() / seconds);
        values.put("p50 ms", sorted[calls / 2] / NANOS_PER_MILLI);
        values.put("p99 ms", sorted[calls * 99 / 100] / NANOS_PER_MILLI);
        values.put("bytes/call", used.allocatedBytes() / (double) calls);
        values.put("CPU µs/call", used.cpuNanos() / NANOS_PER_MICRO / calls);
        return values;
    }

    private final class Chains {

        private final MeasuredAction action;
        private final int inFlight;
        private final long end;
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private final CountDownLatch open;

        private Chains(MeasuredAction action, int inFlight, long end) {
            this.action = action;
            this.inFlight = inFlight;
            this.end = end;
            this.open = new CountDownLatch(inFlight);
        }

        private void run() throws InterruptedException {
            for (int i = 0; i < inFlight; i++) {
                next();
            }
            open.await();
            if (failure.get() != null) {
                throw new IllegalStateException("A call failed, nothing was measured", failure.get());
            }
        }

        private void next() {
            long start = System.nanoTime();
            if (start >= end) {
                open.countDown();
                return;
            }
            caller.call(action, failed -> {
                int place = done.getAndIncrement();
                if (place < MOST_CALLS) {
                    latencies[place] = System.nanoTime() - start;
                }
                if (failed == null) {
                    next();
                } else {
                    failure.compareAndSet(null, failed);
                    open.countDown();
                }
            });
        }
    }
}
