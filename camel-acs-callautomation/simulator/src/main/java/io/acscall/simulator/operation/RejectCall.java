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
import io.acscall.simulator.call.IncomingCalls;
import io.acscall.simulator.rest.OperationHandler;
import io.acscall.simulator.rest.OperationRequest;

/** rejectCall: refuses an incoming call. */
public final class RejectCall implements OperationHandler {

    private final IncomingCalls incoming;

    public RejectCall(IncomingCalls incoming) {
        this.incoming = incoming;
    }

    @Override
    public JsonNode handle(OperationRequest request) {
        String context = request.body().text("incomingCallContext");
        incoming.reject(context, request.body().optionalText("callRejectReason"), request::about);
        return null;
    }
}
