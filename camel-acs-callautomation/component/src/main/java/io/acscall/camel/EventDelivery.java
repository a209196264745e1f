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
package io.acscall.camel;

import java.util.concurrent.CompletableFuture;

import io.acscall.camel.cluster.Verdict;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.spi.EventClaim;
import io.acscall.camel.webhook.Lanes;

/**
 * One event on its way to one consumer.
 */
final class EventDelivery {

    private final AcsCallConsumer consumer;
    private final Arrival arrival;
    private final CallEvent event;
    private final EventMemory memory;
    private final String key;
    private final boolean tryAgain;
    private final CompletableFuture<Boolean> done = new CompletableFuture<>();

    EventDelivery(AcsCallConsumer consumer, Arrival arrival, EventMemory memory, boolean tryAgain) {
        this.consumer = consumer;
        this.arrival = arrival;
        this.event = arrival.shownTo(consumer);
        this.memory = memory;
        this.key = memory.key(consumer, event);
        this.tryAgain = tryAgain;
    }

    AcsCallConsumer consumer() {
        return consumer;
    }

    Arrival arrival() {
        return arrival;
    }

    CallEvent event() {
        return event;
    }

    /** The user's own context, also where the event is handed on with the one of the wire. */
    String operationContext() {
        return arrival.shown().operationContext();
    }

    /** The trace of the request that the event belongs to, or {@code null}. */
    String trace() {
        return arrival.trace();
    }

    /** Known when it is delivered. */
    Verdict verdict() {
        return arrival.verdict().join();
    }

    boolean isStale() {
        return arrival.isStale();
    }

    /** Completes when the exchange is done or parked: whether it went well. */
    CompletableFuture<Boolean> done() {
        return done;
    }

    /** Whether the consumer has not had it yet; from now on it has. */
    EventClaim claim() {
        return memory.claim(key);
    }

    Lanes.Entry inLane() {
        return new Lanes.Entry(consumer.laneOf(event), turn -> consumer.deliver(this, turn), this::dropped, arrival.ready());
    }

    /** The consumer gets it another time. */
    void forget() {
        memory.release(key);
    }

    /** It could not be queued. */
    void takeBack() {
        consumer.expectOneLess();
        forget();
    }

    /** Its turn never came, because the application has stopped. */
    private void dropped() {
        try {
            takeBack();
        } finally {
            done.complete(false);
        }
    }

    /** The exchange waits for an event: what started it counts as taken. */
    void parked() {
        finish(true);
    }

    /** The exchange is done. */
    void finished(boolean well) {
        finish(well);
    }

    private void finish(boolean well) {
        if (done.isDone()) {
            return;
        }
        if (well || !tryAgain) {
            memory.keep(key);
        } else {
            memory.release(key);
        }
        done.complete(well);
    }
}
