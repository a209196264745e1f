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
import java.util.function.Supplier;

import io.acscall.simulator.call.CallEnding;
import io.acscall.simulator.call.CallEvents;
import io.acscall.simulator.call.CallNotes;
import io.acscall.simulator.call.Calls;
import io.acscall.simulator.call.Invitations;
import io.acscall.simulator.call.Moves;
import io.acscall.simulator.call.Removals;
import io.acscall.simulator.call.Transfers;
import io.acscall.simulator.rest.OperationTable;

/** The operations that change and show who is in a call. */
public final class ParticipantOperations {

    private static final String CALL = CallOperations.CALLS + "/{" + Connections.PARAMETER + "}";
    private static final String PARTICIPANTS = CALL + "/participants";

    private final Calls calls;
    private final CallEnding ending;
    private final CallEvents events;
    private final CallNotes notes;
    private final CallbackUris callbackUris;
    private final Duration noAnswerAfter;

    public ParticipantOperations(Calls calls, CallEnding ending, CallEvents events, CallNotes notes, CallbackUris callbackUris,
                                 Duration noAnswerAfter) {
        this.calls = calls;
        this.ending = ending;
        this.events = events;
        this.notes = notes;
        this.callbackUris = callbackUris;
        this.noAnswerAfter = noAnswerAfter;
    }

    /**
     * Adds the entries.
     *
     * @param pageSize how many participants are on a page of the list
     * @param endpoint the address of the service, without a slash at the end
     */
    public void addTo(
            OperationTable table, Invitations invitations, Transfers transfers, int pageSize,
            Supplier<String> endpoint) {
        table.add("listParticipants", "GET", PARTICIPANTS, 200).handledBy(new ListParticipants(calls, pageSize, endpoint));
        table.add("getParticipant", "GET", PARTICIPANTS + "/{*" + GetParticipant.PARAMETER + "}", 200)
                .handledBy(new GetParticipant(calls));
        table.add("addParticipant", "POST", PARTICIPANTS + ":add", 202).withBody().tellingRepeat()
                .handledBy(new AddParticipant(calls, invitations, callbackUris, noAnswerAfter));
        table.add("cancelAddParticipantOperation", "POST", PARTICIPANTS + ":cancelAddParticipant", 202).withBody()
                .tellingRepeat().handledBy(new CancelAddParticipant(calls, invitations, callbackUris));
        table.add("removeParticipant", "POST", PARTICIPANTS + ":remove", 202).withBody().repeatable()
                .handledBy(new RemoveParticipant(calls, new Removals(ending, events, notes), callbackUris));
        table.add("muteParticipant", "POST", PARTICIPANTS + ":mute", 200).withBody().repeatable()
                .handledBy(new MuteParticipant(calls, events, notes));
        table.add("moveParticipants", "POST", PARTICIPANTS + ":moveHere", 202).withBody().repeatable()
                .handledBy(new MoveParticipants(calls, new Moves(ending, events, notes), callbackUris));
        table.add("transferCallToParticipant", "POST", CALL + ":transferToParticipant", 202).withBody().repeatable()
                .handledBy(new TransferCallToParticipant(calls, transfers, callbackUris, noAnswerAfter));
    }
}
