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

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.client.JsonForm;
import io.acscall.camel.client.ServiceResponse;

/**
 * What the service says when it has taken a move: the answer of {@code participants:moveHere}.
 *
 * @param participants         who is moved
 * @param fromCallConnectionId the call that they leave, or {@code null}
 * @param operationContext     the user's own context, or {@code null}
 * @param toJson               the whole answer
 */
public record MoveParticipantsResult(
        List<CallParticipant> participants, String fromCallConnectionId, String operationContext, ObjectNode toJson)
        implements
            JsonForm {

    public MoveParticipantsResult {
        participants = List.copyOf(participants);
    }

    static MoveParticipantsResult read(Inputs inputs, ServiceResponse response) {
        ObjectNode json = Results.withUserContext(inputs, response);
        List<CallParticipant> moved = new ArrayList<>();
        json.path("participants").forEach(one -> moved.add(CallParticipant.read(one)));
        return new MoveParticipantsResult(
                moved, Results.text(json, "fromCall"), Results.text(json, "operationContext"), json);
    }

    @Override
    public ObjectNode toJson() {
        return toJson.deepCopy();
    }

    /**
     * Without people.
     */
    @Override
    public String toString() {
        return "MoveParticipantsResult[participants=" + participants.size() + ", fromCallConnectionId=" + fromCallConnectionId
               + "]";
    }
}
