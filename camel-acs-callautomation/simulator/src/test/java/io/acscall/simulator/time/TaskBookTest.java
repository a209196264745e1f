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
package io.acscall.simulator.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TaskBookTest {

    private final List<Runnable> scheduled = new ArrayList<>();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final TaskBook book = new TaskBook(new SimulatorScheduler() {

        @Override
        public Scheduled after(Duration delay, Runnable task) {
            scheduled.add(task);
            return cancelled::incrementAndGet;
        }

        @Override
        public Duration elapsed() {
            return Duration.ZERO;
        }

        @Override
        public void close() {
            scheduled.clear();
        }
    });

    @Test
    void doesWhatItsTimeHasComeFor() {
        book.after(Duration.ZERO, done::incrementAndGet);
        scheduled.get(0).run();
        book.giveUp();

        assertThat(done).hasValue(1);
        assertThat(cancelled).as("what is done is not cancelled").hasValue(0);
    }

    @Test
    void doesNothingThatWasGivenUpEvenIfItsTimeComesMeanwhile() {
        book.after(Duration.ZERO, done::incrementAndGet);
        book.giveUp();
        scheduled.get(0).run();

        assertThat(done).hasValue(0);
        assertThat(cancelled).hasValue(1);
    }

    @Test
    void goesOnAfterGivingUp() {
        book.giveUp();
        book.after(Duration.ZERO, done::incrementAndGet);
        scheduled.get(0).run();

        assertThat(done).hasValue(1);
    }
}
