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

import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Whom an action rings, wherever that is said. */
class TargetsTest {

    private static final String GOOD = "{'phoneNumber':{'value':'+16041234567'}}";

    /** Action, its field of the wire, and whether that is a list. */
    static Stream<Arguments> ringing() {
        return Stream.of(arguments("createCall", "targets", true), arguments("createGroupCall", "targets", true),
                arguments("redirect", "target", false), arguments("transfer", "targetParticipant", false),
                arguments("addParticipant", "participantToAdd", false));
    }

    static MapInputs complete(String action) {
        return MapInputs.of(action).component("callbackUri", "https://a.example.com/").header("CamelAcsCallConnectionId", "c-1")
                .header("CamelAcsCallIncomingCallContext", "ctx");
    }

    private static MapInputs raw(String action, String field, boolean list, String identifier) {
        return complete(action).raw("{'" + field + "':" + (list ? "[" + identifier + "]" : identifier) + "}");
    }

    private static JsonNode first(String action, String field, boolean list, MapInputs inputs) {
        JsonNode value = Actions.named(action).request(inputs).body().get(field);
        return list ? value.get(0) : value;
    }

    @ParameterizedTest
    @MethodSource("ringing")
    void checksTheOptionAgainstTheAllowedTargets(String action, String field, boolean list) {
        MapInputs inputs = complete(action).allowing("4:+1604");

        assertThat(first(action, field, list, inputs.uri("target", "+16041234567")).path("rawId").asText())
                .isEqualTo("4:+16041234567");
        assertRefused(action, inputs.uri("target", "+19005551234"));
        assertRefused(action, inputs.header("CamelAcsCallTarget", "+19005551234"));
    }

    @ParameterizedTest
    @MethodSource("ringing")
    void checksTheBodyAgainstTheAllowedTargets(String action, String field, boolean list) {
        for (String bad : new String[] {
                "{'rawId':'4:+19005551234'}", "{'phoneNumber':{'value':'+19005551234'}}",
                "{'communicationUser':{'id':'4:+19005551234'}}", "{'kind':'unknown','rawId':'8:acs:r_u'}" }) {
            assertRefused(action, raw(action, field, list, bad).allowing("4:+1604"));
        }
        assertThatNoException()
                .isThrownBy(() -> Actions.named(action).request(raw(action, field, list, GOOD).allowing("4:+1604")));
    }

    @ParameterizedTest
    @MethodSource("ringing")
    void refusesAnIdentifierWhosePartsNameDifferentPeople(String action, String field, boolean list) {
        for (String bad : new String[] {
                "{'rawId':'4:+16041234567','phoneNumber':{'value':'+19005551234'}}",
                "{'rawId':'4:+16041234567','communicationUser':{'id':'8:acs:r_u'}}",
                "{'phoneNumber':{'value':'+16041234567'},'communicationUser':{'id':'8:acs:r_u'}}" }) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> Actions.named(action).request(raw(action, field, list, bad)))
                    .withMessageContaining("two different people").withMessageContaining("acs-call:" + action)
                    .withMessageNotContaining("900555");
        }
    }

    @ParameterizedTest
    @MethodSource("ringing")
    void writesTheIdentifierOfTheBodyAnew(String action, String field, boolean list) {
        String odd = "{'kind':'communicationUser','phoneNumber':{'value':'+16041234567','extra':1},'dial':'+19005551234'}";

        assertThat(first(action, field, list, raw(action, field, list, odd))).isEqualTo(MapInputs.json(
                "{'kind':'phoneNumber','rawId':'4:+16041234567','phoneNumber':{'value':'+16041234567','isAnonymous':false}}"));
    }

    @ParameterizedTest
    @MethodSource("ringing")
    void theOptionWinsOverTheBody(String action, String field, boolean list) {
        MapInputs inputs = raw(action, field, list, GOOD).uri("target", "8:acs:r_u");

        assertThat(first(action, field, list, inputs).path("rawId").asText()).isEqualTo("8:acs:r_u");
        assertThat(Actions.named(action).request(inputs).body().toString()).doesNotContain("1604");
    }

    @ParameterizedTest
    @MethodSource("ringing")
    void neverGuessesWhomToRing(String action, String field, boolean list) {
        for (String nobody : new String[] {
                "{}", "{'" + field + "':null}", "{'" + field + "':" + (list ? "[]" : "{}") + "}" }) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> Actions.named(action)
                            .request(complete(action).raw(nobody).header("CamelAcsCallRemoteParty", "+16041234567")))
                    .withMessageContaining("needs a value for option 'target' (or header 'CamelAcsCallTarget')");
        }
    }

    @ParameterizedTest
    @CsvSource({ "createCall", "redirect", "transfer", "addParticipant" })
    void ringsOneAndSaysSoAtStartAlready(String action) {
        MapInputs inputs = complete(action).uri("target", "+16041234567,+16041234568");

        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Actions.named(action).check(inputs))
                .withMessageContaining("option 'target' names 2 participants");
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Actions.named(action).request(inputs))
                .withMessageContaining("option 'target' names 2 participants");
        assertThatNoException().isThrownBy(() -> Actions.named(action).check(MapInputs.of(action)));
    }

    @Test
    void aGroupCallRingsSeveralAllOfThemAllowed() {
        MapInputs inputs = complete("createGroupCall").allowing("4:+1604");

        assertThatNoException().isThrownBy(
                () -> CreateCall.group().check(inputs.uri("target", "+16041234567,+16041234568")));
        assertThat(CreateCall.group().request(inputs.uri("target", "+16041234567,+16041234568")).body().get("targets"))
                .hasSize(2);
        assertRefused("createGroupCall", inputs.uri("target", "+16041234567,+19005551234"));
        assertRefused("createGroupCall", inputs.raw("{'targets':[" + GOOD + ",{'rawId':'4:+19005551234'}]}"));
    }

    private static void assertRefused(String action, MapInputs inputs) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Actions.named(action).request(inputs))
                .extracting(InvalidInputException::option).isEqualTo("allowedTargets");
    }
}
