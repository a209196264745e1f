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
import io.acscall.simulator.call.CallLocator;
import io.acscall.simulator.call.LegSetup;
import io.acscall.simulator.call.RunningCalls;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.rest.OperationHandler;
import io.acscall.simulator.rest.OperationRequest;
import io.acscall.simulator.rest.RequestBody;

/** connectCall: joins a call that is going on. */
public final class ConnectCall implements OperationHandler {

    private final RunningCalls running;
    private final CallbackUris callbackUris;
    private final AppIdentity app;

    public ConnectCall(RunningCalls running, CallbackUris callbackUris, AppIdentity app) {
        this.running = running;
        this.callbackUris = callbackUris;
        this.app = app;
    }

    @Override
    public JsonNode handle(OperationRequest request) {
        RequestBody body = request.body();
        CallLocator locator = CallLocators.read(body.object("callLocator"));
        URI callbackUri = callbackUris.required(body, "callbackUri");
        Identifier self = app.of(null);
        LegSetup setup = new LegSetup(
                self, callbackUri, body.optionalText("operationContext"), CognitiveServices.named(body), request.apiVersion(),
                self, List.of(), null, null, null, StreamFields.read(body, callbackUris));
        return running.connect(locator, setup, request::about, (call, leg) -> leg.toJson());
    }
}
