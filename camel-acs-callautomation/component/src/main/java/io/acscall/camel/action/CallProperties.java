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
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.client.JsonForm;
import io.acscall.camel.client.Participant;
import io.acscall.camel.client.ServiceResponse;

/**
 * The state of a call as the application sees it: the service's {@code CallConnectionProperties}. Every field may be
 * {@code null} where the service leaves it out, as it does with {@code serverCallId} while a call is being made.
 *
 * @param callConnectionId    the id of this application's leg
 * @param callConnectionState for example {@code connecting} or {@code connected}; unknown words are possible
 * @param serverCallId        the id of the whole call, for recording and for connecting another application
 * @param correlationId       the id to give to the service's support
 * @param targets             who is called or takes part; empty when the service names nobody
 * @param source              who called, or {@code null}
 * @param sourceCallerId      the number that the called person sees, or {@code null}
 * @param sourceDisplayName   the name that the called person sees, or {@code null}
 * @param answeredBy          the ACS user in whose name the call was answered, or {@code null}
 * @param callbackUri         where the events go
 * @param toJson              the whole answer, with fields that have no component here
 */
public record CallProperties(
        String callConnectionId, String callConnectionState, String serverCallId, String correlationId,
        List<Participant> targets, Participant source, Participant sourceCallerId, String sourceDisplayName,
        Participant answeredBy, String callbackUri, ObjectNode toJson)
        implements
            JsonForm {

    public CallProperties {
        targets = List.copyOf(targets);
    }

    static CallProperties read(ServiceResponse response) {
        ObjectNode json = Results.object(response);
        List<Participant> targets = new ArrayList<>();
        json.path("targets").forEach(target -> Optional.ofNullable(Results.participant(target)).ifPresent(targets::add));
        return new CallProperties(
                Results.text(json, "callConnectionId"), Results.text(json, "callConnectionState"),
                Results.text(json, "serverCallId"), Results.text(json, "correlationId"), targets,
                Results.participant(json.get("source")), callerId(json), Results.text(json, "sourceDisplayName"),
                userId(json.get("answeredBy")), Results.text(json, "callbackUri"), json);
    }

    private static Participant callerId(ObjectNode json) {
        String number = Results.text(json.get("sourceCallerIdNumber"), "value");
        return number == null ? null : Participant.ofRawId("4:" + number);
    }

    private static Participant userId(JsonNode user) {
        String id = Results.text(user, "id");
        return id == null ? null : Participant.ofRawId(id);
    }

    @Override
    public ObjectNode toJson() {
        return toJson.deepCopy();
    }

    /**
     * Without people: numbers and names do not belong into logs.
     */
    @Override
    public String toString() {
        return "CallProperties[callConnectionId=%s, callConnectionState=%s, targets=%d]".formatted(
                callConnectionId, callConnectionState, targets.size());
    }
}
