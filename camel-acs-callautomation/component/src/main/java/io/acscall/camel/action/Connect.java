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

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.azure.core.http.HttpMethod;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.DisconnectMeaning;
import io.acscall.camel.event.Ending;

/**
 * Joins a call that exists already: the REST operation {@code POST /calling/callConnections:connect}.
 */
public final class Connect implements CallAction {

    private static final Set<Option<?>> OPTIONS = Option.setOf(Options.SERVER_CALL_ID, Options.GROUP_CALL_ID, Options.ROOM_ID,
            Options.CALLBACK_URI,
            Options.COGNITIVE_SERVICES_ENDPOINT, Options.MEDIA_STREAMING, Options.TRANSCRIPTION, Options.OPERATION_CONTEXT);

    /** In headers the only kind for rooms counts first, the id that flows through every route last. */
    private static final WhichCall CALL
            = new WhichCall(List.of(Options.ROOM_ID, Options.GROUP_CALL_ID, Options.SERVER_CALL_ID));
    private static final Ending ENDING
            = Ending.on("CallConnected").failingOn("ConnectFailed").disconnect(DisconnectMeaning.FAILURE);

    @Override
    public String name() {
        return "connect";
    }

    @Override
    public Set<Option<?>> options() {
        return OPTIONS;
    }

    @Override
    public void check(Inputs written) {
        StreamOptions.check(written);
        CALL.written(written);
    }

    @Override
    public ServiceRequest request(Inputs inputs) {
        RequestBody body = CALL.into(new RequestBody(inputs), inputs)
                .required("callbackUri", Options.CALLBACK_URI)
                .intelligence()
                .context();
        return new ServiceRequest(HttpMethod.POST, Paths.CALLS + ":connect", StreamOptions.addTo(body, inputs).toJson(), null);
    }

    @Override
    public ActionResult result(Inputs inputs, ServiceResponse response) {
        CallProperties call = CallProperties.read(response);
        Map<String, Object> headers = Results.callHeaders(call);
        // the one other party of an earlier call is not that of this one
        headers.put(Results.REMOTE_PARTY, null);
        return new ActionResult(call, headers);
    }

    @Override
    public Ending ending() {
        return ENDING;
    }

    @Override
    public boolean repeatable() {
        return true;
    }
}
