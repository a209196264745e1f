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
package io.acscall.camel.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.acscall.camel.event.CallEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class ManyWaitsTest {

    private static final int MANY = 100_000;

    private final Waits waits = new Waits(MANY);
    private final AtomicInteger succeeded = new AtomicInteger();
    private final AtomicInteger timedOut = new AtomicInteger();

    @Test
    void aHundredThousandExchangesWaitAtTheSameTime() {
        List<CallEvent> events = new ArrayList<>(MANY);
        for (int i = 0; i < MANY; i++) {
            String call = "call-" + i;
            OpenWait wait = waits.open.open(new WaitSpec("play", Waits.PLAY, Duration.ofMinutes(10), call), this::ended);
            events.add(waits.event("PlayCompleted", call, wait.wireContext("order-" + i)));
            wait.answered(null, () -> {
            });
        }
        assertThat(waits.open.size()).isEqualTo(MANY);

        IntStream.range(0, MANY / 2).parallel().forEach(i -> waits.open.offer(events.get(i)));
        assertThat(succeeded).hasValue(MANY / 2);
        assertThat(waits.open.size()).isEqualTo(MANY / 2);
        waits.timer.advance(Duration.ofMinutes(10));

        assertThat(timedOut).hasValue(MANY / 2);
        assertThat(waits.open.isEmpty()).isTrue();
        assertThat(waits.timer.planned()).isZero();
    }

    @Test
    void aThousandOperationsOfOneCallEndByItsEnd() {
        for (int i = 0; i < 1_000; i++) {
            waits.open.open(new WaitSpec("play", Waits.PLAY, Duration.ofMinutes(10), "c-1"), this::ended).answered(null, () -> {
            });
        }

        waits.open.offer(waits.event("CallDisconnected", "c-1", null));

        assertThat(waits.open.isEmpty()).isTrue();
    }

    private void ended(WaitEnd end) {
        if (end instanceof WaitEnd.Succeeded) {
            succeeded.incrementAndGet();
        } else if (end instanceof WaitEnd.TimedOut) {
            timedOut.incrementAndGet();
        }
    }
}
