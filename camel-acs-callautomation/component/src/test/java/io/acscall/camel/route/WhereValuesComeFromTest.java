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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.azure.communication.common.CommunicationUserIdentifier;
import com.azure.communication.common.PhoneNumberIdentifier;
import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.camel.CallInputException;
import io.acscall.camel.CallRequestException;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class WhereValuesComeFromTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String CALL = "401f0000-0000-4000-8000-000000000001";

    private StubService service;
    private CallApp app;

    @BeforeEach
    void start(AcsSimulator simulator) throws Exception {
        service = StubService.taking(CALL);
        app = CallApp.run(simulator, settings -> {
            settings.setConnectionString(service.connectionString());
            settings.setCognitiveServicesEndpoint("https://component.example.com/");
            settings.setMaxRetries(0);
        }, routes -> routes.from("direct:later").to("acs-call:play?file=https://media.example.com/a.wav")
                .to("acs-call:play?file=https://media.example.com/a.wav"));
    }

    @AfterEach
    void stop() {
        app.close();
        service.close();
    }

    private JsonNode sent(String uri, Object... headers) {
        Map<String, Object> all = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put("CamelAcsCall" + headers[i], headers[i + 1]);
        }
        Exchange done = app.send(uri, null, all);
        assertThat(done.getException()).isNull();
        return service.last().body();
    }

    private static String callerId(JsonNode request) {
        return request.path("sourceCallerIdNumber").path("value").asText();
    }

    @Test
    void theUriIsFinal() {
        JsonNode request = sent("acs-call:createCall?target=+16045550100&sourceCallerId=+18005550111&operationContext=uri",
                "Target", "+19005550100", "SourceCallerId", "+18005550122", "OperationContext", "header");

        assertThat(request.path("targets").get(0).path("rawId").asText()).isEqualTo("4:+16045550100");
        assertThat(callerId(request)).isEqualTo("+18005550111");
        assertThat(request.path("operationContext").asText()).isEqualTo("uri");
    }

    @Test
    void aHeaderMayReplaceTheUriOnRequest() {
        JsonNode request = sent("acs-call:createCall?target=+16045550100&sourceCallerId=+18005550111&allowHeaderOverride=true",
                "Target", "+16045550199");

        assertThat(request.path("targets").get(0).path("rawId").asText()).isEqualTo("4:+16045550199");
        assertThat(callerId(request)).as("no header: the URI").isEqualTo("+18005550111");
    }

    @Test
    void aHeaderCountsMoreThanTheComponent() {
        assertThat(callerId(sent("acs-call:createCall?target=+16045550100"))).isEqualTo(CallApp.OUR_NUMBER);
        assertThat(callerId(sent("acs-call:createCall?target=+16045550100", "SourceCallerId", "+18005550122")))
                .isEqualTo("+18005550122");
    }

    @Test
    void theComponentGivesWhatNobodyElseDoes() {
        JsonNode request = sent("acs-call:answer?incomingCallContext=abc");

        assertThat(request.path("callbackUri").asText()).isEqualTo(app.callbackUri().toString());
        assertThat(request.path("callIntelligenceOptions").path("cognitiveServicesEndpoint").asText())
                .isEqualTo("https://component.example.com/");
        assertThat(sent("acs-call:answer?incomingCallContext=abc&cognitiveServicesEndpoint=https://uri.example.com/")
                .path("callIntelligenceOptions").path("cognitiveServicesEndpoint").asText())
                .isEqualTo("https://uri.example.com/");
    }

    @Test
    void aHeaderMayHoldTypedValues() {
        JsonNode request = sent("acs-call:createGroupCall", "Target",
                List.of(new PhoneNumberIdentifier("+16045550100"), new CommunicationUserIdentifier("8:acs:r_u"),
                        "28:orgid:bot"));

        assertThat(request.path("targets")).extracting(target -> target.path("rawId").asText())
                .containsExactly("4:+16045550100", "8:acs:r_u", "28:orgid:bot");
        assertThat(sent("acs-call:play?file=https://media.example.com/a.wav", "ConnectionId", CALL, "Loop", true)
                .path("playOptions").path("loop").asBoolean()).isTrue();
    }

    @Test
    void aMissingValueNamesActionOptionHeaderAndAnExample() {
        Exchange failed = app.send("acs-call:createCall");

        assertThat(failed.getException()).isInstanceOf(CallInputException.class)
                .hasMessageContaining("acs-call:createCall needs a value for option 'target' (or header 'CamelAcsCallTarget')")
                .hasMessageContaining("for example target=+16041234567");
        assertThat(failed.getException(CallInputException.class).getOption()).isEqualTo("target");
        assertThat(failed.getException(CallInputException.class).getAction()).isEqualTo("createCall");
        assertThat(failed.getException(CallInputException.class).getOutcome()).isEqualTo(Outcome.INVALID_REQUEST);
        assertThat(app.send("acs-call:play?file=https://media.example.com/a.wav").getException())
                .hasMessageContaining("option 'callConnectionId' (or header 'CamelAcsCallConnectionId')");
        assertThat(app.send("acs-call:answer").getException())
                .hasMessageContaining("option 'incomingCallContext' (or header 'CamelAcsCallIncomingCallContext')");
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void aBadValueOfAHeaderFailsTheExchangeAndMasksTheNumber() {
        Exchange failed = app.send("acs-call:createCall", null, Map.of("CamelAcsCallTarget", "16045550100"));

        assertThat(failed.getException()).isInstanceOf(CallInputException.class).hasMessageContaining("option 'target'")
                .hasMessageContaining("target=+16041234567").hasMessageNotContaining("16045550100");
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void theContextOfTheUserIsUsedByOneActionOnly() {
        Exchange done = app.send("direct:later", null,
                Map.of("CamelAcsCallOperationContext", "order-4711", "CamelAcsCallConnectionId", CALL));

        assertThat(done.getException()).isNull();
        assertThat(service.requests()).extracting(request -> request.text("operationContext")).containsExactly("order-4711",
                null);
        assertThat(done.getMessage().getHeaders()).doesNotContainKey("CamelAcsCallOperationContext")
                .containsEntry("CamelAcsCallConnectionId", CALL);
    }

    @Test
    void aFailedActionLeavesTheContextForItsRedelivery() throws Exception {
        try (StubService failing = new StubService(request -> StubService.Reply.error(409, "8500", "not now"));
             CallApp retrying = CallApp.run(SIMULATOR.simulator(), settings -> {
                 settings.setConnectionString(failing.connectionString());
                 settings.setMaxRetries(0);
             }, routes -> {
                 routes.onException(CallRequestException.class).maximumRedeliveries(2).redeliveryDelay(1);
                 routes.from("direct:in").to("acs-call:play?file=https://media.example.com/a.wav");
             })) {
            retrying.send("direct:in", null,
                    Map.of("CamelAcsCallOperationContext", "order-4711", "CamelAcsCallConnectionId", CALL));

            assertThat(failing.requests()).hasSize(3).extracting(request -> request.text("operationContext"))
                    .containsOnly("order-4711");
        }
    }

    @Test
    void resultsOfEarlierStepsAreGoneBeforeTheNextAction() {
        Map<String, Object> headers = new HashMap<>(Map.of("CamelAcsCallConnectionId", CALL, "mine", "stays"));
        for (String result : List.of("Tones", "Choice", "Speech", "Outcome", "Retryable", "ResultCode", "ResultSubCode",
                "ResultMessage")) {
            headers.put("CamelAcsCall" + result, "of an earlier step");
        }
        headers.put("CamelAcsCallServerCallId", "flows on");
        headers.put("CamelAcsCallInvitationId", "flows on");
        headers.put("CamelAcsCallRemoteParty", "+16045550100");

        Exchange done = app.send("direct:later", null, headers);

        assertThat(done.getMessage().getHeaders()).containsOnlyKeys("CamelAcsCallConnectionId", "mine",
                "CamelAcsCallServerCallId", "CamelAcsCallInvitationId", "CamelAcsCallRemoteParty");
    }
}
