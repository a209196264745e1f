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

import java.nio.file.Path;

import io.acscall.benchmarks.harness.BenchmarkSettings;
import io.acscall.benchmarks.harness.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ActionBenchmarkTest {

    @Test
    void eachLevelIsMeasuredOfBothSides(@TempDir Path folder) throws Exception {
        Result result = new ActionBenchmark().run(BenchmarkSettings.smoke(folder));

        assertThat(result.comparisons()).hasSize(6).allSatisfy(one -> {
            assertThat(one.subjects()).containsExactly("acs-call", "SDK");
            assertThat(one.spread("acs-call", "calls/s").median()).isPositive();
            assertThat(one.spread("SDK", "bytes/call").median()).isPositive();
        });
        assertThat(result.reaches()).hasSize(12);
    }

    @Test
    void componentIsMeasuredOverItsOwnClient(@TempDir Path folder) throws Exception {
        Result result = new ClientBenchmark().run(BenchmarkSettings.smoke(folder));

        assertThat(result.comparisons()).hasSize(3).allSatisfy(
                one -> assertThat(one.spread("acs-call", "calls/s").median()).isPositive());
    }
}
