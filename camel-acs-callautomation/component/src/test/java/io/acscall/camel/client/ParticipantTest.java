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
package io.acscall.camel.client;

import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ParticipantTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String R = "11111111-2222-4333-8444-555555555555";
    private static final String T = "12121212-3434-4565-8787-909090909090";
    private static final String U = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";

    /** What people write, the raw id, the kind, and the sub-object. */
    static Stream<Arguments> kinds() {
        return Stream.of(
                arguments("+14255550101", "4:+14255550101", "phoneNumber", "{'value':'+14255550101','isAnonymous':false}"),
                arguments("4:anonymous", "4:anonymous", "phoneNumber", "{'value':'anonymous','isAnonymous':true}"),
                arguments("8:acs:" + R + "_" + U, "8:acs:" + R + "_" + U, "communicationUser",
                        "{'id':'8:acs:" + R + "_" + U + "'}"),
                arguments("8:spool:x_y_z", "8:spool:x_y_z", "communicationUser", "{'id':'8:spool:x_y_z'}"),
                arguments("8:gcch-acs:r_u", "8:gcch-acs:r_u", "communicationUser", "{'id':'8:gcch-acs:r_u'}"),
                arguments("8:dod-acs:r_u", "8:dod-acs:r_u", "communicationUser", "{'id':'8:dod-acs:r_u'}"),
                arguments("8:acs:r_t_u_", "8:acs:r_t_u_", "communicationUser", "{'id':'8:acs:r_t_u_'}"),
                arguments("8:acs:r__u", "8:acs:r__u", "communicationUser", "{'id':'8:acs:r__u'}"),
                arguments("8:acs:" + R + "_" + T + "_" + U, "8:acs:" + R + "_" + T + "_" + U, "teamsExtensionUser",
                        extension("public")),
                arguments("8:gcch-acs:" + R + "_" + T + "_" + U, "8:gcch-acs:" + R + "_" + T + "_" + U, "teamsExtensionUser",
                        extension("gcch")),
                arguments("8:dod-acs:" + R + "_" + T + "_" + U, "8:dod-acs:" + R + "_" + T + "_" + U, "teamsExtensionUser",
                        extension("dod")),
                arguments("8:orgid:" + U, "8:orgid:" + U, "microsoftTeamsUser", teamsUser(U, false, "public")),
                arguments("8:gcch:" + U, "8:gcch:" + U, "microsoftTeamsUser", teamsUser(U, false, "gcch")),
                arguments("8:dod:" + U, "8:dod:" + U, "microsoftTeamsUser", teamsUser(U, false, "dod")),
                arguments("8:teamsvisitor:v-1", "8:teamsvisitor:v-1", "microsoftTeamsUser", teamsUser("v-1", true, "public")),
                arguments("28:orgid:" + U, "28:orgid:" + U, "microsoftTeamsApp", "{'appId':'" + U + "','cloud':'public'}"),
                arguments("28:gcch:" + U, "28:gcch:" + U, "microsoftTeamsApp", "{'appId':'" + U + "','cloud':'gcch'}"),
                arguments("28:dod:" + U, "28:dod:" + U, "microsoftTeamsApp", "{'appId':'" + U + "','cloud':'dod'}"),
                arguments("28:" + U, "28:" + U, "unknown", null),
                arguments("48:future-kind-of-identity", "48:future-kind-of-identity", "unknown", null));
    }

    private static String extension(String cloud) {
        return "{'userId':'" + U + "','tenantId':'" + T + "','resourceId':'" + R + "','cloud':'" + cloud + "'}";
    }

    private static String teamsUser(String id, boolean anonymous, String cloud) {
        return "{'userId':'" + id + "','isAnonymous':" + anonymous + ",'cloud':'" + cloud + "'}";
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ObjectNode wire(String rawId, String kind, String parts) {
        ObjectNode json = JSON.createObjectNode().put("kind", kind).put("rawId", rawId);
        if (parts != null) {
            json.set(kind, json(parts));
        }
        return json;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void writesWhatPeopleWriteAsTheServiceDoes(String notation, String rawId, String kind, String parts) {
        Participant participant = Participant.parse(notation);
        ObjectNode withoutKind = wire(rawId, kind, parts);
        withoutKind.remove("kind");

        assertThat(participant.rawId()).isEqualTo(rawId);
        assertThat(participant.toJson()).isEqualTo(wire(rawId, kind, parts));
        assertThat(participant.toJsonWithoutKind()).isEqualTo(withoutKind);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void readsWhatTheServiceWritesInEachOfItsForms(String notation, String rawId, String kind, String parts) {
        ObjectNode whole = wire(rawId, kind, parts);
        Participant expected = Participant.parse(notation);

        assertThat(Participant.fromJson(whole)).isEqualTo(expected).extracting(Participant::notation).isEqualTo(notation);
        assertThat(Participant.fromJson(whole.deepCopy().without("kind"))).isEqualTo(expected);
        assertThat(Participant.fromJson(JSON.createObjectNode().put("rawId", rawId))).isEqualTo(expected);
        assertThat(Participant.ofRawId(rawId)).isEqualTo(expected);
        if (parts != null) {
            assertThat(Participant.fromJson(whole.deepCopy().without("rawId"))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void writesAndReadsTheSame(String notation, String rawId, String kind, String parts) {
        Participant once = Participant.fromJson(wire(rawId, kind, parts));

        assertThat(Participant.fromJson(once.toJson())).isEqualTo(once);
        assertThat(Participant.parse(once.notation())).isEqualTo(once);
    }

    @Test
    void theAssertedIdOfANumberStaysInTheRawId() {
        Participant asserted
                = Participant.fromJson(json("{'rawId':'4:+14255550101_x1','phoneNumber':{'value':'+14255550101'}}"));

        assertThat(asserted.notation()).isEqualTo("+14255550101");
        assertThat(asserted.isPhoneNumber()).isTrue();
        assertThat(asserted.toJson()).isEqualTo(wire("4:+14255550101_x1", "phoneNumber",
                "{'value':'+14255550101','isAnonymous':false,'assertedId':'x1'}"));
        assertThat(Participant.fromJson(asserted.toJson())).isEqualTo(asserted);
        assertThat(Participant.parse("4:+14255550101_x1")).isEqualTo(asserted);
    }

    @ParameterizedTest
    @ValueSource(strings = { "+1425", "+14255550101", "+123456789012345" })
    void takesANumberInE164(String number) {
        assertThat(Participant.parse(" " + number + "\n").notation()).isEqualTo(number);
        assertThat(Participant.parse(number).isPhoneNumber()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", " ", "+", "+0425", "+1", "+1234567890123456", "14255550101", "+1 425 555 0101", "+1-425", "(425) 555", "x", "8",
            "8:",
            "acs:r_u", "8:a b", "sip:a@b", "1234:x", "+1425,+1426", "4:+0", "4:+1 425", "4:14255550101", "4:+1425x", "4:1" })
    void refusesWhatIsNeitherNumberNorRawId(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Participant.parse(text)).withMessageMatching("is .*")
                .withMessageNotContaining("555");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{}", "{'kind':'phoneNumber'}", "{'rawId':''}", "{'rawId':null}", "{'rawId':1}", "{'phoneNumber':'+1425'}",
            "{'phoneNumber':{}}", "{'phoneNumber':{'value':1}}", "{'microsoftTeamsUser':{'cloud':'public'}}",
            "{'microsoftTeamsApp':{}}", "{'teamsExtensionUser':{'userId':'u','tenantId':'t'}}", "{'future':{'id':'x'}}" })
    void refusesAnIdentifierThatNamesNobody(String identifier) {
        assertThatIllegalArgumentException().isThrownBy(() -> Participant.fromJson(json(identifier)))
                .withMessageStartingWith("names nobody");
    }

    @Test
    void refusesWhatIsNoIdentifier() {
        for (JsonNode node : new JsonNode[] {
                null, JSON.nullNode(), JSON.createArrayNode(), JSON.getNodeFactory().textNode("+1") }) {
            assertThatIllegalArgumentException().isThrownBy(() -> Participant.fromJson(node))
                    .withMessageStartingWith("names nobody");
        }
        assertThatNullPointerException().isThrownBy(() -> Participant.parse(null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'rawId':'4:+14255550101','phoneNumber':{'value':'+19005551234'}}
            {'rawId':'4:+14255550101_+19005551234','phoneNumber':{'value':'+19005551234'}}
            {'rawId':'8:acs:r_u','communicationUser':{'id':'8:acs:r_v'}}
            {'rawId':'8:acs:r_u','phoneNumber':{'value':'+14255550101'}}
            {'rawId':'48:x','microsoftTeamsUser':{'userId':'u'}}
            {'rawId':'8:orgid:u','microsoftTeamsUser':{'userId':'u','cloud':'dod'}}
            {'rawId':'8:orgid:u','microsoftTeamsUser':{'userId':'u','isAnonymous':true}}
            {'phoneNumber':{'value':'+14255550101'},'communicationUser':{'id':'8:acs:r_u'}}
            {'microsoftTeamsUser':{'userId':'u'},'microsoftTeamsApp':{'appId':'u'}}
            """)
    void refusesAnIdentifierThatNamesTwoPeople(String identifier) {
        assertThatIllegalArgumentException().isThrownBy(() -> Participant.fromJson(json(identifier)))
                .withMessageStartingWith("names two different people").withMessageNotContaining("555");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'phoneNumber':{'value':'+14255550101'}}                              | 4:+14255550101
            {'kind':'communicationUser','phoneNumber':{'value':'+14255550101'}}   | 4:+14255550101
            {'communicationUser':{'id':'4:+14255550101'}}                         | 4:+14255550101
            {'microsoftTeamsUser':{'userId':'u'}}                                 | 8:orgid:u
            {'microsoftTeamsUser':{'userId':'u','cloud':'gcch'}}                  | 8:gcch:u
            {'microsoftTeamsUser':{'userId':'v','isAnonymous':true}}              | 8:teamsvisitor:v
            {'microsoftTeamsApp':{'appId':'a'}}                                   | 28:orgid:a
            {'teamsExtensionUser':{'userId':'u','tenantId':'t','resourceId':'r'}} | 8:acs:r_t_u
            {'rawId':'8:acs:r_u','communicationUser':{'id':'8:acs:r_u'},'x':{}}   | 8:acs:r_u
            """)
    void readsAnIdentifierByItsParts(String identifier, String rawId) {
        Participant participant = Participant.fromJson(json(identifier));

        assertThat(participant.rawId()).isEqualTo(rawId);
        assertThat(participant.toJson().get("rawId").asText()).isEqualTo(rawId);
        assertThat(participant).isEqualTo(Participant.ofRawId(rawId));
    }

    @Test
    void aKindThatTheRawIdDoesNotHaveIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Participant(ParticipantKind.COMMUNICATION_USER, "4:+14255550101"));
        assertThat(new Participant(ParticipantKind.PHONE_NUMBER, "4:+14255550101"))
                .isEqualTo(Participant.parse("+14255550101"));
    }

    @Test
    void anAnonymousCallerIsNoNumber() {
        assertThat(Participant.parse("4:anonymous").isPhoneNumber()).isFalse();
        assertThat(Participant.parse("8:acs:r_u").isPhoneNumber()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "+14255550101, +1***01", "8:acs:1111_2222, 8:ac***22", "28:orgid:99998888, 28:or***88", "48:abc, ******" })
    void isMaskedInLogs(String notation, String shown) {
        assertThat(Participant.parse(notation)).hasToString(shown);
    }
}
