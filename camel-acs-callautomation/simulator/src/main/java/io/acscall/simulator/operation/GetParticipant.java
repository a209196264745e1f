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
import io.acscall.simulator.call.Calls;
import io.acscall.simulator.call.Participants;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.rest.OperationHandler;
import io.acscall.simulator.rest.OperationRequest;

/** getParticipant: one of those in the call, by raw id. */
public final class GetParticipant implements OperationHandler {

    /** The name of the path parameter. */
    static final String PARAMETER = "participantRawId";

    private final Connections connections;

    public GetParticipant(Calls calls) {
        this.connections = new Connections(calls);
    }

    @Override
    public JsonNode handle(OperationRequest request) {
        Identifier who = Identifier.ofRawId(request.parameter(PARAMETER));
        return connections.with(request, (call, leg) -> {
            OperationFields.requireConnected(leg);
            return Participants.of(call, who).orElseThrow(ServiceFault::participantNotFound);
        });
    }
}
