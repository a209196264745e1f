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
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.call.AppLeg;
import io.acscall.simulator.call.Call;
import io.acscall.simulator.call.Calls;
import io.acscall.simulator.call.Moves;
import io.acscall.simulator.call.OutcomeTarget;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.rest.OperationHandler;
import io.acscall.simulator.rest.OperationRequest;
import io.acscall.simulator.rest.RequestBody;

/** moveParticipants: takes people over from another call that the application is in. */
public final class MoveParticipants implements OperationHandler {

    private final Calls calls;
    private final Moves moves;
    private final OperationFields fields;

    public MoveParticipants(Calls calls, Moves moves, CallbackUris callbackUris) {
        this.calls = calls;
        this.moves = moves;
        this.fields = new OperationFields(callbackUris);
    }

    @Override
    public JsonNode handle(OperationRequest request) {
        String hereId = request.parameter(Connections.PARAMETER);
        Call here = calls.byConnection(hereId).orElseThrow(ServiceFault::callNotFound);
        RequestBody body = request.body();
        List<Identifier> people = body.identifiers("targetParticipants");
        String fromId = body.text("fromCall");
        if (fromId.equals(hereId)) {
            throw body.wrong("fromCall", "it is the call that the participants are to be moved to.");
        }
        Call from = calls.byConnection(fromId).orElseThrow(ServiceFault::callNotFound);
        if (from == here) {
            throw body.wrong("fromCall", "it is another connection to the same call.");
        }
        request.about(from);
        request.about(here);
        return Call.locked(here, from, () -> {
            AppLeg leg = here.leg(hereId).orElseThrow(ServiceFault::callNotFound);
            OutcomeTarget asked = fields.outcomeTarget(here, leg, body);
            OperationFields.requireConnected(leg);
            OperationFields.requireConnected(from.leg(fromId).orElseThrow(ServiceFault::callNotFound));
            moves.moveHere(asked, from, fromId, people);
            return answer(asked, people, fromId);
        });
    }

    private static ObjectNode answer(OutcomeTarget asked, List<Identifier> people, String fromId) {
        ObjectNode answer = OperationFields.answer(asked).put("fromCall", fromId);
        ArrayNode participants = answer.putArray("participants");
        for (Identifier person : people) {
            ObjectNode participant = Json.object();
            participant.set("identifier", person.toJson());
            participants.add(participant.put("isMuted", false).put("isOnHold", false));
        }
        return answer;
    }
}
