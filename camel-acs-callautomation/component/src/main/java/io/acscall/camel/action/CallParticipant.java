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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.client.JsonForm;
import io.acscall.camel.client.Participant;

/**
 * A participant of a call as the service describes it.
 *
 * @param participant who, or {@code null} when the service does not say
 * @param muted       whether the participant is muted
 * @param onHold      whether the participant is on hold
 * @param toJson      the whole description, with fields that have no component here
 */
public record CallParticipant(Participant participant, boolean muted, boolean onHold, ObjectNode toJson) implements JsonForm {

    static CallParticipant read(JsonNode json) {
        ObjectNode whole = json instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        return new CallParticipant(
                Results.participant(whole.get("identifier")),
                whole.path("isMuted").asBoolean(), whole.path("isOnHold").asBoolean(), whole);
    }

    /**
     * The person as people write it: a number with <code>+</code> or a raw id; {@code null} when the service does not
     * say.
     */
    public String id() {
        return participant == null ? null : participant.notation();
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
        return "CallParticipant[" + participant + ", muted=" + muted + ", onHold=" + onHold + "]";
    }
}
