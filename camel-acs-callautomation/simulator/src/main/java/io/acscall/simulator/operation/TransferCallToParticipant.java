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
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.call.AppLeg;
import io.acscall.simulator.call.Call;
import io.acscall.simulator.call.CallerDetails;
import io.acscall.simulator.call.Calls;
import io.acscall.simulator.call.OutcomeTarget;
import io.acscall.simulator.call.Participants;
import io.acscall.simulator.call.Party;
import io.acscall.simulator.call.Transfers;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.rest.OperationHandler;
import io.acscall.simulator.rest.OperationRequest;
import io.acscall.simulator.rest.RequestBody;

/** transferCallToParticipant: has somebody talk to somebody else, without this application. */
public final class TransferCallToParticipant implements OperationHandler {

    /** The service gives up a transfer sooner than a call. */
    private static final Duration LONGEST_RINGING = Duration.ofSeconds(60);

    private final Connections connections;
    private final Transfers transfers;
    private final OperationFields fields;
    private final Duration noAnswerAfter;

    /**
     * @param noAnswerAfter how long somebody may be rung, if shorter than the service's limit for transfers
     */
    public TransferCallToParticipant(Calls calls, Transfers transfers, CallbackUris callbackUris, Duration noAnswerAfter) {
        this.connections = new Connections(calls);
        this.transfers = transfers;
        this.fields = new OperationFields(callbackUris);
        this.noAnswerAfter = noAnswerAfter.compareTo(LONGEST_RINGING) < 0 ? noAnswerAfter : LONGEST_RINGING;
    }

    @Override
    public JsonNode handle(OperationRequest request) {
        return connections.with(request, (call, leg) -> transfer(call, leg, request.body()));
    }

    private JsonNode transfer(Call call, AppLeg leg, RequestBody body) {
        Identifier target = body.identifier("targetParticipant");
        Identifier named = body.optionalIdentifier("transferee");
        CallerDetails details = new CallerDetails(null, CustomContexts.read(body, target), null);
        Identifier callerId = OperationFields.callerId(body);
        OutcomeTarget asked = fields.outcomeTarget(call, leg, body);
        OperationFields.requireConnected(leg);
        if (leg.setup().app().equals(named)) {
            throw body.wrong("transferee", "the application cannot transfer itself.");
        }
        Party transferee = named == null ? only(call, body) : onTheLine(call, named);
        if (Participants.of(call, target).isPresent()) {
            throw body.wrong("targetParticipant", "the participant is in the call already.");
        }
        transfers.transfer(asked, transferee, target, details, target.isPhone() ? callerId : null, noAnswerAfter);
        return OperationFields.answer(asked);
    }

    private static Party onTheLine(Call call, Identifier person) {
        return call.party(person).filter(party -> !party.isRinging()).orElseThrow(ServiceFault::participantNotFound);
    }

    private static Party only(Call call, RequestBody body) {
        List<Party> people = call.joined();
        if (people.size() == 1) {
            return people.get(0);
        }
        if (people.isEmpty()) {
            throw ServiceFault.participantNotFound();
        }
        throw body.wrong("transferee", "it is required in a call of " + people.size() + " people.");
    }
}
