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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class ConnectTest {

    private static final MapInputs INPUTS = MapInputs.of("connect").component("callbackUri", "https://a.example.com/");

    private final Connect connect = new Connect();

    private JsonNode locator(MapInputs inputs) {
        return connect.request(inputs).body().get("callLocator");
    }

    @ParameterizedTest
    @CsvSource({
            "serverCallId, CamelAcsCallServerCallId, serverCallLocator",
            "groupCallId, CamelAcsCallGroupCallId, groupCallLocator",
            "roomId, CamelAcsCallRoomId, roomCallLocator" })
    void namesTheCallByOneOfThreeIds(String option, String header, String kind) {
        JsonNode expected = MapInputs.json("{'kind':'" + kind + "','" + option + "':'id'}");

        assertThat(locator(INPUTS.uri(option, "id"))).isEqualTo(expected);
        assertThat(locator(INPUTS.header(header, "id"))).isEqualTo(expected);
    }

    @Test
    void theServerCallIdThatFlowsThroughTheRouteDoesNotSpoilWhatTheUriSays() {
        MapInputs flowing = INPUTS.header("CamelAcsCallServerCallId", "flows");

        assertThat(locator(flowing.uri("roomId", "99401000000000001")).get("kind").asText()).isEqualTo("roomCallLocator");
        assertThat(locator(flowing.uri("groupCallId", "g").header("CamelAcsCallRoomId", "r")).get("kind").asText())
                .isEqualTo("groupCallLocator");
        assertThat(locator(flowing.header("CamelAcsCallRoomId", "r")).get("kind").asText()).isEqualTo("roomCallLocator");
        assertThat(locator(flowing).get("serverCallId").asText()).isEqualTo("flows");
    }

    @ParameterizedTest
    @CsvSource({ "serverCallId, groupCallId", "serverCallId, roomId", "groupCallId, roomId" })
    void refusesTwoOfThemAtStart(String one, String other) {
        MapInputs inputs = INPUTS.uri(one, "1").uri(other, "2");

        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> connect.check(inputs))
                .withMessageContaining("exactly one of the options 'serverCallId', 'groupCallId' and 'roomId'")
                .withMessageContaining("2 are set").withMessageContaining("roomId=99401000000000001");
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> locator(inputs));
        assertThatNoException().isThrownBy(() -> connect.check(INPUTS.uri(one, "1")));
    }

    @Test
    void needsOneOfThem() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> locator(INPUTS.raw("{'callLocator':{'kind':'roomCallLocator','roomId':'1'}}")))
                .withMessageContaining("needs a value for option 'serverCallId'");
    }
}
