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

import java.util.ArrayList;
import java.util.List;
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
    /** Bounded by {@link #max}; each list is changed under the lock of its entry only. */
    private final Map<String, List<OpenWait>> byCall = new ConcurrentHashMap<>();
    /** The types that a wait without a call has ever been opened for; bounded by the catalogue of types. */
    private final Set<String> typesWithoutCall = ConcurrentHashMap.newKeySet();

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
     */
    public OpenWait open(WaitSpec spec, Consumer<WaitEnd> onEnd, String knownId) {
        if (count.incrementAndGet() > max) {
            count.decrementAndGet();
            throw new TooManyWaitsException(spec.action(), max);
        }
        OpenWait wait = new OpenWait(this, knownId != null ? knownId : ids.get(), spec, onEnd);
        byId.put(wait.id(), wait);
        if (spec.callConnectionId() != null) {
            index(spec.callConnectionId(), wait);
        } else {
            typesWithoutCall.addAll(spec.ending().success());
            typesWithoutCall.addAll(spec.ending().failure());
            withoutCall.incrementAndGet();
        }
        startTimer(wait);
        return wait;
    }

    private void startTimer(OpenWait wait) {
        try {
            wait.start(timer);
        } catch (RuntimeException e) {
            // a timer that has stopped takes nothing: nothing is left of the wait
            wait.abandon();
            throw e;
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
        if (!ended && named.isEmpty() && mayBeEarly(event)) {
            earlyEvents.keep(event);
            // the wait may have learned its call in between, and found nothing kept yet
            ended = isWaitedFor(event.callConnectionId()) && offerKept(event.callConnectionId());
        }
        return ended;
    }

    private boolean mayBeEarly(CallEvent event) {
        return withoutCall.get() > 0 && event.callConnectionId() != null && event.operationContext() == null
                && (CALL_DISCONNECTED.equals(event.shortType()) || typesWithoutCall.contains(event.shortType()));
    }

    private boolean offerKept(String call) {
        boolean ended = false;
        for (CallEvent kept : earlyEvents.take(call)) {
            ended |= offerToCall(kept);
        }
        return ended;
    }

    private boolean offerToCall(CallEvent event) {
        boolean ended = false;
        for (OpenWait wait : ofCall(event.callConnectionId())) {
            ended |= belongsByCall(wait, event) && wait.offer(event);
        }
        return ended;
    }

    /**
     * Without a token an event belongs to a wait of its call when it is the end of the call, when the wait goes by the
     * call, or when it tells of the making of the call and has no context at all (as CreateCallFailed was seen).
     */
    private static boolean belongsByCall(OpenWait wait, CallEvent event) {
        return CALL_DISCONNECTED.equals(event.shortType())
                || wait.spec().ending().byCall()
                || wait.spec().ending().disconnect() == DisconnectMeaning.FAILURE && event.operationContext() == null;
    }

    /**
     * Ends all that is open, because the application stops.
     */
    public void shutDown() {
        byId.values().forEach(wait -> wait.endNow(new WaitEnd.Shutdown()));
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
        return !ofCall(callConnectionId).isEmpty();
    }

    /** Whether nothing is left of any wait. */
    boolean isEmpty() {
        return count.get() == 0 && withoutCall.get() == 0 && byId.isEmpty() && byCall.isEmpty();
    }

    WaitTokens tokens() {
        return tokens;
    }

    WaitTimer timer() {
        return timer;
    }

    void nowBound(OpenWait wait) {
        String call = wait.callConnectionId();
        if (call == null || wait.spec().callConnectionId() != null) {
            return;
        }
        index(call, wait);
        if (!byId.containsKey(wait.id())) {
            // it ended in between, and may have been forgotten before it was indexed
            unindex(call, wait);
        }
        offerKept(call);
    }

    void forget(OpenWait wait) {
        if (byId.remove(wait.id()) == null) {
            return;
        }
        count.decrementAndGet();
        if (wait.spec().callConnectionId() == null) {
            withoutCall.decrementAndGet();
        }
        String call = wait.callConnectionId();
        if (call != null) {
            unindex(call, wait);
        }
    }

    private List<OpenWait> ofCall(String call) {
        return call == null ? List.of() : byCall.getOrDefault(call, List.of());
    }

    /** Lists are replaced, never changed, so that an event can walk over one while a wait ends. */
    private void index(String call, OpenWait wait) {
        byCall.compute(call, (id, waits) -> {
            if (waits == null) {
                return List.of(wait);
            }
            List<OpenWait> more = new ArrayList<>(waits);
            more.add(wait);
            return List.copyOf(more);
        });
    }

    private void unindex(String call, OpenWait wait) {
        byCall.computeIfPresent(call, (id, waits) -> {
            List<OpenWait> rest = waits.stream().filter(other -> other != wait).toList();
            return rest.isEmpty() ? null : rest;
        });
    }
}
