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

import io.acscall.simulator.call.CallEvents;
import io.acscall.simulator.call.CallNotes;
import io.acscall.simulator.call.Calls;
import io.acscall.simulator.call.ScriptedReplies;
import io.acscall.simulator.rest.OperationTable;
import io.acscall.simulator.time.SimulatorScheduler;

/** The operations that play and listen, press keys, and put people on hold. */
public final class MediaOperations {

    private static final String CALL = "/calling/callConnections/{" + Connections.PARAMETER + "}";

    private final Calls calls;
    private final CallEvents events;
    private final CallbackUris callbackUris;
    private final PlaySources sources;
    private final SimulatorScheduler scheduler;
    private final CallNotes notes;
    private final ScriptedFailures failures;
    private final boolean strict;

    /**
     * @param strict whether requests are refused that the service is said to refuse, but developers need
     */
    public MediaOperations(Calls calls, CallEvents events, CallNotes notes, CallbackUris callbackUris, PlaySources sources,
                           ScriptedFailures failures, SimulatorScheduler scheduler, boolean strict) {
        this.notes = notes;
        this.failures = failures;
        this.strict = strict;
        this.calls = calls;
        this.events = events;
        this.callbackUris = callbackUris;
        this.sources = sources;
        this.scheduler = scheduler;
    }

    /**
     * Adds the entries.
     *
     * @param replies    what people do when asked for something
     * @param maxSilence how long a recognition waits at most
     */
    public void addTo(OperationTable table, ScriptedReplies replies, Duration maxSilence) {
        table.add("play", "POST", CALL + ":play", 202).withBody()
                .handledBy(new Play(calls, events, callbackUris, sources, failures, scheduler));
        table.add("recognize", "POST", CALL + ":recognize", 202).withBody()
                .handledBy(new Recognize(
                        calls, events, callbackUris, new RecognizeFields(sources, maxSilence), replies, failures, scheduler));
        Connections connections = new Connections(calls);
        table.add("cancelAllMediaOperations", "POST", CALL + ":cancelAllMediaOperations", 202)
                .handledBy(new CancelAllMediaOperations(connections));
        OperationFields fields = new OperationFields(callbackUris);
        table.add("startContinuousDtmfRecognition", "POST", CALL + ":startContinuousDtmfRecognition", 200).withBody()
                .handledBy(new StartContinuousDtmfRecognition(connections, fields, events, replies, failures));
        table.add("stopContinuousDtmfRecognition", "POST", CALL + ":stopContinuousDtmfRecognition", 200).withBody()
                .handledBy(new StopContinuousDtmfRecognition(connections, fields, events));
        table.add("sendDtmfTones", "POST", CALL + ":sendDtmfTones", 202).withBody().repeatable()
                .handledBy(new SendDtmfTones(connections, fields, events, notes, failures, scheduler));
        table.add("hold", "POST", CALL + ":hold", 200).withBody()
                .handledBy(new Hold(connections, fields, sources, events, notes, failures));
        table.add("unhold", "POST", CALL + ":unhold", 200).withBody()
                .handledBy(new Unhold(connections, fields, strict, events, notes));
    }
}
