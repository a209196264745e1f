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

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import com.azure.core.http.HttpMethod;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.Ending;

/**
 * Begins to record a call: the REST operation {@code POST /calling/recordings}.
 */
public final class StartRecording implements CallAction {

    private static final Set<Option<?>> OPTIONS
            = Option.setOf(Options.CALL_CONNECTION_ID, Options.SERVER_CALL_ID, Options.GROUP_CALL_ID, Options.ROOM_ID,
                    Options.CONTENT, Options.CHANNEL, Options.FORMAT, Options.CHANNEL_AFFINITY, Options.CHANNEL_ORDER,
                    Options.PAUSE_ON_START, Options.STORAGE_CONTAINER, Options.RECORDING_STATE_CALLBACK_URI);

    /**
     * In headers the leg of this application counts first: it says the most, and the other ids that flow beside it name
     * the same call.
     */
    private static final WhichCall CALL = new WhichCall(
            List.of(Options.CALL_CONNECTION_ID, Options.SERVER_CALL_ID, Options.GROUP_CALL_ID, Options.ROOM_ID));
    private static final Ending ENDING
            = Ending.on(RecordingState.CHANGED).failingOn("StartRecordingFailed").matchedByRecording();

    @Override
    public String name() {
        return "startRecording";
    }

    @Override
    public Set<Option<?>> options() {
        return OPTIONS;
    }

    @Override
    public void check(Inputs written) {
        CALL.written(written);
    }

    @Override
    public ServiceRequest request(Inputs inputs) {
        RequestBody body = CALL.into(new RequestBody(inputs), inputs)
                .text("recordingStateCallbackUri", Options.RECORDING_STATE_CALLBACK_URI)
                .text("recordingContentType", Options.CONTENT)
                .text("recordingChannelType", Options.CHANNEL)
                .text("recordingFormatType", Options.FORMAT)
                .people("audioChannelParticipantOrdering", Options.CHANNEL_ORDER)
                .channels("channelAffinity", Options.CHANNEL_AFFINITY)
                .flag("pauseOnStart", Options.PAUSE_ON_START)
                .set("externalStorage", storage(inputs));
        return new ServiceRequest(HttpMethod.POST, Paths.RECORDINGS, body.toJson(), null);
    }

    private static JsonNode storage(Inputs inputs) {
        return inputs.get(Options.STORAGE_CONTAINER)
                .map(container -> JsonNodeFactory.instance.objectNode()
                        .put("recordingStorageKind", "azureBlobStorage")
                        .put("recordingDestinationContainerUrl", container))
                .orElse(null);
    }

    @Override
    public ActionResult result(Inputs inputs, ServiceResponse response) {
        RecordingState recording = RecordingState.read(response);
        return new ActionResult(recording, recording.headers());
    }

    @Override
    public Ending ending() {
        return ENDING;
    }

    /** The service was seen to report {@code inactive} before {@code active}. */
    @Override
    public Predicate<CallEvent> ends(Inputs inputs) {
        return RecordingState.is(startsPaused(inputs) ? RecordingState.INACTIVE : RecordingState.ACTIVE);
    }

    private static boolean startsPaused(Inputs inputs) {
        JsonNode raw = new RequestBody(inputs).raw("pauseOnStart");
        return inputs.get(Options.PAUSE_ON_START).orElse(raw != null && raw.asBoolean());
    }

    /** Only where the request names the leg of this application is it sure that its end is the end of the recording. */
    @Override
    public String call(Inputs inputs) {
        return CALL.chosen(inputs).filter(Options.CALL_CONNECTION_ID::equals).map(inputs::require).orElse(null);
    }

    /** The answer names it. */
    @Override
    public String recording(Inputs inputs) {
        return null;
    }

    @Override
    public boolean repeatable() {
        return true;
    }
}
