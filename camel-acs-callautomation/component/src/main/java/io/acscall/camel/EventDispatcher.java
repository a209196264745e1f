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

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.acscall.camel.await.OpenWaits;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.webhook.Handover;
import io.acscall.camel.webhook.Lanes;
import io.acscall.camel.webhook.RefusalCounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The inner path of an event: first it ends the operation that waits for it, then it goes to the consumers that want it
 * and have not had it, in the lane of its call.
 */
final class EventDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(EventDispatcher.class);
    private static final Comparator<AcsCallConsumer> MOST_SPECIFIC_FIRST
            = Comparator.comparing(AcsCallConsumer::filter, EventFilter.MOST_SPECIFIC_FIRST);

    private final OpenWaits waits;
    private final Lanes lanes;
    private final ToneOrder tones;
    private final UserContexts contexts;
    private final IncomingCallPolicy incomingCalls;
    private final RefusalCounts counts;
    private final EventWatch watch;
    private final Consumer<CallEvent> pacing;
    private final ParticipantOrder order = new ParticipantOrder();
    private final List<AcsCallConsumer> consumers = new CopyOnWriteArrayList<>();

    EventDispatcher(OpenWaits waits, Lanes lanes, ToneOrder tones, UserContexts contexts, IncomingCallPolicy incomingCalls,
                    RefusalCounts counts, EventWatch watch, Consumer<CallEvent> pacing) {
        this.waits = waits;
        this.lanes = lanes;
        this.tones = tones;
        this.contexts = contexts;
        this.incomingCalls = incomingCalls;
        this.counts = counts;
        this.watch = watch;
        this.pacing = pacing;
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

    /**
     * Takes events over, all or none.
     *
     * @param  events   in order, with the context of the wire
     * @param  memory   knows who has had them
     * @param  newWork  whether events may start new work; those that end a wait are taken in any case
     * @param  tryAgain whether a sender would bring an event again that a consumer has failed with
     * @return          what became of them
     */
    Handover accept(List<CallEvent> events, EventMemory memory, boolean newWork, boolean tryAgain) {
        List<EventWatch.Seen> all = new ArrayList<>();
        List<EventDelivery> deliveries = new ArrayList<>();
        boolean busy = false;
        for (CallEvent event : events) {
            Instant at = watch.now();
            boolean stale = order.isStale(event);
            if (!stale) {
                pacing.accept(event);
            }
            boolean awaited = !stale && waits.offer(event);
            UserContexts.Shown shown = contexts.shown(event);
            List<AcsCallConsumer> wanting = wantedBy(shown.event(), awaited);
            all.add(new EventWatch.Seen(at, shown.event(), event, awaited, stale, !wanting.isEmpty()));
            for (AcsCallConsumer consumer : wanting) {
                if (consumer.isTakingNewWork() && (newWork || awaited)) {
                    deliveries.add(new EventDelivery(consumer, shown.event(), shown.trace(), awaited, stale, memory, tryAgain));
                } else {
                    busy |= !awaited;
                }
            }
        }
        return busy ? Handover.BUSY : handOver(all, deliveries);
    }

    private Handover handOver(List<EventWatch.Seen> events, List<EventDelivery> wanted) {
        List<EventDelivery> fresh = new ArrayList<>();
        try {
            for (EventDelivery delivery : wanted) {
                if (isFirst(delivery)) {
                    fresh.add(delivery);
                }
            }
        } catch (RuntimeException e) {
            // a memory that can't be reached must neither lose the event nor let it through twice
            LOG.warn("The memory of events can't be reached; the sender shall try again", e);
            fresh.forEach(EventDelivery::forget);
            return Handover.BUSY;
        }
        // counted before they can run, so that a route that stops waits for them
        fresh.forEach(delivery -> delivery.consumer().expectOneMore());
        if (!lanes.reserve(fresh.size())) {
            fresh.forEach(EventDelivery::takeBack);
            return Handover.BUSY;
        }
        for (EventWatch.Seen seen : events) {
            List<Lanes.Entry> entries = entriesOf(seen.event(), fresh);
            watch.taken(seen, !entries.isEmpty());
            tones.handOn(seen.event(), entries);
        }
        return new Handover(true, allOf(fresh));
    }

    private static List<Lanes.Entry> entriesOf(CallEvent event, List<EventDelivery> deliveries) {
        List<Lanes.Entry> entries = new ArrayList<>(deliveries.size());
        for (EventDelivery delivery : deliveries) {
            if (delivery.event() == event) {
                entries.add(delivery.inLane());
            }
        }
        return entries;
    }

    private boolean isFirst(EventDelivery delivery) {
        boolean first = delivery.claim();
        if (!first) {
            counts.count("event", "duplicate");
            watch.duplicate(delivery.event(), delivery.consumer().name());
            LOG.debug("Dropped a duplicate of {} for {}", delivery.event(), delivery.consumer().name());
        }
        return first;
    }

    private static CompletableFuture<Boolean> allOf(List<EventDelivery> deliveries) {
        if (deliveries.size() == 1) {
            return deliveries.get(0).done();
        }
        CompletableFuture<Boolean> all = CompletableFuture.completedFuture(true);
        for (EventDelivery delivery : deliveries) {
            all = all.thenCombine(delivery.done(), Boolean::logicalAnd);
        }
        return all;
    }

    private List<AcsCallConsumer> wantedBy(CallEvent event, boolean awaited) {
        if (!incomingCalls.stillRings(event)) {
            return List.of();
        }
        AcsCallConsumer only = null;
        List<AcsCallConsumer> wanting = new ArrayList<>();
        for (AcsCallConsumer consumer : consumers) {
            if (!consumer.filter().takes(event)) {
                continue;
            }
            if (!consumer.filter().isExclusive()) {
                wanting.add(consumer);
            } else if (only == null || MOST_SPECIFIC_FIRST.compare(consumer, only) < 0) {
                only = consumer;
            }
        }
        if (only != null) {
            wanting.add(0, only);
        }
        if (wanting.isEmpty() && !awaited) {
            incomingCalls.nobodyTakes(event);
            counts.count("event", "unwanted");
            LOG.debug("No consumer wants {}", event);
        }
        return wanting;
    }
}
