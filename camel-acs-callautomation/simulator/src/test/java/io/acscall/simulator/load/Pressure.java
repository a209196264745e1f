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

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Has callbacks sent as fast as they arrive, with never more than so many under way. */
final class Pressure {

    static final int UNDER_WAY = 256;
    private static final long PATIENCE_SECONDS = 60;

    private final CallbackReceiver receiver;

    /** How many callbacks were sent and arrived, and in what time. */
    record Run(long callbacks, double seconds) {

        double perSecond() {
            return callbacks / seconds;
        }
    }

    Pressure(CallbackReceiver receiver) {
        this.receiver = receiver;
    }

    /**
     * Returns when all that were sent have arrived.
     *
     * @param  send           has one more callback sent
     * @throws AssertionError when one did not arrive, or came twice
     */
    Run run(Duration time, Runnable send) throws InterruptedException {
        Semaphore free = new Semaphore(UNDER_WAY);
        receiver.onCallback(free::release);
        long before = receiver.count();
        long begun = System.nanoTime();
        long sent = 0;
        do {
            take(free, 1);
            send.run();
            sent++;
        } while (System.nanoTime() - begun < time.toNanos());
        take(free, UNDER_WAY);
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (receiver.count() - before != sent) {
            throw new AssertionError(sent + " callbacks were sent, and " + (receiver.count() - before) + " arrived");
        }
        return new Run(sent, seconds);
    }

    private static void take(Semaphore free, int permits) throws InterruptedException {
        if (!free.tryAcquire(permits, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("A callback did not arrive within " + PATIENCE_SECONDS + " s");
        }
    }
}
