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
import io.acscall.camel.client.Participant;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.Ending;

/**
 * Moves participants from another call of this application into this one: the REST operation {@code POST
 * /calling/callConnections/{id}/participants:moveHere}.
 */
public final class MoveParticipants implements CallAction {

    private static final Set<Option<?>> OPTIONS
            = Option.setOf(Options.CALL_CONNECTION_ID, Options.FROM_CALL_CONNECTION_ID, Options.TARGETS,
                    Options.OPERATION_CONTEXT, Options.OPERATION_CALLBACK_URI);
    private static final Ending ENDING = Ending.on("MoveParticipantSucceeded").failingOn("MoveParticipantFailed");

    @Override
    public String name() {
        return "moveParticipants";
    }

    @Override
    public Set<Option<?>> options() {
        return OPTIONS;
    }

    @Override
    public ServiceRequest request(Inputs inputs) {
        RequestBody body = new RequestBody(inputs);
        body.set("targetParticipants", RequestBody.array(body.present("targetParticipants"), true))
                .required("fromCall", Options.FROM_CALL_CONNECTION_ID)
                .context()
                .text("operationCallbackUri", Options.OPERATION_CALLBACK_URI);
        return new ServiceRequest(HttpMethod.POST, Paths.call(inputs, "/participants:moveHere"), body.toJson(), null);
    }

    @Override
    public ActionResult result(Inputs inputs, ServiceResponse response) {
        return new ActionResult(MoveParticipantsResult.read(inputs, response), Map.of());
    }

    @Override
    public Ending ending() {
        return ENDING;
    }

    /** The service reports each participant on its own. */
    @Override
    public int reports(Inputs inputs) {
        List<Participant> moved = new RequestBody(inputs).present("targetParticipants");
        return (int) moved.stream().distinct().count();
    }

    @Override
    public boolean repeatable() {
        return true;
    }
}
