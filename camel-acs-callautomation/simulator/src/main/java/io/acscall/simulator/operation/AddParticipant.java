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

import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.call.AppLeg;
import io.acscall.simulator.call.Call;
import io.acscall.simulator.call.CallerDetails;
import io.acscall.simulator.call.Calls;
import io.acscall.simulator.call.Invitation;
import io.acscall.simulator.call.Invitations;
import io.acscall.simulator.call.OutcomeTarget;
import io.acscall.simulator.call.Participants;
import io.acscall.simulator.call.Party;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.rest.OperationHandler;
import io.acscall.simulator.rest.OperationRequest;
import io.acscall.simulator.rest.RequestBody;

/** addParticipant: rings somebody who is to join the call. */
public final class AddParticipant implements OperationHandler {

    private static final int LONGEST_INVITATION_SECONDS = 180;

    private final Connections connections;
    private final Invitations invitations;
    private final OperationFields fields;
    private final Duration noAnswerAfter;

    /**
     * @param noAnswerAfter how long an invitation without a time-out of its own may ring
     */
    public AddParticipant(Calls calls, Invitations invitations, CallbackUris callbackUris, Duration noAnswerAfter) {
        this.connections = new Connections(calls);
        this.invitations = invitations;
        this.fields = new OperationFields(callbackUris);
        this.noAnswerAfter = noAnswerAfter;
    }

    @Override
    public JsonNode handle(OperationRequest request) {
        return connections.with(request, (call, leg) -> add(call, leg, request.body()));
    }

    private JsonNode add(Call call, AppLeg leg, RequestBody body) {
        Identifier person = body.identifier("participantToAdd");
        Invitation invitation = invitation(leg, person, body);
        OutcomeTarget asked = fields.outcomeTarget(call, leg, body);
        OperationFields.requireConnected(leg);
        Party invited = invitations.add(asked, person, invitation);
        ObjectNode answer = OperationFields.answer(asked).put("invitationId", invited.invitationId());
        return answer.set("participant", Participants.json(invited));
    }

    private Invitation invitation(AppLeg leg, Identifier person, RequestBody body) {
        Identifier callerId = OperationFields.callerId(body);
        if (callerId == null && person.isPhone()) {
            throw body.wrong("sourceCallerIdNumber", "it is required to add a phone number.");
        }
        int seconds = body.optionalInteger("invitationTimeoutInSeconds", 0, LONGEST_INVITATION_SECONDS);
        CallerDetails details
                = new CallerDetails(body.optionalText("sourceDisplayName"), CustomContexts.read(body, person), null);
        return new Invitation(
                person.isPhone() ? callerId : leg.setup().app(), details,
                seconds == 0 ? noAnswerAfter : Duration.ofSeconds(seconds));
    }
}
