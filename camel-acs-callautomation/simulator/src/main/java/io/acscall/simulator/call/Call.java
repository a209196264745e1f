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
package io.acscall.simulator.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.acscall.simulator.callback.CallbackLane;
import io.acscall.simulator.identity.Identifier;

/**
 * One call: the people in it, the applications in it, and how far it has come. Everything but identity and lane is read
 * and changed inside {@link #locked}; nothing that waits is done there.
 */
public final class Call {

    private final ReentrantLock lock = new ReentrantLock();
    private final CallIdentity identity;
    private final CallbackLane lane;
    private final Map<String, Party> parties = new LinkedHashMap<>();
    private final Map<String, AppLeg> legs = new LinkedHashMap<>();
    private CallPhase phase = CallPhase.RINGING;
    private Offer offer;

    Call(CallIdentity identity, CallbackLane lane) {
        this.identity = identity;
        this.lane = lane;
    }

    public CallIdentity identity() {
        return identity;
    }

    /** The events of this call, in order. */
    public CallbackLane lane() {
        return lane;
    }

    /** Does something with the call while nobody else does. */
    public <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Does something with the call while nobody else does. */
    public void locked(Runnable work) {
        locked(() -> {
            work.run();
            return null;
        });
    }

    public CallPhase phase() {
        return phase;
    }

    void phase(CallPhase next) {
        phase = next;
    }

    public boolean ended() {
        return phase == CallPhase.ENDED;
    }

    /** Everybody in the call and everybody whose phone rings, in the order they came. A copy. */
    public List<Party> parties() {
        return new ArrayList<>(parties.values());
    }

    /** Who of them is on the line. */
    public List<Party> joined() {
        return parties.values().stream().filter(party -> !party.isRinging()).toList();
    }

    public Optional<Party> party(Identifier person) {
        return Optional.ofNullable(parties.get(person.rawId()));
    }

    void add(Party party) {
        parties.put(party.identifier().rawId(), party);
    }

    void remove(Party party) {
        parties.remove(party.identifier().rawId());
    }

    /** The applications in the call. A copy. */
    public List<AppLeg> legs() {
        return new ArrayList<>(legs.values());
    }

    public Optional<AppLeg> leg(String callConnectionId) {
        return Optional.ofNullable(legs.get(callConnectionId));
    }

    void add(AppLeg leg) {
        legs.put(leg.callConnectionId(), leg);
    }

    void remove(AppLeg leg) {
        legs.remove(leg.callConnectionId());
    }

    /** The chance to answer this call, while there is one. */
    Optional<Offer> offer() {
        return Optional.ofNullable(offer);
    }

    /** Replaces the chance to answer; the former one is gone. */
    void offer(Offer next) {
        if (offer != null) {
            offer.withdraw();
        }
        offer = next;
    }

    /** Whether the telephone network is part of this call. */
    boolean telephone() {
        return identity.from().isPhone() || parties.values().stream().anyMatch(party -> party.identifier().isPhone());
    }
}
