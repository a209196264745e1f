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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The callbacks of one call: a bounded queue that is emptied one by one, so that the application gets them in order. It
 * can be held while the answer to a request is still to be written, because the service answers an operation before it
 * tells its outcome.
 */
public final class CallbackLane {

    private record Queued(URI target, JsonNode body) {
    }

    private final CallbackSender sender;
    private final String callId;
    private final long generation;
    private final int capacity;
    private final Executor executor;
    private final Deque<Queued> queue = new ArrayDeque<>();
    private int holds;
    private boolean sending;

    CallbackLane(CallbackSender sender, String callId, long generation, int capacity, Executor executor) {
        this.sender = sender;
        this.callId = callId;
        this.generation = generation;
        this.capacity = capacity;
        this.executor = executor;
    }

    /** Queues an event; never blocks. When the queue is full the event is dropped and the timeline says so. */
    public void post(URI target, JsonNode body) {
        synchronized (this) {
            if (queue.size() < capacity) {
                queue.addLast(new Queued(target, body));
                pump();
                return;
            }
        }
        sender.dropped(callId, CallbackSender.shortType(body), "dropped: " + capacity + " callbacks of this call wait already");
    }

    /** Keeps queued events back until {@link #release()}; may be nested. */
    public synchronized void hold() {
        holds++;
    }

    /** Undoes one {@link #hold()}. */
    public synchronized void release() {
        holds--;
        pump();
    }

    private void pump() {
        if (!sending && holds == 0 && !queue.isEmpty()) {
            sending = true;
            try {
                executor.execute(this::sendNext);
            } catch (RejectedExecutionException e) {
                // The simulator has been closed.
                queue.clear();
            }
        }
    }

    private void sendNext() {
        Queued next;
        synchronized (this) {
            next = queue.pollFirst();
        }
        if (next == null) {
            sent();
            return;
        }
        try {
            sender.sendSigned(generation, callId, next.target(), next.body()).whenComplete((result, failure) -> sent());
        } catch (RuntimeException e) {
            sender.dropped(callId, CallbackSender.shortType(next.body()), "dropped: " + e.getMessage());
            sent();
        }
    }

    private synchronized void sent() {
        sending = false;
        pump();
    }
}
