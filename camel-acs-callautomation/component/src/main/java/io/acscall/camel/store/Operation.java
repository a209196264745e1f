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
package io.acscall.camel.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

import io.acscall.camel.spi.Attempt;
import io.acscall.camel.spi.Claim;

/**
 * What is remembered under a key: an operation that is claimed, released or finished.
 *
 * @param owner    who claimed it last, {@code null} when it was released
 * @param attempt  under which ids it is sent; stays when it is taken over
 * @param releases how often it was released
 * @param until    when the claim runs out, or when it was released
 * @param result   the result as JSON text, {@code null} as long as it is not finished
 */
record Operation(String owner, Attempt attempt, int releases, Instant until, String result) {

    private static final Duration SHORTEST_LEASE = Duration.ofMillis(1);
    private static final Duration LONGEST_LEASE = Duration.ofDays(365);

    /** A first claim. */
    static Operation first(String owner, IntFunction<Attempt> attempts, Instant now, Duration lease) {
        return new Operation(owner, kept(attempts.apply(0)), 0, kept(now.plus(lease)), null);
    }

    /** The claim that follows on this one: anew when it was released, else under the same ids. */
    Operation next(String newOwner, IntFunction<Attempt> attempts, Instant now, Duration lease) {
        Attempt itsAttempt = isReleased() ? kept(attempts.apply(releases)) : attempt;
        return new Operation(newOwner, itsAttempt, releases, kept(now.plus(lease)), null);
    }

    Operation released(Instant now) {
        return new Operation(null, attempt, releases + 1, kept(now), null);
    }

    Operation finished(String itsResult) {
        return new Operation(owner, attempt, releases, until, itsResult);
    }

    boolean isFinished() {
        return result != null;
    }

    boolean isReleased() {
        return owner == null && !isFinished();
    }

    /** Somebody is at it, or was when the time ran out. */
    boolean isClaimed() {
        return owner != null && !isFinished();
    }

    /** A claim that ends now has run out. */
    boolean hasRunOut(Instant now) {
        return isClaimed() && !now.isBefore(until);
    }

    /** What who comes second is told; empty when the operation is to be claimed by who comes. */
    Optional<Claim> answer(Instant now) {
        if (isFinished()) {
            return Optional.of(new Claim.Done(attempt, result));
        }
        return isReleased() || hasRunOut(now) ? Optional.empty() : Optional.of(new Claim.Held(attempt, until));
    }

    /** What who has put {@code next} in the place of this one is told. */
    Claim answerTo(Operation next) {
        return isReleased() ? new Claim.Granted(next.attempt) : new Claim.TakenOver(next.attempt);
    }

    /** Refuses what can't be a claim, before anything is asked of a store. */
    static void check(String key, String owner, IntFunction<Attempt> attempts, Duration lease) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(attempts, "attempts");
        Objects.requireNonNull(lease, "lease");
        if (lease.compareTo(SHORTEST_LEASE) < 0 || lease.compareTo(LONGEST_LEASE) > 0) {
            throw new IllegalArgumentException(
                    "lease=" + lease + " is no time that a claim can hold: from 1 ms to 365 days, for example PT1M");
        }
    }

    /** Times are kept in milliseconds, which every database holds exactly. */
    private static Instant kept(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Attempt kept(Attempt attempt) {
        return new Attempt(attempt.requestId(), kept(attempt.firstSent()), attempt.requestHash());
    }
}
