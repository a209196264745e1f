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

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.camel.AcsCallException;
import io.acscall.camel.CallDisconnectedException;
import io.acscall.camel.CallInputException;
import io.acscall.camel.CallOperationFailedException;
import io.acscall.camel.CallRequestException;
import io.acscall.camel.LeftBehind;
import io.acscall.camel.action.RecordingState;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Recordings start, pause, go on and stop, and routes wait for it. */
class RecordingActionsTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String PERSON = "+16045550100";
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String AWAIT = "?awaitEvent=true";

    private CallApp app;

    @BeforeEach
    void start(AcsSimulator simulator) throws Exception {
        app = CallApp.run(simulator, routes -> routes.from("acs-call:events").to("mock:events"));
    }

    @AfterEach
    void stop() {
        app.close();
    }

    /** A step with the headers that flow from the step before. */
    private Exchange then(Exchange before, String uri) {
        assertThat(before.getException()).isNull();
        return app.send(uri, "as it was", before.getMessage().getHeaders());
    }

    private Exchange startIn(String call, String options) {
        return app.send("acs-call:startRecording?" + options, "as it was", Map.of("CamelAcsCallConnectionId", call));
    }

    private static void goesOn(Exchange done, String state) {
        CallEvent event = Conversation.event(done, "RecordingStateChanged");
        assertThat(event.data()).containsEntry("state", state);
        assertThat(done.getMessage().getHeaders()).containsEntry("CamelAcsCallRecordingState", state)
                .containsEntry("CamelAcsCallRecordingId", event.recordingId());
    }

    private static AcsCallException refused(Exchange done) {
        assertThat(done.getException()).isInstanceOf(CallRequestException.class);
        assertThat(done.getMessage().getBody()).isEqualTo("as it was");
        return done.getException(AcsCallException.class);
    }

    @Test
    void aRecordingIsStartedPausedResumedAndStopped() {
        Exchange started = startIn(app.call(PERSON), "awaitEvent=true");
        goesOn(started, "active");

        Exchange paused = then(started, "acs-call:pauseRecording" + AWAIT);
        goesOn(paused, "inactive");
        Exchange resumed = then(paused, "acs-call:resumeRecording" + AWAIT);
        goesOn(resumed, "active");
        Exchange stopped = then(resumed, "acs-call:stopRecording" + AWAIT);
        goesOn(stopped, "inactive");

        AcsCallException gone = refused(then(stopped, "acs-call:pauseRecording" + AWAIT));
        assertThat(gone.getOutcome()).isEqualTo(Outcome.RECORDING_NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "pauseRecording", "resumeRecording", "stopRecording", "pauseRecording?awaitEvent=true",
            "resumeRecording?awaitEvent=true", "stopRecording?awaitEvent=true" })
    void aRecordingThatIsGoneIsNotFound(String action) {
        Exchange started = startIn(app.call(PERSON), "awaitEvent=true");
        Exchange stopped = then(started, "acs-call:stopRecording" + AWAIT);
        goesOn(stopped, "inactive");

        AcsCallException gone = refused(then(stopped, "acs-call:" + action));

        assertThat(gone.getOutcome()).isEqualTo(Outcome.RECORDING_NOT_FOUND);
        assertThat(LeftBehind.in(app.component())).as("waits").isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "pauseRecording", "resumeRecording", "stopRecording" })
    void aRouteGoesOnWithoutARecordingThatIsGone(String action) {
        Exchange tolerant = app.send("acs-call:" + action + "?awaitEvent=true&throwExceptionOnFailure=false", "as it was",
                Map.of("CamelAcsCallRecordingId", "bm9uZQ"));

        assertThat(tolerant.getException()).isNull();
        assertThat(tolerant.getMessage().getBody()).isEqualTo("as it was");
        assertThat(tolerant.getMessage().getHeader("CamelAcsCallOutcome")).isEqualTo(Outcome.RECORDING_NOT_FOUND);
    }

    @Test
    void withPauseOnStartTheFirstInactiveEndsIt() {
        Exchange started = startIn(app.call(PERSON), "awaitEvent=true&pauseOnStart=true");
        goesOn(started, "inactive");

        goesOn(then(started, "acs-call:resumeRecording" + AWAIT), "active");
    }

    @Test
    void withoutWaitingTheAnswerIsTheBody() {
        Exchange started = startIn(app.call(PERSON), "pauseOnStart=true");

        assertThat(started.getException()).isNull();
        RecordingState answer = started.getMessage().getBody(RecordingState.class);
        assertThat(answer.recordingState()).isEqualTo("inactive");
        assertThat(answer.recordingKind()).isEqualTo("azureCommunicationServices");
        assertThat(started.getMessage().getHeader("CamelAcsCallRecordingId")).isEqualTo(answer.recordingId()).isNotNull();

        Exchange read = then(started, "acs-call:getRecordingState");
        assertThat(read.getMessage().getBody(RecordingState.class).recordingId()).isEqualTo(answer.recordingId());
        assertThat(read.getMessage().getBody(JsonNode.class).path("recordingState").asText()).isEqualTo("inactive");
        assertThat(read.getMessage().getHeader("CamelAcsCallRecordingState")).isEqualTo("inactive");

        Exchange resumed = then(read, "acs-call:resumeRecording");
        assertThat(resumed.getException()).isNull();
        assertThat(resumed.getMessage().getBody()).isEqualTo("as it was");
        assertThat(resumed.getMessage().getHeader("CamelAcsCallRecordingState")).as("of an earlier step").isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "serverCallId", "callConnectionId" })
    void aCallIsRecordedByEitherOfItsIds(String option, AcsSimulator simulator) {
        Exchange up = app.send("acs-call:createCall?awaitEvent=true&hangUpOn=none&target=" + PERSON);
        String header = option.equals("serverCallId") ? "CamelAcsCallServerCallId" : "CamelAcsCallConnectionId";
        String id = up.getMessage().getHeader(header, String.class);

        Exchange started = app.send("acs-call:startRecording?awaitEvent=true&" + option + "=RAW(" + id + ")");

        goesOn(started, "active");
        JsonNode sent = simulator.timeline().requests("startRecording").get(0).body();
        assertThat(sent.has("callConnectionId")).isEqualTo(option.equals("callConnectionId"));
        assertThat(sent.at("/callLocator/serverCallId").asText()).isEqualTo(option.equals("serverCallId") ? id : "");
    }

    @Test
    void aSecondRecordingIsRefused() {
        String call = app.call(PERSON);
        goesOn(startIn(call, "awaitEvent=true"), "active");

        AcsCallException second = refused(startIn(call, "awaitEvent=true"));

        assertThat(second.getOutcome()).isEqualTo(Outcome.RECORDING_FAILED);
        assertThat(second.getErrorCode()).isEqualTo("8553");
    }

    @Test
    void stopIsContentWithTheEndOfTheCall(AcsSimulator simulator) throws Exception {
        try (StubService service = new StubService(request -> StubService.Reply.of(204));
             CallApp other = CallApp.run(simulator, settings -> settings.setConnectionString(service.connectionString()),
                     routes -> routes.from("acs-call:events").to("mock:events"))) {
            CompletableFuture<Exchange> stopping = other.template().asyncSend("acs-call:stopRecording" + AWAIT,
                    exchange -> exchange.getMessage()
                            .setHeaders(new HashMap<>(
                                    Map.of("CamelAcsCallRecordingId", "r-1", "CamelAcsCallConnectionId", "c-1"))));
            await().atMost(SOON).until(() -> !service.requests().isEmpty());

            other.deliver(Callbacks.event("CallDisconnected", "c-1", null));
            other.deliver(Callbacks.recording("RecordingStateChanged", "r-1", "inactive"));

            goesOn(stopping.get(10, TimeUnit.SECONDS), "inactive");
        }
    }

    @Test
    void theEndOfTheCallInterruptsAStart(AcsSimulator simulator) throws Exception {
        try (StubService service = new StubService(request -> StubService.Reply.recording("r-1"));
             CallApp other = CallApp.run(simulator, settings -> settings.setConnectionString(service.connectionString()),
                     routes -> routes.from("acs-call:events").to("mock:events"))) {
            CompletableFuture<Exchange> starting
                    = other.template().asyncSend("acs-call:startRecording" + AWAIT + "&callConnectionId=c-1",
                            exchange -> exchange.getMessage().setBody("as it was"));
            await().atMost(SOON).until(() -> !service.requests().isEmpty());

            other.deliver(Callbacks.event("CallDisconnected", "c-1", null));

            Exchange done = starting.get(10, TimeUnit.SECONDS);
            assertThat(done.getException()).isInstanceOf(CallDisconnectedException.class);
        }
    }

    @Test
    void aStartThatFailsLaterFailsTheStep(AcsSimulator simulator) throws Exception {
        try (StubService service = new StubService(request -> StubService.Reply.recording("r-1"));
             CallApp other = CallApp.run(simulator, settings -> settings.setConnectionString(service.connectionString()),
                     routes -> routes.from("acs-call:events").to("mock:events"))) {
            CompletableFuture<Exchange> starting
                    = other.template().asyncSend("acs-call:startRecording" + AWAIT + "&serverCallId=s-1",
                            exchange -> exchange.getMessage().setBody("as it was"));
            await().atMost(SOON).until(() -> !service.requests().isEmpty());

            other.deliver(Callbacks.recording("RecordingStateChanged", "r-2", "active"));
            other.deliver(Callbacks.recording("StartRecordingFailed", "r-1", null));

            CallOperationFailedException failed = Conversation.failure(starting.get(10, TimeUnit.SECONDS));
            assertThat(failed.getOutcome()).isEqualTo(Outcome.RECORDING_FAILED);
        }
    }

    @Test
    void waitingNeedsTheStatesToComeToUs() throws Exception {
        Exchange elsewhere = app.send("acs-call:startRecording?serverCallId=s-1&recordingStateCallbackUri="
                                      + "https://other.example.com/states");
        assertThat(elsewhere.getException()).isInstanceOf(CallRequestException.class);

        Exception refused = catchAtStart("acs-call:startRecording?awaitEvent=true&serverCallId=s-1"
                                         + "&recordingStateCallbackUri=https://other.example.com/states");
        assertThat(refused).hasStackTraceContaining("can't have awaitEvent=true")
                .hasStackTraceContaining("recordingStateCallbackUri").hasStackTraceContaining("https://other.example.com/…");

        app.component().getConfiguration().setCallbackBaseUri(null);
        Exchange nowhere = app.send("acs-call:startRecording?awaitEvent=true&callConnectionId=c-1");
        assertThat(nowhere.getException()).isInstanceOf(CallInputException.class)
                .hasMessageContaining("recordingStateCallbackUri").hasMessageContaining("callbackBaseUri");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "startRecording?serverCallId=a&callConnectionId=b", "getRecordingState?awaitEvent=true",
            "startRecording?channelAffinity.7=%2B16045550100", "startRecording?format=ogg", "pauseRecording?target=1" })
    void whatCanNeverWorkIsRefusedAtStart(String uri) {
        assertThat(catchAtStart("acs-call:" + uri)).hasStackTraceContaining("acs-call:");
    }

    private Exception catchAtStart(String uri) {
        try {
            app.add(routes -> routes.from("direct:refused").to(uri));
            return null;
        } catch (Exception e) {
            return e;
        }
    }
}
