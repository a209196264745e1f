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
package io.acscall.benchmarks.soak;

import java.nio.file.Path;
import java.util.List;

import io.acscall.benchmarks.harness.BenchmarkSettings;
import io.acscall.benchmarks.harness.Comparison;
import io.acscall.benchmarks.harness.Reach;
import io.acscall.benchmarks.harness.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SoakBenchmarkTest {

    @Test
    void stormsFollowOneAnother(@TempDir Path folder) throws Exception {
        Comparison minutes = new SoakBenchmark().run(BenchmarkSettings.smoke(folder)).comparisons().get(0);

        assertThat(minutes.rounds()).hasSize(2);
        assertThat(minutes.spread("acs-call", SoakProgram.CALLS).min()).isPositive();
        assertThat(minutes.spread("acs-call", SoakProgram.HEAP).min()).isPositive();
    }

    @Test
    @Tag("load")
    void nothingIsLeftBehindForHalfAnHour(@TempDir Path folder) throws Exception {
        Result result = new SoakBenchmark().run(new BenchmarkSettings(false, false, 1, folder));

        assertThat(result.reaches()).allMatch(Reach::met);
    }

    @Test
    void aLineGoesThroughTheMiddleOfItsValues() {
        StraightLine line = StraightLine.through(List.of(10.0, 13.0, 12.0, 15.0));

        assertThat(line.beginning()).isCloseTo(10.4, within(1e-9));
        assertThat(line.end()).isCloseTo(14.6, within(1e-9));
        assertThat(StraightLine.through(List.of(7.0, 7.0)).endByBeginning()).isEqualTo(1.0);
    }
}
