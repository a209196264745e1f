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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.callback.CallbackEnvelope;
import io.acscall.simulator.callback.CallbackEventType;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.stream.StreamRequest;

/** Tells applications what happens in their call. Called under the lock of the call; only queues. */
public final class CallEvents {

    /** The schema version that events were seen to carry; it has nothing to do with the api-version of requests. */
    static final String SCHEMA_VERSION = "2024-09-01-preview";
    private static final String RESULTS_ON_SUCCESS_SINCE = "2024-09-15";
    private static final String TELEPHONE_DETAILS_SINCE = "2026-03-12";

    private final CallbackEnvelope envelope;

    public CallEvents(CallbackEnvelope envelope) {
        this.envelope = envelope;
    }

    /**
     * An event about the connection itself: goes to the callback address of the call with the context of create or
     * answer.
     */
    void aboutLeg(Call call, AppLeg leg, CallbackEventType type, CallResult result) {
        send(call, leg, leg.setup().callbackUri(), data(call, leg, type, result, Json.object(), leg.setup().operationContext()),
                type);
    }

    /** An application is connected: it is told so, and the streams begin that are to begin with the call. */
    void connected(Call call, AppLeg leg) {
        leg.state(LegState.CONNECTED);
        aboutLeg(call, leg, CallbackEventType.CALL_CONNECTED, CallResult.SUCCESS);
        leg.streams().connected(new StreamRequest(leg.setup().operationContext(), null));
    }

    /** CreateCallFailed, which was never seen with a context. */
    void createCallFailed(Call call, AppLeg leg, CallResult result) {
        CallbackEventType type = CallbackEventType.CREATE_CALL_FAILED;
        send(call, leg, leg.setup().callbackUri(), data(call, leg, type, result, Json.object(), null), type);
    }

    /**
     * The outcome of an operation in a call; an application that has left meanwhile hears nothing.
     *
     * @param extra the members that only this type has; empty for none; taken as it is
     */
    public void outcome(OutcomeTarget asked, CallbackEventType type, CallResult result, ObjectNode extra) {
        if (asked.leg().state() != LegState.DISCONNECTED) {
            outcome(asked.call(), asked.leg(), type, result, extra, asked.context(), asked.callbackUri());
        }
    }

    /**
     * The outcome of an operation in a call.
     *
     * @param extra   the members that only this type has; empty for none; taken as it is
     * @param context the {@code operationContext} of the operation, or null
     * @param target  the {@code operationCallbackUri} of the operation, or null for the callback address of the call
     */
    public void outcome(
            Call call, AppLeg leg, CallbackEventType type, CallResult result, ObjectNode extra, String context,
            URI target) {
        send(call, leg, target == null ? leg.setup().callbackUri() : target, data(call, leg, type, result, extra, context),
                type);
    }

    /** ParticipantsUpdated to every application that is connected; a recording notices, too. */
    public void participantsUpdated(Call call) {
        call.recording().ifPresent(recording -> recording.hears(Participants.voices(call)));
        for (AppLeg leg : call.legs()) {
            if (leg.state() == LegState.CONNECTED) {
                ObjectNode extra = Json.object();
                extra.set("participants", Participants.array(call));
                extra.put("sequenceNumber", leg.nextSequence());
                CallbackEventType type = CallbackEventType.PARTICIPANTS_UPDATED;
                send(call, leg, leg.setup().callbackUri(), data(call, leg, type, CallResult.SUCCESS, extra, null), type);
            }
        }
    }

    /** Whether an event of an api-version has a {@code resultInformation}. */
    static boolean tellsResult(CallResult result, String apiVersion) {
        return result != CallResult.SUCCESS || apiVersion.compareTo(RESULTS_ON_SUCCESS_SINCE) >= 0;
    }

    private static ObjectNode data(
            Call call, AppLeg leg, CallbackEventType type, CallResult result, ObjectNode extra,
            String context) {
        String apiVersion = leg.setup().apiVersion();
        extra.put("version", SCHEMA_VERSION);
        if (context != null) {
            extra.put("operationContext", context);
        }
        if (tellsResult(result, apiVersion)) {
            boolean telephone = call.telephone() || leg.setup().targets().stream().anyMatch(Identifier::isPhone);
            boolean details = telephone && apiVersion.compareTo(TELEPHONE_DETAILS_SINCE) >= 0;
            extra.set("resultInformation", result.toJson(details));
        }
        extra.put("callConnectionId", leg.callConnectionId()).put("serverCallId", leg.identity().serverCallId())
                .put("correlationId", leg.identity().correlationId()).put("publicEventType", type.wireName());
        return extra;
    }

    private void send(Call call, AppLeg leg, URI target, ObjectNode data, CallbackEventType type) {
        if (type.existsIn(leg.setup().apiVersion())) {
            call.lane().post(target, envelope.wrap(type, "calling/callConnections/" + leg.callConnectionId(), data));
        }
    }
}
