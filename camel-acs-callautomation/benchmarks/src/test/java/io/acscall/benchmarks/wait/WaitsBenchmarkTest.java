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

import java.nio.file.Path;

import io.acscall.benchmarks.harness.BenchmarkSettings;
import io.acscall.benchmarks.harness.Comparison;
import io.acscall.benchmarks.harness.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class WaitsBenchmarkTest {

    @Test
    void waitsAreOpenedEndedAndWeighed(@TempDir Path folder) throws Exception {
        Result result = new WaitsBenchmark().run(BenchmarkSettings.smoke(folder));

        Comparison waits = result.comparisons().get(0);
        assertThat(waits.subjects()).containsExactly("500", "2,000");
        assertThat(waits.spread("2,000", WaitProgram.BYTES).median()).isBetween(100.0, 1_000.0);
        assertThat(waits.spread("2,000", WaitProgram.THREADS).max()).isZero();
        assertThat(waits.spread("2,000", WaitProgram.TIME_OUTS).median()).isPositive();
        assertThat(result.comparisons().get(1).spread("2,000", StepProgram.BYTES).median()).isBetween(200.0, 2_000.0);
        assertThat(result.comparisons().get(2).ratio("2,000", ResumeProgram.EVENT).median()).isPositive();
        assertThat(result.comparisons().get(3).ratio("2,000", WaitProgram.EVENT).median()).isPositive();
    }
}
