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
package io.acscall.camel.await;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.DisconnectMeaning;

/**
 * All operations of this component whose end somebody waits for, and which event belongs to which. Holds no thread.
 */
public final class OpenWaits {

    private static final String CALL_DISCONNECTED = "CallDisconnected";

    private final WaitTokens tokens;
    private final WaitTimer timer;
    private final Supplier<String> ids;
    private final int max;
    private final EarlyEvents earlyEvents;

    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger withoutCall = new AtomicInteger();
    private final Map<String, OpenWait> byId = new ConcurrentHashMap<>();
    private final AtomicInteger withoutRecording = new AtomicInteger();
    private final WaitIndex byCall = new WaitIndex();
    private final WaitIndex byRecording = new WaitIndex();
    /** The types that a wait without a call has ever been opened for; bounded by the catalogue of types. */
    private final Set<String> typesWithoutCall = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Makes an empty set.
     *
     * @param tokens      writes and reads the context on the wire
     * @param timer       ends waits in time
     * @param ids         makes ids of waits: letters and digits
     * @param max         how many may be open at once
     * @param earlyEvents keeps events for waits that learn their call late
     */
    public OpenWaits(WaitTokens tokens, WaitTimer timer, Supplier<String> ids, int max, EarlyEvents earlyEvents) {
        this.tokens = Objects.requireNonNull(tokens, "tokens");
        this.timer = Objects.requireNonNull(timer, "timer");
        this.ids = Objects.requireNonNull(ids, "ids");
        this.max = max;
        this.earlyEvents = Objects.requireNonNull(earlyEvents, "earlyEvents");
    }

    /**
     * Opens a wait; to be called before the request is sent, so that an event that overtakes the answer is not lost.
     *
     * @param  spec                  what is waited for
     * @param  onEnd                 called once with the end, on the thread that brought it: it must hand over
     * @return                       the wait
     * @throws TooManyWaitsException when too many are open
     * @throws WaitsClosedException  after {@link #close()}
     */
    public OpenWait open(WaitSpec spec, Consumer<WaitEnd> onEnd) {
        return open(spec, onEnd, null);
    }

    /**
     * Opens a wait under an id that it had before, because its request is sent again as it was.
     *
     * @param  spec                  what is waited for
     * @param  onEnd                 as in {@link #open(WaitSpec, Consumer)}
     * @param  knownId               the id, or {@code null} for a new one
     * @return                       the wait
     * @throws TooManyWaitsException when too many are open
     * @throws WaitsClosedException  after {@link #close()}
     */
    public OpenWait open(WaitSpec spec, Consumer<WaitEnd> onEnd, String knownId) {
        if (count.incrementAndGet() > max) {
            count.decrementAndGet();
            throw new TooManyWaitsException(spec.action(), max);
        }
        OpenWait wait = new OpenWait(this, knownId != null ? knownId : ids.get(), spec, onEnd);
        byId.put(wait.id(), wait);
        index(wait, spec);
        startTimer(wait);
        return wait;
    }

    private void index(OpenWait wait, WaitSpec spec) {
        if (spec.callConnectionId() != null) {
            byCall.add(spec.callConnectionId(), wait);
        } else if (!spec.ending().byRecording()) {
            typesWithoutCall.addAll(spec.ending().success());
            typesWithoutCall.addAll(spec.ending().failure());
            withoutCall.incrementAndGet();
        }
        if (spec.learnsRecording()) {
            withoutRecording.incrementAndGet();
        } else if (spec.recordingId() != null) {
            byRecording.add(spec.recordingId(), wait);
        }
        if (!byId.containsKey(wait.id())) {
            // a shutdown has ended it in between, and forgot it before it was indexed
            byCall.remove(spec.callConnectionId(), wait);
            byRecording.remove(spec.recordingId(), wait);
        }
    }

    private void startTimer(OpenWait wait) {
        try {
            if (closed) {
                throw new WaitsClosedException(wait.spec().action());
            }
            wait.start(timer);
        } catch (RuntimeException e) {
            // closed, or a timer that has stopped and takes nothing: nothing is left of the wait, unless it has its end
            if (wait.abandon()) {
                throw e;
            }
        }
    }

    /**
     * Offers an event to all waits.
     *
     * @param  event as it came, with the context of the wire
     * @return       whether it ended a wait
     */
    public boolean offer(CallEvent event) {
        Optional<OpenWait> named
                = tokens.read(event.operationContext()).filter(token -> tokens.instance().equals(token.instance()))
                        .map(token -> byId.get(token.waitId()));
        boolean ended = named.isPresent() && named.get().offer(event);
        ended |= offerToCall(event);
        ended |= offerToRecording(event);
        if (!ended && named.isEmpty()) {
            ended = keep(event);
        }
        return ended;
    }

    /** Keeps an event that may be early. A wait may have learned its id in between, and found nothing kept yet. */
    private boolean keep(CallEvent event) {
        if (mayBeEarlyOfRecording(event)) {
            earlyEvents.keep(event.recordingId(), event);
            return byRecording.contains(event.recordingId()) && offerKeptOfRecording(event.recordingId());
        }
        if (mayBeEarly(event)) {
            earlyEvents.keep(event.callConnectionId(), event);
            return isWaitedFor(event.callConnectionId()) && offerKept(event.callConnectionId());
        }
        return false;
    }

    private boolean mayBeEarly(CallEvent event) {
        return withoutCall.get() > 0 && event.callConnectionId() != null && event.operationContext() == null
                && (CALL_DISCONNECTED.equals(event.shortType()) || typesWithoutCall.contains(event.shortType()));
    }

    private boolean mayBeEarlyOfRecording(CallEvent event) {
        return withoutRecording.get() > 0 && event.recordingId() != null;
    }

    private boolean offerKept(String call) {
        boolean ended = false;
        for (CallEvent kept : earlyEvents.take(call)) {
            ended |= offerToCall(kept);
        }
        return ended;
    }

    private boolean offerKeptOfRecording(String recording) {
        boolean ended = false;
        for (CallEvent kept : earlyEvents.take(recording)) {
            ended |= offerToRecording(kept);
        }
        return ended;
    }

    private boolean offerToCall(CallEvent event) {
        boolean ended = false;
        for (OpenWait wait : byCall.of(event.callConnectionId())) {
            ended |= belongsByCall(wait, event) && wait.offer(event);
        }
        return ended;
    }

    private boolean offerToRecording(CallEvent event) {
        boolean ended = false;
        for (OpenWait wait : byRecording.of(event.recordingId())) {
            ended |= wait.offer(event);
        }
        return ended;
    }

    /**
     * Without a token an event belongs to a wait of its call when it is the end of the call, when the wait goes by the
     * call, when it may show what the wait is for, or when it tells of the making of the call and has no context at all
     * (as CreateCallFailed was seen).
     */
    private static boolean belongsByCall(OpenWait wait, CallEvent event) {
        return CALL_DISCONNECTED.equals(event.shortType())
                || wait.spec().ending().byCall()
                || wait.spec().ending().byState() && wait.spec().ending().success().contains(event.shortType())
                || wait.spec().ending().disconnect() == DisconnectMeaning.FAILURE && event.operationContext() == null;
    }

    /**
     * Ends all that is open, because the application stops. What its routes do to clean up may still wait.
     */
    public void shutDown() {
        byId.values().forEach(wait -> wait.endNow(new WaitEnd.Shutdown()));
    }

    /**
     * Ends all that is open, and takes nothing more: nobody would end it.
     */
    public void close() {
        closed = true;
        shutDown();
    }

    /**
     * How many are open.
     */
    public int size() {
        return count.get();
    }

    /**
     * Whether an event of this call could end a wait.
     *
     * @param callConnectionId the call, may be {@code null}
     */
    public boolean isWaitedFor(String callConnectionId) {
        return byCall.contains(callConnectionId);
    }

    /** Whether nothing is left of any wait. */
    boolean isEmpty() {
        return count.get() == 0 && withoutCall.get() == 0 && withoutRecording.get() == 0 && byId.isEmpty()
                && byCall.isEmpty() && byRecording.isEmpty();
    }

    WaitTokens tokens() {
        return tokens;
    }

    WaitTimer timer() {
        return timer;
    }

    void nowBound(OpenWait wait) {
        String call = wait.callConnectionId();
        if (call != null && wait.spec().callConnectionId() == null) {
            bind(byCall, call, wait);
            offerKept(call);
        }
        String recording = wait.recordingId();
        if (recording != null && wait.spec().learnsRecording()) {
            bind(byRecording, recording, wait);
            offerKeptOfRecording(recording);
        }
    }

    private void bind(WaitIndex index, String id, OpenWait wait) {
        index.add(id, wait);
        if (!byId.containsKey(wait.id())) {
            // it ended in between, and may have been forgotten before it was indexed
            index.remove(id, wait);
        }
    }

    void forget(OpenWait wait) {
        if (byId.remove(wait.id()) == null) {
            return;
        }
        count.decrementAndGet();
        WaitSpec spec = wait.spec();
        if (spec.callConnectionId() == null && !spec.ending().byRecording()) {
            withoutCall.decrementAndGet();
        }
        if (spec.learnsRecording()) {
            withoutRecording.decrementAndGet();
        }
        byCall.remove(wait.callConnectionId(), wait);
        byRecording.remove(wait.recordingId(), wait);
    }
}
