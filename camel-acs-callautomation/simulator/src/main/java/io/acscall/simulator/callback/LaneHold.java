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

import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;

/** Keeps the events of a call back until it is released, which may be done more than once. */
public final class LaneHold {

    private final CallbackLane lane;
    private final long number;
    private boolean released;

    LaneHold(CallbackLane lane, long number) {
        this.lane = lane;
        this.number = number;
    }

    /** Lets events go, as far as nobody else holds them. */
    public void release() {
        synchronized (this) {
            if (released) {
                return;
            }
            released = true;
        }
        lane.release();
    }

    /**
     * Waits for an event that was caused since this hold began.
     *
     * @param  wanted which event
     * @return        completes when it was sent and answered, or could not be; may be completed by whoever loses
     *                patience
     */
    public CompletableFuture<Void> delivered(Predicate<JsonNode> wanted) {
        return lane.delivered(number, wanted);
    }
}
