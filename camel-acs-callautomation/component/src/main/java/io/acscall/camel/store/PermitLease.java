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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.acscall.camel.spi.Permit;
import io.acscall.camel.spi.PermitClaim;

/**
 * A permit in a place of its pool. Places are numbered from 0, so that two who take the same one are found out by the
 * key of the table, and no pool ever has more permits than places.
 *
 * @param permit which one
 * @param until  when it runs out, in milliseconds
 */
record PermitLease(Permit permit, Instant until) {

    /** A permit that holds from now on. */
    static PermitLease of(Permit permit, Instant now, Duration lease) {
        return new PermitLease(permit, until(now, lease));
    }

    static Instant until(Instant now, Duration lease) {
        return now.plus(lease).truncatedTo(ChronoUnit.MILLIS);
    }

    boolean hasRunOut(Instant now) {
        return !now.isBefore(until);
    }

    /** Whether another may sit down here without asking anybody. */
    private boolean leavesRoom(Instant now) {
        return permit.call() == null && hasRunOut(now);
    }

    /** What is to be done for somebody who asks. */
    sealed interface Decision {

        /** Take the place of this number, from whom {@code before} has it; {@code null} where nobody does. */
        record Sit(int place, PermitLease before) implements Decision {
        }

        /** There is nothing to take. */
        record Answer(PermitClaim claim) implements Decision {
        }
    }

    /**
     * Decides for one who asks.
     *
     * @param holder who asks
     * @param places the permits of the pool by their place
     * @param limit  how many places there are
     * @param now    the time
     */
    static Decision decide(String holder, Map<Integer, PermitLease> places, int limit, Instant now) {
        TreeMap<Integer, PermitLease> taken = new TreeMap<>(places);
        Optional<Map.Entry<Integer, PermitLease>> own
                = taken.entrySet().stream().filter(place -> place.getValue().permit.holder().equals(holder)).findFirst();
        if (own.isPresent()) {
            return new Decision.Sit(own.get().getKey(), own.get().getValue());
        }
        return IntStream.range(0, limit).boxed()
                .filter(place -> !taken.containsKey(place) || taken.get(place).leavesRoom(now)).findFirst()
                .<Decision> map(place -> new Decision.Sit(place, taken.get(place)))
                .orElseGet(() -> new Decision.Answer(full(taken.headMap(limit), now)));
    }

    private static PermitClaim full(Map<Integer, PermitLease> places, Instant now) {
        return places.values().stream().filter(place -> place.hasRunOut(now)).findFirst()
                .<PermitClaim> map(place -> new PermitClaim.RunOut(place.permit.holder(), place.permit.call()))
                .orElseGet(PermitClaim.Full::new);
    }
}
