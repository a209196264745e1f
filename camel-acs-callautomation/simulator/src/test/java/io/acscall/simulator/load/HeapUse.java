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
package io.acscall.simulator.load;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** What is on the heap after the garbage has been taken away. */
final class HeapUse {

    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
    private static final int COLLECTIONS = 2;
    private static final double MEGABYTE = 1024 * 1024;

    private HeapUse() {
    }

    /** In MiB, with one digit after the point. */
    static double megabytes() {
        for (int i = 0; i < COLLECTIONS; i++) {
            MEMORY.gc();
        }
        return Math.round(MEMORY.getHeapMemoryUsage().getUsed() / MEGABYTE * 10) / 10.0;
    }
}
