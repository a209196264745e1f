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
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.rest.OperationHandler;
import io.acscall.simulator.rest.OperationRequest;
import io.acscall.simulator.rest.RequestBody;
import io.acscall.simulator.stream.LegStreams;
import io.acscall.simulator.stream.StreamRequest;

/** An operation on a stream of a call: all of them name who is to hear of it and are answered with nothing. */
public final class StreamAction implements OperationHandler {

    private final Connections connections;
    private final CallbackUris callbackUris;
    private final Act act;

    /** What the operation does. */
    @FunctionalInterface
    public interface Act {

        /**
         * @throws ServiceFault when the stream is not there, or not as it must be
         */
        void on(LegStreams streams, StreamRequest by, RequestBody body);
    }

    public StreamAction(Calls calls, CallbackUris callbackUris, Act act) {
        this.connections = new Connections(calls);
        this.callbackUris = callbackUris;
        this.act = act;
    }

    @Override
    public JsonNode handle(OperationRequest request) {
        RequestBody body = request.body();
        connections.change(request, (call, leg) -> {
            StreamRequest by = new StreamRequest(
                    body.optionalText("operationContext"), callbackUris.optional(body, "operationCallbackUri"));
            OperationFields.requireConnected(leg);
            act.on(leg.streams(), by, body);
        });
        return null;
    }
}
