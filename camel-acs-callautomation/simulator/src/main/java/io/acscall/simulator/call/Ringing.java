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

/** Rings people and has them act as their script says. All under the lock of the call. */
public final class Ringing {

    private static final Map<Answer, CallResult> REFUSALS = new EnumMap<>(
            Map.of(Answer.DECLINE, CallResult.DECLINED,
                    Answer.BUSY, CallResult.BUSY, Answer.NO_ANSWER, CallResult.NOT_ANSWERED));

    private final People people;
    private final SimulatorScheduler scheduler;
    private final CallEnding ending;
    private final CallNotes notes;

    public Ringing(People people, SimulatorScheduler scheduler, CallEnding ending, CallNotes notes) {
        this.people = people;
        this.scheduler = scheduler;
        this.ending = ending;
        this.notes = notes;
    }

    /**
     * Rings a person who is not in the call yet.
     *
     * @param atMost how long it may ring
     */
    public void ring(Call call, Identifier person, Duration atMost, RingOutcome outcome) {
        Party party = new Party(person, false);
        call.add(party);
        party.ring(outcome);
        notes.person(call, person, "ring", "is rung");
        Script script = people.script(person);
        boolean acts = script.answer() != Answer.NO_ANSWER && script.after().compareTo(atMost) < 0;
        Answer answer = acts ? script.answer() : Answer.NO_ANSWER;
        party.timer(scheduler.after(acts ? script.after() : atMost, () -> call.locked(() -> act(call, party, answer))));
    }

    /** The person takes the call now. Nothing happens when the phone does not ring. */
    public void accept(Call call, Party party) {
        if (party.isRinging()) {
            RingOutcome outcome = party.stopRinging();
            notes.person(call, party.identifier(), "answer", "answered");
            joined(call, party);
            outcome.accepted();
        }
    }

    /** The person will not take the call, or cannot. Nothing happens when the phone does not ring. */
    public void refuse(Call call, Party party, CallResult why) {
        if (party.isRinging()) {
            RingOutcome outcome = party.stopRinging();
            call.remove(party);
            notes.person(call, party.identifier(), "refuse", "did not take the call: " + why.code() + "/" + why.subCode());
            outcome.failed(why);
        }
    }

    /** A person is on the line from now on, and hangs up when the script says so. */
    void joined(Call call, Party party) {
        Duration onTheLine = people.script(party.identifier()).hangsUpAfter();
        if (onTheLine != null) {
            party.timer(scheduler.after(onTheLine, () -> call.locked(() -> ending.leave(call, party))));
        }
    }

    private void act(Call call, Party party, Answer answer) {
        if (answer == Answer.ACCEPT) {
            accept(call, party);
        } else {
            refuse(call, party, REFUSALS.get(answer));
        }
    }
}
