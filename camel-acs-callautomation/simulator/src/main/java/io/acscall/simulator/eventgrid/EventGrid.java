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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.callback.Delivery;
import io.acscall.simulator.callback.DeliveryClient;
import io.acscall.simulator.callback.DeliveryResult;
import io.acscall.simulator.fault.EventGridFate;
import io.acscall.simulator.fault.EventGridFault;
import io.acscall.simulator.fault.FaultPlan;
import io.acscall.simulator.fault.RetryProfile;
import io.acscall.simulator.id.Ids;
import io.acscall.simulator.time.ResetGate;
import io.acscall.simulator.time.SimulatorScheduler;
import io.acscall.simulator.time.TaskBook;
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
    private final TaskBook later;
    private final ResetGate gate = new ResetGate();
    private final RetryProfile retry;
    private final FaultPlan faults;
    private final Handshake handshake;
    private final AtomicReference<EventGridSubscription> subscription = new AtomicReference<>();

    /**
     * @param retryDelay how long to wait before the second attempt
     * @param faults     what is to go wrong
     */
    public EventGrid(DeliveryClient client, Timeline timeline, Ids ids, Clock clock, SimulatorScheduler scheduler,
                     Duration retryDelay, FaultPlan faults) {
        this.client = client;
        this.timeline = timeline;
        this.ids = ids;
        this.clock = clock;
        this.later = new TaskBook(scheduler);
        this.retry = RetryProfile.of(ATTEMPTS, retryDelay);
        this.faults = faults;
        this.handshake = new Handshake(ids, clock);
    }

    /**
     * Replaces the subscription if the endpoint passes the handshake; otherwise the former one stays.
     *
     * @return completes when subscribed, exceptionally with {@link EventGridRefusedException} when refused
     */
    public CompletableFuture<Void> subscribe(EventGridSubscription wanted) {
        Handshake.Challenge challenge = handshake.challenge(wanted);
        long seq = record("SubscriptionValidation", null, null, challenge.delivery());
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

    /** Gives up deliveries that are still to be made; the subscription stays. */
    public void forget() {
        gate.reset();
        later.giveUp();
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
        EventGridFate fate = faults.eventGrid();
        Instant happened = fate.has(EventGridFault.STALE) ? clock.instant().minus(fate.age()) : clock.instant();
        String time = TIME.format(OffsetDateTime.ofInstant(happened, ZoneOffset.UTC));
        EventGridEvent event = new EventGridEvent(ids.uuid(), PREFIX + type, subject, time, data);
        send(fate, new Notification(current, type, event.in(current.schema()), callId, fate.label(), 1, gate.era()));
    }

    private void send(EventGridFate fate, Notification notification) {
        if (fate.has(EventGridFault.LOST)) {
            timeline.add(TimelineDraft.of(EntryKind.NOTE, notification.type()).call(notification.callId())
                    .body(notification.body()).fault(notification.fault()).detail("not sent on purpose"));
            return;
        }
        int copies = fate.has(EventGridFault.TWICE) ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            if (fate.has(EventGridFault.LATE)) {
                later.after(fate.delay(), () -> deliver(notification));
            } else {
                deliver(notification);
            }
        }
    }

    private void deliver(Notification notification) {
        Delivery delivery = notification.delivery();
        gate.pass(notification.era(), () -> {
            long seq = record(notification.type(), notification.callId(), notification.fault(), delivery);
            client.send(delivery)
                    .thenAccept(answer -> gate.pass(notification.era(), () -> answered(seq, notification, answer)));
        });
    }

    private void answered(long seq, Notification notification, DeliveryResult answer) {
        timeline.answered(seq, answer.status());
        if (answer.status() < OK_FIRST || answer.status() > OK_LAST) {
            failed(notification, answer);
        }
    }

    private void failed(Notification notification, DeliveryResult answer) {
        RetryProfile profile = faults.eventGridRetry().orElse(retry);
        boolean again = profile.again(notification.attempt()) && !FINAL.contains(answer.status())
                && notification.to().equals(subscription.get());
        Duration delay = profile.delayAfter(notification.attempt());
        String what = answer.failure() == null ? "answered with " + answer.status() : "not delivered: " + answer.failure();
        timeline.add(TimelineDraft.of(EntryKind.NOTE, notification.type()).call(notification.callId())
                .detail("Event Grid delivery " + what
                        + (again
                                ? "; attempt " + (notification.attempt() + 1) + " of " + profile.attempts() + " in "
                                  + delay.toMillis() + " ms"
                                : "")));
        if (again) {
            later.after(delay, () -> deliver(notification.again()));
        }
    }

    private long record(String type, String callId, String fault, Delivery delivery) {
        return timeline.add(TimelineDraft.of(EntryKind.EVENT_GRID, type).call(callId)
                .http(delivery.method(), Secrets.address(delivery.target())).headers(delivery.headers().entrySet())
                .body(delivery.body()).fault(fault)).seq();
    }
}
