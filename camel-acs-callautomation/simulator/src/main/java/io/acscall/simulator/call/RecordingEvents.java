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
package io.acscall.simulator.call;

import java.net.URI;
import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.callback.CallbackEnvelope;
import io.acscall.simulator.callback.CallbackEventType;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.recording.Recording;
import io.acscall.simulator.recording.RecordingPlan;

/**
 * Tells applications how a recording does, at the address that was given for it and nowhere else. Called under the lock
 * of the call; only queues.
 */
public final class RecordingEvents {

    private static final String NOT_STARTED = "0001-01-01T00:00:00+00:00";

    private final CallbackEnvelope envelope;

    public RecordingEvents(CallbackEnvelope envelope) {
        this.envelope = envelope;
    }

    /** RecordingStateChanged. */
    void stateChanged(Call call, RecordedLeg leg, Recording recording) {
        String source = "calling/recordings/" + leg.serverCallId() + "/" + recording.id() + "/RecordingStateChanged";
        Instant started = recording.startedAt();
        ObjectNode data = Json.object().put("eventSource", source).put("recordingId", recording.id())
                .put("state", recording.state().wireName())
                .put("startDateTime", started == null ? NOT_STARTED : envelope.time(started));
        if (Recordings.tellsKind(recording.plan().apiVersion())) {
            data.put("recordingKind", Recordings.KIND);
        }
        send(call, leg, recording.plan(), CallbackEventType.RECORDING_STATE_CHANGED, CallResult.SUCCESS, source, data);
    }

    /** StartRecordingFailed. */
    void startFailed(Call call, RecordedLeg leg, Recording recording, CallResult why) {
        String source = "calling/callConnections/" + leg.callConnectionId();
        ObjectNode data = Json.object().put("recordingId", recording.id());
        send(call, leg, recording.plan(), CallbackEventType.START_RECORDING_FAILED, why, source, data);
    }

    private void send(
            Call call, RecordedLeg leg, RecordingPlan plan, CallbackEventType type, CallResult result, String source,
            ObjectNode data) {
        URI target = plan.stateCallbackUri();
        if (target == null || !type.existsIn(plan.apiVersion())) {
            return;
        }
        data.put("version", CallEvents.SCHEMA_VERSION);
        if (CallEvents.tellsResult(result, plan.apiVersion())) {
            data.set("resultInformation", result.toJson(false));
        }
        if (leg.callConnectionId() != null) {
            data.put("callConnectionId", leg.callConnectionId());
        }
        data.put("serverCallId", leg.serverCallId()).put("correlationId", leg.correlationId())
                .put("publicEventType", type.wireName());
        call.lane().post(target, envelope.wrap(type, source, data));
    }
}
