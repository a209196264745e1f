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
import java.util.EnumMap;
import java.util.Map;

import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.people.Answer;
import io.acscall.simulator.people.People;
import io.acscall.simulator.people.Script;
import io.acscall.simulator.time.SimulatorScheduler;

/**
 * Rings people and has them act as their script says. A number or user for which applications answer is offered to them
 * instead. All under the lock of the call.
 */
public final class Ringing {

    private static final Map<Answer, CallResult> REFUSALS = new EnumMap<>(
            Map.of(Answer.DECLINE, CallResult.DECLINED,
                    Answer.BUSY, CallResult.BUSY, Answer.NO_ANSWER, CallResult.NOT_ANSWERED));

    private final People people;
    private final SimulatorScheduler scheduler;
    private final Offers offers;
    private final CallEnding ending;
    private final CallEvents events;
    private final CallNotes notes;

    public Ringing(People people, SimulatorScheduler scheduler, Offers offers, CallEnding ending, CallEvents events,
                   CallNotes notes) {
        this.people = people;
        this.scheduler = scheduler;
        this.offers = offers;
        this.ending = ending;
        this.events = events;
        this.notes = notes;
    }

    /**
     * Rings a person. Whoever is in the call or is being rung by it already is busy.
     *
     * @return the person, whose phone rings unless busy
     */
    public Party ring(Call call, Identifier person, Invitation invitation, RingOutcome outcome) {
        Party party = new Party(person, false);
        if (call.party(person).isPresent()) {
            outcome.failed(CallResult.BUSY);
            return party;
        }
        call.add(party);
        party.ring(outcome);
        notes.person(call, person, "ring", "is rung");
        if (offers.own().answeredByApplications(person)) {
            Offer offer = offers.invite(call, person, invitation, new Invited(call, party, invitation));
            party.timer(() -> call.remove(offer));
        } else {
            act(call, party, people.script(person), invitation.atMost());
        }
        return party;
    }

    /** The person takes the call now. Nothing happens when the phone does not ring. */
    public void accept(Call call, Party party) {
        if (party.isRinging()) {
            RingOutcome outcome = party.stopRinging();
            notes.person(call, party, "answer", "answered");
            joined(party);
            outcome.accepted();
        }
    }

    /** The person will not take the call, or cannot. Nothing happens when the phone does not ring. */
    public void refuse(Call call, Party party, CallResult why) {
        ending.refuse(call, party, why);
    }

    /** A person is on the line from now on, and hangs up when the script says so. */
    public void joined(Party party) {
        Duration onTheLine = people.script(party.identifier()).hangsUpAfter();
        if (onTheLine != null) {
            party.timer(scheduler.after(onTheLine, () -> hangUp(party)));
        }
    }

    /** The person may have been moved to another call since, even while we wait for this one. */
    private void hangUp(Party party) {
        Call call;
        do {
            Call here = party.call();
            here.locked(() -> ending.leave(here, party));
            call = here;
        } while (call != party.call());
    }

    private void act(Call call, Party party, Script script, Duration atMost) {
        boolean acts = script.answer() != Answer.NO_ANSWER && script.after().compareTo(atMost) < 0;
        Answer answer = acts ? script.answer() : Answer.NO_ANSWER;
        party.timer(scheduler.after(acts ? script.after() : atMost, () -> call.locked(() -> act(call, party, answer))));
    }

    private void act(Call call, Party party, Answer answer) {
        if (answer == Answer.ACCEPT) {
            accept(call, party);
        } else {
            refuse(call, party, REFUSALS.get(answer));
        }
    }

    /** A number or user of the resource is invited, so an application may answer for it. */
    private final class Invited implements OfferOutcome {

        private final Call call;
        private final Party party;
        private final Invitation invitation;

        Invited(Call call, Party party, Invitation invitation) {
            this.call = call;
            this.party = party;
            this.invitation = invitation;
        }

        @Override
        public void taken(AppLeg leg) {
            leg.answersAs(party);
        }

        @Override
        public void connected(AppLeg leg) {
            if (leg.state() == LegState.UNKNOWN) {
                events.connected(call, leg);
                accept(call, party);
            }
        }

        @Override
        public void refused(CallResult why) {
            refuse(call, party, why);
        }

        @Override
        public void redirected(Identifier target) {
            RingOutcome outcome = party.stopRinging();
            call.remove(party);
            Party next = ring(call, target, invitation, outcome);
            next.invitationId(party.invitationId());
        }
    }
}
