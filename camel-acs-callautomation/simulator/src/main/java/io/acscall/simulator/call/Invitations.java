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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.callback.CallbackEventType;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.id.Ids;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;

/** Invites people to a call that is going on, and takes invitations back. All under the lock of the call. */
public final class Invitations {

    /** How many may be in a call of the service. */
    private static final int MOST_PARTICIPANTS = 350;

    private final Ringing ringing;
    private final CallEnding ending;
    private final CallEvents events;
    private final CallNotes notes;
    private final Ids ids;

    public Invitations(Ringing ringing, CallEnding ending, CallEvents events, CallNotes notes, Ids ids) {
        this.ringing = ringing;
        this.ending = ending;
        this.events = events;
        this.notes = notes;
        this.ids = ids;
    }

    /**
     * Rings somebody; AddParticipantSucceeded or AddParticipantFailed tells how it went.
     *
     * @return              who is rung, with the id of the invitation
     * @throws ServiceFault 409/8519 when that one is being rung already, 400/8523 when in the call already or the call
     *                      is full
     */
    public Party add(OutcomeTarget asked, Identifier person, Invitation invitation) {
        Call call = asked.call();
        requireAbsent(call, person);
        if (call.parties().size() + call.legs().size() >= MOST_PARTICIPANTS) {
            throw ServiceFault.invalid("participantToAdd", "the call has " + MOST_PARTICIPANTS + " participants already.");
        }
        Party party = ringing.ring(call, person, invitation, new Added(asked, person));
        party.invitationId(ids.uuid());
        return party;
    }

    /** Takes an invitation back, if the phone still rings; CancelAddParticipantSucceeded or …Failed tells which. */
    public void cancel(OutcomeTarget asked, String invitationId) {
        Call call = asked.call();
        ObjectNode extra = Json.object().put("invitationId", invitationId);
        Party invited = call.parties().stream()
                .filter(party -> party.isRinging() && invitationId.equals(party.invitationId())).findFirst().orElse(null);
        if (invited == null) {
            events.outcome(asked, CallbackEventType.CANCEL_ADD_PARTICIPANT_FAILED, CallResult.INVITATION_NOT_FOUND, extra);
            return;
        }
        ending.take(call, invited, CallResult.CALLER_CANCELLED);
        notes.person(call, invited.identifier(), "cancelled", "is not rung any more: the invitation was cancelled");
        events.outcome(asked, CallbackEventType.CANCEL_ADD_PARTICIPANT_SUCCEEDED, CallResult.SUCCESS, extra);
        ending.endIfOver(call, CallResult.ENDED_FOR_OTHER_LEG);
    }

    private static void requireAbsent(Call call, Identifier person) {
        if (call.party(person).filter(Party::isRinging).isPresent()) {
            throw ServiceFault.of(409, "8519", "Conflict: the participant is being added already.");
        }
        if (Participants.of(call, person).isPresent()) {
            throw ServiceFault.invalid("participantToAdd", "the participant is in the call already.");
        }
    }

    /** Tells the application that asked. */
    private final class Added implements RingOutcome {

        private final OutcomeTarget asked;
        private final Identifier person;

        Added(OutcomeTarget asked, Identifier person) {
            this.asked = asked;
            this.person = person;
        }

        @Override
        public void accepted() {
            events.outcome(asked, CallbackEventType.ADD_PARTICIPANT_SUCCEEDED, CallResult.SUCCESS, participant());
            events.participantsUpdated(asked.call());
        }

        @Override
        public void failed(CallResult why) {
            events.outcome(asked, CallbackEventType.ADD_PARTICIPANT_FAILED, why, participant());
            ending.endIfOver(asked.call(), CallResult.ENDED_FOR_OTHER_LEG);
        }

        private ObjectNode participant() {
            return Json.object().set("participant", person.toJson());
        }
    }
}
