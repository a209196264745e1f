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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.acscall.camel.await.OpenWaits;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.webhook.EventSink;
import io.acscall.camel.webhook.Lanes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The inner path of an event: first it ends the operation that waits for it, then it goes to the consumers that want
 * it, in the lane of its call.
 */
final class EventDispatcher implements EventSink {

    private static final Logger LOG = LoggerFactory.getLogger(EventDispatcher.class);
    private static final Comparator<AcsCallConsumer> MOST_SPECIFIC_FIRST
            = Comparator.comparing(AcsCallConsumer::filter, EventFilter.MOST_SPECIFIC_FIRST);

    private final OpenWaits waits;
    private final Lanes lanes;
    private final UserContexts contexts;
    private final List<AcsCallConsumer> consumers = new CopyOnWriteArrayList<>();

    EventDispatcher(OpenWaits waits, Lanes lanes, UserContexts contexts) {
        this.waits = waits;
        this.lanes = lanes;
        this.contexts = contexts;
    }

    /**
     * Adds a consumer.
     *
     * @throws IllegalArgumentException when another one is as specific for the same calls
     */
    synchronized void add(AcsCallConsumer consumer) {
        consumers.stream().filter(other -> other.filter().collidesWith(consumer.filter())).findFirst().ifPresent(other -> {
            throw new IllegalArgumentException(
                    "Two consumers would get the same calls: " + consumer.filter().describe() + " in route "
                                               + consumer.getRouteId()
                                               + " and in route " + other.getRouteId()
                                               + ". A call goes to one; make one more specific, for example to=+18001234567");
        });
        consumers.add(consumer);
    }

    void remove(AcsCallConsumer consumer) {
        consumers.remove(consumer);
    }

    @Override
    public Acceptance accept(List<CallEvent> events) {
        List<Delivery> deliveries = new ArrayList<>();
        for (CallEvent event : events) {
            boolean awaited = waits.offer(event);
            for (AcsCallConsumer consumer : wantedBy(event)) {
                if (consumer.isTakingNewWork()) {
                    deliveries.add(new Delivery(consumer, contexts.restore(event), awaited));
                } else if (!awaited) {
                    return Acceptance.BUSY;
                }
            }
        }
        return offer(deliveries) ? Acceptance.ACCEPTED : Acceptance.BUSY;
    }

    private boolean offer(List<Delivery> deliveries) {
        // counted before they can run, so that a route that stops waits for them
        deliveries.forEach(delivery -> delivery.consumer().expectOneMore());
        boolean taken = deliveries.isEmpty() || lanes.offer(deliveries.stream().map(Delivery::inLane).toList());
        if (!taken) {
            deliveries.forEach(delivery -> delivery.consumer().expectOneLess());
        }
        return taken;
    }

    private List<AcsCallConsumer> wantedBy(CallEvent event) {
        List<AcsCallConsumer> wanting = consumers.stream().filter(consumer -> consumer.filter().takes(event)).toList();
        if (wanting.isEmpty()) {
            LOG.debug("No consumer wants {}", event);
        }
        Optional<AcsCallConsumer> only
                = wanting.stream().filter(consumer -> consumer.filter().isExclusive()).min(MOST_SPECIFIC_FIRST);
        return Stream.concat(only.stream(), wanting.stream().filter(consumer -> !consumer.filter().isExclusive())).toList();
    }

    private record Delivery(AcsCallConsumer consumer, CallEvent event, boolean awaited) {

        Lanes.Entry inLane() {
            return new Lanes.Entry(consumer.laneOf(event), turn -> consumer.deliver(event, awaited, turn));
        }
    }
}
