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

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessUsageTest {

    private static final int SIZE = 8 << 20;

    @Test
    void whatEndedThreadsAllocatedCountsToo() throws Exception {
        try (ProcessUsage usage = new ProcessUsage()) {
            ProcessUsage.Reading before = usage.read();
            CountDownLatch seen = new CountDownLatch(1);
            Thread other = new Thread(() -> {
                byte[] bytes = new byte[SIZE];
                try {
                    seen.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                bytes[0] = 1;
            });
            other.start();
            Awaitility.await().atMost(Duration.ofSeconds(30))
                    .until(() -> usage.read().since(before).allocatedBytes() >= SIZE);
            seen.countDown();
            other.join();

            assertThat(usage.read().since(before).allocatedBytes()).isGreaterThanOrEqualTo(SIZE);
            assertThat(usage.read().cpuNanos()).isPositive();
        }
    }
}
