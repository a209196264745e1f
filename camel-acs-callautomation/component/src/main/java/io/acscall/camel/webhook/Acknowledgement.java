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
package io.acscall.camel.webhook;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * When the sender of events gets its answer: at once, or when the routes are done.
 */
public final class Acknowledgement {

    private final Duration timeout;
    private final Semaphore held;
    private final int maxHeld;

    private Acknowledgement(Duration timeout, Semaphore held, int maxHeld) {
        this.timeout = timeout;
        this.held = held;
        this.maxHeld = maxHeld;
    }

    /** As soon as the events are taken over. */
    public static Acknowledgement received() {
        return new Acknowledgement(null, null, 0);
    }

    /**
     * When all that the events started is done or parked.
     *
     * @param timeout after which they count as taken all the same
     * @param maxHeld how many requests may be held open; each holds a thread of the HTTP server
     */
    public static Acknowledgement completed(Duration timeout, int maxHeld) {
        return new Acknowledgement(timeout, new Semaphore(maxHeld), maxHeld);
    }

    /** {@return how many requests are held open now} */
    public int held() {
        return held == null ? 0 : maxHeld - held.availablePermits();
    }

    /** {@return how many requests may be held open; 0 when none ever is} */
    public int maxHeld() {
        return maxHeld;
    }

    /**
     * Hands the events over and answers when it is time.
     *
     * @param handOver takes the events; told whether they may start new work
     */
    CompletableFuture<HttpAnswer> answer(Function<Boolean, Handover> handOver) {
        if (held == null) {
            return atOnce(handOver.apply(true));
        }
        if (!held.tryAcquire()) {
            // an event that ends a wait needs no place: without it an exchange would wait in vain
            return atOnce(handOver.apply(false));
        }
        CompletableFuture<HttpAnswer> answer;
        try {
            answer = hold(handOver.apply(true));
        } catch (RuntimeException e) {
            held.release();
            throw e;
        }
        return answer.whenComplete((given, failed) -> held.release());
    }

    private static CompletableFuture<HttpAnswer> atOnce(Handover handover) {
        return CompletableFuture.completedFuture(handover.taken() ? HttpAnswer.OK : HttpAnswer.BUSY);
    }

    private CompletableFuture<HttpAnswer> hold(Handover handover) {
        if (!handover.taken()) {
            return CompletableFuture.completedFuture(HttpAnswer.BUSY);
        }
        return handover.done().copy().completeOnTimeout(true, timeout.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(well -> well ? HttpAnswer.OK : HttpAnswer.FAILED);
    }
}
