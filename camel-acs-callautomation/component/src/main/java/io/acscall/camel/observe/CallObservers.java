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
package io.acscall.camel.observe;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who watch the calls of a component. While there is nobody, no signal is made.
 */
public final class CallObservers {

    private static final Logger LOG = LoggerFactory.getLogger(CallObservers.class);

    private final List<Watching> observers = new CopyOnWriteArrayList<>();
    private final AtomicLong numbers = new AtomicLong();

    /** Nobody yet. */
    public CallObservers() {
    }

    /**
     * Adds one, who is told of what begins from now on. One that is there already is not told twice.
     *
     * @param observer who
     */
    public synchronized void add(CallObserver observer) {
        Objects.requireNonNull(observer, "observer");
        if (observers.stream().noneMatch(one -> one.observer() == observer)) {
            observers.add(new Watching(observer, new AtomicBoolean()));
        }
    }

    /**
     * Removes one; no effect when it is not there.
     *
     * @param observer who
     */
    public synchronized void remove(CallObserver observer) {
        observers.removeIf(one -> one.observer() == observer);
    }

    /** {@return whether nobody watches, so that nothing need be measured for a signal} */
    public boolean isEmpty() {
        return observers.isEmpty();
    }

    /** {@return a number that no other action of the component has} */
    public long nextNumber() {
        return numbers.incrementAndGet();
    }

    /**
     * Tells everybody.
     *
     * @param signal makes the signal; not called when nobody watches
     */
    public void tell(Supplier<CallSignal> signal) {
        if (observers.isEmpty()) {
            return;
        }
        CallSignal made = signal.get();
        observers.forEach(one -> one.tell(made));
    }

    private record Watching(CallObserver observer, AtomicBoolean failed) {

        void tell(CallSignal signal) {
            try {
                observer.observed(signal);
            } catch (RuntimeException e) {
                if (failed.compareAndSet(false, true)) {
                    LOG.warn("An observer of calls failed with a {}; further failures of it are not logged",
                            signal.getClass().getSimpleName(), e);
                }
            }
        }
    }
}
