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

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ResultTableTest {

    private final Result result = new Result(
            "calls", Map.of("a round", "5 s"),
            List.of(new Comparison("64 in flight", "theirs", List.of(round(1500, 1000), round(4000, 2000)))),
            List.of(Reach.atLeast("calls", 1, 1.75), Reach.atMost("bytes", 1, 1.2)));

    @Test
    void whatWasWrittenIsRead(@TempDir Path folder) throws Exception {
        ResultTable table = ResultTable.read(result.write(folder));

        assertThat(table.measured()).isEqualTo("""
                | case | measure | ours | theirs | ratio |
                |---|---|---|---|---|
                | 64 in flight | calls/s | 2,750 (1,500–4,000) | 1,500 (1,000–2,000) | 1.75 (1.50–2) |
                """);
        assertThat(table.reaches()).isEqualTo("""
                | to reach | limit | measured | met |
                |---|---|---|---|
                | calls | at least 1 | 1.75 | yes |
                | bytes | at most 1 | 1.20 | no |
                """);
    }

    @Test
    void machineAndVersionsAreSaid() {
        assertThat(new ResultTable(result.json()).machine()).contains(" cores, ", "Camel 4.", "- a round: 5 s");
    }

    private static Map<String, Map<String, Double>> round(double ours, double theirs) {
        Map<String, Map<String, Double>> round = new LinkedHashMap<>();
        round.put("ours", Map.of("calls/s", ours));
        round.put("theirs", Map.of("calls/s", theirs));
        return round;
    }
}
