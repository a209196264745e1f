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
package io.acscall.simulator.sdk;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

import com.azure.communication.callautomation.CallAutomationClient;
import com.azure.communication.callautomation.CallAutomationClientBuilder;
import com.azure.communication.callautomation.CallAutomationEventParser;
import com.azure.communication.callautomation.CallConnection;
import com.azure.communication.callautomation.models.AddParticipantOptions;
import com.azure.communication.callautomation.models.AddParticipantResult;
import com.azure.communication.callautomation.models.CallInvite;
import com.azure.communication.callautomation.models.CallParticipant;
import com.azure.communication.callautomation.models.RemoveParticipantOptions;
import com.azure.communication.callautomation.models.TransferCallToParticipantOptions;
import com.azure.communication.callautomation.models.events.AddParticipantFailed;
import com.azure.communication.callautomation.models.events.AddParticipantSucceeded;
import com.azure.communication.callautomation.models.events.CallAutomationEventBase;
import com.azure.communication.callautomation.models.events.CallTransferAccepted;
import com.azure.communication.callautomation.models.events.CallTransferFailed;
import com.azure.communication.callautomation.models.events.ParticipantsUpdated;
import com.azure.communication.callautomation.models.events.RemoveParticipantFailed;
import com.azure.communication.callautomation.models.events.RemoveParticipantSucceeded;
import com.azure.communication.common.CommunicationIdentifier;
import com.azure.communication.common.CommunicationUserIdentifier;
import com.azure.communication.common.MicrosoftTeamsUserIdentifier;
import com.azure.communication.common.PhoneNumberIdentifier;
import com.azure.core.credential.AzureKeyCredential;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.util.Context;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.BOB;
import static io.acscall.simulator.testing.CallScene.OURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Microsoft's own client and parser in all that they know about who is in a call. */
class OfficialSdkParticipantsTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private static final String CAT = "+16045550103";
    private static final String TEAMS_USER = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";

    private AcsSimulator simulator;
    private CallScene scene;
    private CallAutomationClient client;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new CallScene(simulator);
        client = new CallAutomationClientBuilder().endpoint("https://127.0.0.1:" + simulator.port())
                .httpClient(new PlainHttpClient(new JdkHttpClientBuilder().build()))
                .credential(new AzureKeyCredential(AcsSimulator.DEVELOPMENT_KEY)).buildClient();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    /** A call that this client made, with its connection. */
    private CallConnection connected() {
        CallConnection connection
                = client.createCall(new CallInvite(new CommunicationUserIdentifier(BOB)), scene.app().uri("/cb").toString())
                        .getCallConnection();
        scene.awaitEvent(connection.getCallProperties().getCallConnectionId(), "ParticipantsUpdated");
        return connection;
    }

    private static String id(CallConnection connection) {
        return connection.getCallProperties().getCallConnectionId();
    }

    private static CallInvite number(String number) {
        return new CallInvite(new PhoneNumberIdentifier(number), new PhoneNumberIdentifier(OURS));
    }

    /** The first event of a type that the application has got, as the SDK reads it. */
    private <T extends CallAutomationEventBase> T parsed(Class<T> type) {
        return scene.app().received(type.getSimpleName()).stream()
                .flatMap(received -> CallAutomationEventParser.parseEvents(Json.text(received.body())).stream())
                .map(type::cast).findFirst().orElseThrow();
    }

    private static List<CommunicationIdentifier> identifiers(Iterable<CallParticipant> participants) {
        return StreamSupport.stream(participants.spliterator(), false).map(CallParticipant::getIdentifier)
                .toList();
    }

    @Test
    void addsAndListsAndFindsAndRemovesParticipants() {
        CallConnection call = connected();
        AddParticipantResult added = call.addParticipantWithResponse(new AddParticipantOptions(number(ANN))
                .setOperationContext("add").setInvitationTimeout(Duration.ofSeconds(30)), Context.NONE).getValue();
        scene.awaitEvent(id(call), "AddParticipantSucceeded");
        call.addParticipant(new CallInvite(new MicrosoftTeamsUserIdentifier(TEAMS_USER)));
        scene.awaitEvents(id(call), "ParticipantsUpdated", 3);
        List<CommunicationIdentifier> listed = identifiers(call.listParticipants());
        CallParticipant found = call.getParticipant(new PhoneNumberIdentifier(ANN));
        String context = call.removeParticipantWithResponse(
                new RemoveParticipantOptions(new PhoneNumberIdentifier(ANN)).setOperationContext("out"), Context.NONE)
                .getValue().getOperationContext();
        scene.awaitEvent(id(call), "RemoveParticipantSucceeded");

        assertThat(added.getParticipant().getIdentifier()).isEqualTo(new PhoneNumberIdentifier(ANN));
        assertThat(added.getOperationContext()).isEqualTo("add");
        assertThat(listed).hasSize(4).contains(new PhoneNumberIdentifier(ANN), new CommunicationUserIdentifier(BOB),
                new MicrosoftTeamsUserIdentifier(TEAMS_USER));
        assertThat(found.getIdentifier()).isEqualTo(new PhoneNumberIdentifier(ANN));
        assertThat(found.isMuted()).isFalse();
        assertThat(context).isEqualTo("out");
        assertThat(identifiers(call.listParticipants())).doesNotContain(new PhoneNumberIdentifier(ANN));
    }

    @Test
    void transfersACall() {
        CallConnection call = connected();
        String id = id(call);
        String context = call.transferCallToParticipantWithResponse(
                new TransferCallToParticipantOptions(new PhoneNumberIdentifier(CAT)).setOperationContext("on"), Context.NONE)
                .getValue().getOperationContext();
        scene.awaitEvent(id, "CallTransferAccepted");
        scene.awaitEvent(id, "CallDisconnected");
        HttpResponseException gone = catchThrowableOfType(HttpResponseException.class, call::getCallProperties);

        assertThat(context).isEqualTo("on");
        assertThat(parsed(CallTransferAccepted.class).getResultInformation().getSubCode()).isEqualTo(7015);
        assertThat(gone.getResponse().getStatusCode()).isEqualTo(404);
    }

    @Test
    void transfersToAUserAndHearsOfARefusal() {
        simulator.person(CAT).declines();
        CallConnection call = connected();
        call.transferCallToParticipant(new PhoneNumberIdentifier(CAT));
        scene.awaitEvent(id(call), "CallTransferFailed");
        simulator.person(CAT).busy();
        call.addParticipant(number(CAT));
        scene.awaitEvent(id(call), "AddParticipantFailed");
        call.removeParticipant(new PhoneNumberIdentifier(CAT));
        scene.awaitEvent(id(call), "RemoveParticipantFailed");

        assertThat(parsed(CallTransferFailed.class).getResultInformation().getCode()).isEqualTo(603);
        assertThat(parsed(AddParticipantFailed.class).getParticipant()).isEqualTo(new PhoneNumberIdentifier(CAT));
        assertThat(parsed(AddParticipantFailed.class).getResultInformation().getSubCode()).isEqualTo(560486);
        assertThat(parsed(RemoveParticipantFailed.class).getResultInformation().getCode()).isEqualTo(404);
        assertThat(catchThrowableOfType(HttpResponseException.class,
                () -> call.getParticipant(new PhoneNumberIdentifier(CAT))).getResponse().getStatusCode()).isEqualTo(404);
    }

    @Test
    void itsParserReadsWhoCameAndWent() {
        CallConnection call = connected();
        call.addParticipant(number(ANN));
        scene.awaitEvents(id(call), "ParticipantsUpdated", 2);
        call.removeParticipant(new PhoneNumberIdentifier(ANN));
        scene.awaitEvents(id(call), "ParticipantsUpdated", 3);

        assertThat(parsed(AddParticipantSucceeded.class).getParticipant()).isEqualTo(new PhoneNumberIdentifier(ANN));
        assertThat(parsed(RemoveParticipantSucceeded.class).getParticipant()).isEqualTo(new PhoneNumberIdentifier(ANN));
        assertThat(identifiers(parsed(ParticipantsUpdated.class).getParticipants()))
                .contains(new CommunicationUserIdentifier(BOB));
    }

    @Test
    void hangsUpForItselfAndForAll() {
        CallConnection leaving = connected();
        leaving.addParticipant(number(ANN));
        String id = id(leaving);
        scene.awaitEvents(id, "ParticipantsUpdated", 2);
        leaving.hangUp(false);
        scene.awaitEvent(id, "CallDisconnected");
        assertThat(simulator.callOf(ANN).orElseThrow().onTheLine()).hasSize(2);

        CallConnection ending = connected();
        ending.addParticipant(number(CAT));
        String other = id(ending);
        scene.awaitEvents(other, "ParticipantsUpdated", 2);
        ending.hangUp(true);
        scene.awaitEvent(other, "CallDisconnected");
        assertThat(simulator.callOf(CAT)).isEmpty();
    }
}
