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

import java.util.concurrent.atomic.LongAdder;

/**
 * How often what happened between this node and others.
 */
public final class ClusterCounts {

    private final LongAdder forwarded = new LongAdder();
    private final LongAdder received = new LongAdder();
    private final LongAdder orphaned = new LongAdder();
    private final LongAdder takenOver = new LongAdder();

    void countForwarded() {
        forwarded.increment();
    }

    void countReceived() {
        received.increment();
    }

    void countOrphaned() {
        orphaned.increment();
    }

    void countTakenOver() {
        takenOver.increment();
    }

    /** {@return how many events were forwarded to another node} */
    public long forwarded() {
        return forwarded.sum();
    }

    /** {@return how many events came from another node and ended a wait here} */
    public long received() {
        return received.sum();
    }

    /** {@return how many events went to the consumers because whose wait they end is gone or silent} */
    public long orphaned() {
        return orphaned.sum();
    }

    /** {@return how many waits of this node were ended by others} */
    public long takenOver() {
        return takenOver.sum();
    }
}
