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

import java.time.Duration;
import java.util.List;
import java.util.Set;

import com.azure.core.http.HttpMethod;
import io.acscall.camel.client.Participant;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.Ending;

/**
 * Hands a participant over to somebody else: the REST operation {@code POST
 * /calling/callConnections/{id}:transferToParticipant}. In a 1:1 call the application leaves.
 */
public final class Transfer implements CallAction {

    private static final Set<Option<?>> OPTIONS
            = Option.setOf(Options.CALL_CONNECTION_ID, Options.TARGETS, Options.TRANSFEREE, Options.SOURCE_CALLER_ID,
                    Options.VOIP_HEADER, Options.SIP_HEADER, Options.SIP_UUI, Options.OPERATION_CONTEXT,
                    Options.OPERATION_CALLBACK_URI);
    private static final String ONE_ONLY = "a call is transferred to one";
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration UNANSWERED = Duration.ofSeconds(90);
    private static final Ending ENDING = Ending.on("CallTransferAccepted").failingOn("CallTransferFailed").withGrace(GRACE);

    @Override
    public String name() {
        return "transfer";
    }

    @Override
    public Set<Option<?>> options() {
        return OPTIONS;
    }

    @Override
    public void check(Inputs written) {
        written.get(Options.TARGETS).ifPresent(targets -> RequestBody.checkOne(name(), targets, ONE_ONLY));
        CallingContext.check(written);
    }

    @Override
    public ServiceRequest request(Inputs inputs) {
        RequestBody body = new RequestBody(inputs);
        Participant target = body.target("targetParticipant", ONE_ONLY);
        body.set("targetParticipant", target.toJson())
                .participant("transferee", Options.TRANSFEREE)
                .callerId(List.of(target))
                .set("customCallingContext", CallingContext.of(inputs, body))
                .context()
                .text("operationCallbackUri", Options.OPERATION_CALLBACK_URI);
        return new ServiceRequest(HttpMethod.POST, Paths.call(inputs, ":transferToParticipant"), body.toJson(), null);
    }

    @Override
    public ActionResult result(Inputs inputs, ServiceResponse response) {
        return ActionResult.NONE;
    }

    /** A 1:1 call ends with the transfer, and CallDisconnected may overtake the event that says how it went. */
    @Override
    public Ending ending() {
        return ENDING;
    }

    @Override
    public Duration awaitTimeout(Inputs inputs) {
        return UNANSWERED;
    }

    @Override
    public boolean repeatable() {
        return true;
    }
}
