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

import java.util.ArrayList;
import java.util.List;

import io.acscall.benchmarks.harness.Benchmark;
import io.acscall.benchmarks.harness.BenchmarkSettings;
import io.acscall.benchmarks.harness.Comparison;
import io.acscall.benchmarks.harness.Result;

/**
 * The component over each of Azure's HTTP clients that is on the class path, by its option {@code httpClient}, against
 * the client that it makes itself. {@code -Dbench=clients} brings the others along.
 */
public final class ClientBenchmark implements Benchmark {

    @Override
    public String name() {
        return "clients";
    }

    @Override
    public Result run(BenchmarkSettings settings) throws Exception {
        List<CallingClient> compared = new ArrayList<>(List.of(CallingClient.acsCall));
        List.of(CallingClient.netty, CallingClient.okhttp, CallingClient.vertx).stream().filter(CallingClient::isThere)
                .forEach(compared::add);
        List<Comparison> comparisons;
        try (ActionComparison comparison = new ActionComparison(settings, compared)) {
            comparisons = comparison.run(List.of(MeasuredAction.getCallProperties), CallingClient.acsCall);
        }
        return new Result(name(), ActionComparison.conditions(), comparisons, List.of());
    }
}
