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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.acscall.camel.cluster.Offered;
import io.acscall.camel.cluster.Waiting;
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

    private final Waiting waits;
    private final Questions questions;
    private final Lanes lanes;
    private final ToneOrder tones;
    private final UserContexts contexts;
    private final IncomingCallPolicy incomingCalls;
    private final RefusalCounts counts;
    private final EventWatch watch;
    private final Consumer<CallEvent> pacing;
    private final ParticipantOrder order = new ParticipantOrder();
    private final List<AcsCallConsumer> consumers = new CopyOnWriteArrayList<>();

    EventDispatcher(Waiting waits, Questions questions, Lanes lanes, ToneOrder tones, UserContexts contexts,
                    IncomingCallPolicy incomingCalls,
                    RefusalCounts counts, EventWatch watch, Consumer<CallEvent> pacing) {
        this.waits = waits;
        this.questions = questions;
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
        List<Arrival> all = events.stream().map(this::arrived).toList();
        List<EventDelivery> deliveries = new ArrayList<>();
        boolean busy = false;
        for (Arrival arrival : all) {
            boolean awaited = arrival.offered().ended();
            for (AcsCallConsumer consumer : arrival.wanting()) {
                if (consumer.isTakingNewWork() && (newWork || awaited)) {
                    deliveries.add(new EventDelivery(consumer, arrival, memory, tryAgain));
                } else {
                    busy |= !awaited;
                }
            }
        }
        return busy ? Handover.BUSY : handOver(all, deliveries);
    }

    private Arrival arrived(CallEvent event) {
        Instant at = watch.now();
        UserContexts.Shown restored = contexts.shown(event);
        CallEvent shown = restored.event();
        String trace = restored.trace();
        if (isRelayed(shown)) {
            return new Arrival(at, event, shown, trace, false, true, Offered.NOTHING, false, wanting(shown));
        }
        boolean stale = order.isStale(event);
        if (!stale) {
            pacing.accept(event);
        }
        Offered offered = stale ? Offered.NOTHING : waits.offer(event);
        boolean others = !stale && waits.mayConcernOthers(event);
        return new Arrival(at, event, shown, trace, stale, false, offered, others, wantedBy(shown, offered.ended() || others));
    }

    private boolean isRelayed(CallEvent event) {
        for (AcsCallConsumer consumer : consumers) {
            if (consumer.filter().relays(event)) {
                return true;
            }
        }
        return false;
    }

    private Handover handOver(List<Arrival> events, List<EventDelivery> wanted) {
        Optional<List<EventDelivery>> claimed = claim(wanted);
        if (claimed.isEmpty()) {
            return Handover.BUSY;
        }
        List<EventDelivery> fresh = claimed.get();
        // counted before they can run, so that a route that stops waits for them
        fresh.forEach(delivery -> delivery.consumer().expectOneMore());
        if (!reserve(events, fresh.size())) {
            fresh.forEach(EventDelivery::takeBack);
            return Handover.BUSY;
        }
        events.forEach(arrival -> handOn(arrival, fresh));
        return new Handover(true, allOf(events, fresh));
    }

    /** Those that no consumer has had yet; empty, and nothing claimed, when the sender shall try again. */
    private Optional<List<EventDelivery>> claim(List<EventDelivery> wanted) {
        List<EventDelivery> fresh = new ArrayList<>();
        try {
            for (EventDelivery delivery : wanted) {
                switch (delivery.claim()) {
                    case FIRST -> fresh.add(delivery);
                    case DUPLICATE -> duplicate(delivery);
                    case HELD -> {
                        LOG.debug("Another node is at {} for {}", delivery.event(), delivery.consumer().name());
                        fresh.forEach(EventDelivery::forget);
                        return Optional.empty();
                    }
                }
            }
            return Optional.of(fresh);
        } catch (RuntimeException e) {
            // a memory that can't be reached must neither lose the event nor let it through twice
            LOG.warn("The memory of events can't be reached; the sender shall try again", e);
            fresh.forEach(EventDelivery::forget);
            return Optional.empty();
        }
    }

    private boolean reserve(List<Arrival> events, int deliveries) {
        if (!lanes.reserve(deliveries)) {
            return false;
        }
        if (!questions.reserve(events)) {
            lanes.giveBack(deliveries);
            return false;
        }
        return true;
    }

    private void handOn(Arrival arrival, List<EventDelivery> fresh) {
        List<EventDelivery> deliveries = deliveriesOf(arrival, fresh);
        arrival.whenDecided(() -> watch.taken(arrival.seen(), !deliveries.isEmpty()));
        List<Lanes.Entry> entries = new ArrayList<>(deliveries.size());
        deliveries.forEach(delivery -> entries.add(delivery.inLane()));
        questions.ask(arrival);
        if (arrival.isRelayed()) {
            // the order is a matter of the node that handles it, this one may not get all
            entries.forEach(lanes::add);
        } else {
            tones.handOn(arrival.shown(), entries);
        }
    }

    private static List<EventDelivery> deliveriesOf(Arrival arrival, List<EventDelivery> all) {
        List<EventDelivery> deliveries = new ArrayList<>(all.size());
        for (EventDelivery delivery : all) {
            if (delivery.arrival() == arrival) {
                deliveries.add(delivery);
            }
        }
        return deliveries;
    }

    private void duplicate(EventDelivery delivery) {
        counts.count("event", "duplicate");
        watch.duplicate(delivery.event(), delivery.consumer().name());
        LOG.debug("Dropped a duplicate of {} for {}", delivery.event(), delivery.consumer().name());
    }

    private static CompletableFuture<Boolean> allOf(List<Arrival> events, List<EventDelivery> deliveries) {
        CompletableFuture<Boolean> all = events.size() == 1 ? events.get(0).settled() : CompletableFuture.completedFuture(true);
        if (all.isDone() && deliveries.size() == 1 && all.join()) {
            return deliveries.get(0).done();
        }
        for (Arrival arrival : events) {
            all = all.thenCombine(arrival.settled(), Boolean::logicalAnd);
        }
        for (EventDelivery delivery : deliveries) {
            all = all.thenCombine(delivery.done(), Boolean::logicalAnd);
        }
        return all;
    }

    private List<AcsCallConsumer> wantedBy(CallEvent event, boolean awaited) {
        if (!incomingCalls.stillRings(event)) {
            return List.of();
        }
        List<AcsCallConsumer> wanting = wanting(event);
        if (wanting.isEmpty() && !awaited) {
            incomingCalls.nobodyTakes(event);
            counts.count("event", "unwanted");
            LOG.debug("No consumer wants {}", event);
        }
        return wanting;
    }

    private List<AcsCallConsumer> wanting(CallEvent event) {
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
        return wanting;
    }
}
