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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.client.JsonForm;
import io.acscall.camel.client.ServiceResponse;

/**
 * What the service says when it has taken an invitation: the answer of {@code participants:add}.
 *
 * @param participant      who is invited
 * @param invitationId     names the invitation, to cancel it; {@code null} on old api-versions
 * @param operationContext the user's own context, or {@code null}
 * @param toJson           the whole answer
 */
public record AddParticipantResult(CallParticipant participant, String invitationId, String operationContext, ObjectNode toJson)
        implements
            JsonForm {

    static AddParticipantResult read(Inputs inputs, ServiceResponse response) {
        ObjectNode json = Results.withUserContext(inputs, response);
        return new AddParticipantResult(
                CallParticipant.read(json.path("participant")), Results.text(json, "invitationId"),
                Results.text(json, "operationContext"), json);
    }

    @Override
    public ObjectNode toJson() {
        return toJson.deepCopy();
    }

    /**
     * The person is masked.
     */
    @Override
    public String toString() {
        return "AddParticipantResult[" + participant + ", invitationId=" + invitationId + "]";
    }
}
