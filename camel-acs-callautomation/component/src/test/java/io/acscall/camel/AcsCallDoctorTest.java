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
package io.acscall.camel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

import io.acscall.camel.route.CallApp;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class AcsCallDoctorTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String SECRET_OF_THE_PATH = "u5Zk0bXvQ2rT8mWc";
    private static final String ANOTHER_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private static CallApp app;

    @TempDir
    private Path folder;

    private final Properties properties = new Properties();
    private final Map<String, String> environment = new HashMap<>();
    private Clock clock = Clock.systemUTC();
    private String report;

    @BeforeAll
    static void start(AcsSimulator simulator) throws Exception {
        app = CallApp.run(simulator, settings -> settings.setCallbackSecret(SECRET_OF_THE_PATH), routes -> {
            routes.from("acs-call:events").to("mock:events");
            routes.from("acs-call:eventGrid").to("mock:eventGrid");
        });
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    /** Those of the application. */
    private AcsCallDoctorTest asTheApplication(AcsSimulator simulator) {
        set("connection-string", simulator.connectionString());
        set("openIdConfigurationUri", simulator.openIdConfigurationUri());
        set("immutable-resource-id", AcsSimulator.RESOURCE_ID);
        set("callback-base-uri", app.address(""));
        set("callback-secret", "{{path.secret}}");
        set("event-grid-secret", AcsSimulator.EVENT_GRID_SECRET);
        properties.setProperty("path.secret", SECRET_OF_THE_PATH);
        return this;
    }

    private void set(String option, String value) {
        properties.setProperty("camel.component.acs-call." + option, value);
    }

    private int run() throws IOException {
        Path file = folder.resolve("application.properties");
        try (var stream = Files.newOutputStream(file)) {
            properties.store(stream, null);
        }
        return run("--properties", file.toString());
    }

    private int run(String... args) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = new AcsCallDoctor(out, environment, new Properties(), null, clock).run(args);
        report = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    @Test
    void provesWhatCanBeProvedOfAHealthyApplication(AcsSimulator simulator) throws Exception {
        assertThat(asTheApplication(simulator).run()).as(() -> report).isZero();

        assertThat(report).contains("The options of the component are complete")
                .contains("A probe sent to " + app.address("/acs-call/events/***") + " came back")
                .contains("A probe sent to " + app.address("/acs-call/event-grid") + " came back")
                .contains("The handshake in the Event Grid schema is answered",
                        "The handshake in the CloudEvents schema is answered")
                .contains("publishes keys for tokens: 1", "404/8522", " 0 at fault")
                .contains("Whether the service itself reaches", "Whether immutableResourceId is the id of this very resource");
    }

    @Test
    void noProbeReachesARouteAndNobodyIsRung(AcsSimulator simulator) throws Exception {
        asTheApplication(simulator).run();

        assertThat(app.mock("events").getReceivedCounter()).isZero();
        assertThat(app.mock("eventGrid").getReceivedCounter()).isZero();
        assertThat(simulator.timeline().requests("createCall")).isEmpty();
    }

    @Test
    void noSecretAndNoNumberStandsInTheReport(AcsSimulator simulator) throws Exception {
        set("source-caller-id", "+16041234567");
        set("callback-auth", "+16041234567");
        asTheApplication(simulator).run();

        assertThat(report).contains("callback-auth can't be set").doesNotContain(SECRET_OF_THE_PATH, "6041234567")
                .doesNotContain(AcsSimulator.EVENT_GRID_SECRET, AcsSimulator.DEVELOPMENT_KEY);
    }

    @Test
    void aWrongKeyIsSaidToBeOne(AcsSimulator simulator) throws Exception {
        asTheApplication(simulator).set("connection-string", "endpoint=" + simulator.endpoint() + ";accesskey=" + ANOTHER_KEY);

        assertThat(run()).isEqualTo(1);
        assertThat(report)
                .contains("FAULT     credentials   The service does not know who asks", "Copy the connection string again")
                .contains("FAULT     callbacks", "answers with 401",
                        "Run the doctor with the properties of the running application")
                .doesNotContain(ANOTHER_KEY);
    }

    @Test
    void aMissingKeyIsSaidBeforeAnythingIsSent(AcsSimulator simulator) throws Exception {
        asTheApplication(simulator);
        properties.remove("camel.component.acs-call.connection-string");
        set("callback-base-uri", "");

        assertThat(run()).isEqualTo(1);
        assertThat(report).contains("acs-call has no credentials", "Option 'callbackBaseUri' is missing")
                .doesNotContain("A probe sent");
    }

    @Test
    void secretsDoNotGoOverPlainHttp(AcsSimulator simulator) throws Exception {
        asTheApplication(simulator).set("callback-base-uri", "http://app.example.com");

        assertThat(run()).isEqualTo(1);
        assertThat(report).contains("credentials are not sent over plain http to app.example.com")
                .doesNotContain("callbacks  ");
    }

    @Test
    void aPathThatNobodyOpensIsUnknown(AcsSimulator simulator) throws Exception {
        asTheApplication(simulator).set("callback-path", "/another/path");

        assertThat(run()).isEqualTo(1);
        assertThat(report).contains("/another/path/*** answers with 404", "Start the application with its routes",
                "callbackPath is another");
    }

    @Test
    void anApplicationThatDoesNotRunIsNotReached(AcsSimulator simulator) throws Exception {
        asTheApplication(simulator).set("callback-base-uri", "http://127.0.0.1:" + closedPort());

        assertThat(run()).isEqualTo(1);
        assertThat(report).contains("FAULT     callbacks     No answer from", "nobody listens there");
    }

    @Test
    void aWrongSecretOfEventGridFailsTheHandshake(AcsSimulator simulator) throws Exception {
        asTheApplication(simulator).set("event-grid-secret", "another-secret");

        assertThat(run()).isEqualTo(1);
        assertThat(report).contains("The handshake in the Event Grid schema is refused with 401", "another eventGridSecret")
                .contains("The handshake in the CloudEvents schema is refused with 401").doesNotContain("another-secret");
    }

    @Test
    void keysThatAreDownAreAFault(AcsSimulator simulator) throws Exception {
        asTheApplication(simulator).set("openIdConfigurationUri", "http://127.0.0.1:" + closedPort() + "/keys");

        assertThat(run()).isEqualTo(1);
        assertThat(report).contains("FAULT     keys          No answer from http://127.0.0.1",
                "every event is answered with 503");
    }

    @Test
    void aWrongAudienceHasTheHintWhereTheRightOneIs(AcsSimulator simulator) throws Exception {
        asTheApplication(simulator).set("immutable-resource-id", "/subscriptions/1/resourceGroups/g");

        assertThat(run()).isEqualTo(1);
        assertThat(report).contains("has to be a GUID, but is the resource's path", "az communication show");
    }

    @Test
    void theClockOfTheApplicationIsCompared(AcsSimulator simulator) throws Exception {
        clock = Clock.offset(clock, Duration.ofSeconds(-120));

        assertThat(asTheApplication(simulator).run()).isEqualTo(1);
        assertThat(report).containsPattern("FAULT     clock         The clock of the application is 1(19|20|21) s away");
    }

    @Test
    void whatIsSwitchedOffIsADoubtAndNoFault(AcsSimulator simulator) throws Exception {
        asTheApplication(simulator).set("callback-auth", "none");
        set("event-grid-auth", "none");

        assertThat(run()).as(() -> report).isEqualTo(1);
        assertThat(report).contains("doubt     settings      callbackAuth=none", "doubt     settings      eventGridAuth=none")
                .contains("is refused with 401");
    }

    @Test
    void withoutASecretOfEventGridIncomingCallsAreNotLookedAt(AcsSimulator simulator) throws Exception {
        asTheApplication(simulator);
        properties.remove("camel.component.acs-call.event-grid-secret");
        run();

        assertThat(report).contains("unproved  settings      eventGridSecret is not set").doesNotContain("The handshake");
    }

    @Test
    void optionsOfTheEnvironmentCountMore(AcsSimulator simulator) throws Exception {
        asTheApplication(simulator).set("callback-path", "/another/path");
        environment.put("CAMEL_COMPONENT_ACS_CALL_CALLBACK_PATH", "/acs-call/events");

        assertThat(run()).as(() -> report).isZero();
    }

    @Test
    void whatCannotBeReadIsSaidByName(AcsSimulator simulator) throws Exception {
        asTheApplication(simulator).set("token-credential", "#myCredential");
        set("calback-path", "/x");
        set("source-caller-id", "{{env:NO_SUCH_VARIABLE_OF_OURS}}");
        set("allowed-targets", "${NUMBERS}");

        assertThat(run()).isEqualTo(1);
        assertThat(report)
                .contains("token-credential is a bean of the application",
                        "There is no option camel.component.acs-call.calback-path")
                .contains("source-caller-id can't be set", "CAMEL_COMPONENT_ACS_CALL_ALLOWED_TARGETS");
    }

    @Test
    void wrongArgumentsAreAnsweredWithTheUsage() {
        assertThat(run("--help")).isEqualTo(1);
        assertThat(report).startsWith("Usage: java -cp APPLICATION io.acscall.camel.AcsCallDoctor");
        assertThat(run("--properties", folder.resolve("none.properties").toString())).isEqualTo(1);
        assertThat(report).contains("none.properties can't be read");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
