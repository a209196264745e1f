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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.acscall.camel.spi.Permit;
import io.acscall.camel.spi.PermitClaim;
import io.acscall.camel.spi.PermitStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The permits of this node: taken from the store, given back to it. How many there are is bounded by the limit of each
 * number that calls come from.
 */
final class HeldPermits {

    private static final Logger LOG = LoggerFactory.getLogger(HeldPermits.class);

    private final PermitStore store;
    private final PacingSettings settings;
    private final Clock clock;
    private final PacingCounts counts;
    private final UnaryOperator<String> legs;
    private final EndedCalls ended = new EndedCalls();
    private final Map<String, HeldPermit> held = new ConcurrentHashMap<>();
    private volatile Consumer<String> freed = pool -> {
    };
    private volatile Runnable heldOne = () -> {
    };
    private volatile BiConsumer<String, PermitClaim.RunOut> runOut = (pool, claim) -> {
    };

    HeldPermits(PermitStore store, PacingSettings settings, Clock clock, PacingCounts counts, UnaryOperator<String> legs) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.counts = counts;
        this.legs = legs;
    }

    /** Who is told of the pool of a permit that was freed here, {@code null} where it can be any. */
    void onFreed(Consumer<String> listener) {
        freed = listener;
    }

    /** Who is told that there is something to renew. */
    void onHeld(Runnable listener) {
        heldOne = listener;
    }

    /** Who is told of a permit whose owner renews it no more. */
    void onRunOut(BiConsumer<String, PermitClaim.RunOut> listener) {
        runOut = listener;
    }

    /** All permits that a request needs, or none. */
    Optional<Grant> take(PacingRequest request) {
        List<HeldPermit> taken = new ArrayList<>();
        try {
            for (int i = 0; i < request.people().size(); i++) {
                HeldPermit next = permit(request, i);
                Permit asked = new Permit(
                        next.holder(), request.caller(), request.call(), legs.apply(request.people().get(i)));
                PermitClaim claim = store.take(asked, settings.limit(), settings.lease());
                if (!(claim instanceof PermitClaim.Granted)) {
                    giveBack(taken);
                    lookAt(request.caller(), claim);
                    return Optional.empty();
                }
                taken.add(next);
            }
        } catch (RuntimeException e) {
            giveBack(taken);
            throw e;
        }
        taken.forEach(this::hold);
        return Optional.of(new Grant(request.id(), this, taken));
    }

    private HeldPermit permit(PacingRequest request, int number) {
        // the end of a call to one person is the end of the call
        boolean alone = request.call() == null && request.people().size() == 1;
        return new HeldPermit(
                request.id() + "-" + number, request.caller(), alone ? null : request.people().get(number), request.call(),
                clock.instant());
    }

    private void lookAt(String pool, PermitClaim claim) {
        if (claim instanceof PermitClaim.RunOut left) {
            runOut.accept(pool, left);
        }
    }

    /** Nobody is woken: who gave them back waits for more. */
    private void giveBack(List<HeldPermit> taken) {
        taken.forEach(permit -> quietly("given back", () -> store.free(permit.holder())));
    }

    void hold(HeldPermit permit) {
        if (held.put(permit.holder(), permit) == null) {
            counts.hold();
            heldOne.run();
        }
    }

    /** The permit is renewed no more. */
    boolean letGo(HeldPermit permit) {
        boolean was = held.remove(permit.holder(), permit);
        if (was) {
            counts.letGo();
        }
        return was;
    }

    void answered(HeldPermit permit, String call, String invitation) {
        permit.answered(call, invitation);
        quietly("tied to its call", () -> store.bind(permit.holder(), call));
        if (ended.contains(call)) {
            free(permit);
        }
    }

    void free(HeldPermit permit) {
        letGo(permit);
        quietly("freed", () -> store.free(permit.holder()));
        freed.accept(permit.pool());
    }

    void renew(HeldPermit permit) {
        if (!store.renew(permit.holder(), settings.lease()) && letGo(permit)) {
            counts.lose();
            LOG.warn(
                    "The permit of call {} was not renewed in time and is somebody else's now, so that more calls may be up than "
                     + "maxConcurrentPerCaller={} allows; let pacingLease be longer",
                    permit.call(), settings.limit());
        }
    }

    /** The event overtook the answer, or another node holds the permits, or this one does. */
    void callEnded(String call) {
        List<HeldPermit> here = of(call).toList();
        here.forEach(this::letGo);
        tellFreed(here, store.freeCall(call));
    }

    void legEnded(String call, String rawId) {
        List<HeldPermit> here = of(call).filter(permit -> rawId.equals(permit.rawId())).toList();
        here.forEach(this::letGo);
        tellFreed(here, store.freeLeg(call, legs.apply(rawId)));
    }

    private void tellFreed(List<HeldPermit> here, int all) {
        here.forEach(permit -> freed.accept(permit.pool()));
        if (all > here.size()) {
            freed.accept(null);
        }
    }

    /** Remembered at once, what is known of the call is looked up later. */
    void remember(String endedCall) {
        ended.add(endedCall);
    }

    Stream<HeldPermit> of(String call) {
        return held.values().stream().filter(permit -> call.equals(permit.call()));
    }

    List<HeldPermit> all() {
        return List.copyOf(held.values());
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    /** A store that fails now must not fail the exchange: what was not done is found out by a later look. */
    private static void quietly(String what, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("A permit could not be {}; a later look does it, or its lease ends: {}", what, e.getMessage());
        }
    }
}
