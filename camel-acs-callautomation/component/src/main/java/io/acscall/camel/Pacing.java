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
package io.acscall.camel;

import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

import io.acscall.camel.pacing.CallerPacing;
import io.acscall.camel.pacing.PacingSettings;
import io.acscall.camel.pacing.PacingThreads;
import io.acscall.camel.spi.PermitStore;

/**
 * Makes the pacing of a component as its options say.
 */
final class Pacing {

    private static final int LEAST_POLL = 500;
    private static final int MOST_POLL = 1_500;

    private Pacing() {
    }

    /**
     * Makes it.
     *
     * @param  key                      keeps the names of called people from being guessed
     * @return                          {@code null} when {@code maxConcurrentPerCaller} is not set
     * @throws IllegalArgumentException when an option can't work
     */
    static CallerPacing of(AcsCallComponent component, Threads threads, byte[] key) {
        AcsCallConfiguration options = component.getConfiguration();
        if (options.getMaxConcurrentPerCaller() == 0) {
            return null;
        }
        PacingSettings settings = new PacingSettings(
                options.getMaxConcurrentPerCaller(), options.getMaxPacedWaiting(), options.getPacingTimeout(),
                options.getPacingLease());
        PermitStore store = options.getOperationStore().permits().orElseThrow(() -> noPermits(options));
        String salt = HexFormat.of().formatHex(key);
        return new CallerPacing(
                settings, store, new ServiceLook(component),
                new PacingThreads(threads, threads.pacing(), Pacing::pollAfter), component.clock(),
                rawId -> Sha256.text(salt + "\n" + rawId));
    }

    private static IllegalArgumentException noPermits(AcsCallConfiguration options) {
        return new IllegalArgumentException(
                "Option 'maxConcurrentPerCaller' of the component acs-call needs an 'operationStore' that keeps permits, and "
                                            + options.getOperationStore().getClass().getName()
                                            + " keeps none: its permits() is empty. JdbcOperationStore and MemoryOperationStore do");
    }

    private static Duration pollAfter() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextInt(LEAST_POLL, MOST_POLL));
    }
}
