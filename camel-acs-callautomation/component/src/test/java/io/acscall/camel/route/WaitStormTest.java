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
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import io.acscall.camel.LeftBehind;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.fault.CallbackFault;
import io.acscall.simulator.fault.CallbackRule;
import io.acscall.simulator.fault.RetryProfile;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Many calls at once, each waiting for a prompt and for a key, with events that come early, twice, out of order or
 * never: each wait ends once, those whose event is lost by their time-out.
 */
class WaitStormTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR
            = new AcsSimulatorExtension(
                    builder -> builder.playTime(Duration.ofMillis(200)).maxSilence(Duration.ofMillis(200))
                            .maxCalls(2_000).timelineEntries(50_000));

    private static final String AWAIT = "&awaitEvent=true&throwExceptionOnFailure=false";
    private static final String PLAY = "acs-call:play?file=https://media.example.com/a.wav" + AWAIT;
    private static final String RECOGNIZE = "acs-call:recognize?inputType=dtmf&maxTones=1" + AWAIT;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int STEPS = 2;

    /** How often each step of each call went on. */
    private final Map<String, AtomicInteger> ends = new ConcurrentHashMap<>();
    private final AtomicInteger timedOut = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final Queue<Exception> failed = new ConcurrentLinkedQueue<>();

    @Test
    void everyWaitOfTwoHundredCallsEndsOnce(AcsSimulator simulator) throws Exception {
        storm(simulator, 200, Duration.ofSeconds(12));
    }

    @Test
    @Tag("load")
    void everyWaitOfAThousandCallsEndsOnce(AcsSimulator simulator) throws Exception {
        storm(simulator, 1_000, Duration.ofMinutes(1));
    }

    private void storm(AcsSimulator simulator, int calls, Duration timeout) throws Exception {
        try (CallApp app = CallApp.start(simulator, routes(timeout)).subscribed()) {
            // what the busy machine does not take comes again; what is lost on purpose does not
            simulator.faults().seed(calls).retry(RetryProfile.of(20, Duration.ofMillis(100)))
                    .callbacks(CallbackRule.of("PlayCompleted").sometimes(CallbackFault.LOST, 0.1))
                    .callbacks(CallbackRule.of("RecognizeCompleted").sometimes(CallbackFault.LOST, 0.1))
                    .callbacks(CallbackRule.every().sometimes(CallbackFault.TWICE, 0.1)
                            .sometimes(CallbackFault.OUT_OF_ORDER, 0.2).sometimes(CallbackFault.EARLY, 0.2));

            for (int i = 0; i < calls; i++) {
                String caller = "+1604555%04d".formatted(i);
                simulator.person(caller).presses("1");
                simulator.placeCall(caller, CallApp.OUR_NUMBER);
            }

            await("all calls").atMost(PATIENCE).until(() -> done.get() + failed.size() == calls);
            assertThat(failed).isEmpty();
            await("nothing stays behind").atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(LeftBehind.in(app.component())).isZero());
            assertThat(app.context().getInflightRepository().size()).isZero();
            assertThat(ends).hasSize(STEPS * calls).allSatisfy((step, count) -> assertThat(count).hasValue(1));
            assertThat(timedOut.get()).as("those whose event was lost").isPositive().isEqualTo(lost(simulator));
        }
    }

    private static int lost(AcsSimulator simulator) {
        return (int) simulator.timeline().entries().stream()
                .filter(entry -> CallbackFault.LOST.wireName().equals(entry.fault())).count();
    }

    private RouteBuilder routes(Duration timeout) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).process(exchange -> failed.add(
                        exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
                from("acs-call:incomingCall").to("acs-call:answer?awaitEvent=true")
                        .setHeader("CamelAcsCallAwaitTimeout", constant(timeout))
                        .to(PLAY).process(exchange -> ended(exchange, "play"))
                        .to(RECOGNIZE).process(exchange -> ended(exchange, "recognize"))
                        .removeHeader("CamelAcsCallAwaitTimeout")
                        .to("acs-call:hangUp?forEveryone=true&awaitEvent=true").process(exchange -> done.incrementAndGet());
            }
        };
    }

    private void ended(Exchange exchange, String step) {
        String call = exchange.getMessage().getHeader("CamelAcsCallConnectionId", String.class);
        ends.computeIfAbsent(call + "/" + step, none -> new AtomicInteger()).incrementAndGet();
        if (Objects.equals(exchange.getMessage().getHeader("CamelAcsCallOutcome"), Outcome.TIMED_OUT)) {
            timedOut.incrementAndGet();
        }
    }
}
