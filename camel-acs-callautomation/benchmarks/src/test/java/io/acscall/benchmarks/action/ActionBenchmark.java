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
import java.util.Map;

import io.acscall.benchmarks.harness.Benchmark;
import io.acscall.benchmarks.harness.BenchmarkSettings;
import io.acscall.benchmarks.harness.Comparison;
import io.acscall.benchmarks.harness.Reach;
import io.acscall.benchmarks.harness.Result;

/**
 * The cost of an action from a route, against the service's own Java SDK over the same HTTP client.
 */
public final class ActionBenchmark implements Benchmark {

    @Override
    public String name() {
        return "actions";
    }

    @Override
    public Result run(BenchmarkSettings settings) throws Exception {
        List<Comparison> comparisons;
        try (ActionComparison comparison
                = new ActionComparison(settings, List.of(CallingClient.acsCall, CallingClient.sdk))) {
            comparisons = comparison.run(List.of(MeasuredAction.values()), CallingClient.sdk);
        }
        Map<String, String> conditions = ActionComparison.conditions();
        conditions.put("SDK",
                "CallAutomationAsyncClient over the same HTTP client, with the policies of its own builder; its HMAC"
                              + " policy refuses plain HTTP, so one with the same headers takes its place");
        return new Result(name(), conditions, comparisons, reaches(comparisons));
    }

    private static List<Reach> reaches(List<Comparison> comparisons) {
        List<Reach> reaches = new ArrayList<>();
        String ours = CallingClient.acsCall.title();
        for (Comparison one : comparisons) {
            reaches.add(Reach.atLeast(one.name() + ": calls/s by the SDK's", 1,
                    one.ratio(ours, ActionComparison.RATE).median()));
            reaches.add(Reach.atMost(one.name() + ": bytes/call by the SDK's", 1,
                    one.ratio(ours, ActionComparison.BYTES).median()));
        }
        return reaches;
    }
}
