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
package io.acscall.camel.pacing;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import io.acscall.camel.spi.PermitClaim;
import io.acscall.camel.spi.PermitStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the permits of this node three times in a lease, and looks at their calls: an event that tells of the end may
 * have gone astray. Looks also at the calls of permits that nobody renews any more, and keeps those whose call is up.
 */
final class PermitKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(PermitKeeper.class);
    private static final int RENEWALS = 3;
    /** The longest that the service lets a phone ring, and some more: who is not in the call then has not come. */
    private static final Duration RINGING = Duration.ofSeconds(200);

    private final HeldPermits permits;
    private final PermitStore store;
    private final PacingSettings settings;
    private final CallLook look;
    private final PacingThreads threads;
    private final Clock clock;
    private final PacingCounts counts;
    /** Bounded by the number of permits. */
    private final Set<String> looking = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean planned = new AtomicBoolean();
    private volatile boolean stopped;

    PermitKeeper(HeldPermits permits, PermitStore store, PacingSettings settings, CallLook look, PacingThreads threads,
                 Clock clock, PacingCounts counts) {
        this.permits = permits;
        this.store = store;
        this.settings = settings;
        this.look = look;
        this.threads = threads;
        this.clock = clock;
        this.counts = counts;
    }

    /** There is something to renew. */
    void start() {
        if (!stopped && !permits.isEmpty() && planned.compareAndSet(false, true)) {
            threads.timer().plan(settings.lease().dividedBy(RENEWALS), () -> {
                planned.set(false);
                threads.hand(this::round);
                start();
            });
        }
    }

    void stop() {
        stopped = true;
    }

    private void round() {
        for (HeldPermit permit : permits.all()) {
            if (!stopped) {
                renew(permit);
                lookAt(permit);
            }
        }
    }

    /** What fails for one must not keep the others from being renewed. */
    private void renew(HeldPermit permit) {
        try {
            permits.renew(permit);
        } catch (RuntimeException e) {
            LOG.warn("The permit of call {} could not be renewed, and is tried again within a third of its lease: {}",
                    permit.call(), e.getMessage());
        }
    }

    private void lookAt(HeldPermit permit) {
        String call = permit.call();
        if (call == null || !looking.add(permit.holder())) {
            return;
        }
        boolean ringing = permit.since().plus(RINGING).isAfter(clock.instant());
        ask(permit.holder(), call, ringing ? null : permit.rawId(), up -> {
            if (!up) {
                counts.reclaim();
                permits.free(permit);
            }
        });
    }

    /** The owner of a permit has gone, or is late. */
    void reclaim(String pool, PermitClaim.RunOut left) {
        if (!stopped && looking.add(left.holder())) {
            ask(left.holder(), left.call(), null, up -> judge(pool, left, up));
        }
    }

    private void judge(String pool, PermitClaim.RunOut left, boolean up) {
        HeldPermit permit = new HeldPermit(left.holder(), pool, null, left.call(), clock.instant());
        if (!up) {
            counts.reclaim();
            permits.free(permit);
        } else if (store.renew(left.holder(), settings.lease())) {
            LOG.debug("Call {} of another node is still up, its permit is kept here", left.call());
            permits.hold(permit);
        }
    }

    private void ask(String holder, String call, String rawId, Judge judge) {
        look.isUp(call, rawId).whenComplete((up, failed) -> {
            boolean taken = threads.hand(() -> {
                looking.remove(holder);
                if (failed == null) {
                    judge.decide(up);
                }
            });
            if (!taken) {
                looking.remove(holder);
            }
        });
    }

    @FunctionalInterface
    private interface Judge {
        void decide(boolean up);
    }
}
