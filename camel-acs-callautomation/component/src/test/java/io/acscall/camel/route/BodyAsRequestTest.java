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

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acscall.camel.CallInputException;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Raw REST fields of the body under the request of the options. */
class BodyAsRequestTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String FIELDS = "{\"futureField\":{\"a\":[1,2]},\"sourceDisplayName\":\"body\"}";

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

    private static JsonNode sent(String uri, Object body) {
        Exchange done = app.send(uri, body, Map.of());
        assertThat(done.getException()).isNull();
        return service.last().body();
    }

    static List<Object> bodies() throws Exception {
        return List.of(FIELDS, new ObjectMapper().readTree(FIELDS), FIELDS.getBytes(StandardCharsets.UTF_8),
                new ByteArrayInputStream(FIELDS.getBytes(StandardCharsets.UTF_8)),
                Map.of("futureField", Map.of("a", List.of(1, 2)), "sourceDisplayName", "body"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyInAnyJsonFormIsLaidUnderTheRequest(Object body) {
        JsonNode request = sent("acs-call:createCall?target=8:acs:r_u&bodyAsRequest=true", body);

        assertThat(request.path("futureField").path("a").get(1).asInt()).isEqualTo(2);
        assertThat(request.path("sourceDisplayName").asText()).isEqualTo("body");
        assertThat(request.path("targets").get(0).path("rawId").asText()).isEqualTo("8:acs:r_u");
    }

    @Test
    void optionsWinOverTheBody() {
        JsonNode request = sent("acs-call:createCall?target=8:acs:r_u&sourceDisplayName=uri&operationContext=uri"
                                + "&bodyAsRequest=true",
                Map.of("sourceDisplayName", "body", "operationContext", "body", "targets",
                        List.of(Map.of("rawId", "8:acs:b"))));

        assertThat(request.path("sourceDisplayName").asText()).isEqualTo("uri");
        assertThat(request.path("operationContext").asText()).isEqualTo("uri");
        assertThat(request.path("targets")).hasSize(1);
        assertThat(request.path("targets").get(0).path("rawId").asText()).isEqualTo("8:acs:r_u");
    }

    @Test
    void addressesCallsAndIdempotencyAreNeverTakenFromTheBody() {
        JsonNode request = sent("acs-call:createCall?target=8:acs:r_u&bodyAsRequest=true",
                Map.of("callbackUri", "https://evil.example.com/", "operationCallbackUri", "https://evil.example.com/",
                        "callConnectionId", "x", "serverCallId", "x", "repeatabilityRequestId", "x"));

        assertThat(request.path("callbackUri").asText()).isEqualTo(app.callbackUri().toString());
        assertThat(request).extracting(JsonNode::toString).asString().doesNotContain("evil");
        assertThat(request.fieldNames()).toIterable().containsExactlyInAnyOrder("targets", "callbackUri");
    }

    @Test
    void theAddressOfAStreamIsNeverTakenFromTheBody() {
        JsonNode request = sent("acs-call:createCall?target=8:acs:r_u&bodyAsRequest=true",
                Map.of("mediaStreamingOptions", Map.of("transportUrl", "wss://evil.example.com/", "enableDtmfTones", true)));

        assertThat(request.toString()).doesNotContain("evil");
        assertThat(request.at("/mediaStreamingOptions/enableDtmfTones").asBoolean()).isTrue();
        assertThat(request.at("/mediaStreamingOptions/transportUrl").asText())
                .isEqualTo(app.address("/acs-call/media-stream").replace("http:", "ws:"));
    }

    @Test
    void theIncomingCallContextIsNeverTakenFromTheBody() {
        Exchange done = app.send("acs-call:reject?bodyAsRequest=true", Map.of("incomingCallContext", "abc"), Map.of());

        assertThat(done.getException()).isInstanceOf(CallInputException.class).hasMessageContaining("incomingCallContext");
    }

    @Test
    void withoutTheOptionABodyIsLeftAlone() {
        assertThat(sent("acs-call:createCall?target=8:acs:r_u", Map.of("sourceDisplayName", "body")).has("sourceDisplayName"))
                .isFalse();
    }

    @Test
    void anEmptyBodyIsNoRequest() {
        assertThat(sent("acs-call:createCall?target=8:acs:r_u&bodyAsRequest=true", null).path("targets")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "no json, +16045550100", "[1,2]", "\"text\"", "{\"open\":" })
    void aBodyThatIsNoObjectIsRefusedWithoutQuotingIt(String body) {
        int before = service.requests().size();

        Exchange done = app.send("acs-call:createCall?target=8:acs:r_u&bodyAsRequest=true", body, Map.of());

        assertThat(done.getException()).isInstanceOf(CallInputException.class).hasMessageContaining("bodyAsRequest")
                .hasMessageContaining("for example").hasMessageNotContaining("+16045550100");
        assertThat(service.requests()).hasSize(before);
    }

    @Test
    void theBodyItselfIsNotChanged(AcsSimulator simulator) throws Exception {
        JsonNode body = new ObjectMapper().readTree("{\"sourceDisplayName\":\"body\",\"callbackUri\":\"x\"}");
        JsonNode copy = body.deepCopy();

        sent("acs-call:createCall?target=8:acs:r_u&sourceDisplayName=uri&bodyAsRequest=true", body);

        assertThat(body).isEqualTo(copy);
    }
}
