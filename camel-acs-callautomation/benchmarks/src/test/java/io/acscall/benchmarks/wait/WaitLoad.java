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
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.InsideOfComponent;
import io.acscall.camel.await.OpenWait;
import io.acscall.camel.await.OpenWaits;
import io.acscall.camel.await.WaitEnd;
import io.acscall.camel.await.WaitSpec;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.Ending;
import io.acscall.camel.event.EventKind;
import org.apache.camel.support.DefaultExchange;

/**
 * So many open waits of a component, each of a call of its own, and what is measured of them. Everything that belongs
 * to the exchange (the id of the call, the callback) is made before.
 */
final class WaitLoad implements AutoCloseable {

    private static final Ending PLAY = Ending.on("PlayCompleted").failingOn("PlayFailed", "PlayCanceled")
            .yieldingToDisconnect(Duration.ofMillis(500), "PlayCanceled");
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final double NANOS_PER_SECOND = 1e9;
    /** So many events are in the processor's cache when they are offered, as one that was just read is. */
    private static final int AT_A_TIME = 50;
    /** One of so many waits is ended in a turn. */
    static final int SHARE = 10;
    private static final Runnable NOTHING = () -> {
    };

    private final int number;
    private final BareApplication application;
    private final OpenWaits waits;
    private final Executor completions;
    private final String[] calls;
    private final OpenWait[] open;
    private final AtomicLong goneOn = new AtomicLong();
    private final Random random = new Random(7);
    private final Consumer<WaitEnd> onEnd;
    private int events;
    /** Read by nobody, so that the processor has to do the sum. */
    private volatile long touched;

    WaitLoad(int number) throws Exception {
        this.number = number;
        this.application = new BareApplication(number + 1, null);
        AcsCallComponent component = application.component();
        // with the first endpoint it reads its options
        application.context().getEndpoint("acs-call:dispatch");
        this.waits = InsideOfComponent.waits(component);
        this.completions = InsideOfComponent.completions(component, new DefaultExchange(application.context()));
        this.onEnd = end -> completions.execute(goneOn::incrementAndGet);
        this.calls = new String[number];
        this.open = new OpenWait[number];
        for (int i = 0; i < number; i++) {
            calls[i] = CallIds.of(i);
        }
    }

    /** Opens them all, for long. */
    void openAll() {
        for (int i = 0; i < number; i++) {
            openOne(i);
        }
    }

    /** Ends them all. */
    void endAll() {
        long expected = goneOn.get() + waits.size();
        waits.shutDown();
        until(expected);
        Arrays.fill(open, null);
    }

    private void openOne(int i) {
        // as in a step whose time-out is the default or stands in a header, the time itself is not the wait's own
        open[i] = waits.open(new WaitSpec("play", PLAY, LONG, calls[i]), onEnd);
        open[i].answered(null, NOTHING);
    }

    /**
     * Ends a tenth of the waits, chosen by chance, by events, and opens them again.
     *
     * @return nanoseconds of an event until its exchange is handed over, of each fifty events
     */
    long[] offer() {
        int[] chosen = random.ints(0, number).distinct().limit(Math.max(AT_A_TIME, number / SHARE)).toArray();
        CallEvent[] ending = new CallEvent[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            ending[i] = event(calls[chosen[i]], open[chosen[i]].wireContext("order 4711"));
        }
        long before = goneOn.get();
        long[] took = new long[chosen.length / AT_A_TIME];
        for (int part = 0; part < took.length; part++) {
            touch(ending, part * AT_A_TIME);
            took[part] = offer(ending, part * AT_A_TIME) / AT_A_TIME;
        }
        int ended = took.length * AT_A_TIME;
        until(before + ended);
        for (int i = 0; i < ended; i++) {
            openOne(chosen[i]);
        }
        return took;
    }

    private long offer(CallEvent[] ending, int from) {
        long start = System.nanoTime();
        for (int i = from; i < from + AT_A_TIME; i++) {
            waits.offer(ending[i]);
        }
        return System.nanoTime() - start;
    }

    private void touch(CallEvent[] ending, int from) {
        long sum = 0;
        for (int i = from; i < from + AT_A_TIME; i++) {
            CallEvent event = ending[i];
            sum += event.operationContext().chars().sum() + event.callConnectionId().chars().sum() + event.data().size()
                   + event.id().length() + event.type().length() + event.source().length();
        }
        touched = sum;
    }

    private CallEvent event(String call, String context) {
        return new CallEvent(
                "e" + events++, "Microsoft.Communication.PlayCompleted", "calling/callConnections/" + call, null, null, call,
                null, null, context, null, Map.of("operationContext", context, "callConnectionId", call), EventKind.CALLBACK);
    }

    /**
     * All are due at the same moment: how many a second are handed over from then on. All have to be ended before.
     *
     * @param opening how long it takes to open them all, and more
     */
    double timeOutsPerSecond(Duration opening) throws InterruptedException {
        CountDownLatch left = new CountDownLatch(number);
        long due = System.nanoTime() + opening.toNanos();
        for (int i = 0; i < number; i++) {
            Duration rest = Duration.ofNanos(due - System.nanoTime());
            open[i] = waits.open(new WaitSpec("play", PLAY, rest, calls[i]), end -> completions.execute(left::countDown));
            open[i].answered(null, NOTHING);
        }
        if (waits.size() != number) {
            throw new IllegalStateException("Opening has taken longer than " + opening);
        }
        left.await();
        double seconds = (System.nanoTime() - due) / NANOS_PER_SECOND;
        Arrays.fill(open, null);
        return number / seconds;
    }

    private void until(long expected) {
        while (goneOn.get() < expected) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        application.close();
    }
}
