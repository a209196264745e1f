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

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.acscall.camel.AckMode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.fault.CallbackFault;
import io.acscall.simulator.fault.CallbackRule;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.acscall.camel.route.Conversation.ANN;
import static io.acscall.camel.route.Conversation.GONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The meters of an application with a Micrometer registry, well and with the faults that they are for.
 */
class MetersTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private CallApp app;

    @BeforeEach
    void start(AcsSimulator simulator) throws Exception {
        app = CallApp.run(simulator, configuration -> {
            configuration.setAckMode(AckMode.completed);
            configuration.setMaxHeldRequests(5);
            configuration.setMaxConcurrentPerCaller(2);
        }, routes -> {
            routes.bindToRegistry("metricsRegistry", registry);
            routes.from("acs-call:events?eventTypes=PlayCompleted,CallConnected").to("mock:events");
            routes.from("acs-call:events?eventTypes=RecognizeCompleted").process(
                    exchange -> assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue());
        });
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        app.close();
    }

    @Test
    void actionsRequestsWaitsAndEventsOfACallThatComesUp() {
        app.call(ANN);

        assertThat(timed("acs.call.actions", "action", "createCall", "outcome", "SUCCESS", "awaited", "true")).isEqualTo(1);
        assertThat(timed("acs.call.requests", "action", "createCall", "status", "201")).isEqualTo(1);
        assertThat(timed("acs.call.waits", "action", "createCall", "result", "succeeded")).isEqualTo(1);
        await().untilAsserted(() -> assertThat(
                counted("acs.call.events", "type", "CallConnected", "fate", "wait_and_consumers")).isEqualTo(1));
        assertThat(timed("acs.call.events.age", "kind", "callback")).isPositive();
        assertThat(read("acs.call.waits.open")).isZero();
        assertThat(read("acs.call.waits.limit")).isPositive();
        assertThat(registry.get("acs.call.paced").tag("state", "up").gauge().value()).isEqualTo(1);
        assertThat(registry.get("acs.call.pacing").tag("what", "granted").functionCounter().count()).isEqualTo(1);
    }

    @Test
    void aCallbackThatIsLostIsAWaitThatTimesOut(AcsSimulator simulator) {
        simulator.faults().callbacks(CallbackRule.of("CallConnected").always(CallbackFault.LOST));

        app.send("acs-call:createCall?awaitEvent=true&awaitTimeout=500&hangUpOn=none", null, Map.of("CamelAcsCallTarget", ANN));

        assertThat(timed("acs.call.waits", "action", "createCall", "result", "timed_out")).isEqualTo(1);
        assertThat(timed("acs.call.actions", "action", "createCall", "outcome", "TIMED_OUT", "awaited", "true")).isEqualTo(1);
    }

    @Test
    void aRefusedActionHasItsOutcomeAndStatus() {
        app.send("acs-call:play?file=https://example.com/a.wav", null, Map.of("CamelAcsCallConnectionId", GONE));

        assertThat(timed("acs.call.actions", "action", "play", "outcome", "CALL_NOT_FOUND", "awaited", "false")).isEqualTo(1);
        assertThat(timed("acs.call.requests", "action", "play", "status", "404")).isEqualTo(1);
    }

    @Test
    void duplicatesRefusalsAndWhatNobodyWants(AcsSimulator simulator) {
        String event = Callbacks.event("PlayCompleted", "call", null);
        app.post("/acs-call/events", event);
        app.post("/acs-call/events", event, "Authorization", "Bearer " + simulator.tokens().expired());
        app.deliver(event);
        app.deliver(event);
        app.deliver(Callbacks.event("PlayFailed", "call", null));

        assertThat(counted("acs.call.refused", "door", "callback", "reason", "missing", "status", "401")).isEqualTo(1);
        assertThat(counted("acs.call.refused", "door", "callback", "reason", "expired", "status", "401")).isEqualTo(1);
        assertThat(counted("acs.call.events.duplicate", "type", "PlayCompleted")).isEqualTo(1);
        assertThat(counted("acs.call.events", "type", "PlayCompleted", "fate", "duplicate")).isEqualTo(1);
        assertThat(counted("acs.call.events", "type", "PlayFailed", "fate", "nobody")).isEqualTo(1);
        assertThat(registry.get("acs.call.dropped").tags("what", "event", "reason", "unwanted").functionCounter().count())
                .isEqualTo(1);
    }

    @Test
    void aSlowRouteHoldsRequestsAndLetsEventsQueue() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 2; i++) {
                senders.execute(() -> app.deliver(Callbacks.event("RecognizeCompleted", "slow", null)));
            }

            await().untilAsserted(() -> {
                assertThat(read("acs.call.held")).isEqualTo(2);
                assertThat(read("acs.call.events.queued")).isEqualTo(1);
                assertThat(read("acs.call.lanes")).isEqualTo(1);
            });
            assertThat(read("acs.call.held.limit")).isEqualTo(5);
        } finally {
            goOn.countDown();
            senders.shutdown();
        }
        assertThat(senders.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        await().untilAsserted(() -> {
            assertThat(read("acs.call.held")).isZero();
            assertThat(read("acs.call.events.queued")).isZero();
            assertThat(read("acs.call.lanes")).isZero();
        });
    }

    private long timed(String name, String... tags) {
        return registry.get(name).tags(tags).timer().count();
    }

    private double counted(String name, String... tags) {
        return registry.get(name).tags(tags).counter().count();
    }

    private double read(String name) {
        return registry.get(name).gauge().value();
    }
}
