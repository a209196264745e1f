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
package io.acscall.camel.cluster;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.spi.ClusterStore;

/**
 * What a question to other nodes needs.
 *
 * @param instance   this incarnation
 * @param store      what nodes know of each other
 * @param membership who lives
 * @param forwarding sends to one
 * @param untokened  which events name nobody
 * @param counts     counts
 * @param ties       threads and time
 * @param patience   how long others and the store may take
 */
record OtherNodes(String instance, ClusterStore store, Membership membership, Forwarding forwarding, Untokened untokened,
        ClusterCounts counts, ClusterTies ties, Duration patience) {

    long nanoTime() {
        return ties.nanoTime().getAsLong();
    }

    boolean mayBeEarly(CallEvent event) {
        return untokened.mayBeEarly(event);
    }

    /** Whether a thread will do it; not when the application stops. */
    boolean execute(Runnable task) {
        try {
            ties.executor().execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Whether a thread will do it after a time. */
    boolean later(Duration after, Runnable task) {
        try {
            ties.timer().plan(after, () -> execute(task));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }
}
