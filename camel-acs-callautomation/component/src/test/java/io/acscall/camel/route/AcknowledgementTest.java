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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.acscall.camel.AckMode;
import io.acscall.camel.AcsCallConfiguration;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.callback.DeliveryResult;
import io.acscall.simulator.fault.RetryProfile;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class AcknowledgementTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String CALL = "401f0000-0000-4000-8000-0000000000a";

    @Test
    void receivedAnswersBeforeTheRouteIsDone(AcsSimulator simulator) throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        try (CallApp app = CallApp.start(simulator, blocked(open, new AtomicInteger()))) {
            assertThat(new Knocking(simulator, app).status(Callbacks.event("PlayCompleted", CALL + 1, null))).isEqualTo(200);
            open.countDown();
        }
    }

    @Test
    void completedAnswersWhenTheRouteIsDone(AcsSimulator simulator) throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        try (CallApp app = CallApp.start(simulator, AcknowledgementTest::completed, blocked(open, running))) {
            CompletableFuture<DeliveryResult> answer
                    = new Knocking(simulator, app).post(Callbacks.event("PlayCompleted", CALL + 1, null));
            Awaitility.await("the route runs").until(() -> running.get() == 1);
            assertThat(answer).isNotDone();

            open.countDown();

            assertThat(answer.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
        }
    }

    @Test
    void completedAnswersAtTheFirstWaitOfTheRoute(AcsSimulator simulator) throws Exception {
        RouteBuilder waiting = new RouteBuilder() {
            @Override
            public void configure() {
                from("acs-call:events?eventTypes=PlayStarted").to("direct:wait");
                from("direct:wait").setHeader("CamelAcsCallTarget", constant("+16045550177"))
                        .to("acs-call:createCall?sourceCallerId=+18005550100&awaitEvent=true").to("mock:answered");
            }
        };
        try (CallApp app = CallApp.start(simulator, AcknowledgementTest::completed, waiting)) {
            simulator.person("+16045550177").doesNotAnswer();

            assertThat(new Knocking(simulator, app).status(Callbacks.event("PlayStarted", CALL + 2, null))).isEqualTo(200);

            assertThat(app.mock("answered").getReceivedCounter()).isZero();
        }
    }

    @Test
    void completedCountsAnEventAsTakenAfterTheTimeOut(AcsSimulator simulator) throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        try (CallApp app = CallApp.start(simulator, configuration -> {
            completed(configuration);
            configuration.setAckTimeout(Duration.ofMillis(200));
        }, blocked(open, new AtomicInteger()))) {
            assertThat(new Knocking(simulator, app).status(Callbacks.event("PlayCompleted", CALL + 3, null))).isEqualTo(200);
            open.countDown();
        }
    }

    @Test
    void heldRequestsAreCapped(AcsSimulator simulator) throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        try (CallApp app = CallApp.start(simulator, configuration -> {
            completed(configuration);
            configuration.setMaxHeldRequests(2);
        }, blocked(open, running))) {
            Knocking knocking = new Knocking(simulator, app);
            List<CompletableFuture<DeliveryResult>> held = new ArrayList<>();
            held.add(knocking.post(Callbacks.event("PlayCompleted", CALL + 4, null)));
            held.add(knocking.post(Callbacks.event("PlayCompleted", CALL + 5, null)));
            Awaitility.await("both routes run").until(() -> running.get() == 2);

            DeliveryResult third = knocking.post(Callbacks.event("PlayCompleted", CALL + 6, null)).get(10, TimeUnit.SECONDS);

            assertThat(third.status()).isEqualTo(503);
            assertThat(third.headers()).containsKey("retry-after");
            open.countDown();
            for (CompletableFuture<DeliveryResult> answer : held) {
                assertThat(answer.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void fiftyParkedExchangesLeaveRoomForTheCallbacksThatEndThem(AcsSimulator simulator) throws Exception {
        RouteBuilder waiting = new RouteBuilder() {
            @Override
            public void configure() {
                from("acs-call:incomingCall")
                        .to("acs-call:answer?awaitEvent=true&cognitiveServicesEndpoint=https://cog.example.com/")
                        .to("acs-call:play?text=Hello&voice=en-US-JennyNeural&awaitEvent=true").to("mock:played");
            }
        };
        // what finds no place among the held requests comes again
        simulator.faults().eventGridRetry(RetryProfile.of(20, Duration.ofMillis(100)));
        try (CallApp app = CallApp.start(simulator, AcknowledgementTest::completed, waiting).subscribed()) {
            MockEndpoint played = app.mock("played");
            played.expectedMessageCount(50);
            played.setResultWaitTime(TimeUnit.MINUTES.toMillis(2));

            for (int i = 0; i < 50; i++) {
                simulator.placeCall("+1604555" + (1000 + i), "+18001234567");
            }

            played.assertIsSatisfied();
        }
    }

    private static void completed(AcsCallConfiguration configuration) {
        configuration.setAckMode(AckMode.completed);
    }

    private static RouteBuilder blocked(CountDownLatch open, AtomicInteger running) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("acs-call:events").process(exchange -> {
                    running.incrementAndGet();
                    open.await(30, TimeUnit.SECONDS);
                });
            }
        };
    }
}
