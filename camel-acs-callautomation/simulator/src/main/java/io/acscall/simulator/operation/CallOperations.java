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

import io.acscall.simulator.call.CallEnding;
import io.acscall.simulator.call.Calls;
import io.acscall.simulator.call.IncomingCalls;
import io.acscall.simulator.call.OutgoingCalls;
import io.acscall.simulator.call.RunningCalls;
import io.acscall.simulator.rest.OperationTable;

/** The operations that make and end calls. */
public final class CallOperations {

    static final String CALLS = "/calling/callConnections";
    private static final String CALL = CALLS + "/{" + Connections.PARAMETER + "}";

    private final Calls calls;
    private final OutgoingCalls outgoing;
    private final IncomingCalls incoming;
    private final RunningCalls running;
    private final CallEnding ending;
    private final CallbackUris callbackUris;
    private final AppIdentity app;

    public CallOperations(Calls calls, OutgoingCalls outgoing, IncomingCalls incoming, RunningCalls running, CallEnding ending,
                          CallbackUris callbackUris, AppIdentity app) {
        this.calls = calls;
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.running = running;
        this.ending = ending;
        this.callbackUris = callbackUris;
        this.app = app;
    }

    /** Adds the entries. */
    public void addTo(OperationTable table) {
        table.add("createCall", "POST", CALLS, 201).withBody().repeatable()
                .handledBy(new CreateCall(outgoing, callbackUris, app));
        table.add("answerCall", "POST", CALLS + ":answer", 200).withBody().repeatable()
                .handledBy(new AnswerCall(incoming, callbackUris, app));
        table.add("redirectCall", "POST", CALLS + ":redirect", 204).withBody().repeatable()
                .handledBy(new RedirectCall(incoming));
        table.add("rejectCall", "POST", CALLS + ":reject", 204).withBody().repeatable().handledBy(new RejectCall(incoming));
        table.add("connectCall", "POST", CALLS + ":connect", 200).withBody().repeatable()
                .handledBy(new ConnectCall(running, callbackUris, app));
        table.add("getCallConnectionProperties", "GET", CALL, 200).handledBy(new GetCallConnectionProperties(calls));
        table.add("hangUp", "DELETE", CALL, 204).handledBy(new HangUp(calls, ending));
        table.add("terminateCall", "POST", CALL + ":terminate", 204).tellingRepeat()
                .handledBy(new TerminateCall(calls, ending));
    }
}
