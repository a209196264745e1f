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
package io.acscall.benchmarks.startup;

import java.io.IOException;
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
import io.acscall.benchmarks.harness.RoundRunner;

/**
 * What acs-call adds to the start of an application and to its heap.
 */
public final class StartUpBenchmark implements Benchmark {

    static final String ADDED_BEFORE = "ms until the application has started";
    static final String ADDED_PROCESSOR = "ms of the processors until then";
    static final String ADDED_ACTION = "ms of the first action";
    static final String ADDED_HEAP = "KiB of heap";

    private static final String EMPTY = "empty camel-main";
    private static final String WITH = "with acs-call";
    private static final List<String> JVM = List.of("-Xmx512m");
    private static final int STARTS = 15;
    private static final double MOST_MILLIS = 150;
    private static final double MOST_HEAP = 10 * 1024;

    @Override
    public String name() {
        return "startup";
    }

    @Override
    public Result run(BenchmarkSettings settings) throws Exception {
        try (CannedService service = new CannedService()) {
            Map<String, RoundRunner.Measurement> subjects = new LinkedHashMap<>();
            subjects.put(EMPTY, StartUpBenchmark::start);
            subjects.put(WITH, () -> start(service.address()));
            Comparison starts = new RoundRunner(settings.pick(2, 0), settings.pick(STARTS, 1)).run("a start", EMPTY, subjects);
            Comparison added = added(starts);
            return new Result(
                    name(), conditions(), List.of(starts, added), List.of(
                            Reach.atMost("ms that acs-call adds before the first action", MOST_MILLIS,
                                    added.spread(WITH, ADDED_BEFORE).median()),
                            Reach.atMost("KiB of heap that acs-call adds", MOST_HEAP,
                                    added.spread(WITH, ADDED_HEAP).median())));
        }
    }

    private static Map<String, Double> start(String... args) throws IOException {
        try (ChildProcess program = ChildProcess.start(StartUpProgram.class, JVM, args)) {
            Map<String, Double> values = new LinkedHashMap<>(program.measure(StartUpProgram.READ));
            if (args.length == 0) {
                values.remove(StartUpProgram.ANSWERED);
            }
            return values;
        }
    }

    /** Of each round the difference of the two starts. */
    private static Comparison added(Comparison starts) {
        List<Map<String, Double>> rounds = new ArrayList<>();
        for (Map<String, Map<String, Double>> round : starts.rounds()) {
            Map<String, Double> empty = round.get(EMPTY);
            Map<String, Double> with = round.get(WITH);
            Map<String, Double> added = new LinkedHashMap<>();
            added.put(ADDED_BEFORE, with.get(StartUpProgram.STARTED) - empty.get(StartUpProgram.STARTED));
            added.put(ADDED_PROCESSOR, with.get(StartUpProgram.PROCESSOR) - empty.get(StartUpProgram.PROCESSOR));
            added.put(ADDED_ACTION, with.get(StartUpProgram.ANSWERED) - with.get(StartUpProgram.STARTED));
            added.put(ADDED_HEAP, with.get(StartUpProgram.HEAP) - empty.get(StartUpProgram.HEAP));
            rounds.add(added);
        }
        return Comparison.alone("what acs-call adds", WITH, rounds);
    }

    private static Map<String, String> conditions() {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("empty camel-main", "platform-http on, one route from platform-http");
        conditions.put("with acs-call", "the same, with connection string, JWT and Event Grid security, a consumer of"
                                        + " incoming calls and a route with getCallProperties, which is asked for once");
        conditions.put("a start", "a new JVM with -Xmx512m, one after the other; time since the start of the JVM");
        conditions.put("heap", "after full garbage collections; with acs-call after the first action");
        return conditions;
    }
}
