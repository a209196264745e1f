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

import java.util.concurrent.atomic.AtomicReference;

import io.acscall.camel.await.WaitTimer;

/**
 * One who asks for permits: just come, waiting, or served. It is served once, by the first who does.
 */
final class Waiter {

    private enum State {
        NEW,
        WAITING,
        SERVED
    }

    private final PacingRequest request;
    private final PacedStep step;
    private final PacingCounts counts;
    private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
    private volatile WaitTimer.Planned timeout = () -> {
    };

    Waiter(PacingRequest request, PacedStep step, PacingCounts counts) {
        this.request = request;
        this.step = step;
        this.counts = counts;
    }

    PacingRequest request() {
        return request;
    }

    boolean isNew() {
        return state.get() == State.NEW;
    }

    boolean isServed() {
        return state.get() == State.SERVED;
    }

    /** Whether it may wait; it counts from now on. */
    boolean sitDown(int max) {
        if (!counts.startWaiting(max)) {
            return false;
        }
        if (!state.compareAndSet(State.NEW, State.WAITING)) {
            counts.endWaiting();
        }
        return true;
    }

    void endsWith(WaitTimer.Planned planned) {
        timeout = planned;
        if (isServed()) {
            planned.cancel();
        }
    }

    /** Whether the permits were still wanted. */
    boolean grant(Grant grant) {
        boolean first = serve();
        if (first) {
            step.granted(grant);
        }
        return first;
    }

    /** Whether there was still something to refuse. */
    boolean refuse(RuntimeException why) {
        boolean first = serve();
        if (first) {
            step.refused(why);
        }
        return first;
    }

    private boolean serve() {
        State before = state.getAndSet(State.SERVED);
        if (before == State.WAITING) {
            counts.endWaiting();
            timeout.cancel();
        }
        return before != State.SERVED;
    }
}
