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
package io.acscall.benchmarks.harness;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

/**
 * What this JVM has allocated and how long its processors worked. Allocation is the sum over all threads, as the JVM
 * counts it for each; what a thread allocated in its last tenth of a second before it ended is missed.
 */
public final class ProcessUsage implements AutoCloseable {

    private static final long LOOK_MILLIS = 100;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final Map<Long, Long> last = new HashMap<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "ProcessUsage");
        thread.setDaemon(true);
        return thread;
    });
    private long ended;

    /**
     * @param allocatedBytes since the JVM started
     * @param cpuNanos       of all threads, those of the JVM itself as well
     */
    public record Reading(long allocatedBytes, long cpuNanos) {

        /** What came on top since an earlier reading. */
        public Reading since(Reading earlier) {
            return new Reading(allocatedBytes - earlier.allocatedBytes, cpuNanos - earlier.cpuNanos);
        }
    }

    public ProcessUsage() {
        looks.scheduleAtFixedRate(this::allocated, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Now. */
    public Reading read() {
        return new Reading(allocated(), system.getProcessCpuTime());
    }

    private synchronized long allocated() {
        long[] ids = threads.getAllThreadIds();
        long[] bytes = threads.getThreadAllocatedBytes(ids);
        Map<Long, Long> seen = new HashMap<>();
        long sum = 0;
        for (int i = 0; i < ids.length; i++) {
            if (bytes[i] >= 0) {
                seen.put(ids[i], bytes[i]);
                sum += bytes[i];
            }
        }
        last.keySet().removeAll(seen.keySet());
        ended += last.values().stream().mapToLong(Long::longValue).sum();
        last.clear();
        last.putAll(seen);
        return ended + sum;
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
