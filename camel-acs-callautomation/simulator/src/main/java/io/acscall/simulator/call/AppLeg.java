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

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.media.ContinuousTones;
import io.acscall.simulator.media.MediaQueue;
import io.acscall.simulator.stream.LegStreams;

/** An application's own connection to a call, with its own id and events. Guarded by the lock of the call. */
public final class AppLeg {

    /** The service was seen to leave gaps in its sequence numbers; so do we, that nobody counts on their absence. */
    private static final int SEQUENCE_STEP = 2;

    private final String callConnectionId;
    private final LegSetup setup;
    private final LegOrigin origin;
    private final CallIdentity identity;
    private final MediaQueue media = new MediaQueue();
    private final ContinuousTones tones = new ContinuousTones();
    private LegState state;
    private int nextSequence = 1;
    private Party answersAs;
    private LegStreams streams;

    AppLeg(String callConnectionId, LegSetup setup, LegOrigin origin, CallIdentity identity) {
        this.callConnectionId = callConnectionId;
        this.setup = setup;
        this.origin = origin;
        this.identity = identity;
        this.state = origin.first();
    }

    public String callConnectionId() {
        return callConnectionId;
    }

    public LegSetup setup() {
        return setup;
    }

    LegOrigin origin() {
        return origin;
    }

    /** The call as this application sees it. */
    public CallIdentity identity() {
        return identity;
    }

    /** The number or user that was invited to the call and that this application answered for, or null. */
    Party answersAs() {
        return answersAs;
    }

    void answersAs(Party invited) {
        answersAs = invited;
    }

    public LegState state() {
        return state;
    }

    void state(LegState next) {
        state = next;
    }

    /** What this application has the call play or listen to. */
    public MediaQueue media() {
        return media;
    }

    /** Whose keys this application hears all the time. */
    public ContinuousTones tones() {
        return tones;
    }

    /** The streams that this application has of the call. */
    public LegStreams streams() {
        return streams;
    }

    void streams(LegStreams opened) {
        streams = opened;
    }

    int nextSequence() {
        int sequence = nextSequence;
        nextSequence += SEQUENCE_STEP;
        return sequence;
    }

    /** CallConnectionProperties. A call that is only being made has no server call id yet. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("callConnectionId", callConnectionId);
        if (state != LegState.CONNECTING) {
            json.put("serverCallId", identity.serverCallId());
        }
        ArrayNode targets = json.putArray("targets");
        setup.targets().forEach(target -> targets.add(target.toJson()));
        json.put("callConnectionState", state.wireName()).put("callbackUri", setup.callbackUri().toString());
        json.set("source", setup.source().toJson());
        json.put("correlationId", identity.correlationId());
        if (setup.sourceCallerIdNumber() != null) {
            json.set("sourceCallerIdNumber", setup.sourceCallerIdNumber());
        }
        if (setup.sourceDisplayName() != null) {
            json.put("sourceDisplayName", setup.sourceDisplayName());
        }
        if (setup.answeredBy() != null) {
            json.set("answeredBy", setup.answeredBy());
        }
        streams.write(json);
        return json;
    }
}
