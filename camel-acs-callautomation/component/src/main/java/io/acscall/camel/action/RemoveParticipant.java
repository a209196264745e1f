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
import io.acscall.camel.event.Ending;

/**
 * Removes one participant from a call: the REST operation {@code POST
 * /calling/callConnections/{id}/participants:remove}.
 */
public final class RemoveParticipant implements CallAction {

    private static final Set<Option<?>> OPTIONS
            = Option.setOf(Options.CALL_CONNECTION_ID, Options.TARGETS, Options.OPERATION_CONTEXT,
                    Options.OPERATION_CALLBACK_URI);
    private static final String ONE_ONLY = "one participant is removed at a time";
    private static final Ending ENDING = Ending.on("RemoveParticipantSucceeded").failingOn("RemoveParticipantFailed");

    @Override
    public String name() {
        return "removeParticipant";
    }

    @Override
    public Set<Option<?>> options() {
        return OPTIONS;
    }

    @Override
    public void check(Inputs written) {
        written.get(Options.TARGETS).ifPresent(targets -> RequestBody.checkOne(name(), targets, ONE_ONLY));
    }

    @Override
    public ServiceRequest request(Inputs inputs) {
        RequestBody body = new RequestBody(inputs);
        body.set("participantToRemove", body.one(body.present("participantToRemove"), ONE_ONLY).toJson())
                .context()
                .text("operationCallbackUri", Options.OPERATION_CALLBACK_URI);
        return new ServiceRequest(HttpMethod.POST, Paths.call(inputs, "/participants:remove"), body.toJson(), null);
    }

    @Override
    public ActionResult result(Inputs inputs, ServiceResponse response) {
        return ActionResult.NONE;
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
