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
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.people.People;
import io.acscall.simulator.time.Scheduled;
import io.acscall.simulator.time.SimulatorScheduler;

/**
 * Calls that people make to the resource: offered to applications, and answered, rejected or redirected by one of them.
 */
public final class IncomingCalls {

    private final Calls calls;
    private final Offers offers;
    private final Ringing ringing;
    private final CallEnding ending;
    private final CallEvents events;
    private final CallNotes notes;
    private final People people;
    private final SimulatorScheduler scheduler;
    private final Duration noAnswerAfter;

    /**
     * @param noAnswerAfter how long somebody may be rung to whom a call was redirected
     */
    public IncomingCalls(Calls calls, Offers offers, Ringing ringing, CallEnding ending, CallEvents events, CallNotes notes,
                         People people, SimulatorScheduler scheduler, Duration noAnswerAfter) {
        this.calls = calls;
        this.offers = offers;
        this.ringing = ringing;
        this.ending = ending;
        this.events = events;
        this.notes = notes;
        this.people = people;
        this.scheduler = scheduler;
        this.noAnswerAfter = noAnswerAfter;
    }

    /**
     * Somebody calls.
     *
     * @throws ServiceFault 429/8530 when there are too many calls at once
     */
    public IncomingCall place(Identifier from, Identifier to, CallerDetails details) {
        Call call = calls.open(Direction.INCOMING, from);
        return call.locked(() -> {
            Party caller = new Party(from, true);
            call.add(caller);
            call.dialled(new Dialled(List.of(to), details.displayName()));
            notes.person(call, from, "call", "calls " + to.display(), details.toJson().put("to", to.rawId()));
            Duration patience = people.script(from).givesUpAfter();
            if (patience != null) {
                caller.timer(scheduler.after(patience, () -> call.locked(() -> ending.leave(call, caller))));
            }
            String context = offers.open(call, to, details, new Incoming(call));
            CallIdentity identity = call.identity();
            return new IncomingCall(identity.id(), identity.correlationId(), identity.serverCallId(), context);
        });
    }

    /**
     * Takes a call. It is connected a moment later.
     *
     * @param  setup        makes what the application said out of who called and who was called
     * @param  taken        called with the call before anything happens in it
     * @param  result       makes the result out of the call that is not connected yet
     * @throws ServiceFault 404/8522 when the context is unknown, was used, or its call is gone
     */
    public <T> T answer(String context, AnswerSetup setup, Consumer<Call> taken, BiFunction<Call, AppLeg, T> result) {
        return offers.use(context, (call, offer) -> {
            taken.accept(call);
            LegSetup said = setup.setup(offer.identity().from(), offer.to());
            AppLeg leg = calls.connect(call, said, LegOrigin.ANSWERED, offer.identity());
            offer.outcome().taken(leg);
            scheduler.after(Duration.ZERO, () -> call.locked(() -> offer.outcome().connected(leg)));
            return result.apply(call, leg);
        });
    }

    /**
     * Refuses a call.
     *
     * @param  reason       {@code none}, {@code busy}, {@code forbidden}, or null
     * @param  used         called with the call before anything happens in it
     * @throws ServiceFault 404/8522 as for {@link #answer}
     */
    public void reject(String context, String reason, Consumer<Call> used) {
        offers.use(context, (call, offer) -> {
            used.accept(call);
            CallResult result = "busy".equals(reason == null ? null : reason.toLowerCase(Locale.ROOT))
                    ? CallResult.BUSY : CallResult.DECLINED;
            notes.person(call, offer.identity().from(), "rejected", "hears " + result.code() + " " + result.message());
            offer.outcome().refused(result);
            return call;
        });
    }

    /**
     * Sends a call on to somebody else: to another application when the target belongs to the resource, else to a
     * person.
     *
     * @param  used         called with the call before anything happens in it
     * @throws ServiceFault 404/8522 as for {@link #answer}
     */
    public void redirect(String context, Identifier target, Consumer<Call> used) {
        offers.use(context, (call, offer) -> {
            used.accept(call);
            notes.note(call, "redirected", "redirected to " + target.display());
            offer.outcome().redirected(target);
            return call;
        });
    }

    /** Somebody calls; an application takes the call, or another number or person is rung instead. */
    private final class Incoming implements OfferOutcome, RingOutcome {

        private final Call call;

        Incoming(Call call) {
            this.call = call;
        }

        @Override
        public void taken(AppLeg leg) {
            call.parties().forEach(caller -> caller.timer(Scheduled.NONE));
        }

        @Override
        public void connected(AppLeg leg) {
            if (leg.state() == LegState.UNKNOWN) {
                call.phase(CallPhase.CONNECTED);
                call.joined().forEach(ringing::joined);
                events.connected(call, leg);
                events.participantsUpdated(call);
            }
        }

        @Override
        public void refused(CallResult why) {
            ending.end(call, why);
        }

        @Override
        public void redirected(Identifier target) {
            if (offers.own().contains(target)) {
                offers.open(call, target, CallerDetails.NONE, this);
            } else {
                ringing.ring(call, target, new Invitation(call.identity().from(), CallerDetails.NONE, noAnswerAfter), this);
            }
        }

        /** Two people talk without an application. */
        @Override
        public void accepted() {
            call.phase(CallPhase.CONNECTED);
            call.joined().stream().filter(Party::caller).forEach(caller -> {
                caller.timer(Scheduled.NONE);
                ringing.joined(caller);
            });
        }

        @Override
        public void failed(CallResult why) {
            ending.end(call, why);
        }
    }
}
