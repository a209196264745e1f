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
package io.acscall.camel.pacing;

import java.time.Duration;

/**
 * What the options of the component say.
 *
 * @param limit      how many calls to phone numbers may be up from one number, {@code maxConcurrentPerCaller}; at least
 *                   1
 * @param maxWaiting how many exchanges of this node may wait for that, {@code maxPacedWaiting}; 0 lets none wait
 * @param timeout    how long one waits at most, {@code pacingTimeout}
 * @param lease      how long a permit holds unless it is renewed, {@code pacingLease}
 */
public record PacingSettings(int limit, int maxWaiting, Duration timeout, Duration lease) {

    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);

    /**
     * Checks them.
     *
     * @throws IllegalArgumentException when one can't work; the message names the option
     */
    public PacingSettings {
        if (limit < 1) {
            throw wrong("maxConcurrentPerCaller", limit,
                    "at least 1, or 0 for no pacing, for example maxConcurrentPerCaller=2");
        }
        if (maxWaiting < 0) {
            throw wrong("maxPacedWaiting", maxWaiting, "0 or more, for example maxPacedWaiting=1000");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw wrong("pacingTimeout", timeout, "more than nothing, for example pacingTimeout=5m");
        }
        if (lease.compareTo(SHORTEST_LEASE) < 0) {
            throw wrong("pacingLease", lease, "at least 1s, for example pacingLease=2m");
        }
    }

    private static IllegalArgumentException wrong(String option, Object seen, String good) {
        return new IllegalArgumentException(
                "Option '" + option + "' of the component acs-call is " + seen + ": it must be " + good);
    }
}
