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
import io.acscall.simulator.call.OutcomeTarget;
import io.acscall.simulator.call.Removals;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.rest.OperationHandler;
import io.acscall.simulator.rest.OperationRequest;
import io.acscall.simulator.rest.RequestBody;

/** removeParticipant: takes somebody out of the call. */
public final class RemoveParticipant implements OperationHandler {

    private final Connections connections;
    private final Removals removals;
    private final OperationFields fields;

    public RemoveParticipant(Calls calls, Removals removals, CallbackUris callbackUris) {
        this.connections = new Connections(calls);
        this.removals = removals;
        this.fields = new OperationFields(callbackUris);
    }

    @Override
    public JsonNode handle(OperationRequest request) {
        return connections.with(request, (call, leg) -> remove(call, leg, request.body()));
    }

    private JsonNode remove(Call call, AppLeg leg, RequestBody body) {
        Identifier person = body.identifier("participantToRemove");
        OutcomeTarget asked = fields.outcomeTarget(call, leg, body);
        OperationFields.requireConnected(leg);
        removals.remove(asked, person);
        return OperationFields.answer(asked);
    }
}
