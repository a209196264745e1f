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
package io.acscall.benchmarks;

import java.util.List;
import java.util.stream.Collectors;

import io.acscall.benchmarks.action.ActionBenchmark;
import io.acscall.benchmarks.action.ClientBenchmark;
import io.acscall.benchmarks.event.EventsBenchmark;
import io.acscall.benchmarks.harness.Benchmark;
import io.acscall.benchmarks.harness.BenchmarkSettings;
import io.acscall.benchmarks.harness.Result;
import io.acscall.benchmarks.harness.ResultTable;
import io.acscall.benchmarks.soak.SoakBenchmark;
import io.acscall.benchmarks.startup.StartUpBenchmark;
import io.acscall.benchmarks.stream.StreamsBenchmark;
import io.acscall.benchmarks.token.TokensBenchmark;
import io.acscall.benchmarks.wait.WaitsBenchmark;

/**
 * Runs one benchmark: {@code mvn -q -Pbench -Dbench=NAME} from the root of the project.
 */
public final class Benchmarks {

    private static final List<Benchmark> ALL = List.of(new ActionBenchmark(), new ClientBenchmark(), new EventsBenchmark(),
            new SoakBenchmark(), new StartUpBenchmark(), new StreamsBenchmark(), new TokensBenchmark(), new WaitsBenchmark());

    private Benchmarks() {
    }

    /**
     * Measures, prints the table and writes the result as JSON.
     *
     * @param args the name of the benchmark
     */
    public static void main(String[] args) throws Exception {
        BenchmarkSettings settings = BenchmarkSettings.ofSystemProperties();
        Result result = named(args.length == 0 ? "" : args[0]).run(settings);
        ResultTable table = new ResultTable(result.json());
        System.out.println(table.measured() + "\n" + table.reaches());
        System.out.println(result.write(settings.resultFolder()));
        // what a benchmark has left running does not keep the build
        System.exit(0);
    }

    private static Benchmark named(String name) {
        return ALL.stream().filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No benchmark has the name '" + name + "'. Say one of these: "
                                                                + ALL.stream().map(one -> "-Dbench=" + one.name())
                                                                        .collect(Collectors.joining(", "))));
    }
}
