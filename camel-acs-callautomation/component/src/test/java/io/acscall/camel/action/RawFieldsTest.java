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

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Raw REST fields of the body lie below the options, and some are never taken. */
class RawFieldsTest {

    private static final String EVIL
            = "{'callbackUri':'https://evil.example.com/','operationCallbackUri':'https://evil.example.com/',"
              + "'incomingCallContext':'evil','callConnectionId':'evil','serverCallId':'evil','fromCall':'evil',"
              + "'recordingStateCallbackUri':'https://evil.example.com/','repeatabilityRequestId':'evil',"
              + "'repeatabilityFirstSent':'evil','callLocator':{'kind':'serverCallLocator','serverCallId':'evil'},"
              + "'CallbackURI':'https://evil.example.com/','Operationcallbackuri':'evil','CALLLOCATOR':'evil',"
              + "'Targets':[{'rawId':'4:+evil'}],'TARGET':'evil','TargetParticipant':'evil','participanttoadd':'evil',"
              + "'SourceCallerIdNumber':{'value':'+evil'},'later':{'deep':1}}";

    private static MapInputs complete(String action) {
        return TargetsTest.complete(action).uri("target", "+16041234567").uri("file", "https://a.example.com/a.wav")
                .header("CamelAcsCallServerCallId", "good");
    }

    private static ObjectNode body(MapInputs inputs) {
        return Actions.named(inputs.action()).request(inputs).body();
    }

    @ParameterizedTest
    @CsvSource({
            "createCall", "createGroupCall", "connect", "answer", "reject", "redirect", "transfer", "addParticipant", "play" })
    void neverTakesAddressesIdsAndIdempotencyButKeepsTheRest(String action) {
        ObjectNode body = body(complete(action).raw(EVIL));

        assertThat(body.toString()).doesNotContain("evil").doesNotContain("repeatability");
        assertThat(body.at("/later/deep").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({ "hangUp", "getCallProperties" })
    void requestsWithoutABodyStayWithout(String action) {
        assertThat(body(complete(action).raw(EVIL))).isNull();
    }

    @Test
    void aRawFieldMayStandInForAnOption() {
        ObjectNode body = body(complete("addParticipant").raw("{'invitationTimeoutInSeconds':30,'sourceDisplayName':'Raw'}"));

        assertThat(body.get("invitationTimeoutInSeconds").asInt()).isEqualTo(30);
        assertThat(body.get("sourceDisplayName").asText()).isEqualTo("Raw");
    }

    @Test
    void theOptionWins() {
        ObjectNode body = body(complete("addParticipant").uri("invitationTimeout", "60s").uri("sourceDisplayName", "Option")
                .raw("{'invitationTimeoutInSeconds':30,'sourceDisplayName':'Raw'}"));

        assertThat(body.get("invitationTimeoutInSeconds").asInt()).isEqualTo(60);
        assertThat(body.get("sourceDisplayName").asText()).isEqualTo("Option");
    }

    @Test
    void theContextOfTheOptionGoesOut() {
        assertThat(body(complete("play").uri("operationContext", "mine")).get("operationContext").asText()).isEqualTo("mine");
        assertThat(body(complete("play").header("CamelAcsCallOperationContext", "mine")).get("operationContext").asText())
                .isEqualTo("mine");
        assertThat(body(complete("play")).has("operationContext")).isFalse();
    }

    @Test
    void theContextOfTheBodyIsWrappedToo() {
        MapInputs inputs = complete("play").raw("{'operationContext':'raw'}");

        assertThat(body(inputs).get("operationContext").asText()).isEqualTo("raw");
        assertThat(body(inputs.awaited()).get("operationContext").asText()).isEqualTo("wire:raw");
        assertThat(body(inputs.uri("operationContext", "mine").awaited()).get("operationContext").asText())
                .isEqualTo("wire:mine");
    }

    @ParameterizedTest
    @CsvSource({ "createCall", "createGroupCall", "connect", "answer", "transfer", "addParticipant", "play" })
    void aWaitPutsItsTokenOnTheWireAlsoWithoutAContextOfTheUser(String action) {
        assertThat(Actions.named(action).carriesContext()).isTrue();
        assertThat(body(complete(action).awaited()).get("operationContext").asText()).isEqualTo("wire:");
    }

    @Test
    void theCallerIdOfTheComponentIsForPhonesOnly() {
        MapInputs inputs = TargetsTest.complete("createCall").component("sourceCallerId", "+18005550100");

        assertThat(body(inputs.uri("target", "+16041234567")).at("/sourceCallerIdNumber/value").asText())
                .isEqualTo("+18005550100");
        assertThat(body(inputs.uri("target", "8:acs:r_u")).has("sourceCallerIdNumber")).isFalse();
        assertThat(body(inputs.uri("target", "8:acs:r_u").uri("sourceCallerId", "+18005550101"))
                .at("/sourceCallerIdNumber/value").asText()).isEqualTo("+18005550101");
    }

    @ParameterizedTest
    @CsvSource({ "0s, 0", "1ms, 1", "1500, 2", "59s, 59", "180s, 180" })
    void anInvitationLastsWholeSeconds(String timeout, int seconds) {
        assertThat(body(complete("addParticipant").uri("invitationTimeout", timeout)).get("invitationTimeoutInSeconds").asInt())
                .isEqualTo(seconds);
    }

    @Test
    void anInvitationLastsThreeMinutesAtMost() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> body(complete("addParticipant").uri("invitationTimeout", "180001")))
                .withMessageContaining("'invitationTimeout'").withMessageContaining("is not from 0s to 180s: '180001'")
                .withMessageContaining("invitationTimeout=60s");
    }

    @ParameterizedTest
    @CsvSource({
            "createCall, callbackUri", "connect, callbackUri", "answer, callbackUri", "answer, incomingCallContext",
            "reject, incomingCallContext", "redirect, incomingCallContext", "transfer, callConnectionId",
            "addParticipant, callConnectionId", "hangUp, callConnectionId", "getCallProperties, callConnectionId",
            "play, callConnectionId" })
    void namesWhatIsMissing(String action, String option) {
        Option<?> missing = Actions.named(action).options().stream().filter(one -> one.name().equals(option)).findFirst()
                .orElseThrow();
        MapInputs all = complete(action);
        MapInputs inputs = new MapInputs(
                action, all.uri(), MapInputs.without(all.headers(), missing.header()), MapInputs.without(all.own(), option),
                null,
                MapInputs.json("{'" + option + "':'raw'}"), all.allowed(), all.wrapper());

        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Actions.named(action).request(inputs))
                .withMessageStartingWith("acs-call:" + action + " needs a value for option '" + option + "' (or header '"
                                         + missing.header() + "'")
                .extracting(InvalidInputException::option).isEqualTo(option);
    }

    @ParameterizedTest
    @CsvSource({ "c/../d, c%2F..%2Fd", "a b, a%20b", "4:+1, 4%3A%2B1" })
    void aCallIdStaysOnePartOfThePath(String call, String encoded) {
        MapInputs inputs = MapInputs.of("hangUp").uri("callConnectionId", call);

        assertThat(new HangUp().request(inputs).path()).isEqualTo("/calling/callConnections/" + encoded);
    }
}
