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
 * Keeps an event that is to be batched until others for the same address have come, a full batch of them or as many as
 * come in its time. Guarded by the lane.
 */
final class Batching {

    private static final int FULL = 10;

    private final LaneTimers timers;
    private final Consumer<Parcel> next;
    private Parcel open;
    private long number;

    Batching(LaneTimers timers, Consumer<Parcel> next) {
        this.timers = timers;
        this.next = next;
    }

    void accept(Parcel parcel) {
        if (open != null && open.target().equals(parcel.target())) {
            open = open.with(parcel);
            if (open.body().size() >= FULL) {
                flush();
            }
            return;
        }
        flush();
        if (parcel.has(CallbackFault.BATCHED)) {
            open = parcel;
            long mine = ++number;
            timers.after(parcel.fate().patience(), () -> timeOver(mine));
        } else {
            next.accept(parcel);
        }
    }

    private void timeOver(long batch) {
        if (batch == number) {
            flush();
        }
    }

    private void flush() {
        if (open != null) {
            Parcel batch = open;
            open = null;
            next.accept(batch);
        }
    }
}
