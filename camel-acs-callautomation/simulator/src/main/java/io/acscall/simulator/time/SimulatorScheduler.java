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

/**
 * The simulator's own sense of time: people that answer, prompts that end and calls that ring out are scheduled here
 * and nowhere else, so that another implementation can move time by hand. Signatures, tokens and time stamps of events
 * don't come from here: they are wall clock.
 */
public interface SimulatorScheduler extends AutoCloseable {

    /**
     * Runs a task later, on a thread of the scheduler.
     *
     * @param  delay how long from now; zero or negative means as soon as possible
     * @param  task  what to run; an exception it throws is logged and does not stop the scheduler
     * @return       a handle to cancel it; never null
     */
    Scheduled after(Duration delay, Runnable task);

    /** How much time has passed on this scheduler; it never goes back. */
    Duration elapsed();

    /** Stops the scheduler; tasks that have not begun never run. */
    @Override
    void close();
}
