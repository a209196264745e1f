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
package io.acscall.benchmarks.startup;

import java.nio.file.Path;

import io.acscall.benchmarks.harness.BenchmarkSettings;
import io.acscall.benchmarks.harness.Comparison;
import io.acscall.benchmarks.harness.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StartUpBenchmarkTest {

    @Test
    void bothApplicationsStartAndOneActs(@TempDir Path folder) throws Exception {
        Result result = new StartUpBenchmark().run(BenchmarkSettings.smoke(folder));

        Comparison added = result.comparisons().get(1);
        assertThat(added.spread("with acs-call", StartUpBenchmark.ADDED_ACTION).median()).isPositive();
        assertThat(added.spread("with acs-call", StartUpBenchmark.ADDED_HEAP).median()).isPositive();
    }
}
