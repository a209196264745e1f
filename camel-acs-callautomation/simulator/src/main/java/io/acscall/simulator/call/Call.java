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
import io.acscall.simulator.recording.Recording;

/**
 * One call: the people in it, the applications in it, and how far it has come. Everything but identity and lane is read
 * and changed inside {@link #locked(Supplier)}; nothing that waits is done there.
 */
public final class Call {

    private final ReentrantLock lock = new ReentrantLock();
    private final CallIdentity identity;
    private final CallbackLane lane;
    private final Map<String, Party> parties = new LinkedHashMap<>();
    private final Map<String, AppLeg> legs = new LinkedHashMap<>();
    private CallPhase phase = CallPhase.RINGING;
    private Dialled dialled = Dialled.NOBODY;
    private final Map<String, Offer> offers = new LinkedHashMap<>();
    private Recording recording;

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

    /** Does something with two different calls while nobody else does. */
    public static <T> T locked(Call one, Call other, Supplier<T> work) {
        boolean inOrder = one.identity.id().compareTo(other.identity.id()) < 0;
        Call first = inOrder ? one : other;
        Call second = inOrder ? other : one;
        return first.locked(() -> second.locked(work));
    }

    /** Does something with the call while nobody else does. */
    public void locked(Runnable work) {
        locked(() -> {
            work.run();
            return null;
        });
    }

    /** Who was called when the call began; never null. */
    Dialled dialled() {
        return dialled;
    }

    void dialled(Dialled atFirst) {
        dialled = atFirst;
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
        party.call(this);
        parties.put(party.identifier().rawId(), party);
    }

    void remove(Party party) {
        parties.remove(party.identifier().rawId());
    }

    /** Moves somebody to another call, under the locks of both. */
    void moveTo(Call other, Party party) {
        remove(party);
        party.onHold(false);
        other.add(party);
    }

    /** The applications in the call. A copy. */
    public List<AppLeg> legs() {
        return new ArrayList<>(legs.values());
    }

    public Optional<AppLeg> leg(String callConnectionId) {
        return Optional.ofNullable(legs.get(callConnectionId));
    }

    /** The application that answered for somebody who was invited, if one did. */
    Optional<AppLeg> legOf(Party invited) {
        return legs.values().stream().filter(leg -> leg.answersAs() == invited).findFirst();
    }

    void add(AppLeg leg) {
        legs.put(leg.callConnectionId(), leg);
    }

    void remove(AppLeg leg) {
        legs.remove(leg.callConnectionId());
    }

    /** The recording that is being made of this call. */
    public Optional<Recording> recording() {
        return Optional.ofNullable(recording);
    }

    /** A recording begins; null: it is over. */
    void recording(Recording next) {
        recording = next;
    }

    /** A chance to answer this call, while there is one. */
    Optional<Offer> offer(String nonce) {
        return Optional.ofNullable(offers.get(nonce));
    }

    void add(Offer offer) {
        offers.put(offer.nonce(), offer);
    }

    /** A chance to answer is over: used or withdrawn. */
    void remove(Offer offer) {
        if (offers.remove(offer.nonce()) != null) {
            offer.ringOut().cancel();
        }
    }

    /** All chances to answer are over. */
    void withdrawOffers() {
        List.copyOf(offers.values()).forEach(this::remove);
    }

    /** Whether the telephone network is part of this call. */
    boolean telephone() {
        return identity.from().isPhone() || parties.values().stream().anyMatch(party -> party.identifier().isPhone());
    }
}
