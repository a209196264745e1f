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
package io.acscall.simulator.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.acscall.simulator.time.Scheduled;
import io.acscall.simulator.time.SimulatorScheduler;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MetronomeTest {

    private final HandMovedScheduler scheduler = new HandMovedScheduler();
    private final Metronome metronome = new Metronome(scheduler);
    private final List<Integer> beats = new ArrayList<>();

    /** Time that moves when it is told to; one task at a time is enough here. */
    private static final class HandMovedScheduler implements SimulatorScheduler {

        private Duration now = Duration.ofMillis(7);
        private Duration due;
        private Runnable task;

        @Override
        public Scheduled after(Duration delay, Runnable next) {
            due = now.plus(delay);
            task = next;
            return () -> task = null;
        }

        @Override
        public Duration elapsed() {
            return now;
        }

        void advance(int millis) {
            now = now.plusMillis(millis);
            if (task != null && now.compareTo(due) >= 0) {
                Runnable next = task;
                task = null;
                next.run();
            }
        }

        @Override
        public void close() {
            task = null;
        }
    }

    @Test
    void beatsOnceInAFrame() {
        metronome.join(beats::add);
        for (int i = 0; i < 50; i++) {
            scheduler.advance(20);
        }

        assertThat(beats).hasSize(50).containsOnly(1);
    }

    @Test
    void makesUpForLateBeatsASecondAtMost() {
        metronome.join(beats::add);
        scheduler.advance(65);
        scheduler.advance(5_000);
        scheduler.advance(20);

        assertThat(beats).containsExactly(3, 50, 1);
    }

    @Test
    void isSilentWhileNobodyPlays() {
        Metronome.Player player = beats::add;
        metronome.join(player);
        metronome.leave(player);
        scheduler.advance(100);
        assertThat(scheduler.task).isNull();
        metronome.join(player);
        scheduler.advance(20);

        assertThat(beats).containsExactly(1);
    }
}
