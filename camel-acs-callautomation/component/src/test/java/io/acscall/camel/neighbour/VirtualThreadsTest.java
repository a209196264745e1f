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
package io.acscall.camel.neighbour;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Camel decides about virtual threads once per JVM, so this test starts one of its own. */
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "Virtual threads come with Java 21")
class VirtualThreadsTest {

    @TempDir
    private Path folder;

    @Test
    void aConversationRunsOnVirtualThreads() throws Exception {
        Path output = folder.resolve("output.txt");
        Process jvm = new ProcessBuilder(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dcamel.threads.virtual.enabled=true", "-cp", System.getProperty("java.class.path"),
                        VirtualConversation.class.getName()))
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertThat(jvm.waitFor(90, TimeUnit.SECONDS)).as("the other JVM ends").isTrue();
            assertThat(Files.readString(output)).contains(VirtualConversation.DONE);
            assertThat(jvm.exitValue()).isZero();
        } finally {
            jvm.destroyForcibly();
        }
    }
}
