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
package io.acscall.benchmarks.wait;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.acscall.benchmarks.harness.ChildCommands;
import io.acscall.benchmarks.harness.LiveHeap;

/**
 * The program whose waits are measured: a component with so many of them.
 */
public final class WaitProgram {

    static final String OPEN = "open";
    static final String OFFER = "offer";
    static final String TIME_OUT = "time-out";
    static final String BYTES = "bytes/wait";
    static final String THREADS = "threads more";
    static final String EVENT = "ns/event";
    static final String TIME_OUTS = "time-outs/s";

    private static final int MANY_EVENTS = 20_000;
    private static final int NANOS_PER_OPENING = 8_000;

    private final int number;
    private final WaitLoad load;

    private WaitProgram(int number, int warmUp) throws Exception {
        this.number = number;
        this.load = new WaitLoad(number);
        load.openAll();
        events(warmUp);
        load.endAll();
    }

    /**
     * Runs it until no more commands come.
     *
     * @param args how many waits, and how many events it takes to warm up
     */
    public static void main(String[] args) throws Exception {
        WaitProgram program = new WaitProgram(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        ChildCommands.serve(Map.of(
                OPEN, words -> program.open(),
                OFFER, words -> program.offer(),
                TIME_OUT, words -> program.timeOut()));
        System.exit(0);
    }

    private String open() {
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        long before = LiveHeap.bytes();
        load.openAll();
        double each = (LiveHeap.bytes() - before) / (double) number;
        int more = ManagementFactory.getThreadMXBean().getThreadCount() - threads;
        return ChildCommands.numbers(Map.of(BYTES, each, THREADS, (double) more));
    }

    private String offer() {
        return ChildCommands.numbers(Map.of(EVENT, events(MANY_EVENTS)));
    }

    /** The middle of all: what the machine does beside is not the cost of an event. */
    private double events(int atLeast) {
        int times = Math.max(1, atLeast * WaitLoad.SHARE / number);
        long[] all = IntStream.range(0, times).boxed()
                .flatMapToLong(time -> LongStream.of(load.offer())).toArray();
        Arrays.sort(all);
        return all[all.length / 2];
    }

    private String timeOut() throws InterruptedException {
        load.endAll();
        Duration opening = Duration.ofSeconds(1).plusNanos((long) number * NANOS_PER_OPENING);
        return ChildCommands.numbers(Map.of(TIME_OUTS, load.timeOutsPerSecond(opening)));
    }
}
