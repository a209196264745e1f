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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.LeftBehind;
import io.acscall.camel.RefusalNumbers;
import io.acscall.camel.event.CallEvent;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.fault.CallbackFault;
import io.acscall.simulator.fault.CallbackRule;
import io.acscall.simulator.fault.RetryProfile;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.timeline.TimelineEntry;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Many calls at once with events that come twice, early and out of order, and a queue so short that some are sent away
 * and come again: each event reaches its route once.
 */
class StormTest {

    private static final int CALLS = 200;

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    @RepeatedTest(2)
    void everyEventReachesItsRouteExactlyOnce(AcsSimulator simulator) throws Exception {
        Map<String, List<String>> events = new ConcurrentHashMap<>();
        RouteBuilder routes = new RouteBuilder() {
            @Override
            public void configure() {
                from("acs-call:incomingCall")
                        .to("acs-call:answer?awaitEvent=true&cognitiveServicesEndpoint=https://cog.example.com/")
                        .to("acs-call:play?text=Hello&voice=en-US-JennyNeural&awaitEvent=true")
                        .to("acs-call:hangUp?forEveryone=true&awaitEvent=true").to("mock:done");
                from("acs-call:events").process(exchange -> {
                    // however slow the storm is on this machine: it goes on when somebody was sent away
                    AcsCallComponent component = getContext().getComponent("acs-call", AcsCallComponent.class);
                    await("somebody is sent away").atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(10))
                            .until(() -> RefusalNumbers.of(component).keySet().stream().anyMatch(why -> why.endsWith(".busy")));
                    CallEvent event = exchange.getMessage().getBody(CallEvent.class);
                    events.computeIfAbsent(event.callConnectionId(), call -> new CopyOnWriteArrayList<>()).add(event.id());
                });
            }
        };
        simulator.faults().seed(20261122).retry(RetryProfile.of(20, Duration.ofMillis(50)))
                .eventGridRetry(RetryProfile.of(20, Duration.ofMillis(100)))
                .callbacks(CallbackRule.every().sometimes(CallbackFault.TWICE, 0.05)
                        .sometimes(CallbackFault.OUT_OF_ORDER, 0.2).sometimes(CallbackFault.EARLY, 0.2));
        try (CallApp app
                = CallApp.start(simulator, configuration -> configuration.setMaxQueuedEvents(25), routes).subscribed()) {
            MockEndpoint done = app.mock("done");
            done.expectedMessageCount(CALLS);
            done.setResultWaitTime(TimeUnit.MINUTES.toMillis(3));

            for (int i = 0; i < CALLS; i++) {
                simulator.placeCall("+1604555" + (1000 + i), "+18001234567");
            }

            done.assertIsSatisfied();
            await("every event of every call").atMost(Duration.ofMinutes(1)).untilAsserted(
                    () -> assertThat(events.values()).hasSize(CALLS)
                            .allSatisfy(ids -> assertThat(ids).hasSizeGreaterThanOrEqualTo(5)));
            assertThat(events.values()).allSatisfy(ids -> assertThat(ids).doesNotHaveDuplicates());
            Set<String> sent = simulator.timeline().callbacks().stream().flatMap(StormTest::ids).collect(Collectors.toSet());
            await("all that was sent").untilAsserted(() -> assertThat(
                    events.values().stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(sent));
            assertThat(RefusalNumbers.of(app.component())).as("the storm was one").containsKeys("event.duplicate")
                    .anySatisfy((reason, count) -> assertThat(reason).endsWith(".busy"));
            await("nothing stays behind").untilAsserted(() -> assertThat(LeftBehind.in(app.component())).isZero());
        }
    }

    private static Stream<String> ids(TimelineEntry callback) {
        return StreamSupport.stream(callback.body().spliterator(), false).map(event -> event.path("id").asText());
    }
}
