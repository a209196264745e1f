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
import io.acscall.simulator.call.LegSetup;
import io.acscall.simulator.call.OutgoingCalls;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.rest.OperationHandler;
import io.acscall.simulator.rest.OperationRequest;
import io.acscall.simulator.rest.RequestBody;

/** createCall: rings one person or a group. */
public final class CreateCall implements OperationHandler {

    private final OutgoingCalls outgoing;
    private final CallbackUris callbackUris;
    private final AppIdentity app;

    public CreateCall(OutgoingCalls outgoing, CallbackUris callbackUris, AppIdentity app) {
        this.outgoing = outgoing;
        this.callbackUris = callbackUris;
        this.app = app;
    }

    @Override
    public JsonNode handle(OperationRequest request) {
        LegSetup setup = setup(request);
        return outgoing.create(setup, request::about, (call, leg) -> leg.toJson());
    }

    private LegSetup setup(OperationRequest request) {
        RequestBody body = request.body();
        List<Identifier> targets = body.identifiers("targets");
        RequestBody callerId = body.optionalObject("sourceCallerIdNumber");
        if (callerId != null) {
            callerId.text("value");
        } else if (targets.stream().anyMatch(Identifier::isPhone)) {
            throw body.wrong("sourceCallerIdNumber", "it is required to call a phone number.");
        }
        Identifier source = app.of(body.optionalObject("source"));
        return new LegSetup(
                source, callbackUris.required(body, "callbackUri"), body.optionalText("operationContext"),
                CognitiveServices.named(body), request.apiVersion(), source, targets, body.raw("sourceCallerIdNumber"),
                body.optionalText("sourceDisplayName"), null, StreamFields.read(body, callbackUris));
    }
}
