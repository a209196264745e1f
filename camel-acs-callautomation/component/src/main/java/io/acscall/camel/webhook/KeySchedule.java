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
package io.acscall.camel.webhook;

import java.time.Duration;

/**
 * How an issuer's keys are kept.
 *
 * @param timeToLive     how long fetched keys are used before they are fetched again
 * @param refreshAhead   how long before that end they are fetched in the background, so that no request waits
 * @param refreshTimeout how long a request waits for a fetch that another one has begun
 * @param minInterval    the time in which at most two fetches are made, whatever strangers send (each unknown key id
 *                       asks for one)
 * @param outage         how long keys stay good, from their fetch, while no newer ones can be had
 * @param readTimeout    how long to wait for a connection, and for an answer on it
 */
public record KeySchedule(Duration timeToLive, Duration refreshAhead, Duration refreshTimeout, Duration minInterval,
        Duration outage, Duration readTimeout) {

    /**
     * Checks the relations.
     *
     * @throws IllegalArgumentException when refreshAhead and refreshTimeout together are not shorter than timeToLive
     */
    public KeySchedule {
        if (refreshAhead.plus(refreshTimeout).compareTo(timeToLive) >= 0) {
            throw new IllegalArgumentException(
                    "Keys cannot be refreshed " + refreshAhead + " ahead with a wait of " + refreshTimeout
                                               + " when they live only " + timeToLive);
        }
    }

    /**
     * {@return one hour of life, a day through an outage, two fetches in ten seconds, two seconds to connect and to
     * read}
     */
    public static KeySchedule standard() {
        return new KeySchedule(
                Duration.ofHours(1), Duration.ofMinutes(10), Duration.ofSeconds(15), Duration.ofSeconds(10),
                Duration.ofDays(1), Duration.ofSeconds(2));
    }
}
