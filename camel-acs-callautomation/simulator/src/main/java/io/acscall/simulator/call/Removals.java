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

import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.callback.CallbackEventType;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;

/** Takes people, and other applications, out of a call. All under the lock of the call. */
public final class Removals {

    private final CallEnding ending;
    private final CallEvents events;
    private final CallNotes notes;

    public Removals(CallEnding ending, CallEvents events, CallNotes notes) {
        this.ending = ending;
        this.events = events;
        this.notes = notes;
    }

    /** Removes somebody; RemoveParticipantSucceeded or RemoveParticipantFailed tells how it went. */
    public void remove(OutcomeTarget asked, Identifier who) {
        Call call = asked.call();
        CallResult result = take(asked, who);
        ObjectNode extra = Json.object().set("participant", who.toJson());
        if (result.success()) {
            notes.person(call, who, "removed", "was removed from the call");
            events.outcome(asked, CallbackEventType.REMOVE_PARTICIPANT_SUCCEEDED, result, extra);
            ending.settle(call, CallResult.ENDED_FOR_OTHER_LEG);
        } else {
            events.outcome(asked, CallbackEventType.REMOVE_PARTICIPANT_FAILED, result, extra);
        }
    }

    private CallResult take(OutcomeTarget asked, Identifier who) {
        Call call = asked.call();
        if (who.equals(asked.leg().setup().app())) {
            return CallResult.OWN_PARTICIPANT;
        }
        Optional<Party> person = call.party(who).filter(party -> !party.isRinging());
        Optional<AppLeg> application = call.legs().stream()
                .filter(leg -> leg.state() == LegState.CONNECTED && who.equals(leg.setup().app())).findFirst();
        person.ifPresentOrElse(party -> ending.take(call, party, CallResult.REMOVED),
                () -> application.ifPresent(leg -> ending.depart(call, leg, CallResult.REMOVED)));
        return person.isPresent() || application.isPresent() ? CallResult.SUCCESS : CallResult.PARTICIPANT_NOT_FOUND;
    }
}
