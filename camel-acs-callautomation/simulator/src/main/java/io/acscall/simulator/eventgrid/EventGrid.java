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
package io.acscall.simulator.eventgrid;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.callback.Delivery;
import io.acscall.simulator.callback.DeliveryClient;
import io.acscall.simulator.callback.DeliveryResult;
import io.acscall.simulator.id.Ids;
import io.acscall.simulator.time.SimulatorScheduler;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.Secrets;
import io.acscall.simulator.timeline.Timeline;
import io.acscall.simulator.timeline.TimelineDraft;

/**
 * Delivers the events of the resource to the one endpoint that has subscribed: after a handshake, and with one more
 * attempt when a delivery fails, as is recommended for incoming calls (a later attempt would only announce a call that
 * is gone).
 */
public final class EventGrid {

    private static final int ATTEMPTS = 2;
    private static final int OK_FIRST = 200;
    private static final int OK_LAST = 204;
    /** Statuses after which the service does not try again. */
    private static final Set<Integer> FINAL = Set.of(400, 413);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'");
    private static final String PREFIX = "Microsoft.Communication.";

    private final DeliveryClient client;
    private final Timeline timeline;
    private final Ids ids;
    private final Clock clock;
    private final SimulatorScheduler scheduler;
    private final Duration retryDelay;
    private final Handshake handshake;
    private final AtomicReference<EventGridSubscription> subscription = new AtomicReference<>();
    private final AtomicInteger generation = new AtomicInteger();

    /**
     * @param retryDelay how long to wait before the second attempt
     */
    public EventGrid(DeliveryClient client, Timeline timeline, Ids ids, Clock clock, SimulatorScheduler scheduler,
                     Duration retryDelay) {
        this.client = client;
        this.timeline = timeline;
        this.ids = ids;
        this.clock = clock;
        this.scheduler = scheduler;
        this.retryDelay = retryDelay;
        this.handshake = new Handshake(ids, clock);
    }

    /**
     * Replaces the subscription if the endpoint passes the handshake; otherwise the former one stays.
     *
     * @return completes when subscribed, exceptionally with {@link EventGridRefusedException} when refused
     */
    public CompletableFuture<Void> subscribe(EventGridSubscription wanted) {
        Handshake.Challenge challenge = handshake.challenge(wanted);
        long seq = record("SubscriptionValidation", null, challenge.delivery());
        return client.send(challenge.delivery()).thenAccept(answer -> {
            timeline.answered(seq, answer.status());
            if (!challenge.check().good(answer)) {
                EventGridRefusedException refused = new EventGridRefusedException(challenge.wanted(), answer);
                timeline.add(TimelineDraft.of(EntryKind.NOTE, "SubscriptionValidation").detail(refused.getMessage()));
                throw refused;
            }
            subscription.set(wanted);
        });
    }

    /** Who gets events, if anybody. */
    public Optional<EventGridSubscription> subscription() {
        return Optional.ofNullable(subscription.get());
    }

    /** Delivers to nobody from now on. */
    public void unsubscribe() {
        subscription.set(null);
    }

    /** Gives up second attempts that are still to be made; the subscription stays. */
    public void forget() {
        generation.incrementAndGet();
    }

    /**
     * Delivers an event if somebody has subscribed; never blocks.
     *
     * @param type    without prefix
     * @param subject what the event is about
     * @param data    what it tells; taken as it is
     * @param callId  the call it belongs to on the timeline
     */
    public void publish(String type, String subject, ObjectNode data, String callId) {
        EventGridSubscription current = subscription.get();
        if (current == null) {
            timeline.add(TimelineDraft.of(EntryKind.NOTE, type).call(callId)
                    .detail("nobody has subscribed to Event Grid, so no application hears of this"));
            return;
        }
        String time = TIME.format(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        EventGridEvent event = new EventGridEvent(ids.uuid(), PREFIX + type, subject, time, data);
        deliver(current, type, event.in(current.schema()), callId, 1);
    }

    private void deliver(EventGridSubscription to, String type, JsonNode body, String callId, int attempt) {
        Map<String, String> headers = new LinkedHashMap<>(to.headers());
        headers.put("Content-Type",
                to.schema() == EventGridSchema.CLOUD_EVENTS
                        ? "application/cloudevents+json; charset=utf-8" : "application/json");
        headers.put("aeg-event-type", "Notification");
        headers.put("aeg-subscription-name", "SIMULATOR");
        headers.put("aeg-delivery-count", String.valueOf(attempt - 1));
        Delivery delivery = new Delivery("POST", to.endpoint(), headers, body);
        long seq = record(type, callId, delivery);
        client.send(delivery).thenAccept(answer -> {
            boolean remembered = timeline.answered(seq, answer.status());
            if (remembered && (answer.status() < OK_FIRST || answer.status() > OK_LAST)) {
                failed(to, type, body, callId, attempt, answer);
            }
        });
    }

    private void failed(
            EventGridSubscription to, String type, JsonNode body, String callId, int attempt, DeliveryResult answer) {
        boolean again = attempt < ATTEMPTS && !FINAL.contains(answer.status()) && to.equals(subscription.get());
        String what = answer.failure() == null ? "answered with " + answer.status() : "not delivered: " + answer.failure();
        timeline.add(TimelineDraft.of(EntryKind.NOTE, type).call(callId)
                .detail("Event Grid delivery " + what
                        + (again ? "; one more attempt in " + retryDelay.toMillis() + " ms" : "")));
        if (again) {
            int current = generation.get();
            scheduler.after(retryDelay, () -> {
                if (current == generation.get()) {
                    deliver(to, type, body, callId, attempt + 1);
                }
            });
        }
    }

    private long record(String type, String callId, Delivery delivery) {
        return timeline.add(TimelineDraft.of(EntryKind.EVENT_GRID, type).call(callId)
                .http(delivery.method(), Secrets.address(delivery.target())).headers(delivery.headers().entrySet())
                .body(delivery.body())).seq();
    }
}
