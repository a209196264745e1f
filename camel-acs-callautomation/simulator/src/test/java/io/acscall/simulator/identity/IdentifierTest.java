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
package io.acscall.simulator.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.fixtures.Fixtures;
import io.acscall.simulator.fixtures.WireComparer;
import io.acscall.simulator.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class IdentifierTest {

    static Iterable<JsonNode> identifiersOfEveryKind() {
        return Fixtures.request("moveParticipants.identifier-kinds").body().path("targetParticipants");
    }

    @ParameterizedTest
    @MethodSource("identifiersOfEveryKind")
    void isReadAndWrittenInFull(JsonNode json) {
        Identifier identifier = IdentifierReader.read(json).orElseThrow();

        assertThat(WireComparer.differences(json, identifier.toJson())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("identifiersOfEveryKind")
    void isReadFromItsSubObjectAlone(JsonNode json) {
        String kind = json.path("kind").asText();
        if (json.has(kind)) {
            JsonNode alone = Json.object().set(kind, json.get(kind));
            assertThat(IdentifierReader.read(alone).orElseThrow().rawId()).isEqualTo(json.path("rawId").asText());
        }
    }

    @ParameterizedTest
    @MethodSource("identifiersOfEveryKind")
    void isReadFromItsRawIdAlone(JsonNode json) {
        JsonNode alone = Json.object().put("rawId", json.path("rawId").asText());

        assertThat(IdentifierReader.read(alone).orElseThrow().kind().wireName()).isEqualTo(json.path("kind").asText());
    }

    @ParameterizedTest
    @CsvSource({
            "+16045550100,4:+16045550100,phoneNumber", "4:+16045550100,4:+16045550100,phoneNumber",
            "8:spool:1_2,8:spool:1_2,communicationUser", "8:gcch-acs:r_u,8:gcch-acs:r_u,communicationUser",
            "8:dod:u,8:dod:u,microsoftTeamsUser", "28:gcch:a,28:gcch:a,microsoftTeamsApp",
            "8:gcch-acs:r_t_u,8:gcch-acs:r_t_u,teamsExtensionUser", "48:x,48:x,unknown" })
    void isReadAsPeopleWriteIt(String text, String rawId, String kind) {
        Identifier identifier = Identifier.of(text);

        assertThat(identifier.rawId()).isEqualTo(rawId);
        assertThat(identifier.kind().wireName()).isEqualTo(kind);
        assertThat(identifier).isEqualTo(Identifier.of(rawId));
    }

    @Test
    void anAssertedNumberKeepsItsId() {
        JsonNode phone = Identifier.of("4:+16045550100_abc").toJson().path("phoneNumber");

        assertThat(phone.path("value").asText()).isEqualTo("+16045550100");
        assertThat(phone.path("assertedId").asText()).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "16045550100", "Ann" })
    void whatNamesNobodyIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Identifier.of(text)).withMessageContaining("+16045550100");
    }

    @Test
    void anObjectThatNamesNobodyIsEmpty() {
        assertThat(IdentifierReader.read(null)).isEmpty();
        assertThat(IdentifierReader.read(Json.array())).isEmpty();
        assertThat(IdentifierReader.read(Json.object())).isEmpty();
        assertThat(IdentifierReader.read(Json.object().put("rawId", " "))).isEmpty();
        assertThat(IdentifierReader.read(Json.object().set("teamsExtensionUser", Json.object().put("userId", "u")))).isEmpty();
    }
}
