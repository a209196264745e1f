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
import java.util.Set;
import java.util.function.Predicate;

import com.azure.core.http.HttpMethod;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.Ending;

/**
 * Ends a recording: the REST operation {@code DELETE /calling/recordings/{id}}.
 */
public final class StopRecording implements CallAction {

    private static final Set<Option<?>> OPTIONS = Option.setOf(Options.RECORDING_ID);

    /** The end of the call stops the recording too, which the service may report a little later. */
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Ending ENDING = Ending.on(RecordingState.CHANGED).matchedByRecording().withGrace(GRACE);

    @Override
    public String name() {
        return "stopRecording";
    }

    @Override
    public Set<Option<?>> options() {
        return OPTIONS;
    }

    @Override
    public ServiceRequest request(Inputs inputs) {
        return new ServiceRequest(HttpMethod.DELETE, Paths.recording(inputs, ""), null, null);
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
        return RecordingState.is(RecordingState.INACTIVE);
    }

    /** The call that the message is about; a recording goes with it. */
    @Override
    public String call(Inputs inputs) {
        return inputs.get(Options.CALL_CONNECTION_ID).orElse(null);
    }
}
