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
package io.acscall.benchmarks.soak;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.acscall.benchmarks.harness.Benchmark;
import io.acscall.benchmarks.harness.BenchmarkSettings;
import io.acscall.benchmarks.harness.ChildProcess;
import io.acscall.benchmarks.harness.Comparison;
import io.acscall.benchmarks.harness.Reach;
import io.acscall.benchmarks.harness.Result;

/**
 * Storm after storm in one JVM: whether the heap that is live stays what it is. A round is a minute.
 */
public final class SoakBenchmark implements Benchmark {

    static final String DRIFT = "heap at the end by that at the beginning, both of a straight line, from the 5th minute on";

    private static final int MINUTES = 30;
    /** Until then code is compiled, and memories of a fixed size fill. */
    private static final int FIRST = 4;
    private static final int CALLS = 200;
    private static final double MINUTE = 60;
    private static final double MOST = 1.05;

    private final int minutes;

    /** For {@code -Dbench.soak.minutes}. */
    public SoakBenchmark() {
        this(Integer.getInteger("bench.soak.minutes", MINUTES));
    }

    /** So many minutes. */
    public SoakBenchmark(int minutes) {
        this.minutes = minutes;
    }

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public Result run(BenchmarkSettings settings) throws Exception {
        List<Map<String, Double>> series = new ArrayList<>();
        try (ChildProcess program = ChildProcess.start(SoakProgram.class, List.of("-Xmx768m"))) {
            for (int minute = 0; minute < settings.pick(minutes, 2); minute++) {
                series.add(program.measure(
                        SoakProgram.RAGE, String.valueOf(settings.pick(CALLS, 2)),
                        String.valueOf(settings.pick(MINUTE, 0.1)), String.valueOf(1_000L * minute)));
                System.err.printf("minute %d: %s%n", minute + 1, series.get(minute));
            }
        }
        List<Double> counted = heap(series).subList(Math.min(FIRST, series.size() - 2), series.size());
        double drift = StraightLine.through(counted).endByBeginning();
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("a minute", "storms of " + CALLS + " calls at once, each with four waits; of their events a tenth is"
                                   + " lost, a tenth comes twice, others early or out of order; a full garbage collection"
                                   + " at its end");
        conditions.put("heap", "of one JVM with -Xmx768m that has the application and the simulator, which forgets between"
                               + " storms");
        return new Result(
                name(), conditions, List.of(Comparison.alone("a minute", "acs-call", series)), List.of(
                        Reach.atMost(DRIFT, MOST, drift), Reach.atLeast(DRIFT, 2 - MOST, drift)));
    }

    private static List<Double> heap(List<Map<String, Double>> series) {
        return series.stream().map(minute -> minute.get(SoakProgram.HEAP)).toList();
    }
}
