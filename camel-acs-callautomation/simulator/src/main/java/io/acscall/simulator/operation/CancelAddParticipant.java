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
import io.acscall.simulator.call.Calls;
import io.acscall.simulator.call.Invitations;
import io.acscall.simulator.call.OutcomeTarget;
import io.acscall.simulator.rest.OperationHandler;
import io.acscall.simulator.rest.OperationRequest;
import io.acscall.simulator.rest.RequestBody;

/** cancelAddParticipantOperation: takes an invitation back. */
public final class CancelAddParticipant implements OperationHandler {

    private final Connections connections;
    private final Invitations invitations;
    private final OperationFields fields;

    public CancelAddParticipant(Calls calls, Invitations invitations, CallbackUris callbackUris) {
        this.connections = new Connections(calls);
        this.invitations = invitations;
        this.fields = new OperationFields(callbackUris);
    }

    @Override
    public JsonNode handle(OperationRequest request) {
        return connections.with(request, (call, leg) -> cancel(call, leg, request.body()));
    }

    private JsonNode cancel(Call call, AppLeg leg, RequestBody body) {
        String invitationId = body.text("invitationId");
        OutcomeTarget asked = fields.outcomeTarget(call, leg, body);
        OperationFields.requireConnected(leg);
        invitations.cancel(asked, invitationId);
        return OperationFields.answer(asked).put("invitationId", invitationId);
    }
}
