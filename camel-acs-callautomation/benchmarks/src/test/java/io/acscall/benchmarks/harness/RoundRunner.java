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
package io.acscall.benchmarks.harness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures several subjects in rounds: each round measures each once, in turn forwards and backwards, so that a machine
 * that gets slower or faster does it to all alike. The first rounds warm up and do not count.
 *
 * @param warmUps how many rounds are thrown away
 * @param rounds  how many count
 */
public record RoundRunner(int warmUps, int rounds) {

    /** One measurement of one subject: values by the names of what was measured, units in the names. */
    @FunctionalInterface
    public interface Measurement {
        Map<String, Double> measure() throws Exception;
    }

    /** As many as the settings say, after some to warm up. */
    public static RoundRunner of(BenchmarkSettings settings) {
        return new RoundRunner(settings.pick(2, 0), settings.rounds());
    }

    /**
     * @param  name      of what is compared, for example "getCallProperties, 64 in flight"
     * @param  peer      the subject that the others are compared with; {@code null} without ratios
     * @param  subjects  the measurements by subject, in the order of the table
     * @throws Exception what a measurement throws
     */
    public Comparison run(String name, String peer, Map<String, Measurement> subjects) throws Exception {
        List<String> order = new ArrayList<>(subjects.keySet());
        List<Map<String, Map<String, Double>>> counted = new ArrayList<>();
        for (int round = 0; round < warmUps + rounds; round++) {
            Map<String, Map<String, Double>> values = new LinkedHashMap<>();
            subjects.keySet().forEach(subject -> values.put(subject, Map.of()));
            for (String subject : order) {
                values.put(subject, subjects.get(subject).measure());
            }
            Collections.reverse(order);
            System.err.printf("%s, round %d: %s%n", name, round + 1 - warmUps, values);
            if (round >= warmUps) {
                counted.add(values);
            }
        }
        return new Comparison(name, peer, counted);
    }
}
