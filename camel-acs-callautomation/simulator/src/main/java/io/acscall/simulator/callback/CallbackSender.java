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
package io.acscall.simulator.callback;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.fault.CallbackFault;
import io.acscall.simulator.fault.FaultPlan;
import io.acscall.simulator.fault.RetryProfile;
import io.acscall.simulator.time.ResetGate;
import io.acscall.simulator.time.SimulatorScheduler;
import io.acscall.simulator.time.TaskBook;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.Secrets;
import io.acscall.simulator.timeline.Timeline;
import io.acscall.simulator.timeline.TimelineDraft;
import io.acscall.simulator.token.TokenKind;

/**
 * Posts callback events, each with a token of its own, and writes down what was answered. It repeats nothing unless it
 * was told to.
 */
public final class CallbackSender {

    private static final int LANE_CAPACITY = 1000;

    private final DeliveryClient client;
    private final Function<TokenKind, String> tokens;
    private final Timeline timeline;
    private final FaultPlan faults;
    private final Executor executor;
    private final TaskBook later;
    private final Clock clock;
    private final ResetGate gate = new ResetGate();

    /**
     * @param tokens    makes the token of an event; may take a millisecond
     * @param faults    what is to go wrong
     * @param executor  where tokens are made; never a network thread
     * @param scheduler for events that are late and for attempts that are repeated
     * @param clock     wall clock, for dates that applications answer with
     */
    public CallbackSender(DeliveryClient client, Function<TokenKind, String> tokens, Timeline timeline, FaultPlan faults,
                          Executor executor, SimulatorScheduler scheduler, Clock clock) {
        this.client = client;
        this.tokens = tokens;
        this.timeline = timeline;
        this.faults = faults;
        this.executor = executor;
        this.later = new TaskBook(scheduler);
        this.clock = clock;
    }

    /** A new lane: its callbacks are sent one after the other, in the order they were handed in. */
    public CallbackLane lane(String callId) {
        return new CallbackLane(this, callId, faults.nextCall(), gate.era(), LANE_CAPACITY, executor, later);
    }

    /** Drops what the lanes that exist have not sent yet, and whatever is given to them later. */
    public void forget() {
        gate.reset();
        later.giveUp();
    }

    FaultPlan faults() {
        return faults;
    }

    /**
     * Sends a parcel of a lane with a fresh token. Never blocks on the network.
     *
     * @param  era when the lane was made
     * @return     completes with null when the lane was forgotten
     */
    CompletableFuture<DeliveryResult> deliver(long era, String callId, Parcel parcel) {
        String attempt = parcel.attempt() == 1 ? null : "attempt " + parcel.attempt();
        return send(era, callId, parcel.target(), parcel.body(), tokens.apply(parcel.fate().token()),
                draft -> draft.fault(parcel.fault()).detail(attempt));
    }

    /**
     * Sends any body with any token, or without one.
     *
     * @param callId the call it belongs to on the timeline, or null
     * @param token  the compact token, or null for no {@code Authorization} header
     */
    public CompletableFuture<DeliveryResult> send(String callId, URI target, JsonNode body, String token) {
        return send(gate.era(), callId, target, body, token, draft -> draft);
    }

    private CompletableFuture<DeliveryResult> send(
            long era, String callId, URI target, JsonNode body, String token, UnaryOperator<TimelineDraft> words) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        TimelineDraft draft = words.apply(TimelineDraft.of(EntryKind.CALLBACK, shortType(body)).call(callId)
                .http("POST", Secrets.address(target)).headers(headers.entrySet()).body(body));
        CompletableFuture<DeliveryResult> outcome = new CompletableFuture<>();
        boolean begun = gate.pass(era, () -> {
            long seq = timeline.add(draft).seq();
            client.send(new Delivery("POST", target, headers, body)).thenAccept(result -> {
                gate.pass(era, () -> record(seq, callId, shortType(body), result));
                outcome.complete(result);
            });
        });
        return begun ? outcome : CompletableFuture.completedFuture(null);
    }

    /**
     * How long to wait before a parcel is sent again; empty when it is not.
     *
     * @param era when the lane was made
     */
    Optional<Duration> again(long era, String callId, Parcel parcel, DeliveryResult result) {
        RetryProfile profile = faults.callbackRetry();
        if (result.accepted() || !profile.again(1)) {
            return Optional.empty();
        }
        boolean again = profile.again(parcel.attempt());
        Duration planned = profile.delayAfter(parcel.attempt());
        Duration wanted = RetryAfter.of(result, clock);
        Duration delay = wanted.compareTo(planned) > 0 ? wanted : planned;
        String what = again
                ? "attempt " + (parcel.attempt() + 1) + " of " + profile.attempts() + " in " + delay.toMillis() + " ms"
                : "given up after " + parcel.attempt() + " attempts";
        boolean still = gate.pass(era, () -> note(callId, shortType(parcel.body()), what));
        return again && still ? Optional.of(delay) : Optional.empty();
    }

    /** An event that is not sent on purpose. */
    void lost(String callId, String type, JsonNode body) {
        timeline.add(TimelineDraft.of(EntryKind.NOTE, type).call(callId).body(body).fault(CallbackFault.LOST.wireName())
                .detail("not sent on purpose"));
    }

    void note(String callId, String type, String why) {
        timeline.add(TimelineDraft.of(EntryKind.NOTE, type).call(callId).detail(why));
    }

    /** The entry of the event gets its status; that it was not taken is news of its own. */
    private void record(long seq, String callId, String type, DeliveryResult result) {
        if (timeline.answered(seq, result.status()) && !result.accepted()) {
            note(callId, type, result.failure() == null
                    ? "callback answered with " + result.status() : "callback not delivered: " + result.failure());
        }
    }

    static String shortType(JsonNode body) {
        String type = (body.isArray() ? body.path(0) : body).path("type").asText("?");
        return type.startsWith(CallbackEventType.PREFIX) ? type.substring(CallbackEventType.PREFIX.length()) : type;
    }
}
