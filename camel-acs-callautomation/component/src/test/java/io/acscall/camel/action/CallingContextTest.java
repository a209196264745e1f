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

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CallingContextTest {

    private static MapInputs inputs(String action) {
        return MapInputs.of(action).uri("callConnectionId", "c-1").uri("target", "+16041234567");
    }

    private static JsonNode context(MapInputs inputs) {
        return Actions.named(inputs.action()).request(inputs).body().path("customCallingContext");
    }

    @ParameterizedTest
    @ValueSource(strings = { "transfer", "addParticipant" })
    void writesEachHeaderAsTheServiceNamesIt(String action) {
        assertThat(context(inputs(action).uri("voipHeader", Map.of("customer-id", "C-17"))
                .uri("sipHeader", Map.of("order", "A-1", "X-Tier", "gold", "x-small", "s"))
                .uri("sipUui", "616263;encoding=hex")))
                .isEqualTo(MapInputs.json("{'voipHeaders':{'customer-id':'C-17'},'sipHeaders':{'X-MS-Custom-order':'A-1',"
                                          + "'X-MS-Custom-x-small':'s','X-Tier':'gold','User-To-User':'616263;encoding=hex'}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "transfer", "addParticipant" })
    void isLeftOutWhenThereIsNothingToSay(String action) {
        assertThat(context(inputs(action)).isMissingNode()).isTrue();
        assertThat(context(inputs(action).uri("voipHeader", Map.of())).path("voipHeaders")).isEmpty();
    }

    @Test
    void optionsLieOverTheRawOnes() {
        MapInputs raw = inputs("transfer").raw("{'customCallingContext':{'voipHeaders':{'a':'raw','b':'raw'},"
                                               + "'teamsPhoneCallDetails':{'callTopic':'Order 17'}}}");

        assertThat(context(raw.uri("voipHeader", Map.of("a", "option")))).isEqualTo(
                MapInputs.json("{'voipHeaders':{'a':'option','b':'raw'},'teamsPhoneCallDetails':{'callTopic':'Order 17'}}"));
    }

    @ParameterizedTest
    @CsvSource({
            "voipHeader, 1001, 1, 1, VoIP headers are given", "voipHeader, 1, 65, 1, a name of 65 characters",
            "voipHeader, 1, 1, 1025, a value of 1025 characters", "sipHeader, 6, 1, 1, custom SIP headers are given",
            "sipHeader, 1, 53, 1, a name with its prefix of 65 characters", "sipHeader, 1, 1, 257, a value of 257 characters" })
    void refusesWhatIsOverTheLimitAtStartAlready(String option, int count, int name, int value, String why) {
        MapInputs inputs = inputs("addParticipant").uri(option, headers(count, name, value));

        for (String action : new String[] { "addParticipant", "transfer" }) {
            assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Actions.named(action).check(inputs))
                    .withMessageContaining(why).withMessageContaining(option + ".order=A-1").withMessageNotContaining("vv")
                    .extracting(InvalidInputException::option).isEqualTo(option);
        }
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> context(inputs));
    }

    @ParameterizedTest
    @CsvSource({ "voipHeader, 1000, 4, 1024", "voipHeader, 1, 64, 1024", "sipHeader, 5, 52, 256" })
    void takesWhatIsAtTheLimit(String option, int count, int name, int value) {
        MapInputs inputs = inputs("addParticipant").uri(option, headers(count, name, value));

        assertThat(context(inputs).path(option + "s")).hasSize(count);
    }

    @Test
    void limitsHoldForTeamsDetailsOfTheBody() {
        String topic = "{'customCallingContext':{'teamsPhoneCallDetails':{'callTopic':'" + "t".repeat(49) + "'}}}";
        StringBuilder more = new StringBuilder();
        for (int i = 0; i <= 10; i++) {
            more.append(i == 0 ? "" : ",").append("'k").append(i).append("':'v'");
        }
        String information = "{'customCallingContext':{'teamsPhoneCallDetails':{'teamsPhoneCallerDetails':"
                             + "{'additionalCallerInformation':{" + more + "}}}}}";

        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> context(inputs("transfer").raw(topic)))
                .withMessageContaining("49 characters, the service takes 48");
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> context(inputs("transfer").raw(information)))
                .withMessageContaining("11 entries, the service takes 10");
        assertThat(context(inputs("transfer").raw(topic.replaceFirst("t{49}", "t".repeat(48)))).isObject()).isTrue();
    }

    private static Map<String, String> headers(int count, int nameLength, int valueLength) {
        Map<String, String> headers = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            String number = String.valueOf(i);
            String name = number + "n".repeat(Math.max(0, nameLength - number.length()));
            headers.put(name, "v".repeat(valueLength));
        }
        return headers;
    }
}
