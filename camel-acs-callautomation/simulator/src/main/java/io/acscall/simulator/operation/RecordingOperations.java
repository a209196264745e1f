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

import java.util.function.BiConsumer;

import io.acscall.simulator.call.Call;
import io.acscall.simulator.call.Recordings;
import io.acscall.simulator.recording.Recording;
import io.acscall.simulator.recording.RecordingEnd;
import io.acscall.simulator.rest.OperationHandler;
import io.acscall.simulator.rest.OperationTable;

/** The operations that record calls. */
public final class RecordingOperations {

    private static final String RECORDINGS = "/calling/recordings";
    private static final String PARAMETER = "recordingId";
    private static final String RECORDING = RECORDINGS + "/{" + PARAMETER + "}";

    private final Recordings recordings;
    private final ScriptedFailures failures;
    private final CallbackUris callbackUris;

    public RecordingOperations(Recordings recordings, CallbackUris callbackUris, ScriptedFailures failures) {
        this.recordings = recordings;
        this.failures = failures;
        this.callbackUris = callbackUris;
    }

    /** Adds the entries. */
    public void addTo(OperationTable table) {
        table.add("startRecording", "POST", RECORDINGS, 200).withBody().tellingRepeat()
                .handledBy(new StartRecording(recordings, callbackUris, failures));
        table.add("getRecordingState", "GET", RECORDING, 200).handledBy(
                request -> recordings.with(request.parameter(PARAMETER), request::about, (call, recording) -> {
                }));
        table.add("stopRecording", "DELETE", RECORDING, 204)
                .handledBy(change((call, recording) -> recording.end(RecordingEnd.STOPPED)));
        table.add("pauseRecording", "POST", RECORDING + ":pause", 202)
                .handledBy(change((call, recording) -> recording.pause()));
        table.add("resumeRecording", "POST", RECORDING + ":resume", 202)
                .handledBy(change((call, recording) -> recording.resume()));
    }

    /** Their answers are empty. */
    private OperationHandler change(BiConsumer<Call, Recording> work) {
        return request -> {
            recordings.with(request.parameter(PARAMETER), request::about, work);
            return null;
        };
    }
}
