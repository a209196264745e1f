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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

import io.acscall.camel.await.WaitTimer;
import io.acscall.camel.spi.ClusterStore;
import io.acscall.camel.spi.WaitClaim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This incarnation among the others: lives as long as it renews its lease, and looks who else does. When the lease has
 * run out all the same, it joins anew: others may have claimed some of its waits meanwhile, and each claim tells.
 */
final class Membership {

    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
    private static final Duration KNOWN_FOR = Duration.ofSeconds(2);
    private static final int MAX_KNOWN = 1_000;
    private static final int RENEWALS_PER_LEASE = 3;

    private final ClusterStore store;
    private final String instance;
    private final Duration lease;
    private final WaitTimer timer;
    private final Executor executor;
    private final LongSupplier nanoTime;
    private final Map<String, Look> known = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Look> eldest) {
            return size() > MAX_KNOWN;
        }
    };
    private volatile boolean member;
    private volatile WaitTimer.Planned renewal;

    private record Look(boolean alive, long until) {
    }

    Membership(ClusterStore store, String instance, Duration lease, WaitTimer timer, Executor executor, LongSupplier nanoTime) {
        this.store = store;
        this.instance = instance;
        this.lease = lease;
        this.timer = timer;
        this.executor = executor;
        this.nanoTime = nanoTime;
    }

    void join() {
        store.join(instance, lease);
        member = true;
        planRenewal();
    }

    private void planRenewal() {
        renewal = timer.plan(lease.dividedBy(RENEWALS_PER_LEASE), () -> {
            try {
                executor.execute(this::renew);
            } catch (RejectedExecutionException e) {
                LOG.debug("The application stops, the lease of this node is not renewed any more");
            }
        });
    }

    private void renew() {
        if (!member) {
            return;
        }
        try {
            if (!store.renew(instance, lease)) {
                LOG.warn("The lease of this node had run out (nodeLease={}): others may have gone on with its waits."
                         + " It joins again",
                        lease);
                store.join(instance, lease);
            }
        } catch (RuntimeException e) {
            LOG.warn("The lease of this node can't be renewed; when that lasts, others go on with its waits: {}",
                    e.getMessage());
        }
        if (member) {
            planRenewal();
        }
    }

    void leave() {
        member = false;
        WaitTimer.Planned planned = renewal;
        if (planned != null) {
            planned.cancel();
        }
        try {
            store.leave(instance);
        } catch (RuntimeException e) {
            LOG.warn("This node can't say that it leaves; it counts as alive for {} more: {}", lease, e.getMessage());
        }
    }

    /** Whether another one lives, or did a moment ago. */
    boolean isAlive(String other) {
        long now = nanoTime.getAsLong();
        synchronized (known) {
            Look look = known.get(other);
            if (look != null && look.until() - now > 0) {
                return look.alive();
            }
        }
        boolean alive = store.isAlive(other);
        synchronized (known) {
            known.put(other, new Look(alive, now + KNOWN_FOR.toNanos()));
        }
        return alive;
    }

    /** Claims the end of a wait of another one. */
    WaitClaim takeOver(String other, String waitId) {
        return claim(other, waitId);
    }

    /** Claims the end of a wait of this one. */
    boolean claimOwn(String waitId) {
        return claim(instance, waitId) == WaitClaim.CLAIMED;
    }

    private WaitClaim claim(String owner, String waitId) {
        WaitClaim claim = store.claimWait(owner, waitId, instance);
        if (claim == WaitClaim.TAKEN && member && !store.isAlive(instance)) {
            // who does not live gets nothing, but may live again
            store.join(instance, lease);
            return store.claimWait(owner, waitId, instance);
        }
        return claim;
    }
}
