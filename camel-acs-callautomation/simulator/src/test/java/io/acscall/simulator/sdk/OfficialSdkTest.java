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

import java.time.OffsetDateTime;
import java.util.List;

import com.azure.communication.callautomation.CallAutomationClient;
import com.azure.communication.callautomation.CallAutomationClientBuilder;
import com.azure.communication.callautomation.CallAutomationEventParser;
import com.azure.communication.callautomation.CallConnection;
import com.azure.communication.callautomation.models.AnswerCallResult;
import com.azure.communication.callautomation.models.CallConnectionProperties;
import com.azure.communication.callautomation.models.CallConnectionState;
import com.azure.communication.callautomation.models.CallInvite;
import com.azure.communication.callautomation.models.CreateCallResult;
import com.azure.communication.callautomation.models.CreateGroupCallOptions;
import com.azure.communication.callautomation.models.FileSource;
import com.azure.communication.callautomation.models.events.CallAutomationEventBase;
import com.azure.communication.common.CommunicationUserIdentifier;
import com.azure.communication.common.PhoneNumberIdentifier;
import com.azure.core.credential.AccessToken;
import com.azure.core.credential.AzureKeyCredential;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.util.Context;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.call.IncomingCall;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.BOB;
import static io.acscall.simulator.testing.CallScene.OURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Microsoft's own client as an independent judge: it accepts only the documented statuses and bodies. */
class OfficialSdkTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private AcsSimulator simulator;
    private CallScene scene;
    private CallAutomationClient client;
    private String callback;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new CallScene(simulator);
        client = builder().credential(new AzureKeyCredential(AcsSimulator.DEVELOPMENT_KEY)).buildClient();
        callback = scene.app().uri("/cb").toString();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private CallAutomationClientBuilder builder() {
        return new CallAutomationClientBuilder().endpoint("https://127.0.0.1:" + simulator.port())
                .httpClient(new PlainHttpClient(new JdkHttpClientBuilder().build()));
    }

    @Test
    void createsACallAndReadsItsProperties() {
        CreateCallResult created
                = client.createCall(new CallInvite(new PhoneNumberIdentifier(ANN), new PhoneNumberIdentifier(OURS)), callback);
        CallConnectionProperties begun = created.getCallConnectionProperties();
        scene.awaitEvent(begun.getCallConnectionId(), "ParticipantsUpdated");
        CallConnectionProperties now = created.getCallConnection().getCallProperties();

        assertThat(begun.getCallConnectionState()).isEqualTo(CallConnectionState.CONNECTING);
        assertThat(begun.getSourceCallerIdNumber().getPhoneNumber()).isEqualTo(OURS);
        assertThat(now.getCallConnectionState()).isEqualTo(CallConnectionState.CONNECTED);
        assertThat(now.getTargetParticipants()).containsExactly(new PhoneNumberIdentifier(ANN));
        assertThat(now.getServerCallId()).isNotBlank();
        assertThat(now.getCorrelationId()).isEqualTo(begun.getCorrelationId());
        assertThat(now.getSource()).isInstanceOf(CommunicationUserIdentifier.class);
        assertThat(now.getCallbackUrl()).isEqualTo(callback);
    }

    @Test
    void createsAGroupCall() {
        CreateGroupCallOptions options = new CreateGroupCallOptions(
                List.of(new PhoneNumberIdentifier(ANN), new CommunicationUserIdentifier(BOB)), callback)
                .setSourceCallIdNumber(new PhoneNumberIdentifier(OURS)).setOperationContext("group");
        CreateCallResult created = client.createGroupCallWithResponse(options, Context.NONE).getValue();
        String id = created.getCallConnectionProperties().getCallConnectionId();

        assertThat(scene.awaitEvents(id, "ParticipantsUpdated", 2).path("participants")).hasSize(3);
        assertThat(scene.awaitEvent(id, "CallConnected").path("operationContext").asText()).isEqualTo("group");
    }

    @Test
    void answersACallPlaysAndHangsUp() {
        IncomingCall call = simulator.placeCall(ANN, OURS);
        AnswerCallResult answered = client.answerCall(call.incomingCallContext(), callback);
        String id = answered.getCallConnectionProperties().getCallConnectionId();
        scene.awaitEvent(id, "ParticipantsUpdated");
        CallConnection connection = client.getCallConnection(id);
        connection.getCallMedia().playToAll(new FileSource().setUrl("https://media.example.com/hello.wav"));
        scene.awaitEvent(id, "PlayCompleted");
        connection.getCallMedia().play(new FileSource().setUrl("https://media.example.com/hello.wav"),
                List.of(new PhoneNumberIdentifier(ANN)));
        scene.awaitEvents(id, "PlayCompleted", 2);
        connection.hangUp(false);
        scene.awaitEvent(id, "CallDisconnected");

        assertThat(answered.getCallConnectionProperties().getCallConnectionState())
                .isEqualTo(CallConnectionState.fromString("unknown"));
        assertThat(scene.types(id)).as("an old client gets old events").doesNotContain("PlayStarted");
    }

    @Test
    void rejectsRedirectsAndTerminates() {
        client.rejectCall(simulator.placeCall(ANN, OURS).incomingCallContext());
        client.redirectCall(simulator.placeCall(ANN, OURS).incomingCallContext(),
                new CallInvite(new CommunicationUserIdentifier(BOB)));
        CreateCallResult created = client.createCall(new CallInvite(new CommunicationUserIdentifier(BOB)), callback);
        created.getCallConnection().hangUp(true);

        scene.awaitEvent(created.getCallConnectionProperties().getCallConnectionId(), "CallDisconnected");
    }

    @Test
    void itsParserReadsEveryEventThatItKnows() {
        simulator.person(ANN).declines();
        client.createCall(new CallInvite(new PhoneNumberIdentifier(ANN), new PhoneNumberIdentifier(OURS)), callback);
        String id = scene.connected(BOB);
        scene.client().post(CallScene.CALLS + "/" + id + ":play", "{\"playSources\":[{\"kind\":\"file\",\"file\":"
                                                                  + "{\"uri\":\"https://media.example.com/x.wav\"}}]}");
        scene.awaitEvent(id, "PlayCompleted");
        scene.client().delete(CallScene.CALLS + "/" + id);
        scene.awaitEvent(id, "CallDisconnected");

        assertThat(scene.app().received()).isNotEmpty().allSatisfy(request -> {
            List<CallAutomationEventBase> events = CallAutomationEventParser.parseEvents(Json.text(request.body()));
            List<String> unknownToIt = List.of("PlayStarted", "CreateCallFailed");
            assertThat(events).as(request.type()).hasSize(unknownToIt.contains(request.type()) ? 0 : 1);
            events.forEach(event -> {
                assertThat(event.getClass().getSimpleName()).isEqualTo(request.type());
                assertThat(event.getCallConnectionId()).isNotBlank();
                assertThat(event.getServerCallId()).isNotBlank();
                assertThat(event.getCorrelationId()).isNotBlank();
            });
        });
    }

    @Test
    void aRefusalBecomesItsException() {
        HttpResponseException gone = catchThrowableOfType(HttpResponseException.class,
                () -> client.getCallConnection("unknown").getCallProperties());
        CallAutomationClient stranger
                = builder().credential(new AzureKeyCredential("YW5vdGhlciBrZXkgdGhhbiBvdXJzLCBidXQgbG9uZw==")).buildClient();
        HttpResponseException refused = catchThrowableOfType(HttpResponseException.class,
                () -> stranger.getCallConnection("unknown").getCallProperties());

        assertThat(gone.getResponse().getStatusCode()).isEqualTo(404);
        assertThat(gone).hasMessageContaining("8522");
        assertThat(refused.getResponse().getStatusCode()).isEqualTo(401);
    }

    @Test
    void signsInWithAToken() {
        CallAutomationClient withToken = builder().credential(
                request -> Mono.just(new AccessToken("token", OffsetDateTime.now().plusHours(1)))).buildClient();

        withToken.rejectCall(simulator.placeCall(ANN, OURS).incomingCallContext());
        assertThat(simulator.timeline().requests("rejectCall")).hasSize(1)
                .allSatisfy(entry -> assertThat(entry.headers().get("authorization")).isEqualTo("Bearer ***"));
    }
}
