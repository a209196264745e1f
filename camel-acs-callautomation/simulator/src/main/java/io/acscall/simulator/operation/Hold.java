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
package io.acscall.simulator.operation;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.call.AppLeg;
import io.acscall.simulator.call.Call;
import io.acscall.simulator.call.CallEvents;
import io.acscall.simulator.call.CallNotes;
import io.acscall.simulator.call.OutcomeTarget;
import io.acscall.simulator.call.Party;
import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.callback.CallbackEventType;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.media.MediaFailure;
import io.acscall.simulator.media.Prompt;
import io.acscall.simulator.rest.OperationHandler;
import io.acscall.simulator.rest.OperationRequest;
import io.acscall.simulator.rest.RequestBody;

/** hold: has somebody wait, with music if there is some; HoldFailed tells when there is nobody of that name. */
public final class Hold implements OperationHandler {

    private final Connections connections;
    private final OperationFields fields;
    private final PlaySources sources;
    private final CallEvents events;
    private final CallNotes notes;
    private final ScriptedFailures failures;

    Hold(Connections connections, OperationFields fields, PlaySources sources, CallEvents events, CallNotes notes,
         ScriptedFailures failures) {
        this.connections = connections;
        this.fields = fields;
        this.sources = sources;
        this.events = events;
        this.notes = notes;
        this.failures = failures;
    }

    @Override
    public JsonNode handle(OperationRequest request) {
        connections.change(request, (call, leg) -> hold(call, leg, request.body()));
        return null;
    }

    private void hold(Call call, AppLeg leg, RequestBody body) {
        Identifier person = body.identifier("targetParticipant");
        RequestBody music = body.optionalObject("playSourceInfo");
        Prompt prompt = music == null ? null : sources.read(List.of(music), leg.setup().cognitiveServices());
        OutcomeTarget asked = fields.outcomeTarget(call, leg, body);
        OperationFields.requireConnected(leg);
        Optional<Party> party = call.party(person).filter(one -> !one.isRinging());
        MediaFailure failure = failures.of("hold", prompt);
        if (party.isEmpty() || failure != null) {
            CallResult why = failure == null ? CallResult.PARTICIPANT_NOT_FOUND : failure.result();
            events.outcome(asked, CallbackEventType.HOLD_FAILED, why, Json.object());
            return;
        }
        party.get().onHold(true);
        notes.person(call, person, "onHold", "was put on hold" + (music == null ? "" : " with music"));
        events.participantsUpdated(call);
    }
}
