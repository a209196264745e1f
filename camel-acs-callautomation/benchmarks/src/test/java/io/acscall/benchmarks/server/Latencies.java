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
package io.acscall.benchmarks.server;

import java.util.Arrays;
import java.util.Map;

/** How long things took. For one thread. */
public final class Latencies {

    private static final double NANOS_OF_A_MILLISECOND = 1e6;
    private static final int FIRST_ROOM = 1 << 16;

    private long[] nanos = new long[FIRST_ROOM];
    private int count;

    /** Adds one. */
    public void add(long took) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = took;
    }

    /** {@return how many there are} */
    public int count() {
        return count;
    }

    /** Writes the middle and the end of them, in milliseconds, where there is one. */
    public void into(Map<String, Double> values) {
        if (count > 0) {
            long[] sorted = Arrays.copyOf(nanos, count);
            Arrays.sort(sorted);
            values.put("p50 ms", sorted[count / 2] / NANOS_OF_A_MILLISECOND);
            values.put("p99 ms", sorted[(int) (count * 0.99)] / NANOS_OF_A_MILLISECOND);
        }
    }
}
