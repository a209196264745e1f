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
import java.util.List;
import java.util.Map;

/**
 * What several subjects did in the same rounds.
 *
 * @param name   of what was compared
 * @param peer   the subject that the others are compared with; {@code null} without ratios
 * @param rounds of each round the values by subject and measure; measures have their unit in the name
 */
public record Comparison(String name, String peer, List<Map<String, Map<String, Double>>> rounds) {

    /** One subject that is compared with nobody. */
    public static Comparison alone(String name, String subject, List<Map<String, Double>> rounds) {
        return new Comparison(name, null, rounds.stream().map(values -> Map.of(subject, values)).toList());
    }

    /** The subjects in the order of the table. */
    public List<String> subjects() {
        return new ArrayList<>(rounds.get(0).keySet());
    }

    /** What was measured of this subject. */
    public List<String> measures(String subject) {
        return new ArrayList<>(rounds.get(0).get(subject).keySet());
    }

    /** Over all rounds. */
    public Spread spread(String subject, String measure) {
        return Spread.of(rounds.stream().map(round -> round.get(subject).get(measure)).toList());
    }

    /** The subject's value by that of the peer in the same round, over all rounds. */
    public Spread ratio(String subject, String measure) {
        return ratio(subject, peer, measure);
    }

    /** The subject's value by that of another in the same round, over all rounds. */
    public Spread ratio(String subject, String other, String measure) {
        return Spread.of(rounds.stream()
                .map(round -> round.get(subject).get(measure) / round.get(other).get(measure)).toList());
    }
}
