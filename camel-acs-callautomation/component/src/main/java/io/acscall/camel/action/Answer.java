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
package io.acscall.camel.action;

import java.util.Set;

import com.azure.core.http.HttpMethod;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.DisconnectMeaning;
import io.acscall.camel.event.Ending;

/**
 * Takes an incoming call: the REST operation {@code POST /calling/callConnections:answer}.
 */
public final class Answer implements CallAction {

    private static final Set<Option<?>> OPTIONS = Option.setOf(Options.INCOMING_CALL_CONTEXT, Options.CALLBACK_URI,
            Options.ANSWERED_BY,
            Options.COGNITIVE_SERVICES_ENDPOINT, Options.MEDIA_STREAMING, Options.TRANSCRIPTION, Options.OPERATION_CONTEXT);
    private static final Ending ENDING
            = Ending.on("CallConnected").failingOn("AnswerFailed").disconnect(DisconnectMeaning.FAILURE);

    @Override
    public String name() {
        return "answer";
    }

    @Override
    public Set<Option<?>> options() {
        return OPTIONS;
    }

    @Override
    public void check(Inputs written) {
        StreamOptions.check(written);
    }

    @Override
    public ServiceRequest request(Inputs inputs) {
        RequestBody body = new RequestBody(inputs)
                .required("incomingCallContext", Options.INCOMING_CALL_CONTEXT)
                .required("callbackUri", Options.CALLBACK_URI)
                .user("answeredBy", Options.ANSWERED_BY)
                .intelligence()
                .context();
        return new ServiceRequest(HttpMethod.POST, Paths.CALLS + ":answer", StreamOptions.addTo(body, inputs).toJson(), null);
    }

    @Override
    public ActionResult result(Inputs inputs, ServiceResponse response) {
        CallProperties call = CallProperties.read(response);
        return new ActionResult(call, Results.callHeaders(call));
    }

    @Override
    public Ending ending() {
        return ENDING;
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public boolean usesUpIncomingCall() {
        return true;
    }
}
