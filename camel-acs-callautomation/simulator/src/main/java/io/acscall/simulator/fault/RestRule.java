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
import java.util.Objects;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/**
 * What happens to REST requests for one operation, or for all, on purpose. In JSON:
 *
 * <pre>
 * {@code
 * {"operation":"play","status":429,"retryAfterSeconds":1,"times":1}
 * {"reset":true,"afterActing":true,"probability":0.01}
 * {"operation":"createCall","delayMs":500}
 * {"halfBody":true,"times":1}
 * }
 * </pre>
 *
 * @param operation   its name, such as {@code play}; null for all
 * @param probability the share of requests that are struck, from 0 to 1
 * @param times       how often it strikes at most; null for no limit
 * @param failure     how the request fails
 * @param status      HTTP status from 400 to 599 with {@link RestFailure#STATUS}, else 0
 * @param retryAfter  when the client may come again: whole seconds are sent as {@code Retry-After}, anything else in
 *                    milliseconds as {@code x-ms-retry-after-ms}; null for neither
 * @param delay       how long the request takes beside all this; zero for no time
 * @param afterActing whether the operation has been carried out before it is slow or fails; always with
 *                    {@link RestFailure#HALF_BODY}
 */
public record RestRule(String operation, double probability, Integer times, RestFailure failure, int status,
        Duration retryAfter, Duration delay, boolean afterActing) {

    private static final int LOWEST_STATUS = 400;
    private static final int HIGHEST_STATUS = 599;

    /**
     * @throws IllegalArgumentException when a value is out of its range
     */
    public RestRule {
        Objects.requireNonNull(failure, "A REST fault needs a failure, NONE for a request that is only slow");
        Limits.chance("probability", probability);
        Limits.times(times);
        Limits.time("delayMs", delay);
        if (retryAfter != null) {
            Limits.time("retryAfterMs", retryAfter);
        }
        if (failure == RestFailure.STATUS && (status < LOWEST_STATUS || status > HIGHEST_STATUS)) {
            throw new IllegalArgumentException(
                    "status is " + status + "; it must be from " + LOWEST_STATUS + " to " + HIGHEST_STATUS + ", such as 503");
        }
        afterActing = afterActing || failure == RestFailure.HALF_BODY;
    }

    /** A rule for all operations, which does nothing yet. */
    public static RestRule every() {
        return new RestRule(null, 1, null, RestFailure.NONE, 0, null, Duration.ZERO, false);
    }

    /**
     * A rule for one operation, which does nothing yet.
     *
     * @param operation its name, such as {@code createCall}
     */
    public static RestRule of(String operation) {
        return new RestRule(operation, 1, null, RestFailure.NONE, 0, null, Duration.ZERO, false);
    }

    /** Answers with a status from 400 to 599 and the error envelope. */
    public RestRule answers(int httpStatus) {
        return new RestRule(operation, probability, times, RestFailure.STATUS, httpStatus, retryAfter, delay, afterActing);
    }

    /** Says when the client may come again. */
    public RestRule retryAfter(Duration time) {
        return new RestRule(operation, probability, times, failure, status, time, delay, afterActing);
    }

    /** Takes so much longer. */
    public RestRule slow(Duration time) {
        return new RestRule(operation, probability, times, failure, status, retryAfter, time, afterActing);
    }

    /** Closes the connection without an answer. */
    public RestRule resets() {
        return new RestRule(operation, probability, times, RestFailure.RESET, 0, retryAfter, delay, afterActing);
    }

    /**
     * Closes the connection after half of the answer's body; without an answer where that has no body. The operation
     * has been carried out.
     */
    public RestRule halfBody() {
        return new RestRule(operation, probability, times, RestFailure.HALF_BODY, 0, retryAfter, delay, true);
    }

    /** Carries the operation out before it is slow or fails; else it is slow or fails and nothing was done. */
    public RestRule actsFirst() {
        return new RestRule(operation, probability, times, failure, status, retryAfter, delay, true);
    }

    /** Strikes a share of the requests, from 0 to 1. */
    public RestRule sometimes(double chance) {
        return new RestRule(operation, chance, times, failure, status, retryAfter, delay, afterActing);
    }

    /** Strikes so many requests and no more. */
    public RestRule times(int count) {
        return new RestRule(operation, probability, count, failure, status, retryAfter, delay, afterActing);
    }

    boolean names(String name) {
        return operation == null || operation.equals(name);
    }

    /** Whether it does anything to a request that it strikes. */
    boolean harmful() {
        return failure != RestFailure.NONE || !delay.isZero();
    }

    /** What the timeline calls it. */
    String label() {
        String what = failure == RestFailure.STATUS ? failure.wireName() + " " + status : failure.wireName();
        return afterActing ? what + " after acting" : what;
    }

    /**
     * @param left how often it may still strike; null for no limit
     */
    ObjectNode toJson(Integer left) {
        ObjectNode json = Json.object();
        if (operation != null) {
            json.put("operation", operation);
        }
        if (failure == RestFailure.STATUS) {
            json.put("status", status);
        } else if (failure != RestFailure.NONE) {
            json.put(failure.wireName(), true);
        }
        if (retryAfter != null) {
            boolean seconds = retryAfter.toMillisPart() == 0;
            json.put(seconds ? "retryAfterSeconds" : "retryAfterMs", seconds ? retryAfter.toSeconds() : retryAfter.toMillis());
        }
        if (!delay.isZero()) {
            json.put("delayMs", delay.toMillis());
        }
        json.put("afterActing", afterActing).put("probability", probability);
        if (left != null) {
            json.put("times", left);
        }
        return json;
    }
}
