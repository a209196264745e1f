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
package io.acscall.camel.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.acscall.camel.spi.ClusterStore;
import io.acscall.camel.spi.EventClaim;
import io.acscall.camel.spi.OperationStoreException;
import io.acscall.camel.spi.WaitClaim;

/** What nodes of a test know of each other. Leases end when the test says so. */
final class Notebook implements ClusterStore {

    private final Set<String> alive = new HashSet<>();
    private final Map<String, String> claims = new HashMap<>();
    private final Map<String, Set<String>> owners = new HashMap<>();
    private boolean lost;
    private int owned;
    private int looks;

    /** Whether it can't be reached. */
    void lost(boolean now) {
        lost = now;
    }

    /** The lease of an incarnation runs out. */
    void expire(String instance) {
        alive.remove(instance);
    }

    /** How often somebody has told what it owns. */
    int owned() {
        return owned;
    }

    /** How often somebody has looked who lives. */
    int looks() {
        return looks;
    }

    private void reach() {
        if (lost) {
            throw new OperationStoreException("The notebook is lost", null);
        }
    }

    @Override
    public void join(String instance, Duration lease) {
        reach();
        alive.add(instance);
    }

    @Override
    public boolean renew(String instance, Duration lease) {
        reach();
        return alive.contains(instance);
    }

    @Override
    public void leave(String instance) {
        reach();
        alive.remove(instance);
    }

    @Override
    public boolean isAlive(String instance) {
        reach();
        looks++;
        return alive.contains(instance);
    }

    @Override
    public WaitClaim claimWait(String instance, String waitId, String claimant) {
        reach();
        String wait = instance + "/" + waitId;
        String holder = alive.contains(claimant) ? claims.computeIfAbsent(wait, none -> claimant) : claims.get(wait);
        if (claimant.equals(holder)) {
            return WaitClaim.CLAIMED;
        }
        return holder == null || alive.contains(holder) ? WaitClaim.TAKEN : WaitClaim.LEFT;
    }

    @Override
    public void own(String subject, String instance) {
        reach();
        owned++;
        owners.computeIfAbsent(subject, none -> new LinkedHashSet<>()).add(instance);
    }

    @Override
    public Set<String> owners(String subject) {
        reach();
        return Set.copyOf(owners.getOrDefault(subject, Set.of()));
    }

    @Override
    public void disown(String subject) {
        reach();
        owners.remove(subject);
    }

    @Override
    public EventClaim claimEvent(String key, String claimant) {
        throw new UnsupportedOperationException("No consumer is here");
    }

    @Override
    public void finishEvent(String key, String claimant) {
        throw new UnsupportedOperationException("No consumer is here");
    }

    @Override
    public void releaseEvent(String key, String claimant) {
        throw new UnsupportedOperationException("No consumer is here");
    }

    @Override
    public int purge(Duration olderThan) {
        return 0;
    }
}
