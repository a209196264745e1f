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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

import io.acscall.camel.CallDisconnectedException;
import io.acscall.camel.CallOperationFailedException;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Waits, with events posted by hand: before the answer, twice, without a context, with one of somebody else. */
class AwaitOnTheWireTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String CALL = "401f0000-0000-4000-8000-000000000001";
    private static final String PLAY
            = "acs-call:play?file=https://media.example.com/a.wav&awaitEvent=true&callConnectionId=" + CALL;

    /** What the service does before it answers. */
    private static final AtomicReference<BiConsumer<String, String>> BEFORE_THE_ANSWER = new AtomicReference<>();

    private static StubService service;
    private static CallApp app;

    @BeforeAll
    static void start() throws Exception {
        BEFORE_THE_ANSWER.set((path, context) -> {
        });
        service = new StubService(request -> {
            BEFORE_THE_ANSWER.get().accept(request.pathAndQuery(), request.text("operationContext"));
            return StubService.Reply.call(CALL);
        });
        app = CallApp.run(SIMULATOR.simulator(), settings -> settings.setConnectionString(service.connectionString()),
                routes -> routes.from("acs-call:events").to("mock:events"));
    }

    @AfterAll
    static void stop() {
        app.close();
        service.close();
    }

    private static Exchange send(String uri, BiConsumer<String, String> beforeTheAnswer) {
        BEFORE_THE_ANSWER.set(beforeTheAnswer);
        try {
            return app.send(uri);
        } finally {
            BEFORE_THE_ANSWER.set((path, context) -> {
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
            "createCall?target=8:acs:r_u, CallConnected", "createGroupCall?target=8:acs:r_u, CallConnected",
            "answer?incomingCallContext=abc, CallConnected" })
    void anEventThatOvertakesTheAnswerIsNotLost(String uri, String type) {
        Exchange done = send("acs-call:" + uri + "&awaitEvent=true",
                (path, context) -> app.deliver(Callbacks.event(type, CALL, context)));

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody(CallEvent.class).shortType()).isEqualTo(type);
        assertThat(done.getMessage().getHeader("CamelAcsCallConnectionId")).isEqualTo(CALL);
    }

    @Test
    void anEventOfAMediaOperationThatOvertakesTheAnswerIsNotLost() {
        Exchange done = send(PLAY, (path, context) -> app.deliver(Callbacks.event("PlayCompleted", CALL, context)));

        assertThat(done.getMessage().getBody(CallEvent.class).shortType()).isEqualTo("PlayCompleted");
    }

    @Test
    void aFailureWithoutContextThatOvertakesTheAnswerIsNotLost() {
        Exchange done = send("acs-call:createCall?target=8:acs:r_u&awaitEvent=true&awaitTimeout=5s",
                (path, context) -> app.deliver(Callbacks.event("CreateCallFailed", CALL, null, 486, 560486)));

        assertThat(done.getException()).isInstanceOf(CallOperationFailedException.class);
        assertThat(done.getException(CallOperationFailedException.class).getOutcome()).isEqualTo(Outcome.BUSY);
    }

    @Test
    void anAnswerThatFailsLaterFailsTheStep() {
        Exchange done = send("acs-call:answer?incomingCallContext=abc&awaitEvent=true",
                (path, context) -> app.deliver(Callbacks.event("AnswerFailed", CALL, context, 404, 8522)));

        assertThat(done.getException(CallOperationFailedException.class).getOutcome()).isEqualTo(Outcome.CALL_EXPIRED);
        assertThat(done.getException(CallOperationFailedException.class).getEvent().shortType()).isEqualTo("AnswerFailed");
    }

    @Test
    void aPlayThatFailsLaterFailsTheStep() {
        Exchange done = send(PLAY, (path, context) -> app.deliver(Callbacks.event("PlayFailed", CALL, context, 400, 8536)));

        assertThat(done.getException(CallOperationFailedException.class).getOutcome()).isEqualTo(Outcome.PROMPT_FAILED);
        assertThat(done.getException()).hasMessageContaining("400/8536").hasMessageContaining("the service's words")
                .hasMessageContaining("check that the file is public");
        assertThat(done.getMessage().getHeader("CamelAcsCallResultSubCode")).isEqualTo(8536);
    }

    @Test
    void aCallThatEndsBeforeTheAnswerFailsTheStep() {
        Exchange done = send(PLAY, (path, context) -> app.deliver(Callbacks.event("CallDisconnected", CALL, null)));

        assertThat(done.getException()).isInstanceOf(CallDisconnectedException.class);
    }

    @Test
    void aCallThatEndsAfterTheAnswerFailsTheStep() {
        var waiting = new AtomicReference<CompletableFuture<Exchange>>();
        start("mine", waiting);

        app.deliver(Callbacks.event("CallDisconnected", CALL, null, 200, 560000));

        Exchange done = waiting.get().join();
        assertThat(done.getException()).isInstanceOf(CallDisconnectedException.class).hasMessageContaining("acs-call:play")
                .hasMessageContaining(CALL);
        assertThat(done.getException(CallDisconnectedException.class).getEvent().shortType()).isEqualTo("CallDisconnected");
        assertThat(done.getException(CallDisconnectedException.class).getOutcome()).isEqualTo(Outcome.CALL_ENDED);
    }

    @ParameterizedTest
    @ValueSource(strings = { "foreign", "forged", "none", "other call", "other type" })
    void anEventThatIsNotMeantForTheStepDoesNotEndIt(String kind) {
        Exchange done = send(PLAY + "&awaitTimeout=300ms", (path, context) -> app.deliver(switch (kind) {
            case "foreign" -> Callbacks.event("PlayCompleted", CALL, "my.own.context");
            case "forged" -> Callbacks.event("PlayCompleted", CALL, context + "x");
            case "none" -> Callbacks.event("PlayCompleted", CALL, null);
            case "other call" -> Callbacks.event("CallDisconnected", "another-call", null);
            default -> Callbacks.event("ParticipantsUpdated", CALL, context);
        }));

        assertThat(done.getMessage().getHeader("CamelAcsCallOutcome")).isEqualTo(Outcome.TIMED_OUT);
    }

    @Test
    void aForgedContextIsThePlainContextOfAConsumer() throws Exception {
        app.mock("events").reset();
        app.mock("events").expectedMessageCount(1);

        app.deliver(Callbacks.event("PlayCompleted", CALL, "acs1.abc.def.ghi.jkl"));

        app.mock("events").assertIsSatisfied();
        assertThat(app.mock("events").getExchanges().get(0).getMessage().getHeaders())
                .containsEntry("CamelAcsCallOperationContext", "acs1.abc.def.ghi.jkl").doesNotContainKey("CamelAcsCallAwaited");
    }

    @Test
    void twoStepsOfOneCallGetTheirOwnEvents() {
        var first = new AtomicReference<CompletableFuture<Exchange>>();
        var second = new AtomicReference<CompletableFuture<Exchange>>();
        String one = start("one", first);
        String other = start("other", second);

        app.deliver(Callbacks.event("PlayFailed", CALL, other, 400, 8536));
        app.deliver(Callbacks.event("PlayCompleted", CALL, one));

        assertThat(first.get().join().getException()).isNull();
        assertThat(first.get().join().getMessage().getBody(CallEvent.class).operationContext()).isEqualTo("one");
        assertThat(second.get().join().getException()).isInstanceOf(CallOperationFailedException.class);
    }

    private static String start(String context, AtomicReference<CompletableFuture<Exchange>> result) {
        int before = service.requests().size();
        result.set(app.template().asyncSend(PLAY + "&operationContext=" + context, exchange -> {
        }));
        await().atMost(Duration.ofSeconds(5)).until(() -> service.requests().size() > before);
        return service.last().text("operationContext");
    }

    @Test
    void oneEventMoreThanOnceGoesOnOnce() throws Exception {
        app.add(routes -> routes.from("direct:twice").to(PLAY).to("mock:twice"));
        app.mock("twice").expectedMessageCount(1);

        Exchange done = send("direct:twice", (path, context) -> {
            String event = Callbacks.event("PlayCompleted", CALL, context);
            app.deliver(event);
            app.deliver(event);
        });

        assertThat(done.getException()).isNull();
        app.mock("twice").setAssertPeriod(150);
        app.mock("twice").assertIsSatisfied();
    }

    @Test
    void oneWaitMoreThanTheLimitIsRefusedBeforeAnythingIsSent(AcsSimulator simulator) throws Exception {
        try (CallApp small = CallApp.run(simulator, settings -> {
            settings.setConnectionString(service.connectionString());
            settings.setMaxOpenWaits(1);
        }, routes -> routes.from("acs-call:events").to("mock:events"))) {
            int before = service.requests().size();
            var first = small.template().asyncSend(PLAY, exchange -> {
            });
            await().atMost(Duration.ofSeconds(5)).until(() -> service.requests().size() > before);

            Exchange refused = small.send(PLAY, null, Map.of());

            assertThat(refused.getException()).hasMessageContaining("maxOpenWaits").hasMessageContaining("for example");
            assertThat(service.requests()).hasSize(before + 1);
            small.deliver(Callbacks.event("PlayCompleted", CALL, service.last().text("operationContext")));
            assertThat(first.join().getException()).isNull();
        }
    }
}
