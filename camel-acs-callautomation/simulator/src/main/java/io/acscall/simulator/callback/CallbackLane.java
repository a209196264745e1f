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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.fault.CallbackFate;
import io.acscall.simulator.fault.CallbackFault;
import io.acscall.simulator.time.TaskBook;

/**
 * The callbacks of one call: a bounded queue that is emptied one by one, so that the application gets them in order. It
 * can be held while the answer to a request is still to be written, because the service answers an operation before it
 * tells its outcome. Events that are late, second copies and repeated attempts go beside the queue, also one by one.
 */
public final class CallbackLane {

    private final CallbackSender sender;
    private final String callId;
    private final int callNumber;
    private final long era;
    private final int capacity;
    private final Executor executor;
    private final SendQueue inOrder = new SendQueue();
    private final SendQueue beside = new SendQueue();
    private final Outlook outlook = new Outlook();
    private final LaneTimers timers;
    private final Batching batching;
    private long posted;
    private int holds;

    CallbackLane(CallbackSender sender, String callId, int callNumber, long era, int capacity, Executor executor,
                 TaskBook tasks) {
        this.sender = sender;
        this.callId = callId;
        this.callNumber = callNumber;
        this.era = era;
        this.capacity = capacity;
        this.executor = executor;
        this.timers = new LaneTimers(this, tasks);
        this.batching = new Batching(timers, new Swapping(timers, parcel -> add(inOrder, parcel))::accept);
    }

    /** Queues an event; never blocks. When the queue is full the event is dropped and the timeline says so. */
    public void post(URI target, JsonNode body) {
        String type = CallbackSender.shortType(body);
        boolean lost;
        synchronized (this) {
            posted++;
            CallbackFate fate = sender.faults().callback(callNumber, posted, type);
            lost = fate.has(CallbackFault.LOST);
            if (!lost && inOrder.size() + beside.size() + timers.size() < capacity) {
                accept(Parcel.of(posted, target, body, fate));
                return;
            }
        }
        if (lost) {
            sender.lost(callId, type, body);
        } else {
            sender.note(callId, type, "dropped: " + capacity + " callbacks of this call wait already");
        }
    }

    private void accept(Parcel parcel) {
        Parcel first = parcel.has(CallbackFault.TWICE) ? parcel.marked(CallbackFault.TWICE) : parcel;
        if (parcel.has(CallbackFault.LATE)) {
            timers.after(parcel.fate().delay(), () -> add(beside, first.marked(CallbackFault.LATE)));
        } else {
            batching.accept(first);
        }
        if (parcel.has(CallbackFault.TWICE)) {
            add(beside, first);
        }
    }

    /** Keeps queued events back until the hold is released; there may be several. */
    public synchronized LaneHold hold() {
        holds++;
        return new LaneHold(this, posted);
    }

    synchronized void release() {
        holds--;
        pump();
    }

    CompletableFuture<Void> delivered(long after, Predicate<JsonNode> wanted) {
        return outlook.watch(after, wanted);
    }

    private void add(SendQueue queue, Parcel parcel) {
        queue.add(parcel);
        pump();
    }

    private void pump() {
        if (holds == 0) {
            pump(inOrder);
            pump(beside);
        }
    }

    private void pump(SendQueue queue) {
        Parcel next = queue.next();
        if (next != null) {
            try {
                executor.execute(() -> send(queue, next));
            } catch (RejectedExecutionException e) {
                // The simulator has been closed.
                queue.clear();
            }
        }
    }

    private void send(SendQueue queue, Parcel parcel) {
        try {
            sender.deliver(era, callId, parcel).whenComplete((result, failure) -> sent(queue, parcel, result));
        } catch (RuntimeException e) {
            sender.note(callId, CallbackSender.shortType(parcel.body()), "dropped: " + e.getMessage());
            sent(queue, parcel, null);
        }
    }

    /**
     * @param result null when it was not even tried
     */
    private void sent(SendQueue queue, Parcel parcel, DeliveryResult result) {
        synchronized (this) {
            queue.sent();
            if (result != null) {
                sender.again(era, callId, parcel, result)
                        .ifPresent(delay -> timers.after(delay, () -> add(beside, parcel.again())));
            }
            pump();
        }
        outlook.delivered(parcel);
    }
}
