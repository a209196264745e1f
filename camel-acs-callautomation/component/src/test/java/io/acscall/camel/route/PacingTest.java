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
import java.util.concurrent.atomic.AtomicInteger;

import io.acscall.camel.AcsCallException;
import io.acscall.camel.CallOperationFailedException;
import io.acscall.camel.CallPacingException;
import io.acscall.camel.CallRequestException;
import io.acscall.camel.CallShutdownException;
import io.acscall.camel.outcome.Outcome;
import io.acscall.camel.pacing.PacingException;
import io.acscall.camel.route.StubService.Reply;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** No more calls to phone numbers from one number than {@code maxConcurrentPerCaller}. */
class PacingTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String ANN = "+16045550101";
    private static final String BOB = "+16045550102";
    private static final String USER = "8:acs:11111111-2222-4333-8444-555555555555_00000000-0000-4000-8000-000000000001";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final RouteBuilder ROUTES = new RouteBuilder() {
        @Override
        public void configure() {
            from("direct:ring").to("acs-call:createCall?awaitEvent=true&hangUpOn=none");
            from("direct:hope").to("acs-call:createCall?awaitEvent=true&throwExceptionOnFailure=false");
            from("direct:group").to("acs-call:createGroupCall");
            from("direct:add").to("acs-call:addParticipant?awaitEvent=true");
            from("direct:remove").to("acs-call:removeParticipant?awaitEvent=true");
            from("direct:hangUp").to("acs-call:hangUp?forEveryone=true&awaitEvent=true");
            from("direct:redelivered")
                    .errorHandler(defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(0))
                    .to("acs-call:createCall");
        }
    };

    private static CallApp app;

    @BeforeAll
    static void start() throws Exception {
        app = CallApp.start(SIMULATOR.simulator(), configuration -> {
            configuration.setMaxConcurrentPerCaller(1);
            configuration.setMaxPacedWaiting(2);
        }, ROUTES);
    }

    @AfterEach
    void allIsFree(AcsSimulator simulator) {
        simulator.calls().forEach(call -> call.people().stream().filter(person -> !person.ringing())
                .forEach(person -> simulator.hangUp(call.callId(), person.rawId())));
        await().atMost(SOON).untilAsserted(
                () -> assertThat(app.component().getPacing()).containsEntry("held", 0L).containsEntry("waiting", 0L));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static Exchange ring(String who) {
        return app.send("direct:ring", null, Map.of("CamelAcsCallTarget", who));
    }

    private static CompletableFuture<Exchange> rings(String who) {
        return rings(app, "direct:ring", Map.of("CamelAcsCallTarget", who));
    }

    private static CompletableFuture<Exchange> rings(CallApp app, String uri, Map<String, Object> headers) {
        return app.template().asyncSend(uri, exchange -> exchange.getMessage().setHeaders(new HashMap<>(headers)));
    }

    private static String call(Exchange up) {
        assertThat(up.getException()).isNull();
        return up.getMessage().getHeader("CamelAcsCallConnectionId", String.class);
    }

    private static void waiting(int many) {
        await().atMost(SOON).untilAsserted(() -> assertThat(app.component().getPacing()).containsEntry("waiting", (long) many));
    }

    @Test
    void theSecondCallIsMadeWhenTheFirstHasEnded(AcsSimulator simulator) throws Exception {
        String first = call(ring(ANN));
        CompletableFuture<Exchange> second = rings(BOB);
        waiting(1);
        assertThat(simulator.timeline().requests("createCall")).hasSize(1);

        app.send("direct:hangUp", null, Map.of("CamelAcsCallConnectionId", first));

        assertThat(call(second.get(20, TimeUnit.SECONDS))).isNotEqualTo(first);
    }

    @Test
    void aBusyNumberMakesRoomForTheNext(AcsSimulator simulator) throws Exception {
        simulator.person(ANN).busy();

        CompletableFuture<Exchange> busy = rings(ANN);
        simulator.awaitRequest("createCall", SOON);
        CompletableFuture<Exchange> next = rings(BOB);

        CallOperationFailedException failed
                = busy.get(20, TimeUnit.SECONDS).getException(CallOperationFailedException.class);
        assertThat(failed.getOutcome()).isEqualTo(Outcome.BUSY);
        call(next.get(20, TimeUnit.SECONDS));
    }

    @Test
    void whoCanNotWaitIsToldWhichOptionAndByAnOutcome() {
        call(ring(ANN));
        CompletableFuture<Exchange> second = rings(BOB);
        waiting(1);
        CompletableFuture<Exchange> third = rings(BOB);
        waiting(2);

        Exchange refused = ring(BOB);
        Exchange hopeful = app.send("direct:hope", "as it was", Map.of("CamelAcsCallTarget", BOB));

        CallPacingException why = refused.getException(CallPacingException.class);
        assertThat(why).hasMessageContaining("maxConcurrentPerCaller=1").hasMessageContaining("maxPacedWaiting");
        assertThat(why.getReason()).isEqualTo(PacingException.Reason.TOO_MANY_WAITING);
        assertThat(why.getOutcome()).isEqualTo(Outcome.CALLER_LIMIT);
        assertThat(why.isRetryable()).isTrue();
        assertThat(why.getAction()).isEqualTo("createCall");
        assertThat(hopeful.getException()).isNull();
        assertThat(hopeful.getMessage().getHeader("CamelAcsCallOutcome")).isEqualTo(Outcome.CALLER_LIMIT);
        assertThat(hopeful.getMessage().getBody()).isEqualTo("as it was");
        hangUpOneByOne(second, third);
    }

    private static void hangUpOneByOne(CompletableFuture<?>... left) {
        await().atMost(SOON).until(() -> {
            SIMULATOR.simulator().calls().forEach(call -> call.people().stream().filter(person -> !person.ringing())
                    .forEach(person -> SIMULATOR.simulator().hangUp(call.callId(), person.rawId())));
            return CompletableFuture.allOf(left).isDone();
        });
    }

    @Test
    void usersOfTheServiceDoNotCount() {
        call(ring(ANN));

        call(ring(USER));

        assertThat(app.component().getPacing()).containsEntry("held", 1L);
    }

    @Test
    void aNumberThatIsAddedCountsUntilItIsRemoved() throws Exception {
        String meeting = call(ring(USER));
        Exchange added = app.send("direct:add", null, Map.of("CamelAcsCallConnectionId", meeting, "CamelAcsCallTarget", ANN));
        assertThat(added.getException()).isNull();
        CompletableFuture<Exchange> next = rings(BOB);
        waiting(1);

        app.send("direct:remove", null, Map.of("CamelAcsCallConnectionId", meeting, "CamelAcsCallTarget", ANN));

        call(next.get(20, TimeUnit.SECONDS));
    }

    @Test
    void aNumberThatWasAddedAndHangsUpDoesNotCountAnyMore(AcsSimulator simulator) throws Exception {
        String meeting = call(ring(USER));
        app.send("direct:add", null, Map.of("CamelAcsCallConnectionId", meeting, "CamelAcsCallTarget", ANN));
        CompletableFuture<Exchange> next = rings(BOB);
        waiting(1);

        simulator.hangUp(simulator.call(meeting).orElseThrow().callId(), "4:" + ANN);

        call(next.get(20, TimeUnit.SECONDS));
    }

    @Test
    void anInvitationThatFailsDoesNotCountAnyMore(AcsSimulator simulator) {
        simulator.person(ANN).declines();
        String meeting = call(ring(USER));

        Exchange added = app.send("direct:add", null, Map.of("CamelAcsCallConnectionId", meeting, "CamelAcsCallTarget", ANN));

        assertThat(added.getException(AcsCallException.class).getOutcome()).isEqualTo(Outcome.DECLINED);
        call(ring(BOB));
    }

    @Test
    void aGroupOfMoreNumbersThanTheLimitIsRefused() {
        Exchange group = app.send("direct:group", null, Map.of("CamelAcsCallTarget", ANN + "," + BOB));

        assertThat(group.getException(CallPacingException.class)).hasMessageContaining("rings 2 phone numbers")
                .hasMessageContaining("maxConcurrentPerCaller=1");
    }

    @Test
    void aKeyThatCouldNotBeSentIsFreeForTheNext(AcsSimulator simulator) {
        String first = call(ring(ANN));
        CompletableFuture<Exchange> second = rings(BOB);
        CompletableFuture<Exchange> third = rings(BOB);
        waiting(2);
        Map<String, Object> keyed = Map.of("CamelAcsCallTarget", BOB, "CamelAcsCallIdempotencyKey", "order-4711");
        assertThat(app.send("direct:ring", null, keyed).getException()).isInstanceOf(CallPacingException.class);
        hangUpOneByOne(second, third);
        allIsFree(simulator);

        String made = call(app.send("direct:ring", null, keyed));

        assertThat(made).isNotEqualTo(first);
        assertThat(call(app.send("direct:ring", null, keyed))).as("the result, which needs no permit").isEqualTo(made);
    }

    @Test
    void aRequestThatIsRefusedMakesRoomAndOneOfUnknownEndIsRepeatedUnderItsOwnPermit(AcsSimulator simulator) throws Exception {
        AtomicInteger tries = new AtomicInteger();
        try (StubService service = new StubService(request -> switch (tries.incrementAndGet()) {
            case 1 -> Reply.error(400, "8523", "bad");
            case 2 -> Reply.error(500, "9999", "internal");
            default -> Reply.call("c1");
        });
             CallApp stubbed = CallApp.start(simulator, configuration -> {
                 configuration.setConnectionString(service.connectionString());
                 configuration.setMaxConcurrentPerCaller(1);
                 configuration.setMaxPacedWaiting(0);
                 configuration.setMaxRetries(0);
             }, ROUTES)) {
            Map<String, Object> ann = Map.of("CamelAcsCallTarget", ANN);
            assertThat(stubbed.send("direct:ring", null, ann).getException()).isInstanceOf(CallRequestException.class);
            assertThat(stubbed.component().getPacing()).containsEntry("held", 0L);

            Exchange repeated = stubbed.send("direct:redelivered", null, ann);

            assertThat(repeated.getException()).isNull();
            assertThat(tries).hasValue(3);
            assertThat(stubbed.component().getPacing()).containsEntry("held", 1L).containsEntry("granted", 3L);
            assertThat(stubbed.send("direct:ring", null, ann).getException()).isInstanceOf(CallPacingException.class);
        }
    }

    @Test
    void whatCanNotBeSentAfterThePermitIsThereGivesItBack(AcsSimulator simulator) throws Exception {
        Exchange elsewhere = app.send("direct:ring", null, Map.of(
                "CamelAcsCallTarget", ANN, "CamelAcsCallCallbackUri", "https://elsewhere.example.com/events"));
        assertThat(elsewhere.getException()).hasMessageContaining("callbackUri");
        assertThat(app.component().getPacing()).containsEntry("held", 0L);

        try (StubService service = StubService.taking("c1"); CallApp small = CallApp.start(simulator, configuration -> {
            configuration.setConnectionString(service.connectionString());
            configuration.setMaxConcurrentPerCaller(1);
            configuration.setMaxOpenWaits(1);
        }, ROUTES)) {
            small.context().getShutdownStrategy().setTimeout(2);
            CompletableFuture<Exchange> open = rings(small, "direct:ring", Map.of("CamelAcsCallTarget", USER));
            await().atMost(SOON).until(() -> service.requests().size() == 1);

            Exchange refused = small.send("direct:ring", null, Map.of("CamelAcsCallTarget", ANN));

            assertThat(refused.getException()).hasMessageContaining("maxOpenWaits");
            assertThat(open).isNotDone();
            assertThat(small.component().getPacing()).containsEntry("held", 0L).containsEntry("granted", 1L);
        }
    }

    @Test
    void whoWaitsWhenTheApplicationStopsIsToldSo(AcsSimulator simulator) throws Exception {
        CompletableFuture<Exchange> second;
        try (CallApp stopping = CallApp.start(simulator, configuration -> configuration.setMaxConcurrentPerCaller(1), ROUTES)) {
            stopping.context().getShutdownStrategy().setTimeout(2);
            call(stopping.send("direct:ring", null, Map.of("CamelAcsCallTarget", ANN)));
            second = rings(stopping, "direct:ring", Map.of("CamelAcsCallTarget", BOB));
            await().atMost(SOON).until(() -> stopping.component().getPacing().get("waiting") == 1);
        }

        Exchange ended = second.get(20, TimeUnit.SECONDS);
        assertThat(ended.getException()).isInstanceOf(CallShutdownException.class);
    }

    @Test
    void withoutTheOptionNothingIsCounted(AcsSimulator simulator) throws Exception {
        try (CallApp free = CallApp.start(simulator, ROUTES)) {
            call(free.send("direct:ring", null, Map.of("CamelAcsCallTarget", ANN)));
            call(free.send("direct:ring", null, Map.of("CamelAcsCallTarget", BOB)));

            assertThat(free.component().getPacing()).isEmpty();
        }
    }
}
