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

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.call.AppLeg;
import io.acscall.simulator.call.Call;
import io.acscall.simulator.call.CallEvents;
import io.acscall.simulator.call.CallNotes;
import io.acscall.simulator.call.Party;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.rest.OperationHandler;
import io.acscall.simulator.rest.OperationRequest;
import io.acscall.simulator.rest.RequestBody;

/** unhold: takes somebody back into the conversation. */
public final class Unhold implements OperationHandler {

    private static final String FIELD = "targetParticipant";

    private final Connections connections;
    private final OperationFields fields;
    private final boolean strict;
    private final CallEvents events;
    private final CallNotes notes;

    /**
     * @param strict whether telephones are refused: the description of the service says so, but lets them be put on
     *               hold
     */
    Unhold(Connections connections, OperationFields fields, boolean strict, CallEvents events, CallNotes notes) {
        this.connections = connections;
        this.fields = fields;
        this.strict = strict;
        this.events = events;
        this.notes = notes;
    }

    @Override
    public JsonNode handle(OperationRequest request) {
        connections.change(request, (call, leg) -> unhold(call, leg, request.body()));
        return null;
    }

    private void unhold(Call call, AppLeg leg, RequestBody body) {
        Identifier person = body.identifier(FIELD);
        if (strict && person.isPhone()) {
            throw body.wrong(FIELD, "only communication users can be taken off hold.");
        }
        fields.outcomeTarget(call, leg, body);
        OperationFields.requireConnected(leg);
        Party party = call.party(person).filter(one -> !one.isRinging()).orElseThrow(ServiceFault::participantNotFound);
        party.onHold(false);
        notes.person(call, person, "offHold", "was taken off hold");
        events.participantsUpdated(call);
    }
}
