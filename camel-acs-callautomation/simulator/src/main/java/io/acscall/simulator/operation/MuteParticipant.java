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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.call.AppLeg;
import io.acscall.simulator.call.Call;
import io.acscall.simulator.call.CallEvents;
import io.acscall.simulator.call.CallNotes;
import io.acscall.simulator.call.Calls;
import io.acscall.simulator.call.Party;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.identity.IdentifierKind;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.rest.OperationHandler;
import io.acscall.simulator.rest.OperationRequest;
import io.acscall.simulator.rest.RequestBody;

/** muteParticipant: has everybody hear one user no more. There is no way back but the user's own. */
public final class MuteParticipant implements OperationHandler {

    private static final String FIELD = "targetParticipants";

    private final Connections connections;
    private final CallEvents events;
    private final CallNotes notes;

    public MuteParticipant(Calls calls, CallEvents events, CallNotes notes) {
        this.connections = new Connections(calls);
        this.events = events;
        this.notes = notes;
    }

    @Override
    public JsonNode handle(OperationRequest request) {
        return connections.with(request, (call, leg) -> mute(call, leg, request.body()));
    }

    private JsonNode mute(Call call, AppLeg leg, RequestBody body) {
        List<Identifier> users = body.identifiers(FIELD);
        if (users.size() != 1) {
            throw body.wrong(FIELD, "exactly one participant can be muted, there are " + users.size() + ".");
        }
        if (users.get(0).kind() != IdentifierKind.COMMUNICATION_USER) {
            throw body.wrong(FIELD, "only communication users can be muted.");
        }
        String context = body.optionalText("operationContext");
        OperationFields.requireConnected(leg);
        Party user = call.party(users.get(0)).filter(party -> !party.isRinging())
                .orElseThrow(ServiceFault::participantNotFound);
        user.muted(true);
        notes.person(call, user.identifier(), "muted", "was muted");
        events.participantsUpdated(call);
        ObjectNode answer = Json.object();
        return context == null ? answer : answer.put("operationContext", context);
    }
}
