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
package io.acscall.camel.pacing;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * What pacing does on this node, for metrics and consoles.
 */
public final class PacingCounts {

    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong held = new AtomicLong();
    private final LongAdder granted = new LongAdder();
    private final LongAdder waited = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder timedOut = new LongAdder();
    private final LongAdder reclaimed = new LongAdder();
    private final LongAdder lost = new LongAdder();

    PacingCounts() {
    }

    /** {@return how many exchanges wait for a permit now} */
    public int waiting() {
        return waiting.get();
    }

    /** {@return how many permits this node holds now, each for one call to a phone number} */
    public long held() {
        return held.get();
    }

    /** {@return how many permits were granted since the start} */
    public long granted() {
        return granted.sum();
    }

    /** {@return how many exchanges had to wait since the start} */
    public long waited() {
        return waited.sum();
    }

    /** {@return how many exchanges were refused at once since the start} */
    public long refused() {
        return refused.sum();
    }

    /** {@return how many exchanges waited in vain until {@code pacingTimeout} since the start} */
    public long timedOut() {
        return timedOut.sum();
    }

    /**
     * {@return how many permits were freed since the start because a look at the service showed that the call is over}
     */
    public long reclaimed() {
        return reclaimed.sum();
    }

    /** {@return how many permits others took while this node could not renew them, since the start} */
    public long lost() {
        return lost.sum();
    }

    /** {@return all of them by their name} */
    public Map<String, Long> snapshot() {
        return new TreeMap<>(
                Map.of("waiting", (long) waiting(), "held", held(), "granted", granted(), "waited", waited(), "refused",
                        refused(),
                        "timedOut", timedOut(), "reclaimed", reclaimed(), "lost", lost()));
    }

    /** Whether one more may wait. */
    boolean startWaiting(int max) {
        boolean may = waiting.getAndUpdate(now -> now < max ? now + 1 : now) < max;
        if (may) {
            waited.increment();
        }
        return may;
    }

    void endWaiting() {
        waiting.decrementAndGet();
    }

    void hold() {
        held.incrementAndGet();
    }

    void letGo() {
        held.decrementAndGet();
    }

    void grant(int permits) {
        granted.add(permits);
    }

    void refuse() {
        refused.increment();
    }

    void timeOut() {
        timedOut.increment();
    }

    void reclaim() {
        reclaimed.increment();
    }

    void lose() {
        lost.increment();
    }
}
