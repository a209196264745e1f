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

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.client.JsonForm;
import io.acscall.camel.client.Participant;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** What actions make of the service's answers. */
class ResultsTest {

    private static final String FULL
            = "{'callConnectionId':'c-1','callConnectionState':'connected','serverCallId':'s-1','correlationId':'k-1',"
              + "'targets':[{'kind':'phoneNumber','rawId':'4:+16041234567','phoneNumber':{'value':'+16041234567'}}],"
              + "'source':{'kind':'communicationUser','rawId':'8:acs:r_u','communicationUser':{'id':'8:acs:r_u'}},"
              + "'sourceCallerIdNumber':{'kind':'phoneNumber','value':'+18005550100'},'sourceDisplayName':'Contoso',"
              + "'answeredBy':{'id':'8:acs:r_b'},'callbackUri':'https://a.example.com/e?t=1','mediaSubscriptionId':'m-1'}";

    private static ServiceResponse answer(String json) {
        return new ServiceResponse(200, null, MapInputs.json(json), "request-1");
    }

    private static ActionResult result(String action, String json) {
        return Actions.named(action).result(MapInputs.of(action).awaited(), answer(json));
    }

    @ParameterizedTest
    @ValueSource(strings = { "createCall", "createGroupCall", "connect", "answer", "getCallProperties" })
    void readsACall(String action) {
        ActionResult result = result(action, FULL);

        CallProperties call = (CallProperties) result.body();
        assertThat(call.callConnectionId()).isEqualTo("c-1");
        assertThat(call.callConnectionState()).isEqualTo("connected");
        assertThat(call.serverCallId()).isEqualTo("s-1");
        assertThat(call.correlationId()).isEqualTo("k-1");
        assertThat(call.targets()).containsExactly(Participant.parse("+16041234567"));
        assertThat(call.source()).isEqualTo(Participant.parse("8:acs:r_u"));
        assertThat(call.sourceCallerId()).isEqualTo(Participant.parse("+18005550100"));
        assertThat(call.sourceDisplayName()).isEqualTo("Contoso");
        assertThat(call.answeredBy()).isEqualTo(Participant.parse("8:acs:r_b"));
        assertThat(call.callbackUri()).isEqualTo("https://a.example.com/e?t=1");
        assertThat(call.toJson()).isEqualTo(MapInputs.json(FULL));
        assertThat(result.headers()).containsEntry("CamelAcsCallConnectionId", "c-1")
                .containsEntry("CamelAcsCallServerCallId", "s-1").containsEntry("CamelAcsCallCorrelationId", "k-1");
    }

    @ParameterizedTest
    @ValueSource(strings = { "createCall", "createGroupCall", "connect", "answer", "getCallProperties" })
    void readsACallWhereTheServiceSaysNothing(String action) {
        ActionResult result = result(action, "{'callConnectionId':'c-1','serverCallId':null,'source':null,'targets':null}");

        CallProperties call = (CallProperties) result.body();
        assertThat(call.callConnectionId()).isEqualTo("c-1");
        assertThat(call).extracting(CallProperties::callConnectionState, CallProperties::serverCallId,
                CallProperties::correlationId, CallProperties::source, CallProperties::sourceCallerId,
                CallProperties::sourceDisplayName, CallProperties::answeredBy, CallProperties::callbackUri).containsOnlyNulls();
        assertThat(call.targets()).isEmpty();
        // an id of an earlier call must not stay
        assertThat(result.headers()).containsEntry("CamelAcsCallServerCallId", null)
                .containsEntry("CamelAcsCallCorrelationId", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{}", "null", "'+1604'", "{'kind':'future','future':{'id':'x'}}", "{'phoneNumber':{}}",
            "{'rawId':'4:+1','phoneNumber':{'value':'+2'}}" })
    void aPersonThatCannotBeReadSpoilsNoCallThatWasMade(String odd) {
        String json = "{'callConnectionId':'c-1','source':" + odd + ",'targets':[" + odd + ",{'rawId':'8:acs:r_u'}],"
                      + "'sourceCallerIdNumber':{},'answeredBy':{'id':null}}";

        CallProperties call = (CallProperties) result("createCall", json).body();

        assertThat(call.targets()).containsExactly(Participant.parse("8:acs:r_u"));
        assertThat(call.source()).isNull();
        assertThat(call.sourceCallerId()).isNull();
        assertThat(call.answeredBy()).isNull();
        assertThat(call.toJson()).isEqualTo(MapInputs.json(json));
    }

    @Test
    void anAnswerWithoutABodyIsACallOfWhichNothingIsKnown() {
        ActionResult result = CreateCall.one().result(MapInputs.of("createCall"), new ServiceResponse(201, null, null, "id"));

        assertThat(((CallProperties) result.body()).toJson()).isEmpty();
        assertThat(result.headers()).containsEntry("CamelAcsCallConnectionId", null);
    }

    @Test
    void theOneWhoIsCalledIsTheRemoteParty() {
        assertThat(result("createCall", FULL).headers()).containsEntry("CamelAcsCallRemoteParty", "+16041234567");
        assertThat(result("createGroupCall", "{'targets':[{'rawId':'4:+16041234567'},{'rawId':'8:acs:r_u'}]}").headers())
                .containsEntry("CamelAcsCallRemoteParty", null);
        assertThat(result("answer", FULL).headers()).doesNotContainKey("CamelAcsCallRemoteParty");
    }

    @Test
    void readsWhomItHasInvited() {
        ActionResult result = result("addParticipant", "{'participant':{'identifier':{'rawId':'4:+16041234567'},'isMuted':true,"
                                                       + "'isOnHold':false,'later':1},'invitationId':'i-1','operationContext':'wire:mine'}");

        AddParticipantResult added = (AddParticipantResult) result.body();
        assertThat(added.invitationId()).isEqualTo("i-1");
        assertThat(added.operationContext()).isEqualTo("mine");
        assertThat(added.participant().id()).isEqualTo("+16041234567");
        assertThat(added.participant().muted()).isTrue();
        assertThat(added.participant().onHold()).isFalse();
        assertThat(added.participant().toJson().get("later").asInt()).isEqualTo(1);
        assertThat(added.toJson().get("operationContext").asText()).isEqualTo("mine");
        assertThat(result.headers()).containsOnlyKeys("CamelAcsCallInvitationId").containsValue("i-1");
    }

    @Test
    void readsAnInvitationOfWhichNothingIsSaid() {
        AddParticipantResult added = (AddParticipantResult) result("addParticipant", "{'operationContext':'wire:'}").body();

        assertThat(added.invitationId()).isNull();
        assertThat(added.operationContext()).isNull();
        assertThat(added.participant().participant()).isNull();
        assertThat(added.participant().id()).isNull();
        assertThat(added.toJson()).isEmpty();
    }

    @Test
    void readsWhomItHasMoved() {
        ServiceResponse response = answer("{'participants':[{'identifier':{'rawId':'8:acs:r_u'}},{}],'fromCall':'c-0',"
                                          + "'operationContext':'plain'}");

        MoveParticipantsResult moved = MoveParticipantsResult.read(MapInputs.of("moveParticipants"), response);

        assertThat(moved.participants()).extracting(CallParticipant::id).containsExactly("8:acs:r_u", null);
        assertThat(moved.fromCallConnectionId()).isEqualTo("c-0");
        assertThat(moved.operationContext()).isEqualTo("plain");
    }

    @Test
    void readsOneParticipant() {
        ActionResult result = result("getParticipant", "{'identifier':{'rawId':'8:acs:r_u'},'isOnHold':true}");

        assertThat(((CallParticipant) result.body()).id()).isEqualTo("8:acs:r_u");
        assertThat(((CallParticipant) result.body()).onHold()).isTrue();
        assertThat(result.headers()).isEmpty();
    }

    @Test
    void readsParticipantsPageByPage() {
        ListParticipants list = new ListParticipants();
        String link = "https://a.communication.azure.com/calling/callConnections/c-1/participants?skip=1";
        ServiceResponse first = answer("{'value':[{'identifier':{'rawId':'8:acs:r_u'}}],'nextLink':'" + link + "'}");
        ServiceResponse last = answer("{'value':[{'identifier':{'rawId':'4:+16041234567'}},{}],'nextLink':''}");

        assertThat(list.next(first)).get().extracting(ServiceRequest::path).isEqualTo(link);
        assertThat(list.next(last)).isEmpty();
        assertThat(list.next(answer("{}"))).isEmpty();
        assertThat(list.result(MapInputs.of(list), List.of(first, last)).body()).asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting(one -> ((CallParticipant) one).id()).containsExactly("8:acs:r_u", "+16041234567", null);
        assertThat(list.result(MapInputs.of(list), answer("{}")).body()).isEqualTo(List.of());
    }

    @Test
    void readingLeavesTheAnswerAsItIs() {
        ServiceResponse response = answer("{'operationContext':'wire:mine'}");

        AddParticipantResult.read(MapInputs.of("addParticipant").awaited(), response);

        assertThat(response.body()).isEqualTo(MapInputs.json("{'operationContext':'wire:mine'}"));
    }

    @Test
    void theJsonOfAResultIsTheCallersToChange() {
        JsonForm call = (JsonForm) result("createCall", FULL).body();

        ObjectNode json = call.toJson();
        json.removeAll();
        ((ObjectNode) ((CallProperties) call).toJson().get("source")).removeAll();

        assertThat(call.toJson()).isEqualTo(MapInputs.json(FULL));
        assertThatException().isThrownBy(() -> ((CallProperties) call).targets().clear());
    }

    @Test
    void noResultNamesPeopleInALog() {
        ServiceResponse response = answer("{'participant':{'identifier':{'rawId':'4:+16041234567'}},'participants':"
                                          + "[{'identifier':{'rawId':'4:+16041234567'}}],'operationContext':'c','invitationId':'i-1'}");
        MapInputs inputs = MapInputs.of("x");

        assertThat(List.of(result("createCall", FULL).body(), AddParticipantResult.read(inputs, response),
                MoveParticipantsResult.read(inputs, response), AddParticipantResult.read(inputs, response).participant()))
                .allSatisfy(result -> assertThat(result.toString()).doesNotContain("604123").doesNotContain("Contoso")
                        .doesNotContain("a.example.com"));
        assertThat(result("createCall", FULL).body())
                .hasToString("CallProperties[callConnectionId=c-1, callConnectionState=connected, targets=1]");
    }
}
