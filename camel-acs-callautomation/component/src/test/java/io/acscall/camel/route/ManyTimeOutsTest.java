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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.acscall.camel.LeftBehind;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Ten thousand waits that run out at the same moment, while routes keep the threads that exchanges go on with. */
class ManyTimeOutsTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final int MANY = 10_000;
    private static final int THREADS = 2;
    private static final int REQUESTS_AT_ONCE = 50;
    private static final Duration ALL_SENT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Semaphore requests = new Semaphore(REQUESTS_AT_ONCE);
    private final CountDownLatch free = new CountDownLatch(1);
    private final CountDownLatch blocked = new CountDownLatch(THREADS);
    private final Queue<String> goneOn = new ConcurrentLinkedQueue<>();

    private final LambdaRouteBuilder routes = builder -> {
        builder.from("direct:wait").to("acs-call:play?file=https://media.example.com/a.wav&callConnectionId=the-call"
                                       + "&awaitEvent=true&throwExceptionOnFailure=false")
                .process(exchange -> goneOn.add(Thread.currentThread().getName()));
        builder.from("direct:block").to("acs-call:getCallProperties?callConnectionId=the-call").process(exchange -> {
            blocked.countDown();
            free.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        });
    };

    @Test
    void neverRunARouteOnTheTimerAndAllEndWhenThreadsAreFree(AcsSimulator simulator) throws Exception {
        try (StubService service = new StubService(request -> {
            requests.release();
            return StubService.Reply.call("the-call");
        });
             CallApp app = CallApp.run(simulator, settings -> {
                 settings.setConnectionString(service.connectionString());
                 settings.setCompletionPoolSize(THREADS);
             }, routes)) {
            for (int i = 0; i < THREADS; i++) {
                send(app, "direct:block", null);
            }
            assertThat(blocked.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            long deadline = System.nanoTime() + ALL_SENT.toNanos();
            for (int i = 0; i < MANY; i++) {
                send(app, "direct:wait", Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            }

            await("all time-outs").atMost(PATIENCE).untilAsserted(() -> assertThat(LeftBehind.in(app.component())).isZero());
            assertThat(goneOn).as("no thread for a route").isEmpty();
            free.countDown();

            await("all ends").atMost(PATIENCE).untilAsserted(() -> assertThat(goneOn).hasSize(MANY));
            assertThat(goneOn).allMatch(thread -> thread.contains("AcsCallCompletion"));
        }
    }

    private void send(CallApp app, String route, Duration timeout) throws Exception {
        AsyncProducer producer = app.context().getEndpoint(route).createAsyncProducer();
        producer.start();
        Exchange exchange = new DefaultExchange(app.context());
        exchange.getMessage().setHeader("CamelAcsCallAwaitTimeout", timeout);
        assertThat(requests.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        producer.process(exchange, doneSync -> {
        });
    }
}
