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
package io.acscall.benchmarks.token;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.acscall.benchmarks.harness.Benchmark;
import io.acscall.benchmarks.harness.BenchmarkSettings;
import io.acscall.benchmarks.harness.Comparison;
import io.acscall.benchmarks.harness.Reach;
import io.acscall.benchmarks.harness.Result;
import io.acscall.benchmarks.harness.RoundRunner;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What the component's check of a callback's token costs, against the library that does its cryptography with the key
 * at hand and the same claims.
 */
public final class TokensBenchmark implements Benchmark {

    private static final String COMPONENT = "acs-call";
    private static final String NIMBUS = "Nimbus";
    private static final String TIME = "us/token";
    private static final double MOST = 1.2;

    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public Result run(BenchmarkSettings settings) throws Exception {
        Map<String, RoundRunner.Measurement> subjects = new LinkedHashMap<>();
        subjects.put(COMPONENT, () -> measure("component", settings));
        subjects.put(NIMBUS, () -> measure("nimbus", settings));
        // each measurement is a JVM of its own that warms up by itself
        Comparison comparison = new RoundRunner(0, settings.rounds()).run("one thread", NIMBUS, subjects);
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("tokens", "1,000 different ones in turn, RS256 with 2,048 bit, 0.7 KB");
        conditions.put("Nimbus", "DefaultJWTProcessor with the key in memory, issuer, audience and times checked");
        conditions.put("a round", "JMH, a new JVM for each, 3 s of warm-up, 5 times 1 s");
        return new Result(
                name(), conditions, List.of(comparison), List.of(
                        Reach.atMost("time of a check by that of Nimbus", MOST,
                                comparison.ratio(COMPONENT, NIMBUS, TIME).median())));
    }

    private static Map<String, Double> measure(String method, BenchmarkSettings settings) throws Exception {
        Options options = new OptionsBuilder().include(TokenCheck.class.getName() + "\\." + method + "$")
                .forks(settings.pick(1, 0)).warmupIterations(settings.pick(3, 0)).warmupTime(TimeValue.seconds(1))
                .measurementIterations(settings.pick(5, 1))
                .measurementTime(settings.pick(TimeValue.seconds(1), TimeValue.milliseconds(200)))
                .addProfiler(GCProfiler.class).verbosity(VerboseMode.SILENT).shouldFailOnError(true).build();
        Collection<RunResult> results = new Runner(options).run();
        RunResult result = results.iterator().next();
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(TIME, result.getPrimaryResult().getScore());
        result.getSecondaryResults().forEach((name, secondary) -> {
            if (name.endsWith("gc.alloc.rate.norm")) {
                values.put("bytes/token", secondary.getScore());
            }
        });
        return values;
    }
}
