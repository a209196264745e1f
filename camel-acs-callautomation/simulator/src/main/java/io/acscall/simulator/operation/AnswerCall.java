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

import java.net.URI;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.call.IncomingCalls;
import io.acscall.simulator.call.LegSetup;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.rest.OperationHandler;
import io.acscall.simulator.rest.OperationRequest;
import io.acscall.simulator.rest.RequestBody;
import io.acscall.simulator.stream.StreamOptions;

/** answerCall: takes an incoming call. */
public final class AnswerCall implements OperationHandler {

    private final IncomingCalls incoming;
    private final CallbackUris callbackUris;
    private final AppIdentity app;

    public AnswerCall(IncomingCalls incoming, CallbackUris callbackUris, AppIdentity app) {
        this.incoming = incoming;
        this.callbackUris = callbackUris;
        this.app = app;
    }

    @Override
    public JsonNode handle(OperationRequest request) {
        RequestBody body = request.body();
        String context = body.text("incomingCallContext");
        URI callbackUri = callbackUris.required(body, "callbackUri");
        String operationContext = body.optionalText("operationContext");
        StreamOptions streams = StreamFields.read(body, callbackUris);
        boolean cognitiveServices = CognitiveServices.named(body);
        Identifier self = app.of(body.optionalObject("answeredBy"));
        return incoming.answer(context,
                (from, to) -> new LegSetup(
                        self, callbackUri, operationContext, cognitiveServices, request.apiVersion(), from, List.of(to), null,
                        null, body.raw("answeredBy"), streams),
                request::about, (call, leg) -> leg.toJson());
    }
}
