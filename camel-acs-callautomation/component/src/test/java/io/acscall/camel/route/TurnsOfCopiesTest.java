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

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.LoggingLevel;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Who gives the turn of a call to its next event by waiting: a child that its exchange waits for, not a copy that goes
 * its own way.
 */
class TurnsOfCopiesTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String CALL = "401f0000-0000-4000-8000-0000000000f1";
    private static final String PLAY = "acs-call:play?file=https://example.com/a.wav&awaitEvent=true";

    private final List<String> steps = new CopyOnWriteArrayList<>();

    private Processor note(String what) {
        return exchange -> steps.add(what);
    }

    @ParameterizedTest
    @ValueSource(strings = { "split", "parallelSplit", "multicast", "recipientList" })
    void aChildThatWaitsGivesTheTurnToTheNextEvent(String parent) throws Exception {
        RouteBuilder routes = new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:child").to(PLAY).process(note("child goes on"));
                from("acs-call:events?eventTypes=CallConnected").to("direct:" + parent).process(note("parent is done"));
                from("direct:split").split(constant(List.of("one"))).to("direct:child").end();
                from("direct:parallelSplit").split(constant(List.of("one"))).parallelProcessing().to("direct:child").end();
                from("direct:multicast").multicast().to("direct:child", "log:second?level=OFF").end();
                from("direct:recipientList").recipientList(constant("direct:child"));
                from("acs-call:events?eventTypes=PlayCompleted").log(LoggingLevel.DEBUG, "done");
            }
        };
        try (StubService service = StubService.taking(CALL);
             CallApp app
                     = CallApp.start(SIMULATOR.simulator(),
                             settings -> settings.setConnectionString(service.connectionString()),
                             routes)) {
            app.deliver(Callbacks.event("CallConnected", CALL, null));
            await("the prompt").until(() -> !service.requests().isEmpty());
            app.deliver(Callbacks.event("PlayCompleted", CALL, service.last().text("operationContext")));

            await("the end").until(() -> steps.size() == 2);
            assertThat(steps).containsExactly("child goes on", "parent is done");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "split", "parallelSplit", "multicast", "recipientList", "childOfAChild" })
    void aChildThatWaitsLetsTheSameRouteHaveTheNextEvent(String parent) throws Exception {
        RouteBuilder routes = new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:child").to(PLAY);
                from("acs-call:events").choice().when(header("CamelAcsCallEventType").isEqualTo("CallConnected"))
                        .to("direct:" + parent).process(note("first is done"))
                        .otherwise().process(note("next"));
                from("direct:split").split(constant(List.of("one"))).to("direct:child").end();
                from("direct:parallelSplit").split(constant(List.of("one"))).parallelProcessing().to("direct:child").end();
                from("direct:multicast").multicast().to("direct:child").end();
                from("direct:recipientList").recipientList(constant("direct:child"));
                from("direct:childOfAChild").split(constant(List.of("one"))).to("direct:multicast").end();
            }
        };
        try (StubService service = StubService.taking(CALL);
             CallApp app
                     = CallApp.start(SIMULATOR.simulator(),
                             settings -> settings.setConnectionString(service.connectionString()),
                             routes)) {
            app.deliver(Callbacks.event("CallConnected", CALL, null));
            await("the prompt").until(() -> !service.requests().isEmpty());
            app.deliver(Callbacks.event("ParticipantsUpdated", CALL, null));

            await("the next event while the first waits").until(() -> steps.equals(List.of("next")));
            app.deliver(Callbacks.event("PlayCompleted", CALL, service.last().text("operationContext")));

            await("the first").until(() -> steps.contains("first is done"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "wireTap", "seda", "wireTapOfAChild", "sedaOfAChild" })
    void aCopyThatWaitsHoldsAndGivesNothing(String copy) throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        RouteBuilder routes = new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:copy").to(PLAY);
                from("seda:copy").to(PLAY);
                from("acs-call:events").choice().when(header("CamelAcsCallEventType").isEqualTo("CallConnected"))
                        .to("direct:" + copy).process(exchange -> open.await(30, TimeUnit.SECONDS))
                        .process(note("first is done"))
                        .otherwise().process(note("next"));
                from("direct:wireTap").wireTap("direct:copy");
                from("direct:seda").to("seda:copy?waitForTaskToComplete=Never");
                from("direct:wireTapOfAChild").split(constant(List.of("one"))).wireTap("direct:copy").end();
                from("direct:sedaOfAChild").split(constant(List.of("one"))).to("seda:copy?waitForTaskToComplete=Never").end();
            }
        };
        try (StubService service = StubService.taking(CALL);
             CallApp app
                     = CallApp.start(SIMULATOR.simulator(),
                             settings -> settings.setConnectionString(service.connectionString()),
                             routes)) {
            app.deliver(Callbacks.event("CallConnected", CALL, null));
            await("the prompt of the copy").until(() -> !service.requests().isEmpty());
            app.deliver(Callbacks.event("ParticipantsUpdated", CALL, null));
            app.deliver(Callbacks.event("PlayStarted", CALL + 2, null));
            await("the event of another call").until(() -> !steps.isEmpty());
            assertThat(steps).as("the next event of the call has its turn when the first is done").containsExactly("next");
            open.countDown();

            await("all").until(() -> steps.size() == 3);
            assertThat(steps).containsExactly("next", "first is done", "next");
            // nobody waits when the application stops
            app.deliver(Callbacks.event("PlayCompleted", CALL, service.last().text("operationContext")));
        }
    }
}
