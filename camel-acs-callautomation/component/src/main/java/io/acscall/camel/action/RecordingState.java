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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.client.JsonForm;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.CallEvent;

/**
 * A recording as the service answers it: its {@code RecordingStateResponse}. Every field may be {@code null} where the
 * service leaves it out.
 *
 * @param recordingId    the id of the recording
 * @param recordingState {@code active} or {@code inactive}; unknown words are possible. A recording that has just been
 *                       started was seen to be inactive
 * @param recordingKind  for example {@code azureCommunicationServices}; unknown words are possible
 * @param toJson         the whole answer, with fields that have no component here
 */
public record RecordingState(String recordingId, String recordingState, String recordingKind, ObjectNode toJson)
        implements
            JsonForm {

    static final String CHANGED = "RecordingStateChanged";
    static final String ACTIVE = "active";
    static final String INACTIVE = "inactive";

    private static final String ID_HEADER = Options.RECORDING_ID.header();
    private static final String STATE_HEADER = "CamelAcsCallRecordingState";

    static RecordingState read(ServiceResponse response) {
        ObjectNode json = Results.object(response);
        return new RecordingState(
                Results.text(json, "recordingId"), Results.text(json, "recordingState"), Results.text(json, "recordingKind"),
                json);
    }

    /** The id that flows on, and the state; an id that the answer lacks must not stay from an earlier recording. */
    Map<String, Object> headers() {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(ID_HEADER, recordingId);
        headers.put(STATE_HEADER, recordingState);
        return headers;
    }

    /** Of a RecordingStateChanged: whether it tells of this state. */
    static Predicate<CallEvent> is(String state) {
        return event -> event.data().get("state") instanceof String seen && state.equalsIgnoreCase(seen);
    }

    @Override
    public ObjectNode toJson() {
        return toJson.deepCopy();
    }

    /**
     * Without fields that are not known.
     */
    @Override
    public String toString() {
        return "RecordingState[recordingId=" + recordingId + ", recordingState=" + recordingState + "]";
    }
}
