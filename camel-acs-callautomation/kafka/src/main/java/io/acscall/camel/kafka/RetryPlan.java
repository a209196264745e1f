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
package io.acscall.camel.kafka;

import java.time.Duration;

/**
 * When a record that has failed is tried again, and how often.
 *
 * @param most    how many tries follow the first; less than 0 for any number
 * @param delay   the time before the first of them, doubled with each
 * @param longest the longest time
 */
record RetryPlan(int most, Duration delay, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    /**
     * @throws IllegalArgumentException when a time is negative
     */
    RetryPlan {
        if (delay.isNegative() || longest.isNegative()) {
            throw new IllegalArgumentException(
                    "The options retryDelay=" + delay + " and maxRetryDelay=" + longest + " can't be negative. Give a time, for"
                                               + " example retryDelay=1s");
        }
    }

    /** Whether a record that has failed so often is tried again. */
    boolean goesOn(int failures) {
        return most < 0 || failures <= most;
    }

    /** {@return how long to wait after so many failures, in nanoseconds} */
    long nanosAfter(int failures) {
        long doubled = delay.toMillis() << Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
        boolean tooLong = doubled < 0 || doubled > longest.toMillis();
        return Duration.ofMillis(tooLong ? longest.toMillis() : doubled).toNanos();
    }
}
