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

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChildProcessTest {

    @Test
    void commandsAreDoneInAnotherProcess() throws Exception {
        try (ChildProcess child = ChildProcess.start(EchoProgram.class, List.of("-Xmx64m"), "said ")) {
            assertThat(child.pid()).isNotEqualTo(ProcessHandle.current().pid());
            assertThat(child.ask("echo", "a", "b")).isEqualTo("said [a, b]");
            assertThat(child.measure("half", "5")).isEqualTo(Map.of("half", 2.5));
            assertThatThrownBy(() -> child.ask("half", "much")).isInstanceOf(IOException.class).hasMessageContaining("much");
            assertThat(child.ask("echo")).isEqualTo("said []");
        }
    }
}
