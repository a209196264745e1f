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
package io.acscall.simulator.participants;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests about who is in a call. */
final class ParticipantScene {

    static final String ANN = CallScene.ANN;
    static final String BOB = CallScene.BOB;
    static final String CAT = "+16045550103";
    static final String DAN = "8:acs:" + AcsSimulator.RESOURCE_ID + "_00000000-0000-4000-8000-0000000000d0";
    static final String EVE = "8:orgid:aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";

    private final CallScene scene;

    ParticipantScene(CallScene scene) {
        this.scene = scene;
    }

    static String path(String callConnectionId, String end) {
        return CallScene.CALLS + "/" + callConnectionId + end;
    }

    static ObjectNode person(String field, String who) {
        return Json.object().set(field, Identifier.of(who).toJson());
    }

    static ObjectNode people(String field, String... who) {
        ObjectNode body = Json.object();
        body.putArray(field);
        for (String one : who) {
            body.withArray(field).add(Identifier.of(one).toJson());
        }
        return body;
    }

    static ObjectNode addBody(String who) {
        ObjectNode body = person("participantToAdd", who).put("operationContext", "add");
        if (who.startsWith("+")) {
            body.putObject("sourceCallerIdNumber").put("value", CallScene.OURS);
        }
        return body;
    }

    /** A connected call of a group; all are on the line. */
    String group(String... people) {
        String id = scene.create(people);
        scene.awaitEvents(id, "ParticipantsUpdated", people.length);
        return id;
    }

    ServiceClient.Answer post(String callConnectionId, String end, JsonNode body) {
        return scene.client().post(path(callConnectionId, end), Json.text(body));
    }

    /** Posts and expects that it is taken; returns the answer's body. */
    JsonNode accepted(int status, String callConnectionId, String end, JsonNode body) {
        ServiceClient.Answer answer = post(callConnectionId, end, body);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        return answer.body();
    }

    void refused(int status, String code, String inMessage, ServiceClient.Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(answer.errorMessage()).contains(inMessage);
    }

    JsonNode listed(String callConnectionId) {
        ServiceClient.Answer answer = scene.client().get(path(callConnectionId, "/participants"));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().path("value");
    }

    static List<String> rawIds(JsonNode participants) {
        return participants.valueStream().map(one -> one.at("/identifier/rawId").asText()).toList();
    }

    static String raw(String who) {
        return Identifier.of(who).rawId();
    }
}
