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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.Secrets;
import io.acscall.simulator.timeline.Timeline;
import io.acscall.simulator.timeline.TimelineDraft;

/** Posts callback events, each with a token of its own, and writes down what was answered. It does not repeat. */
public final class CallbackSender {

    private static final int LANE_CAPACITY = 1000;

    private final DeliveryClient client;
    private final Supplier<String> tokens;
    private final Timeline timeline;
    private final Executor executor;
    /** A callback begins while reading, {@link #forget} writes: so none begins after it. */
    private final ReadWriteLock gate = new ReentrantReadWriteLock();
    private long generation;

    /**
     * @param tokens   makes the token of an event; may take a millisecond
     * @param executor where tokens are made; never a network thread
     */
    public CallbackSender(DeliveryClient client, Supplier<String> tokens, Timeline timeline, Executor executor) {
        this.client = client;
        this.tokens = tokens;
        this.timeline = timeline;
        this.executor = executor;
    }

    /** A new lane: its callbacks are sent one after the other, in the order they were handed in. */
    public CallbackLane lane(String callId) {
        gate.readLock().lock();
        try {
            return new CallbackLane(this, callId, generation, LANE_CAPACITY, executor);
        } finally {
            gate.readLock().unlock();
        }
    }

    /** Drops what the lanes that exist have not sent yet, and whatever is given to them later. */
    public void forget() {
        gate.writeLock().lock();
        try {
            generation++;
        } finally {
            gate.writeLock().unlock();
        }
    }

    /**
     * Sends an event of a lane with a fresh valid token, unless the lane was forgotten. Never blocks on the network.
     */
    CompletableFuture<DeliveryResult> sendSigned(long laneGeneration, String callId, URI target, JsonNode body) {
        String token = tokens.get();
        gate.readLock().lock();
        try {
            return laneGeneration == generation
                    ? send(callId, target, body, token)
                    : CompletableFuture.completedFuture(DeliveryResult.failed("the simulator was reset"));
        } finally {
            gate.readLock().unlock();
        }
    }

    /**
     * Sends any body with any token, or without one.
     *
     * @param callId the call it belongs to on the timeline, or null
     * @param token  the compact token, or null for no {@code Authorization} header
     */
    public CompletableFuture<DeliveryResult> send(String callId, URI target, JsonNode body, String token) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        String shown = Secrets.address(target);
        long seq = timeline.add(TimelineDraft.of(EntryKind.CALLBACK, shortType(body)).call(callId).http("POST", shown)
                .headers(headers.entrySet()).body(body)).seq();
        return client.send(new Delivery("POST", target, headers, body)).thenApply(result -> {
            record(seq, callId, shortType(body), result);
            return result;
        });
    }

    void dropped(String callId, String type, String why) {
        timeline.add(TimelineDraft.of(EntryKind.NOTE, type).call(callId).detail(why));
    }

    /** The entry of the event gets its status; that it was not taken is news of its own. */
    private void record(long seq, String callId, String type, DeliveryResult result) {
        if (timeline.answered(seq, result.status()) && !result.accepted()) {
            timeline.add(TimelineDraft.of(EntryKind.NOTE, type).call(callId).detail(result.failure() == null
                    ? "callback answered with " + result.status() : "callback not delivered: " + result.failure()));
        }
    }

    static String shortType(JsonNode body) {
        String type = (body.isArray() ? body.path(0) : body).path("type").asText("?");
        return type.startsWith(CallbackEventType.PREFIX) ? type.substring(CallbackEventType.PREFIX.length()) : type;
    }
}
