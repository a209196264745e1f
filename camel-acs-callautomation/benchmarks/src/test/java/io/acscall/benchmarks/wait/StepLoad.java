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
package io.acscall.benchmarks.wait;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import com.azure.core.http.HttpRequest;
import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.InsideOfComponent;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;

/**
 * Exchanges that wait in an action of a route. They are made before, with the headers that the action takes, so that
 * what comes on top is what the component keeps of an exchange that waits.
 */
final class StepLoad implements AutoCloseable {

    private static final Duration LONG = Duration.ofMinutes(20);
    private static final String PLAY
            = "acs-call:play?file=https://media.example.com/a.wav&operationContext=order-4711&awaitEvent=true";

    private final BareApplication application;
    private final AsyncCallback goneOn;
    private final AsyncProducer play;
    private final Exchange[] exchanges;

    /**
     * @param number of exchanges, each of a call of its own
     * @param sent   is shown each request
     * @param goneOn is called by each exchange that goes on
     */
    StepLoad(int number, Consumer<HttpRequest> sent, AsyncCallback goneOn) throws Exception {
        this.application = new BareApplication(number, () -> new TakingService(sent));
        this.goneOn = goneOn;
        this.exchanges = new Exchange[number];
        this.play = application.context().getEndpoint(PLAY).createAsyncProducer();
        play.start();
    }

    /** Makes the exchanges, without sending them. */
    void make() {
        for (int i = 0; i < exchanges.length; i++) {
            exchanges[i] = new DefaultExchange(application.context());
            exchanges[i].getExchangeId();
            exchanges[i].getMessage().setBody("a body");
            exchanges[i].getMessage().setHeader("CamelAcsCallAwaitTimeout", LONG);
            exchanges[i].getMessage().setHeader("CamelAcsCallConnectionId", CallIds.of(i));
        }
    }

    /** Sends them all; each waits afterwards, its request answered. */
    void park() throws InterruptedException {
        park(IntStream.range(0, exchanges.length));
    }

    /** Sends those that do not wait; all wait afterwards. */
    void park(IntStream idle) throws InterruptedException {
        idle.forEach(i -> play.process(exchanges[i], goneOn));
        while (InsideOfComponent.waits(application.component()).size() < exchanges.length) {
            Thread.onSpinWait();
        }
        answersAreRead();
    }

    AcsCallComponent component() {
        return application.component();
    }

    /** When all threads have come to what was put behind the answers, the answers are done with. */
    private void answersAreRead() throws InterruptedException {
        int threads = application.component().getConfiguration().getCompletionPoolSize();
        Executor completions = InsideOfComponent.completions(application.component(), exchanges[0]);
        CountDownLatch all = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            completions.execute(() -> {
                all.countDown();
                awaitQuietly(all);
            });
        }
        all.await();
    }

    private static void awaitQuietly(CountDownLatch all) {
        try {
            all.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        application.close();
    }
}
