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
import io.acscall.simulator.rest.OperationHandler;
import io.acscall.simulator.rest.OperationRequest;

/** getCallConnectionProperties: what the service knows of a connection, while it exists. */
public final class GetCallConnectionProperties implements OperationHandler {

    private final Connections connections;

    public GetCallConnectionProperties(Calls calls) {
        this.connections = new Connections(calls);
    }

    @Override
    public JsonNode handle(OperationRequest request) {
        return connections.with(request, (call, leg) -> leg.toJson());
    }
}
