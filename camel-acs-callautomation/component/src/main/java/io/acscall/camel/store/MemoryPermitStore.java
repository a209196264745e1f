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

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import io.acscall.camel.spi.Permit;
import io.acscall.camel.spi.PermitClaim;
import io.acscall.camel.spi.PermitStore;
import io.acscall.camel.store.PermitLease.Decision;

/**
 * The permits of this JVM. Its size is bounded by the calls that are up.
 */
final class MemoryPermitStore implements PermitStore {

    private final Clock clock;
    private final Map<String, Map<Integer, PermitLease>> pools = new HashMap<>();

    MemoryPermitStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized PermitClaim take(Permit permit, int limit, Duration lease) {
        Map<Integer, PermitLease> places = pools.getOrDefault(permit.pool(), Map.of());
        Decision decision = PermitLease.decide(permit.holder(), places, limit, clock.instant());
        if (decision instanceof Decision.Answer answer) {
            return answer.claim();
        }
        pools.computeIfAbsent(permit.pool(), pool -> new HashMap<>())
                .put(((Decision.Sit) decision).place(), PermitLease.of(permit, clock.instant(), lease));
        return new PermitClaim.Granted();
    }

    @Override
    public synchronized boolean bind(String holder, String call) {
        return replace(holder, seen -> new PermitLease(
                new Permit(holder, seen.permit().pool(), call, seen.permit().leg()), seen.until()));
    }

    @Override
    public synchronized boolean renew(String holder, Duration lease) {
        return replace(holder, seen -> PermitLease.of(seen.permit(), clock.instant(), lease));
    }

    private boolean replace(String holder, UnaryOperator<PermitLease> change) {
        for (Map<Integer, PermitLease> places : pools.values()) {
            for (Map.Entry<Integer, PermitLease> place : places.entrySet()) {
                if (place.getValue().permit().holder().equals(holder)) {
                    place.setValue(change.apply(place.getValue()));
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public synchronized boolean free(String holder) {
        return remove(permit -> permit.holder().equals(holder)) > 0;
    }

    @Override
    public synchronized int freeCall(String call) {
        return remove(permit -> call.equals(permit.call()));
    }

    @Override
    public synchronized int freeLeg(String call, String leg) {
        return remove(permit -> call.equals(permit.call()) && leg.equals(permit.leg()));
    }

    private int remove(Predicate<Permit> which) {
        int before = size();
        pools.values().forEach(places -> places.values().removeIf(lease -> which.test(lease.permit())));
        pools.values().removeIf(Map::isEmpty);
        return before - size();
    }

    private int size() {
        return pools.values().stream().mapToInt(Map::size).sum();
    }
}
