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

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

import io.acscall.camel.await.WaitTimer;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.webhook.Lanes;

/**
 * Brings the keys that a person presses into the order of their {@code sequenceId}: the service does not promise that
 * their events come in it. A key that is ahead of a missing one waits for it, but not longer than a second: an event
 * can be lost, or have gone to another node. Other events pass.
 */
final class ToneOrder {

    /** How long a key waits for the one before. */
    static final Duration LONGEST_GAP = Duration.ofSeconds(1);

    private static final int MAX_CALLS = 10_000;
    private static final long FIRST = 1;
    private static final String TONE = "ContinuousDtmfRecognitionToneReceived";
    private static final Set<String> LAST = Set.of("ContinuousDtmfRecognitionStopped", "CallDisconnected");

    private final Consumer<Lanes.Entry> lanes;
    private final WaitTimer timer;
    private final Map<String, Keys> calls = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Keys> eldest) {
            boolean full = size() > MAX_CALLS;
            if (full) {
                eldest.getValue().letAllGo();
            }
            return full;
        }
    };

    /**
     * Makes an empty order.
     *
     * @param lanes takes what goes on; must return at once
     * @param timer ends the wait for a key that does not come
     */
    ToneOrder(Consumer<Lanes.Entry> lanes, WaitTimer timer) {
        this.lanes = lanes;
        this.timer = timer;
    }

    /**
     * Hands the deliveries of one event on: at once, or, for a key, when those before it have come.
     *
     * @param event   the event
     * @param entries its deliveries, one for each consumer that has not had it; there is room for them in the lanes
     */
    void handOn(CallEvent event, List<Lanes.Entry> entries) {
        String call = event.callConnectionId();
        if (call != null && TONE.equals(event.shortType()) && event.data().get("sequenceId") instanceof Number number) {
            take(call, number.longValue(), entries);
            return;
        }
        if (call != null && LAST.contains(event.shortType())) {
            forget(call);
        }
        entries.forEach(lanes);
    }

    private synchronized void take(String call, long number, List<Lanes.Entry> entries) {
        // a duplicate that nobody gets says nothing
        if (!entries.isEmpty()) {
            calls.computeIfAbsent(call, unknown -> new Keys()).take(number, entries);
        }
    }

    /** No key follows, or a new count begins. */
    private synchronized void forget(String call) {
        Keys keys = calls.remove(call);
        if (keys != null) {
            keys.letAllGo();
        }
    }

    /** The keys of one call. */
    private final class Keys {

        private final NavigableMap<Long, List<Lanes.Entry>> held = new TreeMap<>();
        private long next = FIRST;
        private WaitTimer.Planned gap;
        private int gaps;

        void take(long number, List<Lanes.Entry> entries) {
            held.computeIfAbsent(number, unknown -> new ArrayList<>()).addAll(entries);
            long before = next;
            letReadyGo();
            if (gap == null || next != before) {
                waitForMissing();
            }
        }

        private void letReadyGo() {
            while (!held.isEmpty() && held.firstKey() <= next) {
                letFirstGo();
            }
        }

        private void letFirstGo() {
            Map.Entry<Long, List<Lanes.Entry>> first = held.pollFirstEntry();
            next = Math.max(next, first.getKey() + 1);
            first.getValue().forEach(lanes);
        }

        void letAllGo() {
            endGap();
            while (!held.isEmpty()) {
                letFirstGo();
            }
        }

        /** Each gap has a time of its own. */
        private void waitForMissing() {
            endGap();
            if (held.isEmpty()) {
                return;
            }
            int number = ++gaps;
            try {
                gap = timer.plan(LONGEST_GAP, () -> giveUp(number));
            } catch (RejectedExecutionException e) {
                // the application stops: nothing would wake them
                letAllGo();
            }
        }

        private void endGap() {
            if (gap != null) {
                gap.cancel();
                gap = null;
            }
        }

        /** What is missing does not come. A task that was taken back too late finds another gap. */
        private void giveUp(int number) {
            synchronized (ToneOrder.this) {
                if (gap != null && gaps == number) {
                    letFirstGo();
                    letReadyGo();
                    waitForMissing();
                }
            }
        }
    }
}
