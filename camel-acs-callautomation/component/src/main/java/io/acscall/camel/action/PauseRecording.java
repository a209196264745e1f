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

import java.util.Set;
import java.util.function.Predicate;

import com.azure.core.http.HttpMethod;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.Ending;

/**
 * Interrupts a recording ({@code pauseRecording}) or goes on with it ({@code resumeRecording}): the REST operations
 * {@code POST /calling/recordings/{id}:pause} and {@code :resume}.
 */
public final class PauseRecording implements CallAction {

    private static final Set<Option<?>> OPTIONS = Option.setOf(Options.RECORDING_ID);
    private static final Ending ENDING = Ending.on(RecordingState.CHANGED).matchedByRecording();

    private final String name;
    private final String operation;
    private final String state;

    private PauseRecording(String name, String operation, String state) {
        this.name = name;
        this.operation = operation;
        this.state = state;
    }

    /** Interrupts it. */
    public static PauseRecording pause() {
        return new PauseRecording("pauseRecording", ":pause", RecordingState.INACTIVE);
    }

    /** Goes on. */
    public static PauseRecording resume() {
        return new PauseRecording("resumeRecording", ":resume", RecordingState.ACTIVE);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Option<?>> options() {
        return OPTIONS;
    }

    @Override
    public ServiceRequest request(Inputs inputs) {
        return new ServiceRequest(HttpMethod.POST, Paths.recording(inputs, operation), null, null);
    }

    @Override
    public ActionResult result(Inputs inputs, ServiceResponse response) {
        return ActionResult.NONE;
    }

    @Override
    public Ending ending() {
        return ENDING;
    }

    @Override
    public Predicate<CallEvent> ends(Inputs inputs) {
        return RecordingState.is(state);
    }

    /** The call that the message is about; a recording goes with it. */
    @Override
    public String call(Inputs inputs) {
        return inputs.get(Options.CALL_CONNECTION_ID).orElse(null);
    }
}
