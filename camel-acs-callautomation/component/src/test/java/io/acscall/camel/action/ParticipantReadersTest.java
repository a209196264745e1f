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

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.azure.communication.common.CommunicationIdentifier;
import com.azure.communication.common.CommunicationUserIdentifier;
import com.azure.communication.common.MicrosoftTeamsUserIdentifier;
import com.azure.communication.common.PhoneNumberIdentifier;
import com.azure.communication.common.UnknownIdentifier;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.acscall.camel.client.Participant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ParticipantReadersTest {

    private static final String PHONE = "4:+16041234567";
    private static final String USER = "8:acs:r_u";

    static Stream<Arguments> forms() {
        return Stream.of(
                arguments("+16041234567", List.of(PHONE)),
                arguments(" +16041234567", List.of(PHONE)),
                arguments(" +16041234567 , 8:acs:r_u,", List.of(PHONE, USER)),
                arguments(",  +16041234567,  +16041234568", List.of(PHONE, "4:+16041234568")),
                arguments(new StringBuilder("4:+16041234567"), List.of(PHONE)),
                arguments(Participant.parse(USER), List.of(USER)),
                arguments(new PhoneNumberIdentifier("+16041234567"), List.of(PHONE)),
                arguments(new MicrosoftTeamsUserIdentifier("u1"), List.of("8:orgid:u1")),
                arguments(new UnknownIdentifier("48:new"), List.of("48:new")),
                arguments(MapInputs.json("{'rawId':'4:+16041234567'}"), List.of(PHONE)),
                arguments(MapInputs.json("{'communicationUser':{'id':'8:acs:r_u'}}"), List.of(USER)),
                arguments(JsonNodeFactory.instance.textNode("+16041234567"), List.of(PHONE)),
                arguments(JsonNodeFactory.instance.arrayNode().add("+16041234567")
                        .add(MapInputs.json("{'rawId':'8:acs:r_u'}")), List.of(PHONE, USER)),
                arguments(List.of("+16041234567", new CommunicationUserIdentifier(USER)), List.of(PHONE, USER)),
                arguments(Set.of(USER), List.of(USER)),
                arguments(new String[] { "+16041234567", USER }, List.of(PHONE, USER)),
                arguments(new CommunicationIdentifier[] { new CommunicationUserIdentifier(USER) }, List.of(USER)));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                arguments("", "names nobody"),
                arguments(" , ", "names nobody"),
                arguments(List.of(), "names nobody"),
                arguments(Arrays.asList("+16041234567", null), "holds an empty entry"),
                arguments("16045550123x", "is neither a phone number with + and country code nor a raw id"),
                arguments("sip:someone@example.com", "is neither a phone number with + and country code nor a raw id"),
                arguments("6045550123,+16045550123", "is neither a phone number with + and country code nor a raw id"),
                // a blank is a lost plus only in a URI, whose setters put it back: here it could dial another country
                arguments("+16045550123, 6045550100", "is neither a phone number with + and country code nor a raw id"),
                arguments("4:16045550123", "is a raw id of a phone number that is not in E.164 form"),
                arguments(MapInputs.json("{}"), "names nobody"),
                arguments(MapInputs.json("{'rawId':'8:acs:r_u','phoneNumber':{'value':'+19005551234'}}"),
                        "names two different people"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void readsEveryFormInWhichPeopleAreNamed(Object raw, List<String> expected) {
        assertThat(ParticipantReaders.participants(raw)).extracting(Participant::rawId).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void refusesEverythingElseWithoutRepeatingIt(Object raw, String why) {
        assertThatIllegalArgumentException().isThrownBy(() -> ParticipantReaders.participants(raw))
                .withMessageStartingWith(why).withMessageNotContaining("604555").withMessageNotContaining("900555");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            +16041234567,8:acs:r_u | names 2 participants where exactly one is meant
            ''                     | names nobody
            """)
    void readsExactlyOne(String raw, String why) {
        assertThat(ParticipantReaders.participant("+16041234567").rawId()).isEqualTo(PHONE);
        assertThatIllegalArgumentException().isThrownBy(() -> ParticipantReaders.participant(raw)).withMessage(why);
    }

    @ParameterizedTest
    @CsvSource({ "8:acs:r_u", "4:anonymous", "28:orgid:a" })
    void aCallerIdIsANumber(String other) {
        assertThat(ParticipantReaders.phoneNumber("+18005550100").notation()).isEqualTo("+18005550100");
        assertThatIllegalArgumentException().isThrownBy(() -> ParticipantReaders.phoneNumber(other))
                .withMessage("is not a phone number with + and country code");
    }

    @ParameterizedTest
    @CsvSource({ "+16041234567", "28:orgid:a", "8:orgid:u" })
    void onlyAUserOfTheResourceActsForTheApplication(String other) {
        assertThat(ParticipantReaders.user("8:acs:r_u").rawId()).isEqualTo(USER);
        assertThat(ParticipantReaders.user("8:acs:r_t_u").rawId()).isEqualTo("8:acs:r_t_u");
        assertThatIllegalArgumentException().isThrownBy(() -> ParticipantReaders.user(other)).withMessage("is not an ACS user");
    }

    @ParameterizedTest
    @CsvSource({ "+16041234567", "8:acs:r_u", "28:bot" })
    void onlyATeamsAppIsATeamsApp(String other) {
        assertThat(ParticipantReaders.teamsApp("28:gcch:a").rawId()).isEqualTo("28:gcch:a");
        assertThatIllegalArgumentException().isThrownBy(() -> ParticipantReaders.teamsApp(other))
                .withMessage("is not a Teams app");
    }
}
