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
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/**
 * How often, and when, a delivery that an application did not take is tried again. In JSON
 * {@code {"attempts":3,"delayMs":[100,500]}}, or one number for all delays.
 *
 * @param attempts how often it is tried in all, from 1 (never again) to 100
 * @param delays   the wait before the second attempt, the third and so on; the last one goes for all that follow; at
 *                 least one
 */
public record RetryProfile(int attempts, List<Duration> delays) {

    /** Never again. */
    public static final RetryProfile OFF = new RetryProfile(1, List.of(Duration.ZERO));

    private static final int MOST = 100;

    /**
     * @throws IllegalArgumentException when a value is out of its range
     */
    public RetryProfile {
        Limits.count("attempts", attempts, MOST);
        delays = List.copyOf(delays);
        if (delays.isEmpty()) {
            throw new IllegalArgumentException("delayMs is empty; it must be milliseconds, such as 200 or [100,500]");
        }
        delays.forEach(delay -> Limits.time("delayMs", delay));
    }

    /** So many attempts in all, with the same wait before each but the first. */
    public static RetryProfile of(int attempts, Duration delay) {
        return new RetryProfile(attempts, List.of(delay));
    }

    /**
     * Whether there is another attempt.
     *
     * @param made how many were made
     */
    public boolean again(int made) {
        return made < attempts;
    }

    /**
     * How long to wait before the next attempt.
     *
     * @param made how many were made
     */
    public Duration delayAfter(int made) {
        return delays.get(Math.min(made, delays.size()) - 1);
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("attempts", attempts);
        if (delays.size() == 1) {
            return json.put("delayMs", delays.get(0).toMillis());
        }
        ArrayNode all = json.putArray("delayMs");
        delays.forEach(delay -> all.add(delay.toMillis()));
        return json;
    }
}
