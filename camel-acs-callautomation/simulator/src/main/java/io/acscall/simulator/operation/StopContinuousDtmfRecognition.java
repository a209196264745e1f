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
import io.acscall.simulator.call.OutcomeTarget;
import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.callback.CallbackEventType;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.rest.OperationHandler;
import io.acscall.simulator.rest.OperationRequest;
import io.acscall.simulator.rest.RequestBody;

/** stopContinuousDtmfRecognition: hears the keys of a person no more. */
public final class StopContinuousDtmfRecognition implements OperationHandler {

    private final Connections connections;
    private final OperationFields fields;
    private final CallEvents events;

    StopContinuousDtmfRecognition(Connections connections, OperationFields fields, CallEvents events) {
        this.connections = connections;
        this.fields = fields;
        this.events = events;
    }

    @Override
    public JsonNode handle(OperationRequest request) {
        connections.change(request, (call, leg) -> stop(call, leg, request.body()));
        return null;
    }

    private void stop(Call call, AppLeg leg, RequestBody body) {
        Identifier person = body.identifier("targetParticipant");
        OutcomeTarget asked = fields.outcomeTarget(call, leg, body);
        OperationFields.requireConnected(leg);
        leg.tones().stop(person);
        events.outcome(asked, CallbackEventType.CONTINUOUS_DTMF_STOPPED, CallResult.SUCCESS, Json.object());
    }
}
