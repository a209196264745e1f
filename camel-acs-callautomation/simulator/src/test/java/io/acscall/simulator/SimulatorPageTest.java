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

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.call.IncomingCall;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What docs/simulator.md and docs/getting-started.md tell people to type. */
class SimulatorPageTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private static final Path DOCS = Path.of("../../docs");
    private static final Pattern CURL
            = Pattern.compile("^curl (?:-X (\\w+) )?http://127\\.0\\.0\\.1:8089(\\S+)(?: -d '([^']*)')?$", Pattern.MULTILINE);
    private static final Pattern YAML = Pattern.compile("^```yaml\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern PROGRAM
            = Pattern.compile("standalone\\.jar((?:\\s*\\\\?\\s*--[\\w-]+ [^\\s`]+)+)", Pattern.MULTILINE);

    private CallScene scene;

    @BeforeEach
    void open() {
        scene = new CallScene(EXTENSION.simulator()).subscribed(EventGridSchema.EVENT_GRID);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void itsCommandsPlaceACallLookAtItAndActInIt() throws Exception {
        List<MatchResult> commands = commands("simulator.md");

        assertThat(commands).hasSize(4);
        JsonNode placed = run(commands.get(0), "").body();
        String call = placed.path("callId").asText();
        String connection = scene.answer(new IncomingCall(call, "", "", placed.path("incomingCallContext").asText())).body()
                .path("callConnectionId").asText();
        scene.awaitEvent(connection, "CallConnected");
        assertThat(run(commands.get(1), call).body().toString()).contains("CallConnected");
        assertThat(run(commands.get(2), call).status()).isEqualTo(202);
        assertThat(run(commands.get(3), call).status()).isEqualTo(202);
        scene.awaitEvent(connection, "CallDisconnected");
    }

    @Test
    void gettingStartedHasSomebodyCallWhoPressesAKey() throws Exception {
        List<MatchResult> commands = commands("getting-started.md");

        assertThat(commands).hasSize(2);
        assertThat(run(commands.get(0), "").status()).isEqualTo(200);
        assertThat(run(commands.get(1), "").status()).isEqualTo(201);
    }

    @Test
    void itsPeopleFileCanBeRead(@TempDir Path folder) throws Exception {
        MatchResult people = YAML.matcher(page("simulator.md")).results().findFirst().orElseThrow();

        assertThat(PeopleFile.read(Files.writeString(folder.resolve("people.yaml"), people.group(1)))).hasSize(2);
    }

    @Test
    void theProgramTakesTheOptionsThatAreShown() throws Exception {
        for (String page : List.of("simulator.md", "getting-started.md")) {
            assertThat(PROGRAM.matcher(page(page)).results()).isNotEmpty().allSatisfy(shown -> {
                String[] options = shown.group(1).replace("\\", " ").strip().split("\\s+");
                assertThat(CommandLine.parse(options).eventGridEndpoint().toString()).contains("/acs-call/event-grid");
            });
        }
    }

    private ServiceClient.Answer run(MatchResult command, String call) {
        String method = command.group(1) == null ? "GET" : command.group(1);
        String body = command.group(3) == null ? "" : command.group(3);
        return scene.client().sendRaw(method, URI.create(command.group(2).replace("CALL", call)).toString(),
                body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static List<MatchResult> commands(String page) throws Exception {
        return CURL.matcher(page(page)).results().toList();
    }

    private static String page(String name) throws Exception {
        return Files.readString(DOCS.resolve(name));
    }
}
