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

import java.time.Duration;
import java.util.function.BiFunction;

import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.id.Ids;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.time.SimulatorScheduler;

/** Offers calls to applications, each for as long as it rings, each to be used once. */
public final class Offers {

    private final Calls calls;
    private final OwnIdentities own;
    private final IncomingAnnouncer announcer;
    private final Ids ids;
    private final SimulatorScheduler scheduler;
    private final Duration ringTime;

    /**
     * @param ringTime how long an offer stands
     */
    public Offers(Calls calls, OwnIdentities own, IncomingAnnouncer announcer, Ids ids, SimulatorScheduler scheduler,
                  Duration ringTime) {
        this.calls = calls;
        this.own = own;
        this.announcer = announcer;
        this.ids = ids;
        this.scheduler = scheduler;
        this.ringTime = ringTime;
    }

    OwnIdentities own() {
        return own;
    }

    /** Offers a call that came in, and announces it; returns the context. Under the lock of the call. */
    String open(Call call, Identifier to, CallerDetails details, OfferOutcome outcome) {
        own.learn(to);
        return IncomingContexts.write(reference(call, offer(call, call.identity(), to, details, ringTime, outcome)));
    }

    /**
     * Offers a call to which a number or user of the resource is invited, and announces it. Under the lock of the call.
     */
    Offer invite(Call call, Identifier to, Invitation invitation, OfferOutcome outcome) {
        CallIdentity identity = call.identity().calledBy(invitation.from());
        if (to.isPhone()) {
            identity = identity.overTelephone(ids.serverCallId(), ids.uuid());
        }
        Duration ringing = ringTime.compareTo(invitation.atMost()) < 0 ? ringTime : invitation.atMost();
        return offer(call, identity, to, invitation.details(), ringing, outcome);
    }

    /**
     * Uses an offer up, and does something with its call under the lock.
     *
     * @throws ServiceFault 404/8522 when the context is unknown, was used, or its call is gone
     */
    <T> T use(String context, BiFunction<Call, Offer, T> use) {
        IncomingContexts.Reference reference = IncomingContexts.read(context).orElseThrow(ServiceFault::callNotFound);
        Call call = calls.live(reference.callId()).orElseThrow(ServiceFault::callNotFound);
        return call.locked(() -> {
            Offer offer = call.offer(reference.nonce()).orElseThrow(ServiceFault::callNotFound);
            call.remove(offer);
            return use.apply(call, offer);
        });
    }

    private Offer offer(
            Call call, CallIdentity identity, Identifier to, CallerDetails details, Duration ringing,
            OfferOutcome outcome) {
        String nonce = ids.uuid();
        Offer offer = new Offer(
                nonce, to, identity, outcome,
                scheduler.after(ringing, () -> call.locked(() -> ringOut(call, nonce))));
        call.add(offer);
        announcer.announce(identity, to, details, IncomingContexts.write(reference(call, offer)));
        return offer;
    }

    private static IncomingContexts.Reference reference(Call call, Offer offer) {
        return new IncomingContexts.Reference(call.identity().id(), offer.nonce());
    }

    private static void ringOut(Call call, String nonce) {
        call.offer(nonce).ifPresent(offer -> {
            call.remove(offer);
            offer.outcome().refused(CallResult.NOT_ANSWERED);
        });
    }
}
