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

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.acscall.camel.CallShutdownException;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Stop, suspend and start again, in the middle of calls. */
class StopTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR
            = new AcsSimulatorExtension(builder -> builder.playTime(Duration.ofMillis(800)));

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String PLAY = "acs-call:play?file=https://media.example.com/a.wav&awaitEvent=true";
    private static final int CALLS = 20;

    private static void stop(CallApp app) {
        app.context().stop();
    }

    /** Every other caller hears the prompt until the call ends. */
    private static void playForEver(Exchange exchange) {
        String caller = exchange.getMessage().getHeader("CamelAcsCallFrom", String.class);
        exchange.getMessage().setHeader("CamelAcsCallLoop", Integer.parseInt(caller.substring(caller.length() - 1)) % 2 == 1);
    }

    @Test
    void aStopLetsFinishWhatCanAndEndsTheRestInTime(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> {
            routes.onException(CallShutdownException.class).to("mock:ended");
            routes.from("acs-call:incomingCall").to("acs-call:answer?awaitEvent=true")
                    .process(StopTest::playForEver).to(PLAY).to("mock:finished");
        }).subscribed()) {
            app.context().getShutdownStrategy().setTimeout(4);
            MockEndpoint finished = app.mock("finished");
            MockEndpoint ended = app.mock("ended");
            for (int i = 0; i < CALLS; i++) {
                simulator.placeCall("+1604555%04d".formatted(i), CallApp.OUR_NUMBER);
            }
            simulator.awaitRequests("play", CALLS, SOON);
            long start = System.nanoTime();

            stop(app);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).as("before Camel's own time-out")
                    .isLessThan(Duration.ofMillis(3_900));
            assertThat(finished.getReceivedCounter()).isEqualTo(CALLS / 2);
            assertThat(ended.getExchanges()).hasSize(CALLS / 2).allSatisfy(exchange -> assertThat(
                    exchange.getProperty(Exchange.EXCEPTION_CAUGHT, CallShutdownException.class).getOutcome())
                    .isEqualTo(Outcome.SHUTDOWN));
            assertThat(app.context().getInflightRepository().size()).isZero();
            simulator.awaitRequests("terminateCall", CALLS / 2, SOON);
        }
    }

    @Test
    void aStopWithoutOpenWaitsDoesNotWait(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> {
            routes.from("acs-call:events").to("mock:events");
            routes.from("direct:in").to(PLAY);
        })) {
            long start = System.nanoTime();

            stop(app);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void eventsThatWereTakenAreDoneBeforeTheStop(AcsSimulator simulator) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (CallApp app = CallApp.run(simulator, settings -> settings.setConsumerPoolSize(2),
                routes -> routes.from("acs-call:events").process(exchange -> go.await(10, TimeUnit.SECONDS))
                        .to("mock:events"))) {
            MockEndpoint events = app.mock("events");
            for (int i = 0; i < 30; i++) {
                app.deliver(Callbacks.event("CallConnected", "call-" + i, null));
            }

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> stop(app));
            await().atMost(SOON).until(() -> app.context().isStopping());
            String late = Callbacks.event("CallConnected", "late", null);
            await().atMost(SOON).until(() -> app.post("/acs-call/events", late, "Authorization",
                    "Bearer " + simulator.tokens().valid()).statusCode() == 503);
            go.countDown();
            stopped.join();

            assertThat(events.getReceivedCounter()).as("nothing lost; what came late was told to come again").isBetween(30, 31);
        }
    }

    @Test
    void aSuspendedConsumerAsksTheSenderToComeAgainWhileAwaitedEventsAreTaken(AcsSimulator simulator) throws Exception {
        try (StubService service = StubService.taking("the-call");
             CallApp app = CallApp.run(simulator, settings -> settings.setConnectionString(service.connectionString()),
                     routes -> {
                         routes.from("acs-call:events").routeId("events").to("mock:events");
                         routes.from("direct:in").to(PLAY + "&callConnectionId=the-call");
                     })) {
            app.mock("events").expectedMessageCount(1);
            var waiting = app.template().asyncSend("direct:in", exchange -> {
            });
            await().atMost(SOON).until(() -> service.requests().size() == 1);
            app.context().getRouteController().suspendRoute("events");
            String bearer = "Bearer " + simulator.tokens().valid();
            String other = Callbacks.event("CallConnected", "other-call", null);

            HttpResponse<String> refused = app.post("/acs-call/events", other, "Authorization", bearer);
            HttpResponse<String> taken = app.post("/acs-call/events",
                    Callbacks.event("PlayCompleted", "the-call", service.last().text("operationContext")), "Authorization",
                    bearer);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(taken.statusCode()).isEqualTo(200);
            assertThat(waiting.join().getException()).isNull();

            app.context().getRouteController().resumeRoute("events");
            assertThat(app.post("/acs-call/events", other, "Authorization", bearer).statusCode()).as("again").isEqualTo(200);
            app.mock("events").assertIsSatisfied();
            assertThat(app.mock("events").getExchanges().get(0).getMessage().getHeader("CamelAcsCallConnectionId"))
                    .isEqualTo("other-call");
        }
    }

    @Test
    void aRouteCanBeStoppedAndStartedAgain(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> {
            routes.from("acs-call:incomingCall").routeId("calls").to("acs-call:answer?awaitEvent=true").to(PLAY)
                    .to("mock:done");
            routes.from("acs-call:events").routeId("events").to("mock:events");
        }).subscribed()) {
            for (int round = 1; round <= 2; round++) {
                app.mock("done").reset();
                app.mock("done").expectedMessageCount(1);
                simulator.placeCall(CallApp.CALLER, CallApp.OUR_NUMBER);
                app.mock("done").assertIsSatisfied();

                for (String route : new String[] { "calls", "events" }) {
                    app.context().getRouteController().stopRoute(route);
                    app.context().getRouteController().startRoute(route);
                }
            }
        }
    }

    @Test
    void aStoppedRouteTakesNothingAndTheOthersGoOn(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> {
            routes.from("acs-call:events").routeId("one").to("mock:one");
            routes.from("acs-call:events").routeId("other").to("mock:other");
        })) {
            app.mock("one").expectedMessageCount(0);
            app.mock("other").expectedMessageCount(1);
            app.context().getRouteController().stopRoute("one");

            app.deliver(Callbacks.event("CallConnected", "the-call", null));

            app.mock("other").assertIsSatisfied();
            app.mock("one").assertIsSatisfied();
        }
    }

    @Test
    void anAwaitedEventIsTakenOnceTheRouteThatWaitsIsStopping(AcsSimulator simulator) throws Exception {
        try (StubService service = StubService.taking("the-call");
             CallApp app = CallApp.run(simulator, settings -> settings.setConnectionString(service.connectionString()),
                     routes -> routes.from("direct:in").routeId("waiting").to(PLAY + "&callConnectionId=the-call")
                             .to("mock:done"))) {
            app.mock("done").expectedMessageCount(1);
            var waiting = app.template().asyncSend("direct:in", exchange -> {
            });
            await().atMost(SOON).until(() -> service.requests().size() == 1);

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> stop(app));
            await().atMost(SOON).until(() -> app.context().isStopping());
            app.deliver(Callbacks.event("PlayCompleted", "the-call", service.last().text("operationContext")));

            assertThat(waiting.join().getException()).isNull();
            stopped.join();
            app.mock("done").assertIsSatisfied();
        }
    }
}
