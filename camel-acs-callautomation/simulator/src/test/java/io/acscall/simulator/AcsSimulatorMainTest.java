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
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.acscall.simulator.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class AcsSimulatorMainTest {

    @Test
    void runsAsAProgramUntilItIsToldToStop() throws Exception {
        try (TestApp app = new TestApp()) {
            Process program = start("--port", "0", "--event-grid-endpoint", app.uri("/hook").toString());
            try (BufferedReader output = program.inputReader()) {
                String endpoint = line(output, "The simulator listens at ").split(" ")[4];
                assertThat(line(output, "camel.component.acs-call.connection-string="))
                        .contains("endpoint=" + endpoint + "/;accesskey=" + AcsSimulator.DEVELOPMENT_KEY);
                assertThat(line(output, "camel.component.acs-call.open-id-configuration-uri=")).contains(endpoint);
                assertThat(line(output, "camel.component.acs-call.callback-base-uri=") + "/hook")
                        .endsWith("=" + app.uri("/hook"));
                line(output, "Event Grid events go to ");
                assertThat(app.received().get(0).headers()).containsEntry("x-acs-call-secret", AcsSimulator.EVENT_GRID_SECRET);
                assertThat(URI.create(endpoint + "/calling/keys").toURL().openStream().readAllBytes()).isNotEmpty();

                program.destroy();
                assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
            } finally {
                program.destroyForcibly();
            }
        }
    }

    @Test
    void waitsForAnApplicationThatStartsLater() throws Exception {
        try (TestApp app = new TestApp()) {
            app.behaves(request -> app.received().size() < 2 ? TestApp.Reply.of(503) : TestApp.wellBehaved(request));
            Process program = start("--port=0", "--event-grid-schema=cloudEvents", "--event-grid-endpoint=" + app.uri("/hook"));
            try (BufferedReader output = program.inputReader()) {
                assertThat(line(output, "Waiting for ")).contains("503");
                line(output, "Event Grid events go to ");
                await().atMost(Duration.ofSeconds(10)).until(() -> app.received().size() >= 2);
            } finally {
                program.destroyForcibly();
            }
        }
    }

    private static Process start(String... arguments) throws IOException {
        String[] command = new String[arguments.length + 4];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        command[1] = "-cp";
        command[2] = System.getProperty("java.class.path");
        command[3] = AcsSimulatorMain.class.getName();
        System.arraycopy(arguments, 0, command, 4, arguments.length);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String line(BufferedReader output, String prefix) throws IOException {
        String line = output.readLine();
        while (line != null && !line.startsWith(prefix)) {
            line = output.readLine();
        }
        assertThat(line).as("a line that begins with " + prefix).isNotNull();
        return line;
    }
}
