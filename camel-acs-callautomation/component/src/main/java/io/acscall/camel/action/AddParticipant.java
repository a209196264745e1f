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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.azure.core.http.HttpMethod;
import io.acscall.camel.client.Participant;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.Ending;

/**
 * Invites one more person into a call: the REST operation {@code POST /calling/callConnections/{id}/participants:add}.
 */
public final class AddParticipant implements CallAction {

    private static final Set<Option<?>> OPTIONS = Option.setOf(Options.CALL_CONNECTION_ID, Options.TARGETS,
            Options.SOURCE_CALLER_ID, Options.SOURCE_DISPLAY_NAME,
            Options.INVITATION_TIMEOUT, Options.VOIP_HEADER, Options.SIP_HEADER, Options.SIP_UUI, Options.OPERATION_CONTEXT,
            Options.OPERATION_CALLBACK_URI);
    private static final String ONE_ONLY = "one participant is added at a time";
    private static final Duration UNANSWERED = Duration.ofSeconds(150);
    private static final Duration AFTER_INVITATION = Duration.ofSeconds(15);
    private static final Ending ENDING = Ending.on("AddParticipantSucceeded").failingOn("AddParticipantFailed");

    @Override
    public String name() {
        return "addParticipant";
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
        Participant target = body.target("participantToAdd", ONE_ONLY);
        body.set("participantToAdd", target.toJson())
                .callerId(List.of(target))
                .text("sourceDisplayName", Options.SOURCE_DISPLAY_NAME)
                .seconds("invitationTimeoutInSeconds", Options.INVITATION_TIMEOUT)
                .set("customCallingContext", CallingContext.of(inputs, body))
                .context()
                .text("operationCallbackUri", Options.OPERATION_CALLBACK_URI);
        return new ServiceRequest(HttpMethod.POST, Paths.call(inputs, "/participants:add"), body.toJson(), null);
    }

    @Override
    public ActionResult result(Inputs inputs, ServiceResponse response) {
        AddParticipantResult result = AddParticipantResult.read(inputs, response);
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(Options.INVITATION_ID.header(), result.invitationId());
        return new ActionResult(result, headers);
    }

    @Override
    public Ending ending() {
        return ENDING;
    }

    @Override
    public Duration awaitTimeout(Inputs inputs) {
        return inputs.get(Options.INVITATION_TIMEOUT).map(AFTER_INVITATION::plus).orElse(UNANSWERED);
    }

    @Override
    public boolean repeatable() {
        return true;
    }
}
