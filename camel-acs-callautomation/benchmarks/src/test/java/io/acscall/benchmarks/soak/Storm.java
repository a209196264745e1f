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
package io.acscall.benchmarks.soak;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import io.acscall.simulator.fault.CallbackFault;
import io.acscall.simulator.fault.CallbackRule;
import io.acscall.simulator.fault.RetryProfile;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/**
 * An application and the people who call it, all at once: each call waits for a prompt and for a key, with events that
 * come early, twice, out of order or never.
 */
final class Storm implements AutoCloseable {

    private static final String OUR_NUMBER = "+18005550100";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOST = Duration.ofSeconds(8);
    private static final String AWAIT = "&awaitEvent=true&throwExceptionOnFailure=false";
    private static final int ATTEMPTS = 20;
    private static final double SELDOM = 0.1;
    private static final double OFTEN = 0.2;

    private final AcsSimulator simulator = AcsSimulator.builder().playTime(Duration.ofMillis(200))
            .maxSilence(Duration.ofMillis(200)).maxCalls(2_000).timelineEntries(1_000).start();
    private final Main main = new Main();
    private final URI application;
    private final AtomicReference<CountDownLatch> done = new AtomicReference<>();
    private final Queue<Exception> failed = new ConcurrentLinkedQueue<>();

    Storm() throws Exception {
        application = URI.create("http://127.0.0.1:" + freePort());
        Map.of("camel.server.enabled", "true", "camel.server.host", "127.0.0.1",
                "camel.server.port", String.valueOf(application.getPort())).forEach(main::addProperty);
        Map.of("connection-string", simulator.connectionString(), "open-id-configuration-uri",
                simulator.openIdConfigurationUri(), "immutable-resource-id", simulator.resourceId(), "event-grid-secret",
                AcsSimulator.EVENT_GRID_SECRET, "callback-base-uri", application.toString())
                .forEach((name, value) -> main.addProperty("camel.component.acs-call." + name, value));
        main.configure().addRoutesBuilder(new Calls());
        main.start();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What each caller gets. */
    private final class Calls extends RouteBuilder {

        @Override
        public void configure() {
            onException(Exception.class).process(exchange -> {
                failed.add(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
                done.get().countDown();
            });
            from("acs-call:incomingCall").to("acs-call:answer?awaitEvent=true")
                    .setHeader("CamelAcsCallAwaitTimeout", constant(LOST))
                    .to("acs-call:play?file=https://media.example.com/a.wav" + AWAIT)
                    .to("acs-call:recognize?inputType=dtmf&maxTones=1" + AWAIT)
                    .removeHeader("CamelAcsCallAwaitTimeout")
                    .to("acs-call:hangUp?forEveryone=true&awaitEvent=true").process(exchange -> done.get().countDown());
        }
    }

    /**
     * So many people call at once; returns when all of them have hung up.
     *
     * @throws IllegalStateException when a call fails or does not end
     */
    void rage(int calls, long seed) throws InterruptedException {
        simulator.reset();
        simulator.subscribeEventGrid(EventGridSubscription.to(
                application.resolve("/acs-call/event-grid?secret=" + AcsSimulator.EVENT_GRID_SECRET),
                EventGridSchema.EVENT_GRID));
        simulator.faults().seed(seed).retry(RetryProfile.of(ATTEMPTS, Duration.ofMillis(100)))
                .callbacks(CallbackRule.of("PlayCompleted").sometimes(CallbackFault.LOST, SELDOM))
                .callbacks(CallbackRule.of("RecognizeCompleted").sometimes(CallbackFault.LOST, SELDOM))
                .callbacks(CallbackRule.every().sometimes(CallbackFault.TWICE, SELDOM)
                        .sometimes(CallbackFault.OUT_OF_ORDER, OFTEN).sometimes(CallbackFault.EARLY, OFTEN));
        CountDownLatch all = new CountDownLatch(calls);
        done.set(all);
        for (int i = 0; i < calls; i++) {
            String caller = "+1604555%04d".formatted(i);
            simulator.person(caller).presses("1");
            simulator.placeCall(caller, OUR_NUMBER);
        }
        if (!all.await(PATIENCE.toSeconds(), TimeUnit.SECONDS) || !failed.isEmpty()) {
            throw new IllegalStateException(
                    all.getCount() + " calls have not ended, " + failed.size() + " failed",
                    failed.peek());
        }
    }

    @Override
    public void close() {
        main.stop();
        simulator.close();
    }
}
