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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.call.AppLeg;
import io.acscall.simulator.call.Call;
import io.acscall.simulator.call.LegState;
import io.acscall.simulator.call.OutcomeTarget;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.rest.RequestBody;

/** What requests in a call have in common: who hears of the outcome, and the context that is echoed. */
final class OperationFields {

    private final CallbackUris callbackUris;

    OperationFields(CallbackUris callbackUris) {
        this.callbackUris = callbackUris;
    }

    /** Who hears how it went. */
    OutcomeTarget outcomeTarget(Call call, AppLeg leg, RequestBody body) {
        URI target = callbackUris.optional(body, "operationCallbackUri");
        return new OutcomeTarget(call, leg, body.optionalText("operationContext"), target);
    }

    /** The beginning of an answer: the context, if there is one. */
    static ObjectNode answer(OutcomeTarget asked) {
        ObjectNode json = Json.object();
        return asked.context() == null ? json : json.put("operationContext", asked.context());
    }

    /** The number that is to be shown to telephones, or null. */
    static Identifier callerId(RequestBody body) {
        RequestBody number = body.optionalObject("sourceCallerIdNumber");
        if (number == null) {
            return null;
        }
        String value = number.text("value");
        return Identifier.of(value.startsWith("+") ? value : "4:" + value);
    }

    /**
     * @throws ServiceFault 400/8501 when the connection is not established
     */
    static void requireConnected(AppLeg leg) {
        if (leg.state() != LegState.CONNECTED) {
            throw ServiceFault.notEstablished();
        }
    }

    /**
     * @throws ServiceFault 404/8522 when somebody is not in the call, or is only being rung
     */
    static void requireOnTheLine(Call call, Identifier person) {
        if (call.party(person).filter(party -> !party.isRinging()).isEmpty()) {
            throw ServiceFault.participantNotFound();
        }
    }

    /**
     * @param  interrupt    whether what waits is cancelled anyway
     * @throws ServiceFault 400/8500 when too much waits for its turn
     */
    static void requireRoom(AppLeg leg, boolean interrupt) {
        if (!interrupt && !leg.media().hasRoom()) {
            throw ServiceFault.of(400, "8500", "Too many media operations wait in this call.");
        }
    }
}
