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
package io.acscall.simulator.fault;

import java.time.Duration;

/** What settings may say at most. Each message names the field, the value and an example of a good one. */
final class Limits {

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int MOST = 1_000_000;

    private Limits() {
    }

    static double chance(String field, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    field + " is " + value + "; it must be from 0 (never) to 1 (always), such as 0.2");
        }
        return value;
    }

    static Duration time(String field, Duration value) {
        if (value.isNegative() || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    field + " is " + value.toMillis() + "; it must be from 0 to " + LONGEST.toMillis()
                                               + " milliseconds, such as 500");
        }
        return value;
    }

    static int count(String field, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(field + " is " + value + "; it must be from 1 to " + most + ", such as 3");
        }
        return value;
    }

    /** How often a rule strikes; null for no limit. */
    static void times(Integer value) {
        if (value != null) {
            count("times", value, MOST);
        }
    }
}
