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
package io.acscall.simulator;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** The program as a process of its own. */
class ProgramTest {

    private static final int TERMINATED = 143;

    @TempDir
    private Path folder;

    @Test
    @Timeout(60)
    void startsWithPeopleSaysWhereAndStopsCleanlyWhenTold() throws Exception {
        Path people = Files.writeString(folder.resolve("people.yaml"),
                "\"+16045550100\": {answer: busy}\n\"+16045550101\": {tones: \"1,2#\", hangUpAfterMs: 500}\n");
        Process program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), AcsSimulatorMain.class.getName(), "--port", "0", "--seed", "7",
                "--people", people.toString()).redirectErrorStream(true).start();
        try {
            int port = port(program);
            program.destroy();

            assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isIn(0, TERMINATED);
            try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                assertThat(again.getLocalPort()).isEqualTo(port);
            }
        } finally {
            program.destroyForcibly();
        }
    }

    @Test
    @Timeout(60)
    void speaksTlsAndSaysHowToTrustIt() throws Exception {
        Path trust = folder.resolve("simulator.p12");
        Process program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), AcsSimulatorMain.class.getName(), "--port", "0", "--tls-trust",
                trust.toString()).redirectErrorStream(true).start();
        try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8)) {
            String greeting = out.lines().takeWhile(line -> !line.startsWith("curl ")).collect(Collectors.joining("\n"));

            assertThat(greeting).contains("listens at https://127.0.0.1:").contains("endpoint=https://127.0.0.1:")
                    .contains("-Djavax.net.ssl.trustStore=" + trust);
            assertThat(trust).isNotEmptyFile();
        } finally {
            program.destroyForcibly();
        }
    }

    private static int port(Process program) throws Exception {
        BufferedReader out
                = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("The simulator listens at ")) {
                return Integer.parseInt(line.replaceFirst(".*:(\\d+).*", "$1"));
            }
        }
        throw new AssertionError("The program did not say where it listens");
    }

    @Test
    void aWrongPeopleFileIsNamedWithWhatIsWrong() throws Exception {
        for (List<String> wrong : List.of(List.of("[]", "needs lines"), List.of("ann: {}", "neither a phone number"),
                List.of("\"+16045550100\": {answer: perhaps}", "+16045550100"), List.of("a: [", "cannot be read"))) {
            Path file = Files.writeString(folder.resolve("wrong.yaml"), wrong.get(0));

            assertThatIllegalStateException().isThrownBy(() -> PeopleFile.read(file)).withMessageContaining(wrong.get(1))
                    .withMessageContaining("wrong.yaml");
        }
    }
}
