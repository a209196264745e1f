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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoundRunnerTest {

    private final List<String> order = new ArrayList<>();

    @Test
    void orderAlternatesAndWarmUpsDoNotCount() throws Exception {
        Comparison comparison = compare(1, 3);

        assertThat(order).containsExactly("ours", "theirs", "theirs", "ours", "ours", "theirs", "theirs", "ours");
        assertThat(comparison.rounds()).hasSize(3);
        assertThat(comparison.subjects()).containsExactly("ours", "theirs");
    }

    @Test
    void ratiosAreThoseOfTheSameRound() throws Exception {
        Comparison comparison = compare(0, 4);

        // 1/2, 4/3, 5/6, 8/7
        assertThat(comparison.spread("ours", "calls/s")).isEqualTo(new Spread(4.5, 1, 8));
        assertThat(comparison.ratio("ours", "calls/s").min()).isEqualTo(0.5);
        assertThat(comparison.ratio("ours", "calls/s").max()).isEqualTo(4 / 3.0);
        assertThat(comparison.ratio("ours", "calls/s").median()).isEqualTo((5 / 6.0 + 8 / 7.0) / 2);
    }

    private Comparison compare(int warmUps, int rounds) throws Exception {
        Map<String, RoundRunner.Measurement> subjects = new LinkedHashMap<>();
        for (String subject : List.of("ours", "theirs")) {
            subjects.put(subject, () -> {
                order.add(subject);
                return Map.of("calls/s", (double) order.size());
            });
        }
        return new RoundRunner(warmUps, rounds).run("calls", "theirs", subjects);
    }
}
