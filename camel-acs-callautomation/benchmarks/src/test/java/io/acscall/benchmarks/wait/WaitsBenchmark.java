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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.acscall.benchmarks.harness.Benchmark;
import io.acscall.benchmarks.harness.BenchmarkSettings;
import io.acscall.benchmarks.harness.ChildProcess;
import io.acscall.benchmarks.harness.Comparison;
import io.acscall.benchmarks.harness.Reach;
import io.acscall.benchmarks.harness.Result;
import io.acscall.benchmarks.harness.RoundRunner;

/**
 * What operations cost whose end is waited for, few and very many.
 */
public final class WaitsBenchmark implements Benchmark {

    private static final List<Integer> LEVELS = List.of(1_000, 100_000, 1_000_000);
    private static final List<Integer> LEVELS_OF_SMOKE = List.of(500, 2_000);
    private static final int WARM_UP = 50_000;
    private static final int EVENTS = 20_000;
    private static final List<String> JVM = List.of("-Xmx4g");
    private static final List<String> LARGE_JVM = List.of("-Xmx6g");
    /** Compiles less, since it does not run for long. */
    private static final List<String> JVM_OF_SMOKE = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1");
    private static final String RESUMED
            = "exchanges in acs-call:play, their requests answered; the applications with so many of them are in one JVM with"
              + " -Xmx6g and take turns. PlayCompleted comes as an HTTP request, without a bearer token, whose body has been"
              + " received, 100 at once, for exchanges chosen by chance: JSON, the token of the wait, the order of"
              + " participants, who wants it (no consumer), the wait, the change to the pool, headers and body of the"
              + " exchange, until the last exchange goes on in its route. The middle of 200 times. Two processors share the"
              + " work: the time of an event is less than what both work on it (CPU, of all threads of Java)";
    private static final double MOST_BYTES = 400;
    private static final Map<Integer, Double> MOST_RATIO = Map.of(100_000, 1.3, 1_000_000, 2.0);

    @Override
    public String name() {
        return "waits";
    }

    @Override
    public Result run(BenchmarkSettings settings) throws Exception {
        List<Integer> levels = settings.pick(LEVELS, LEVELS_OF_SMOKE);
        int warmUp = settings.pick(WARM_UP, 500);
        Map<Integer, ChildProcess> programs = new LinkedHashMap<>();
        try {
            for (int level : levels) {
                programs.put(level, ChildProcess.start(
                        WaitProgram.class, settings.pick(JVM, JVM_OF_SMOKE), String.valueOf(level), String.valueOf(warmUp)));
            }
            // the programs warm up by themselves
            RoundRunner rounds = new RoundRunner(settings.pick(1, 0), settings.rounds());
            Comparison memory = rounds.run("open waits", null, each(programs, WaitProgram.OPEN, WaitProgram.TIME_OUT));
            programs.values().forEach(WaitsBenchmark::open);
            Comparison narrow = rounds.run("an event ends a wait", text(levels.get(0)), each(programs, WaitProgram.OFFER));
            programs.values().forEach(WaitsBenchmark::close);
            programs.clear();
            return result(levels, memory, steps(settings, levels.get(1), warmUp), resumed(settings, levels), narrow);
        } finally {
            programs.values().forEach(WaitsBenchmark::close);
        }
    }

    private static Map<String, RoundRunner.Measurement> each(Map<Integer, ChildProcess> programs, String... commands) {
        Map<String, RoundRunner.Measurement> subjects = new LinkedHashMap<>();
        programs.forEach((level, program) -> subjects.put(text(level), () -> {
            Map<String, Double> values = new LinkedHashMap<>();
            for (String command : commands) {
                values.putAll(program.measure(command));
            }
            return values;
        }));
        return subjects;
    }

    private static Comparison resumed(BenchmarkSettings settings, List<Integer> levels) throws Exception {
        List<String> args = new ArrayList<>();
        args.add(String.valueOf(settings.pick(EVENTS / ResumeLoad.AT_A_TIME, 1)));
        levels.forEach(level -> args.add(String.valueOf(level)));
        try (ChildProcess program = ChildProcess.start(
                ResumeProgram.class, settings.pick(LARGE_JVM, JVM_OF_SMOKE), args.toArray(String[]::new))) {
            Map<String, RoundRunner.Measurement> subjects = new LinkedHashMap<>();
            levels.forEach(level -> subjects.put(
                    text(level), () -> program.measure(ResumeProgram.RESUME, String.valueOf(level))));
            if (settings.profile()) {
                program.ask(ResumeProgram.RECORD);
            }
            Comparison resumed = RoundRunner.of(settings)
                    .run("an event lets its exchange go on", text(levels.get(0)), subjects);
            if (settings.profile()) {
                program.ask(ResumeProgram.PROFILE, settings.resultFolder().resolve("waits.jfr").toString());
            }
            return resumed;
        }
    }

    private static Comparison steps(BenchmarkSettings settings, int number, int warmUp) throws Exception {
        try (ChildProcess program = ChildProcess.start(
                StepProgram.class, settings.pick(JVM, JVM_OF_SMOKE), String.valueOf(number), String.valueOf(warmUp / 10))) {
            return new RoundRunner(settings.pick(1, 0), settings.rounds()).run(
                    "exchanges that wait in acs-call:play", null,
                    Map.of(text(number), () -> program.measure(StepProgram.PARK)));
        }
    }

    private Result result(
            List<Integer> levels, Comparison memory, Comparison steps, Comparison resumed, Comparison narrow) {
        List<Reach> reaches = new ArrayList<>();
        for (int level : levels) {
            reaches.add(Reach.atMost("bytes of each of " + text(level) + " open waits", MOST_BYTES,
                    memory.spread(text(level), WaitProgram.BYTES).median()));
        }
        String parked = steps.subjects().get(0);
        reaches.add(Reach.atMost(
                "bytes of each of " + parked + " exchanges that wait, beyond the exchange", MOST_BYTES,
                steps.spread(parked, StepProgram.BYTES).median()));
        for (int level : levels.subList(1, levels.size())) {
            double most = MOST_RATIO.getOrDefault(level, Double.MAX_VALUE);
            for (String measure : List.of(ResumeProgram.EVENT, ResumeProgram.CPU)) {
                reaches.add(Reach.atMost(
                        measure + ", with " + text(level) + " by that with " + resumed.peer(), most,
                        resumed.ratio(text(level), measure).median()));
            }
        }
        levels.forEach(level -> reaches.add(Reach.atMost("threads more for " + text(level) + " waits", 0,
                memory.spread(text(level), WaitProgram.THREADS).max())));
        return new Result(name(), conditions(), List.of(memory, steps, resumed, narrow), reaches);
    }

    private static Map<String, String> conditions() {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("waits", "each of a call of its own, a play that is answered, for 20 minutes; each number in a JVM"
                                + " of its own with -Xmx4g");
        conditions.put("bytes", "heap after full garbage collections, with the waits less without them. Of an open wait:"
                                + " the wait, its id, its time-out and its places in the indexes; not the id of the call,"
                                + " the time-out as it was given and the callback, which are there without it. Of an"
                                + " exchange that waits: all that comes on top between the call of the action's"
                                + " processor and the wait, its request answered (202)");
        conditions.put("an event lets its exchange go on", RESUMED);
        conditions.put("an event ends a wait", "a part of that: a PlayCompleted that has been read ends the wait, and its"
                                               + " exchange is handed to the pool. A tenth of the waits a round, chosen by"
                                               + " chance, at least 20,000 events; the middle of groups of 50");
        conditions.put("time-outs", "all are due at the same moment; until the last is handed over");
        return conditions;
    }

    private static String text(int level) {
        return String.format(Locale.ROOT, "%,d", level);
    }

    private static void open(ChildProcess program) {
        try {
            program.ask(WaitProgram.OPEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(ChildProcess program) {
        try {
            program.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
