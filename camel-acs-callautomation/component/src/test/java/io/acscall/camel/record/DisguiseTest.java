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
package io.acscall.camel.record;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DisguiseTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final OwnAddress own = new OwnAddress("https://app.example.com/voice/", "s3cret");
    private final Disguise hiding = new Disguise(new Names(), () -> own, false);
    private final Disguise telling = new Disguise(new Names(), () -> own, true);

    @Test
    void keysAndWordsAreHiddenUnlessTheyShallBeTold() throws Exception {
        for (String data : List.of("{\"dtmfResult\":{\"tones\":[\"seven\"]}}", "{\"tone\":\"seven\"}",
                "{\"speechResult\":{\"speech\":\"seven\"}}", "{\"choiceResult\":{\"recognizedPhrase\":\"seven\"}}")) {
            JsonNode event = MAPPER.readTree(data);

            assertThat(hiding.event(event).toString()).doesNotContain("seven").contains("\"?\"");
            assertThat(telling.event(event)).isEqualTo(event);
        }
    }

    @Test
    void keysThatAreSentAreHiddenButNotWhatTheApplicationSays() throws Exception {
        JsonNode body = MAPPER.readTree("{\"tones\":[\"one\"],\"text\":\"Press one\",\"stopTones\":[\"pound\"]}");

        assertThat(hiding.request(body).toString())
                .isEqualTo("{\"tones\":\"?\",\"text\":\"Press one\",\"stopTones\":[\"pound\"]}");
    }

    @ParameterizedTest
    @CsvSource({
            "https://app.example.com/voice/acs-call/events/s3cret,$app/acs-call/events",
            "https://app.example.com/voice/cb?ticket=4711&x,$app/cb?ticket=*&x", "wss://app.example.com/voice/audio,$app/audio",
            "https://other.example.com/cb,$app/cb", "not an address,$app" })
    void theOwnAddressHasNoPlaceNoSecretAndNoValues(String address, String shown) throws Exception {
        JsonNode body = MAPPER.createObjectNode().put("callbackUri", address);

        assertThat(hiding.request(body).path("callbackUri").asText()).isEqualTo(shown);
    }

    @Test
    void theTokenOfAWaitIsLeftOutOfTheContext() throws Exception {
        JsonNode body = MAPPER.readTree("{\"operationContext\":\"acs1.node.wait.mac.ticket-7\"}");

        assertThat(hiding.request(body).path("operationContext").asText()).isEqualTo("$wait.ticket-7");
    }

    @Test
    void idsInPathsAndQueriesHaveNames() {
        assertThat(hiding.path("/calling/callConnections/abc:play")).isEqualTo("/calling/callConnections/$call1:play");
        assertThat(hiding.path("/calling/callConnections/abc/participants/4%3A%2B16045550100"))
                .isEqualTo("/calling/callConnections/$call1/participants/4:+15555550001");
        assertThat(hiding.path("/calling/recordings/r1")).isEqualTo("/calling/recordings/$recording1");
        assertThat(hiding.query("api-version=2026-03-12&skip=50&who=%2B16045550100"))
                .isEqualTo(Map.of("skip", "50", "who", "+15555550001"));
    }

    @Test
    void theNameOfACallerIsNotTold() throws Exception {
        JsonNode event = MAPPER.readTree("{\"callerDisplayName\":\"Some Body\"}");

        assertThat(hiding.event(event).toString()).isEqualTo("{\"callerDisplayName\":\"$name1\"}");
    }
}
