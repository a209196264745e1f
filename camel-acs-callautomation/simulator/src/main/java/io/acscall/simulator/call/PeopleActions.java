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
import java.util.function.BiConsumer;

import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.people.Input;

/**
 * What people in a call do at once, whatever their script says. A call is named by its id or by a connection id of it.
 */
public final class PeopleActions {

    private final Calls calls;
    private final Ringing ringing;
    private final CallEnding ending;
    private final CallEvents events;
    private final CallNotes notes;

    public PeopleActions(Calls calls, Ringing ringing, CallEnding ending, CallEvents events, CallNotes notes) {
        this.calls = calls;
        this.ringing = ringing;
        this.ending = ending;
        this.events = events;
        this.notes = notes;
    }

    /**
     * Takes the call.
     *
     * @throws ServiceFault 404/8522 when there is no such call or nobody of that name in it, 409/8519 when the phone
     *                      does not ring
     */
    public void answer(String callId, Identifier person) {
        with(callId, person, (call, party) -> {
            requireRinging(party);
            ringing.accept(call, party);
        });
    }

    /**
     * Refuses the call.
     *
     * @throws ServiceFault as {@link #answer}
     */
    public void decline(String callId, Identifier person) {
        with(callId, person, (call, party) -> {
            requireRinging(party);
            ringing.refuse(call, party, CallResult.DECLINED);
        });
    }

    /**
     * Hangs up; while the phone rings this is the same as declining.
     *
     * @throws ServiceFault 404/8522 when there is no such call or nobody of that name in it
     */
    public void hangUp(String callId, Identifier person) {
        with(callId, person, (call, party) -> {
            if (party.isRinging()) {
                ringing.refuse(call, party, CallResult.DECLINED);
            } else {
                ending.leave(call, party);
            }
        });
    }

    /**
     * Presses keys, such as {@code 12#}, which a running recognition and continuous DTMF recognition hear.
     *
     * @throws ServiceFault 404/8522 as {@link #hangUp}, 409/8519 when the person is not on the line yet, 400/8523 when
     *                      there is something that is not a key
     */
    public void press(String callId, Identifier person, String tones) {
        act(callId, person, keys(tones), null);
    }

    /**
     * Says something, which a running recognition hears.
     *
     * @throws ServiceFault 404/8522 as {@link #hangUp}, 409/8519 when the person is not on the line yet
     */
    public void say(String callId, Identifier person, String speech) {
        say(callId, person, speech, null);
    }

    /**
     * Puts the call on hold, or takes it from there, at the person's own telephone. The service sees what its users do,
     * and tells applications by {@code isOnHold}; what is held at a telephone the telephone network does not tell.
     *
     * @throws ServiceFault 404/8522 as {@link #hangUp}, 409/8519 when the person is not on the line yet or has a
     *                      telephone
     */
    public void hold(String callId, Identifier person, boolean onHold) {
        with(callId, person, (call, party) -> {
            requireJoined(party);
            if (person.isPhone()) {
                throw ServiceFault.of(409, "8519", "The service does not hear of what is held at a telephone, such as "
                                                   + person.display() + ".");
            }
            if (party.onHold() != onHold) {
                party.onHold(onHold);
                notes.person(call, party, onHold ? "hold" : "unhold", onHold ? "holds the call" : "is back in the call");
                events.participantsUpdated(call);
            }
        });
    }

    /**
     * As {@link #say(String, Identifier, String)}, taking its time.
     *
     * @param lasting for how long the voice is heard in streams; null for what follows from its length
     */
    public void say(String callId, Identifier person, String speech, Duration lasting) {
        act(callId, person, Input.speech(speech), lasting);
    }

    private void act(String callId, Identifier person, Input input, Duration lasting) {
        with(callId, person, (call, party) -> {
            requireJoined(party);
            notes.input(call, person, input, true);
            call.legs().forEach(leg -> {
                leg.tones().hear(person, input);
                leg.media().hear(person, input);
                leg.streams().hear(person, input, lasting);
            });
        });
    }

    private static Input keys(String tones) {
        try {
            return Input.tones(tones);
        } catch (IllegalArgumentException e) {
            throw ServiceFault.invalid("tones", e.getMessage() + ".");
        }
    }

    private void with(String callId, Identifier person, BiConsumer<Call, Party> work) {
        Call call = calls.live(callId).orElseThrow(ServiceFault::callNotFound);
        call.locked(() -> {
            Party party = call.party(person).orElseThrow(ServiceFault::participantNotFound);
            party.ledByHand(true);
            try {
                work.accept(call, party);
            } finally {
                party.ledByHand(false);
            }
        });
    }

    private static void requireRinging(Party party) {
        if (!party.isRinging()) {
            throw ServiceFault.of(409, "8519", party.identifier().display() + " is not being rung.");
        }
    }

    private static void requireJoined(Party party) {
        if (party.isRinging()) {
            throw ServiceFault.of(409, "8519", party.identifier().display() + " has not taken the call yet.");
        }
    }
}
