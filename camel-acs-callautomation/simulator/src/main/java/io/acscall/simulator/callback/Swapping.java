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

import java.util.function.Consumer;

import io.acscall.simulator.fault.CallbackFault;

/**
 * Keeps an event that is to come out of order until the next one of its call has gone before it, or its time is over.
 * Guarded by the lane.
 */
final class Swapping {

    private final LaneTimers timers;
    private final Consumer<Parcel> next;
    private Parcel kept;

    Swapping(LaneTimers timers, Consumer<Parcel> next) {
        this.timers = timers;
        this.next = next;
    }

    void accept(Parcel parcel) {
        if (kept != null) {
            Parcel overtaken = kept.marked(CallbackFault.OUT_OF_ORDER);
            kept = null;
            next.accept(parcel);
            next.accept(overtaken);
        } else if (parcel.has(CallbackFault.OUT_OF_ORDER)) {
            kept = parcel;
            timers.after(parcel.fate().patience(), () -> timeOver(parcel));
        } else {
            next.accept(parcel);
        }
    }

    private void timeOver(Parcel parcel) {
        if (kept == parcel) {
            kept = null;
            next.accept(parcel);
        }
    }
}
