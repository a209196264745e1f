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
package io.acscall.camel.route;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acscall.camel.CallInputException;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the person who is rung gets to know beside the number, as the service sees it. */
class CallingContextOnTheWireTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WHOLE = """
            {"voipHeaders":{"customer-id":"C-17"},"sipHeaders":{"User-To-User":"616263;encoding=hex",\
            "X-MS-Custom-order":"A-1","X-Tier":"gold"}}""";
    private static final String TEAMS = """
            {"callTopic":"An order","callContext":"https://crm.example.com/A-1","transcriptUrl":"https://crm.example.com/t",\
            "teamsPhoneCallerDetails":{"caller":{"kind":"phoneNumber","rawId":"4:+16045550100",\
            "phoneNumber":{"value":"+16045550100"}},"name":"Ann","phoneNumber":"+16045550100",\
            "additionalCallerInformation":{"City":"Vancouver"}}}""";

    private static StubService service;
    private static CallApp app;

    @BeforeAll
    static void start() throws Exception {
        service = StubService.taking("the-call");
        app = CallApp.run(SIMULATOR.simulator(), settings -> settings.setConnectionString(service.connectionString()),
                routes -> routes.from("acs-call:events").to("mock:events"));
    }

    @AfterAll
    static void stop() {
        app.close();
        service.close();
    }

    @BeforeEach
    void forget() {
        service.requests().clear();
    }

    private static Exchange send(String action, String options, Object body, Map<String, Object> headers) {
        Map<String, Object> all = new TreeMap<>(headers);
        all.put("CamelAcsCallConnectionId", "the-call");
        return app.send("acs-call:" + action + "?target=+16045550100" + options, body, all);
    }

    private static JsonNode sent(Exchange done) {
        assertThat(done.getException()).isNull();
        assertThat(service.requests()).hasSize(1);
        return service.last().body().path("customCallingContext");
    }

    @ParameterizedTest
    @ValueSource(strings = { "addParticipant", "transfer" })
    void optionsHaveTheNamesThatTheServiceKnows(String action) throws Exception {
        Exchange done = send(action, "&voipHeader.customer-id=C-17&sipHeader.order=A-1&sipHeader.X-Tier=gold"
                                     + "&sipUui=616263;encoding=hex",
                null, Map.of());

        assertThat(sent(done)).isEqualTo(JSON.readTree(WHOLE));
    }

    @ParameterizedTest
    @ValueSource(strings = { "addParticipant", "transfer" })
    void headersOfTheMessageGiveTheSame(String action) throws Exception {
        Exchange done = send(action, "", null, Map.of("CamelAcsCallVoipHeader", Map.of("customer-id", "C-17"),
                "CamelAcsCallSipHeader", Map.of("order", "A-1", "X-Tier", "gold"),
                "CamelAcsCallSipUui", "616263;encoding=hex"));

        assertThat(sent(done)).isEqualTo(JSON.readTree(WHOLE));
    }

    @ParameterizedTest
    @ValueSource(strings = { "addParticipant", "transfer" })
    void teamsDetailsComeThroughTheBodyAndOptionsJoinThem(String action) throws Exception {
        Map<String, Object> body = Map.of("customCallingContext", Map.of("teamsPhoneCallDetails", JSON.readTree(TEAMS),
                "voipHeaders", Map.of("customer-id", "of the body", "more", "m")));

        Exchange done = send(action, "&bodyAsRequest=true&voipHeader.customer-id=C-17", body, Map.of());

        JsonNode context = sent(done);
        assertThat(context.path("teamsPhoneCallDetails")).isEqualTo(JSON.readTree(TEAMS));
        assertThat(context.path("voipHeaders")).isEqualTo(JSON.readTree("{\"customer-id\":\"C-17\",\"more\":\"m\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "addParticipant", "transfer" })
    void valuesOfAMessageThatAreOverTheLimitAreNotSent(String action) {
        Map<String, String> six = new TreeMap<>();
        "abcdef".chars().forEach(name -> six.put(String.valueOf((char) name), "v"));

        for (Map<String, Object> headers : List.<Map<String, Object>> of(Map.of("CamelAcsCallSipHeader", six),
                Map.of("CamelAcsCallSipHeader", Map.of("n", "v".repeat(257))),
                Map.of("CamelAcsCallSipHeader", Map.of("n".repeat(53), "v")),
                Map.of("CamelAcsCallVoipHeader", Map.of("n", "v".repeat(1025))),
                Map.of("CamelAcsCallVoipHeader", Map.of("n".repeat(65), "v")))) {
            assertThat(send(action, "", null, headers).getException()).isInstanceOf(CallInputException.class)
                    .hasMessageContaining("the service takes").hasMessageContaining("Header.order=A-1")
                    .hasMessageNotContaining("vvvv");
        }
        assertThat(service.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "addParticipant", "transfer" })
    void withoutAnyThereIsNoContext(String action) {
        assertThat(sent(send(action, "", null, Map.of())).isMissingNode()).isTrue();
    }
}
