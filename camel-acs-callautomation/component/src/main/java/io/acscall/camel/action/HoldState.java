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

import java.util.Objects;
import java.util.stream.StreamSupport;

import com.azure.core.http.HttpMethod;
import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.camel.client.Participant;
import io.acscall.camel.client.PathSegment;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.CallEvent;

/**
 * What an operation wants a participant to be like, where that is all that tells its end.
 *
 * @param callConnectionId the call
 * @param target           who
 * @param onHold           whether on hold, or not
 */
public record HoldState(String callConnectionId, Participant target, boolean onHold) {

    public HoldState {
        Objects.requireNonNull(callConnectionId, "callConnectionId");
        Objects.requireNonNull(target, "target");
    }

    /**
     * Whether a ParticipantsUpdated shows it. One in which the participant is missing shows nothing.
     *
     * @param event an event of the call
     */
    public boolean isShownBy(CallEvent event) {
        JsonNode participants = event.toJson().path("data").path("participants");
        return StreamSupport.stream(participants.spliterator(), false).anyMatch(this::isShownBy);
    }

    /**
     * Whether the answer to the {@link #question()} shows it.
     *
     * @param response the answer
     */
    public boolean isShownBy(ServiceResponse response) {
        return response.body() != null && isShownBy(response.body());
    }

    private boolean isShownBy(JsonNode json) {
        CallParticipant seen = CallParticipant.read(json);
        return seen.participant() != null && seen.id().equals(target.notation()) && json.path("isOnHold").isBoolean()
                && seen.onHold() == onHold;
    }

    /** The request that reads the participant: {@code GET /calling/callConnections/{id}/participants/{rawId}}. */
    public ServiceRequest question() {
        String path = Paths.CALLS + "/" + PathSegment.encode(callConnectionId) + "/participants/"
                      + PathSegment.encode(target.rawId());
        return new ServiceRequest(HttpMethod.GET, path, null, null);
    }
}
