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

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import io.acscall.simulator.callback.Spread;
import io.acscall.simulator.eventgrid.EventGridSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommandLineTest {

    @Test
    void hasDefaults() {
        assertThat(CommandLine.parse())
                .isEqualTo(new CommandLine(8089, null, EventGridSchema.EVENT_GRID, null, null, null, null, false, false));
    }

    @Test
    void readsAllOptions() {
        CommandLine expected = new CommandLine(
                0, URI.create("http://localhost:8080/acs-call/event-grid"), EventGridSchema.CLOUD_EVENTS,
                new Spread(URI.create("http://a:1"), List.of(URI.create("http://b:2"), URI.create("http://c:3/x"))),
                null, null, null, true, false);

        assertThat(CommandLine.parse("--port", "0", "--event-grid-endpoint", "http://localhost:8080/acs-call/event-grid",
                "--event-grid-schema", "cloudEvents", "--spread", "http://a:1/=http://b:2,http://c:3/x", "--strict"))
                .isEqualTo(expected);
        assertThat(CommandLine.parse("--strict", "--port=0", "--event-grid-schema=CLOUDEVENTS",
                "--spread=http://a:1=http://b:2, http://c:3/x/",
                "--event-grid-endpoint=http://localhost:8080/acs-call/event-grid")).isEqualTo(expected);
    }

    @Test
    void whoeverSaysSomethingAboutTlsWantsIt() {
        assertThat(CommandLine.parse("--tls").tls()).isEqualTo(TlsOptions.SELF_SIGNED);
        assertThat(CommandLine.parse("--tls-trust=a.pem").tls()).isEqualTo(new TlsOptions(null, null, Path.of("a.pem")));
        assertThat(CommandLine.parse("--tls-keystore", "k.p12", "--tls-password-file", "p", "--tls").tls())
                .isEqualTo(new TlsOptions(Path.of("k.p12"), Path.of("p"), null));
    }

    @ParameterizedTest
    @CsvSource({
            "--dance,--dance", "dance,dance", "--port,needs a value", "--port=many,many", "--port=65536,65536", "--port=-1,-1",
            "--tls-password-file=p,--tls-keystore", "--event-grid-schema=xml,xml", "--event-grid-endpoint=hook,hook",
            "--event-grid-endpoint=ftp://x/,ftp", "--spread=http://a:1,http://a:1",
            "--spread=http://a:1=node,node", "--spread=http://a:1=http://b?c,http://b?c" })
    void aWrongOptionEndsWithAMessageTheUsageAndTwo(String argument, String part) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);

        assertThat(AcsSimulatorMain.run(print, print, argument)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(part).contains("Usage:").contains("--event-grid-endpoint");
    }

    @Test
    void helpEndsWithTheUsage() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);

        assertThat(AcsSimulatorMain.run(print, print, "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage:");
    }

    @Test
    void aPortThatIsTakenEndsWithAMessage() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
        try (AcsSimulator simulator = AcsSimulator.builder().start()) {
            assertThat(AcsSimulatorMain.run(print, print, "--port", String.valueOf(simulator.port()))).isEqualTo(1);
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("is taken").contains("choose another one");
    }
}
