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
package io.acscall.camel.client;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;

/**
 * Whether and when a request is tried again. What the service recognises (a read, or a repeatability id) is tried again
 * after every passing trouble. Anything else only when the service cannot have acted: 429, 503 with Retry-After, or
 * nothing sent.
 */
final class RetryRules {

    /** A longer wait is the caller's to decide: the failure carries it. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(30);
    private static final int THROTTLED = 429;
    private static final Set<Integer> PASSING = Set.of(408, THROTTLED, 500, 502, 503, 504);
    private static final int DOUBLINGS = 16;

    private final int maxRetries;
    private final Duration delay;
    private final DoubleSupplier jitter;

    RetryRules(int maxRetries, Duration delay, DoubleSupplier jitter) {
        this.maxRetries = maxRetries;
        this.delay = delay;
        this.jitter = jitter;
    }

    /** The wait before the next try; empty when there is none. */
    Optional<Duration> waitAfter(ServiceCall call, TryResult result) {
        if (call.tries() > maxRetries || !isWorthAnotherTry(call.request().isRepeatable(), result)) {
            return Optional.empty();
        }
        Duration asked = result.retryAfter();
        if (asked == null) {
            return Optional.of(backOff(call.tries()));
        }
        return asked.compareTo(LONGEST_WAIT) > 0 ? Optional.empty() : Optional.of(asked);
    }

    private static boolean isWorthAnotherTry(boolean repeatable, TryResult result) {
        if (result.failed()) {
            TryFailure failure = result.failure();
            return !failure.lasting() && (repeatable || failure.delivery() == Delivery.NOT_SENT);
        }
        return repeatable
                ? PASSING.contains(result.status())
                : result.status() == THROTTLED || result.turnedAwayUntil() != null;
    }

    /**
     * Doubles with each try; half of it is left to chance, so that clients that failed together do not return together.
     */
    private Duration backOff(int tries) {
        Duration full = delay.multipliedBy(1L << Math.min(tries - 1, DOUBLINGS));
        Duration capped = full.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : full;
        return Duration.ofNanos((long) (capped.toNanos() * (0.5 + jitter.getAsDouble() / 2)));
    }
}
