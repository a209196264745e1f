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

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.azure.core.http.HttpRequest;
import com.sun.management.ThreadMXBean;
import io.acscall.camel.InsideOfComponent;
import io.acscall.camel.webhook.Door;
import io.acscall.camel.webhook.InboundRequest;
import io.acscall.simulator.fixtures.EventFixture;
import io.acscall.simulator.fixtures.Fixtures;

/**
 * Exchanges that wait in an action, and the callbacks that let them go on: all the way from the HTTP request, as the
 * server hands it over, to what comes after the action in the route.
 */
final class ResumeLoad implements AutoCloseable {

    /** So many callbacks come at once. */
    static final int AT_A_TIME = 100;

    private static final EventFixture COMPLETED = Fixtures.callbackEvent("PlayCompleted");
    private static final String CONTEXT = "\"operationContext\":\"";
    private static final long PATIENCE_SECONDS = 60;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final String completed = new String(COMPLETED.bytes(), StandardCharsets.UTF_8);
    private final String eventId = COMPLETED.event().path("id").asText();
    private final int number;
    /** What the newest request of each call has asked the service to send back. */
    private final String[] contexts;
    private final StepLoad steps;
    private final Door door;
    private final Random random = new Random(7);
    private volatile CountDownLatch waiting;
    private long events;

    /**
     * What an event cost, the middle of those that came at once.
     *
     * @param nanos    from the first request until the last exchange has gone on, by the number of events
     * @param cpuNanos of the processors for that, without the garbage collector
     */
    record Cost(double nanos, double cpuNanos) {
    }

    /** Makes so many exchanges, and lets them wait. */
    ResumeLoad(int number) throws Exception {
        this.number = number;
        this.contexts = new String[number];
        this.steps = new StepLoad(number, this::sent, doneSync -> waiting.countDown());
        this.door = InsideOfComponent.callbackDoor(steps.component());
        steps.make();
        steps.park();
    }

    private void sent(HttpRequest request) {
        String path = request.getUrl().getPath();
        String call = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf(':'));
        String body = request.getBodyAsBinaryData().toString();
        int from = body.indexOf(CONTEXT) + CONTEXT.length();
        contexts[CallIds.number(call)] = body.substring(from, body.indexOf('"', from));
    }

    /**
     * Lets exchanges go on and wait again, some at once, chosen by chance.
     *
     * @param times how often
     */
    Cost resume(int times) throws InterruptedException {
        double[] nanos = new double[times];
        double[] cpuNanos = new double[times];
        for (int i = 0; i < times; i++) {
            Cost each = resume();
            nanos[i] = each.nanos();
            cpuNanos[i] = each.cpuNanos();
        }
        return new Cost(middle(nanos), middle(cpuNanos));
    }

    private Cost resume() throws InterruptedException {
        int[] chosen = random.ints(0, number).distinct().limit(AT_A_TIME).toArray();
        // made now, so that they are in the processor's cache as what was just read from a connection is
        InboundRequest[] callbacks = Arrays.stream(chosen).mapToObj(this::callback).toArray(InboundRequest[]::new);
        waiting = new CountDownLatch(AT_A_TIME);
        long cpu = cpuNanos();
        long start = System.nanoTime();
        for (InboundRequest callback : callbacks) {
            door.answer(callback);
        }
        if (!waiting.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(waiting.getCount() + " exchanges have not gone on");
        }
        long took = System.nanoTime() - start;
        Cost cost = new Cost(took / (double) AT_A_TIME, (cpuNanos() - cpu) / (double) AT_A_TIME);
        steps.park(IntStream.of(chosen));
        return cost;
    }

    private long cpuNanos() {
        return Arrays.stream(threads.getThreadCpuTime(threads.getAllThreadIds())).sum();
    }

    private InboundRequest callback(int call) {
        String body = completed.replace(Fixtures.CALL_CONNECTION_ID, CallIds.of(call))
                .replace(CONTEXT + Fixtures.OPERATION_CONTEXT, CONTEXT + contexts[call])
                .replace(eventId, "event-" + events++);
        return new InboundRequest("POST", COMPLETED.headers(), null, body.getBytes(StandardCharsets.UTF_8));
    }

    private static double middle(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    @Override
    public void close() {
        steps.close();
    }
}
