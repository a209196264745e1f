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

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.callback.CallbackEventType;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;

/** Moves people from one call of an application to another. All under the locks of both calls. */
public final class Moves {

    private final CallEnding ending;
    private final CallEvents events;
    private final CallNotes notes;

    public Moves(CallEnding ending, CallEvents events, CallNotes notes) {
        this.ending = ending;
        this.events = events;
        this.notes = notes;
    }

    /**
     * Moves people here; one MoveParticipantSucceeded or MoveParticipantFailed for each, then ParticipantsUpdated in
     * both calls if anybody was moved. A call that nobody is left in ends.
     *
     * @param fromConnection the connection id of the application in the call they come from
     */
    public void moveHere(OutcomeTarget asked, Call from, String fromConnection, List<Identifier> people) {
        boolean moved = false;
        for (Identifier person : people) {
            CallResult result = move(asked.call(), from, person);
            ObjectNode extra = Json.object();
            extra.set("participant", person.toJson());
            extra.put("fromCall", fromConnection);
            events.outcome(asked, result.success()
                    ? CallbackEventType.MOVE_PARTICIPANT_SUCCEEDED : CallbackEventType.MOVE_PARTICIPANT_FAILED, result, extra);
            moved |= result.success();
        }
        if (moved) {
            events.participantsUpdated(asked.call());
            ending.settle(from, CallResult.ENDED_FOR_OTHER_LEG);
        }
    }

    private CallResult move(Call here, Call from, Identifier person) {
        Party party = from.party(person).filter(one -> !one.isRinging()).orElse(null);
        if (party == null) {
            return CallResult.NOT_IN_SOURCE_CALL;
        }
        if (party.leaving() || here.party(person).isPresent() || from.legOf(party).isPresent()) {
            return CallResult.CONFLICT;
        }
        from.moveTo(here, party);
        notes.person(here, person, "moved", "was moved from call " + from.identity().id());
        return CallResult.SUCCESS;
    }
}
