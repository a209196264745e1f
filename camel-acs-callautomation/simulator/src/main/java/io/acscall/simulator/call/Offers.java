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

/** Offers incoming calls to applications, each for as long as it rings, each to be used once. */
public final class Offers {

    private final Calls calls;
    private final CallEnding ending;
    private final OwnIdentities own;
    private final IncomingAnnouncer announcer;
    private final Ids ids;
    private final SimulatorScheduler scheduler;
    private final Duration ringTime;

    /**
     * @param ringTime how long an offer stands
     */
    public Offers(Calls calls, CallEnding ending, OwnIdentities own, IncomingAnnouncer announcer, Ids ids,
                  SimulatorScheduler scheduler, Duration ringTime) {
        this.calls = calls;
        this.ending = ending;
        this.own = own;
        this.announcer = announcer;
        this.ids = ids;
        this.scheduler = scheduler;
        this.ringTime = ringTime;
    }

    boolean isOwn(Identifier target) {
        return own.contains(target);
    }

    /** Offers a call and announces it; returns the context. Under the lock of the call. */
    String open(Call call, Identifier to, CallerDetails details) {
        own.learn(to);
        String nonce = ids.uuid();
        call.offer(new Offer(nonce, to, scheduler.after(ringTime, () -> call.locked(() -> ringOut(call, nonce)))));
        String context = IncomingContexts.write(new IncomingContexts.Reference(call.identity().id(), nonce));
        announcer.announce(call.identity(), to, details, context);
        return context;
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
            Offer offer = call.offer().filter(open -> open.nonce().equals(reference.nonce()))
                    .orElseThrow(ServiceFault::callNotFound);
            call.offer(null);
            return use.apply(call, offer);
        });
    }

    private void ringOut(Call call, String nonce) {
        if (call.offer().filter(open -> open.nonce().equals(nonce)).isPresent()) {
            ending.end(call, CallResult.NOT_ANSWERED);
        }
    }
}
