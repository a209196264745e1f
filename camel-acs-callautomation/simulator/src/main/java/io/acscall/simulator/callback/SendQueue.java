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

import java.util.ArrayDeque;
import java.util.Deque;

/** Parcels that are sent one after the other. Guarded by the lane. */
final class SendQueue {

    private final Deque<Parcel> parcels = new ArrayDeque<>();
    private boolean sending;

    void add(Parcel parcel) {
        parcels.addLast(parcel);
    }

    /** The next parcel, which is now being sent; null when there is none, or when one is being sent. */
    Parcel next() {
        if (sending || parcels.isEmpty()) {
            return null;
        }
        sending = true;
        return parcels.pollFirst();
    }

    /** The parcel that was being sent has arrived, or has not. */
    void sent() {
        sending = false;
    }

    int size() {
        return parcels.size();
    }

    void clear() {
        parcels.clear();
    }
}
