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

import io.acscall.simulator.call.Calls;
import io.acscall.simulator.rest.OperationTable;

/** The operations on streams of audio and words. */
public final class StreamOperations {

    private static final String CALL = CallOperations.CALLS + "/{" + Connections.PARAMETER + "}";
    private static final String LOCALE = "locale";
    private static final String MODEL = "speechModelEndpointId";

    private final Calls calls;
    private final CallbackUris callbackUris;

    public StreamOperations(Calls calls, CallbackUris callbackUris) {
        this.calls = calls;
        this.callbackUris = callbackUris;
    }

    /** Adds the entries. */
    public void addTo(OperationTable table) {
        add(table, "startMediaStreaming", (streams, by, body) -> streams.startMedia(by));
        add(table, "stopMediaStreaming", (streams, by, body) -> streams.stopMedia(by));
        add(table, "startTranscription", (streams, by, body) -> streams
                .startTranscription(by, body.optionalText(LOCALE), body.optionalText(MODEL)));
        add(table, "stopTranscription", (streams, by, body) -> streams.stopTranscription(by));
        add(table, "updateTranscription", (streams, by, body) -> streams
                .updateTranscription(by, body.optionalText(LOCALE), body.optionalText(MODEL)));
    }

    private void add(OperationTable table, String name, StreamAction.Act act) {
        table.add(name, "POST", CALL + ":" + name, 202).withBody().handledBy(new StreamAction(calls, callbackUris, act));
    }
}
