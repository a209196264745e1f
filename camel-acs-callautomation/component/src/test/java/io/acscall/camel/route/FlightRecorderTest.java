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
package io.acscall.camel.route;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acscall.camel.AcsCallConfiguration;
import io.acscall.camel.CallOperationFailedException;
import io.acscall.camel.record.AcsCallFlightRecorder;
import io.acscall.camel.record.RecordedCall;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.call.Place;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.replay.RecordingSchema;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/** A call of an application with its flight recorder on becomes a file, and the simulator plays it again. */
class FlightRecorderTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR
            = new AcsSimulatorExtension();

    private static final String AGENT = "+16045550177";
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private static LambdaRouteBuilder menu(int keys) {
        return routes -> routes.from("acs-call:incomingCall?to=" + CallApp.OUR_NUMBER)
                .to("acs-call:answer?awaitEvent=true&cognitiveServicesEndpoint=https://cog.example.com/")
                .to("acs-call:recognize?inputType=dtmf&maxTones=" + keys
                    + "&text=One for sales&voice=en-US-JennyNeural&awaitEvent=true")
                .choice()
                .when(routes.header("CamelAcsCallTones").isEqualTo("1"))
                .to("acs-call:transfer?target=" + AGENT + "&awaitEvent=true")
                .otherwise()
                .to("acs-call:hangUp?forEveryone=true&awaitEvent=true")
                .end();
    }

    private static void recording(AcsCallConfiguration configuration) {
        configuration.setFlightRecorder(true);
        configuration.setFlightRecorderTones(true);
    }

    @Test
    void aCallThatWasRecordedIsPlayedAgain(AcsSimulator simulator) throws Exception {
        simulator.person(CallApp.CALLER).presses("1");
        Path file;
        try (CallApp app = CallApp.run(simulator, FlightRecorderTest::recording, menu(1)).subscribed()) {
            simulator.placeCall(CallApp.CALLER, CallApp.OUR_NUMBER);
            file = record(app);
        }
        assertThat(Files.readString(file)).doesNotContain(CallApp.CALLER.substring(1)).doesNotContain(AGENT.substring(1))
                .doesNotContain("127.0.0.1").contains("+15555550001").contains(CallApp.OUR_NUMBER);

        replay(simulator, file, menu(1));
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> replay(simulator, file, menu(2)))
                .withMessageContaining("/recognizeOptions/dtmfOptions/maxTonesToCollect: recorded 1, now 2");
    }

    private static void replay(AcsSimulator simulator, Path file, LambdaRouteBuilder routes) throws Exception {
        simulator.reset();
        try (CallApp app = CallApp.run(simulator, routes)) {
            app.subscribed();
            simulator.replay(file);
        }
    }

    @Test
    void whoHangsUpInTheMiddleDoesSoAgain(AcsSimulator simulator) throws Exception {
        LambdaRouteBuilder routes = menu(1);
        Path file;
        try (CallApp app = CallApp.run(simulator, FlightRecorderTest::recording, routes).subscribed()) {
            String call = simulator.placeCall(CallApp.CALLER, CallApp.OUR_NUMBER).callId();
            simulator.awaitCallback("PlayStarted", SOON);
            simulator.hangUp(call, CallApp.CALLER);
            file = record(app);
        }
        assertThat(Files.readString(file)).contains("\"hangUp\"");

        replay(simulator, file, routes);
        assertThat(simulator.timeline().callbacks("CallDisconnected")).hasSize(1);
    }

    @Test
    void aCallThatTheApplicationMakesIsPlayedAgainWithWhoWasBusy(AcsSimulator simulator) throws Exception {
        simulator.person(AGENT).busy();
        Path file;
        try (CallApp app = CallApp.run(simulator, FlightRecorderTest::recording, notice())) {
            ring(app);
            file = record(app);
        }
        assertThat(new ObjectMapper().readTree(file.toFile()).at("/people/0/answer").asText()).isEqualTo("busy");

        simulator.reset();
        try (CallApp app = CallApp.run(simulator, notice())) {
            simulator.replay(file, () -> ring(app));
        }
    }

    private static LambdaRouteBuilder notice() {
        return routes -> routes.from("direct:notice")
                .onException(CallOperationFailedException.class).handled(true).end()
                .to("acs-call:createCall?target=" + AGENT + "&awaitEvent=true")
                .to("acs-call:hangUp");
    }

    private static void ring(CallApp app) {
        app.template().sendBody("direct:notice", null);
    }

    @Test
    void aCallBetweenPeopleIsPlayedAgain(AcsSimulator simulator) throws Exception {
        LambdaRouteBuilder routes = builder -> builder.from("direct:notice")
                .to("acs-call:connect?roomId=99424811111111111&awaitEvent=true")
                .to("acs-call:hangUp?awaitEvent=true");
        Path file;
        try (CallApp app = CallApp.run(simulator, FlightRecorderTest::recording, routes)) {
            simulator.runningCall(Place.room("99424811111111111"), CallApp.CALLER, AGENT);
            ring(app);
            file = record(app);
        }
        assertThat(new ObjectMapper().readTree(file.toFile()).at("/call/participants")).hasSize(2);

        simulator.reset();
        try (CallApp app = CallApp.run(simulator, routes)) {
            simulator.replay(file, () -> ring(app));
        }
    }

    @Test
    void keysAreNotKeptUnlessTheOptionSaysSo(AcsSimulator simulator) throws Exception {
        simulator.person(CallApp.CALLER).presses("7351");
        try (CallApp app = CallApp.run(simulator, configuration -> configuration.setFlightRecorder(true), menu(4))
                .subscribed()) {
            simulator.placeCall(CallApp.CALLER, CallApp.OUR_NUMBER);
            Path file = record(app);
            String kept = Files.readString(file) + timeline(app);

            assertThat(kept).doesNotContain("7351").doesNotContain("seven").contains("\"?\"");
            assertThatIllegalArgumentException().isThrownBy(() -> simulator.replay(file))
                    .withMessageContaining("does not tell which keys people pressed");
        }
    }

    @Test
    void theDevConsoleShowsTheCallsOneAsLinesAndOneAsRecording(AcsSimulator simulator) throws Exception {
        simulator.person(CallApp.CALLER).presses("1");
        try (CallApp app = CallApp.run(simulator, FlightRecorderTest::recording, routes -> {
            routes.getContext().setDevConsole(true);
            menu(1).accept(routes);
        }).subscribed()) {
            simulator.placeCall(CallApp.CALLER, CallApp.OUR_NUMBER);
            Path file = record(app);
            String id = app.component().getFlightRecorder().calls().get(0).id();
            JsonNode seen = console(app, Map.of("callConnectionId", id, "recording", id));

            assertThat(seen.at("/calls/0/id").asText()).isEqualTo(id);
            assertThat(seen.path("timeline").toString()).contains("event CallConnected");
            assertThat(seen.at("/recording/steps")).isEqualTo(new ObjectMapper().readTree(file.toFile()).path("steps"));
            assertThat(console(app, Map.of()).has("recording")).isFalse();
            assertThat(console(app, Map.of("recording", "unknown")).path("problem").asText()).contains("does not keep");
        }
    }

    private static JsonNode console(CallApp app, Map<String, Object> options) {
        DevConsole console = app.context().getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class)
                .resolveById("acs-call");
        Map<?, ?> all = (Map<?, ?>) console.call(DevConsole.MediaType.JSON, options);
        return new ObjectMapper().valueToTree(all).at("/acs-call/flightRecorder");
    }

    @Test
    void itIsOffUnlessAskedForAndSaysSo(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, menu(1))) {
            assertThat(app.component().getFlightRecorder()).isNull();
            assertThatIllegalStateException().isThrownBy(() -> app.component().callRecording("call"))
                    .withMessageContaining("flight-recorder=true");
        }
    }

    private static String timeline(CallApp app) {
        AcsCallFlightRecorder recorder = app.component().getFlightRecorder();
        return String.join("\n", recorder.timeline(recorder.calls().get(0).id()).orElseThrow());
    }

    /** The newest call as a file that keeps to the schema, once it is over. */
    private Path record(CallApp app) throws Exception {
        AcsCallFlightRecorder recorder = app.component().getFlightRecorder();
        await().atMost(SOON).until(() -> ended(recorder.calls()));
        RecordedCall call = recorder.calls().get(0);
        String recording = recorder.recording(call.id()).orElseThrow();
        JsonNode json = new ObjectMapper().readTree(recording);
        new RecordingSchema().accepts(json);
        return Files.writeString(folder.resolve("call.json"), recording);
    }

    private static boolean ended(List<RecordedCall> calls) {
        return calls.size() == 1 && calls.get(0).endedAt() != null;
    }
}
