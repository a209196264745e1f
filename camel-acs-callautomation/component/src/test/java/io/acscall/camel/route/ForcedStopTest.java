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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.CallShutdownException;
import io.acscall.camel.ForcedStop;
import io.acscall.camel.LeftBehind;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What becomes of work that a stop has no more time for. */
class ForcedStopTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String PLAY = "acs-call:play?file=https://media.example.com/a.wav&awaitEvent=true";

    @Test
    void anEventWhoseTurnNeverCameIsNotCountedAnyMore(AcsSimulator simulator) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (CallApp app = CallApp.run(simulator, routes -> routes.from("acs-call:events").routeId("events")
                .process(exchange -> never.await(2 * SOON.toSeconds(), TimeUnit.SECONDS)))) {
            ShutdownAware consumer = (ShutdownAware) app.context().getRoute("events").getConsumer();
            AcsCallComponent component = app.component();
            app.deliver(Callbacks.event("CallConnected", "the-call", null));
            app.deliver(Callbacks.event("PlayStarted", "the-call", null));
            assertThat(consumer.getPendingExchangesSize()).as("one at work, one behind it").isEqualTo(2);

            app.context().getShutdownStrategy().setTimeout(1);
            app.context().getExecutorServiceManager().setShutdownAwaitTermination(100);
            app.context().stop();

            await().atMost(SOON).untilAsserted(() -> assertThat(consumer.getPendingExchangesSize()).isZero());
            assertThat(LeftBehind.in(component)).isZero();
        }
    }

    @Test
    void aStepThatBeginsAfterTheStopFailsAtOnce(AcsSimulator simulator) throws Exception {
        AsyncProducer producer;
        Exchange late;
        try (CallApp app = CallApp.run(simulator, routes -> routes.from("acs-call:events").to("mock:events"))) {
            producer = app.context().getEndpoint(PLAY).createAsyncProducer();
            producer.start();
            late = new DefaultExchange(app.context());
            late.getMessage().setHeaders(Map.of("CamelAcsCallConnectionId", "the-call"));
        }
        CountDownLatch done = new CountDownLatch(1);

        producer.process(late, doneSync -> done.countDown());

        assertThat(done.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(late.getException()).isInstanceOf(CallShutdownException.class);
    }

    @Test
    void aStepWhoseRequestIsWrongGoesOnOnceAlsoWhenTheStopEndsItsWait(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> routes.from("acs-call:events").to("mock:events"))) {
            AsyncProducer producer = app.context().getEndpoint("acs-call:sendDtmf?awaitEvent=true").createAsyncProducer();
            producer.start();
            Exchange exchange = new DefaultExchange(app.context());
            exchange.getMessage().setHeaders(
                    Map.of("CamelAcsCallConnectionId", "the-call", "CamelAcsCallTonesToSend", new WrongTonesAtTheStop(app)));
            AtomicInteger done = new AtomicInteger();

            producer.process(exchange, doneSync -> done.incrementAndGet());

            await().atMost(SOON).untilAsserted(() -> assertThat(done).hasPositiveValue());
            await().during(Duration.ofMillis(300)).atMost(SOON).until(() -> done.get() == 1);
            assertThat(exchange.getException()).isInstanceOf(CallShutdownException.class);
            assertThat(LeftBehind.in(app.component())).isZero();
        }
    }

    /** The stop comes when the request is made, between the opening of the wait and the failure. */
    private record WrongTonesAtTheStop(CallApp app) {

        @Override
        public String toString() {
            ForcedStop.endWaits(app.component());
            return "no tones";
        }
    }
}
