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

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.azure.communication.callautomation.CallAutomationClient;
import com.azure.communication.callautomation.CallAutomationClientBuilder;
import com.azure.communication.callautomation.CallConnection;
import com.azure.communication.callautomation.CallMedia;
import com.azure.communication.callautomation.CallRecording;
import com.azure.communication.callautomation.models.AddParticipantOptions;
import com.azure.communication.callautomation.models.AnswerCallOptions;
import com.azure.communication.callautomation.models.CallInvite;
import com.azure.communication.callautomation.models.CallMediaRecognizeDtmfOptions;
import com.azure.communication.callautomation.models.CreateCallOptions;
import com.azure.communication.callautomation.models.CreateGroupCallOptions;
import com.azure.communication.callautomation.models.DownloadToFileOptions;
import com.azure.communication.callautomation.models.FileSource;
import com.azure.communication.callautomation.models.PlayOptions;
import com.azure.communication.callautomation.models.PlayToAllOptions;
import com.azure.communication.callautomation.models.RecordingChannel;
import com.azure.communication.callautomation.models.RecordingContent;
import com.azure.communication.callautomation.models.RecordingFormat;
import com.azure.communication.callautomation.models.RecordingState;
import com.azure.communication.callautomation.models.RedirectCallOptions;
import com.azure.communication.callautomation.models.RejectCallOptions;
import com.azure.communication.callautomation.models.RemoveParticipantOptions;
import com.azure.communication.callautomation.models.ServerCallLocator;
import com.azure.communication.callautomation.models.StartRecordingOptions;
import com.azure.communication.callautomation.models.TransferCallToParticipantOptions;
import com.azure.communication.common.CommunicationUserIdentifier;
import com.azure.communication.common.PhoneNumberIdentifier;
import com.azure.core.http.HttpRange;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.rest.Response;
import com.azure.core.util.Context;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.BOB;
import static io.acscall.simulator.testing.CallScene.OURS;
import static io.acscall.simulator.testing.CallScene.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Microsoft's own client, over TLS as it wants it: every method that it has is called, and none is forgotten. */
class OfficialSdkWalkTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension(builder -> builder.tls());

    private static final Context NONE = Context.NONE;
    private static final PhoneNumberIdentifier CAT = new PhoneNumberIdentifier("+16045550103");
    private static final FileSource SOUND = new FileSource().setUrl("https://media.example.com/hello.wav");
    private static final List<Class<?>> CLIENTS
            = List.of(CallAutomationClient.class, CallConnection.class, CallMedia.class, CallRecording.class);
    private static final Map<String, Step> STEPS = steps();

    @TempDir
    private Path folder;

    private AcsSimulator simulator;
    private CallScene scene;
    private CallAutomationClient client;
    private String callback;

    /** Something that is done with the client; it throws when the client does not like the answer. */
    interface Step {
        void walk(OfficialSdkWalkTest test);
    }

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new CallScene(simulator).subscribed(EventGridSchema.EVENT_GRID);
        callback = scene.app().uri("/cb").toString();
        client = new CallAutomationClientBuilder().connectionString(simulator.connectionString())
                .httpClient(new JdkHttpClientBuilder(
                        HttpClient.newBuilder().sslContext(simulator.tls().orElseThrow().clientContext())).build())
                .buildClient();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    static Set<String> isWalked() {
        return STEPS.keySet();
    }

    @ParameterizedTest
    @MethodSource
    void isWalked(String method) {
        STEPS.get(method).walk(this);
    }

    @Test
    void noMethodIsForgotten() {
        List<String> methods = CLIENTS.stream().flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(OfficialSdkWalkTest::name).toList();

        assertThat(STEPS.keySet()).containsExactlyInAnyOrderElementsOf(methods);
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName() + Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName).collect(Collectors.joining(",", "(", ")"));
    }

    private static Map<String, Step> steps() {
        Map<String, Step> steps = new LinkedHashMap<>();
        clientSteps(steps);
        connectionSteps(steps);
        participantSteps(steps);
        mediaSteps(steps);
        recordingSteps(steps);
        fileSteps(steps);
        return steps;
    }

    private static void clientSteps(Map<String, Step> steps) {
        String type = "CallAutomationClient.";
        steps.put(type + "getSourceIdentity()", test -> assertThat(test.client.getSourceIdentity()).isNull());
        steps.put(type + "createCall(CallInvite,String)", test -> test.client.createCall(invite(), test.callback));
        steps.put(type + "createGroupCall(List,String)", test -> test.client.createGroupCall(
                List.of(new CommunicationUserIdentifier(BOB)), test.callback));
        steps.put(type + "createCallWithResponse(CreateCallOptions,Context)",
                test -> status(201, test.client.createCallWithResponse(new CreateCallOptions(invite(), test.callback), NONE)));
        steps.put(type + "createGroupCallWithResponse(CreateGroupCallOptions,Context)",
                test -> status(201, test.client.createGroupCallWithResponse(
                        new CreateGroupCallOptions(List.of(new CommunicationUserIdentifier(BOB)), test.callback), NONE)));
        steps.put(type + "answerCall(String,String)", test -> test.client.answerCall(test.incoming(), test.callback));
        steps.put(type + "answerCallWithResponse(AnswerCallOptions,Context)", test -> status(200,
                test.client.answerCallWithResponse(new AnswerCallOptions(test.incoming(), test.callback), NONE)));
        steps.put(type + "redirectCall(String,CallInvite)",
                test -> test.client.redirectCall(test.incoming(), new CallInvite(new CommunicationUserIdentifier(BOB))));
        steps.put(type + "redirectCallWithResponse(RedirectCallOptions,Context)",
                test -> status(204, test.client.redirectCallWithResponse(new RedirectCallOptions(
                        test.incoming(), new CallInvite(new CommunicationUserIdentifier(BOB))), NONE)));
        steps.put(type + "rejectCall(String)", test -> test.client.rejectCall(test.incoming()));
        steps.put(type + "rejectCallWithResponse(RejectCallOptions,Context)",
                test -> status(204, test.client.rejectCallWithResponse(new RejectCallOptions(test.incoming()), NONE)));
        steps.put(type + "getCallConnection(String)", test -> assertThat(test.connected().getCallProperties()).isNotNull());
        steps.put(type + "getCallRecording()", test -> assertThat(test.client.getCallRecording()).isNotNull());
    }

    private static void connectionSteps(Map<String, Step> steps) {
        String type = "CallConnection.";
        steps.put(type + "getCallProperties()",
                test -> assertThat(test.connected().getCallProperties().getTargetParticipants()).hasSize(1));
        steps.put(type + "getCallPropertiesWithResponse(Context)",
                test -> status(200, test.connected().getCallPropertiesWithResponse(NONE)));
        steps.put(type + "hangUp(boolean)", test -> test.connected().hangUp(false));
        steps.put(type + "hangUpWithResponse(boolean,Context)",
                test -> status(204, test.connected().hangUpWithResponse(true, NONE)));
        steps.put(type + "transferCallToParticipant(CommunicationIdentifier)",
                test -> assertThat(test.connected().transferCallToParticipant(CAT)).isNotNull());
        steps.put(type + "transferCallToParticipantWithResponse(TransferCallToParticipantOptions,Context)",
                test -> status(202, test.connected().transferCallToParticipantWithResponse(
                        new TransferCallToParticipantOptions(CAT), NONE)));
        steps.put(type + "getCallMedia()", test -> assertThat(test.connected().getCallMedia()).isNotNull());
    }

    private static void participantSteps(Map<String, Step> steps) {
        String type = "CallConnection.";
        PhoneNumberIdentifier ann = new PhoneNumberIdentifier(ANN);
        CallInvite cat = new CallInvite(CAT, new PhoneNumberIdentifier(OURS));
        steps.put(type + "getParticipant(CommunicationIdentifier)",
                test -> assertThat(test.connected().getParticipant(ann).getIdentifier()).isEqualTo(ann));
        steps.put(type + "getParticipantWithResponse(CommunicationIdentifier,Context)",
                test -> status(200, test.connected().getParticipantWithResponse(ann, NONE)));
        steps.put(type + "listParticipants()", test -> assertThat(test.connected().listParticipants()).hasSize(2));
        steps.put(type + "listParticipants(Context)", test -> assertThat(test.connected().listParticipants(NONE)).hasSize(2));
        steps.put(type + "addParticipant(CallInvite)",
                test -> assertThat(test.connected().addParticipant(cat).getParticipant().getIdentifier()).isEqualTo(CAT));
        steps.put(type + "addParticipantWithResponse(AddParticipantOptions,Context)",
                test -> status(202, test.connected().addParticipantWithResponse(new AddParticipantOptions(cat), NONE)));
        steps.put(type + "removeParticipant(CommunicationIdentifier)",
                test -> assertThat(test.connected().removeParticipant(ann)).isNotNull());
        steps.put(type + "removeParticipantWithResponse(RemoveParticipantOptions,Context)", test -> status(202,
                test.connected().removeParticipantWithResponse(new RemoveParticipantOptions(ann), NONE)));
    }

    private static void mediaSteps(Map<String, Step> steps) {
        String type = "CallMedia.";
        PhoneNumberIdentifier ann = new PhoneNumberIdentifier(ANN);
        CallMediaRecognizeDtmfOptions keys = new CallMediaRecognizeDtmfOptions(ann, 1);
        steps.put(type + "play(List,List)", test -> test.media().play(List.of(SOUND), List.of(ann)));
        steps.put(type + "play(PlaySource,List)", test -> test.media().play(SOUND, List.of(ann)));
        steps.put(type + "playToAll(List)", test -> test.media().playToAll(List.of(SOUND)));
        steps.put(type + "playToAll(PlaySource)", test -> test.media().playToAll(SOUND));
        steps.put(type + "playWithResponse(PlayOptions,Context)",
                test -> status(202, test.media().playWithResponse(new PlayOptions(SOUND, List.of(ann)), NONE)));
        steps.put(type + "playToAllWithResponse(PlayToAllOptions,Context)",
                test -> status(202, test.media().playToAllWithResponse(new PlayToAllOptions(SOUND), NONE)));
        steps.put(type + "startRecognizing(CallMediaRecognizeOptions)", test -> test.media().startRecognizing(keys));
        steps.put(type + "startRecognizingWithResponse(CallMediaRecognizeOptions,Context)",
                test -> status(202, test.media().startRecognizingWithResponse(keys, NONE)));
        steps.put(type + "cancelAllMediaOperations()", test -> test.media().cancelAllMediaOperations());
        steps.put(type + "cancelAllMediaOperationsWithResponse(Context)",
                test -> status(202, test.media().cancelAllMediaOperationsWithResponse(NONE)));
    }

    private static void recordingSteps(Map<String, Step> steps) {
        String type = "CallRecording.";
        steps.put(type + "start(StartRecordingOptions)",
                test -> assertThat(test.recordings().start(test.recording()).getRecordingId()).isNotBlank());
        steps.put(type + "startWithResponse(StartRecordingOptions,Context)",
                test -> status(200, test.recordings().startWithResponse(test.recording(), NONE)));
        steps.put(type + "stop(String)", test -> test.recordings().stop(test.recorded()));
        steps.put(type + "stopWithResponse(String,Context)",
                test -> status(204, test.recordings().stopWithResponse(test.recorded(), NONE)));
        steps.put(type + "pause(String)", test -> test.recordings().pause(test.recorded()));
        steps.put(type + "pauseWithResponse(String,Context)",
                test -> status(202, test.recordings().pauseWithResponse(test.recorded(), NONE)));
        steps.put(type + "resume(String)", test -> test.recordings().resume(test.paused()));
        steps.put(type + "resumeWithResponse(String,Context)",
                test -> status(202, test.recordings().resumeWithResponse(test.paused(), NONE)));
        steps.put(type + "getState(String)", test -> assertThat(
                test.recordings().getState(test.recorded()).getRecordingState()).isEqualTo(RecordingState.ACTIVE));
        steps.put(type + "getStateWithResponse(String,Context)",
                test -> status(200, test.recordings().getStateWithResponse(test.recorded(), NONE)));
    }

    private static void fileSteps(Map<String, Step> steps) {
        String type = "CallRecording.";
        HttpRange head = new HttpRange(0, 4L);
        steps.put(type + "downloadTo(String,OutputStream)", test -> {
            ByteArrayOutputStream target = new ByteArrayOutputStream();
            test.recordings().downloadTo(test.file("contentLocation"), target);
            assertThat(target.toByteArray()).startsWith('R', 'I', 'F', 'F').hasSizeGreaterThan(44);
        });
        steps.put(type + "downloadTo(String,OutputStream,HttpRange,Context)", test -> {
            ByteArrayOutputStream target = new ByteArrayOutputStream();
            test.recordings().downloadTo(test.file("contentLocation"), target, head, NONE);
            assertThat(target.toByteArray()).containsExactly('R', 'I', 'F', 'F');
        });
        steps.put(type + "downloadContent(String)", test -> assertThat(
                test.recordings().downloadContent(test.file("metadataLocation")).toString()).startsWith("{"));
        steps.put(type + "downloadContentWithResponse(String,HttpRange,Context)",
                test -> status(206, test.recordings().downloadContentWithResponse(test.file("contentLocation"), head, NONE)));
        steps.put(type + "downloadTo(String,Path)", test -> {
            test.recordings().downloadTo(test.file("contentLocation"), test.folder.resolve("call.wav"));
            assertThat(test.folder.resolve("call.wav")).isNotEmptyFile();
        });
        steps.put(type + "downloadTo(String,Path,DownloadToFileOptions,Context)", test -> {
            DownloadToFileOptions options = new DownloadToFileOptions();
            test.recordings().downloadTo(test.file("contentLocation"), test.folder.resolve("part.wav"), options, NONE);
            assertThat(test.folder.resolve("part.wav")).isNotEmptyFile();
        });
        steps.put(type + "delete(String)", test -> test.recordings().delete(test.file("deleteLocation")));
        steps.put(type + "deleteWithResponse(String,Context)",
                test -> status(200, test.recordings().deleteWithResponse(test.file("deleteLocation"), NONE)));
    }

    private static CallInvite invite() {
        return new CallInvite(new PhoneNumberIdentifier(ANN), new PhoneNumberIdentifier(OURS));
    }

    private static void status(int expected, Response<?> response) {
        assertThat(response.getStatusCode()).isEqualTo(expected);
    }

    private String incoming() {
        return simulator.placeCall(ANN, OURS).incomingCallContext();
    }

    private CallConnection connected() {
        return client.getCallConnection(scene.connected(ANN));
    }

    private CallMedia media() {
        return connected().getCallMedia();
    }

    private CallRecording recordings() {
        return client.getCallRecording();
    }

    private StartRecordingOptions recording() {
        return new StartRecordingOptions(new ServerCallLocator(connected().getCallProperties().getServerCallId()))
                .setRecordingStateCallbackUrl(callback).setRecordingContent(RecordingContent.AUDIO)
                .setRecordingChannel(RecordingChannel.MIXED).setRecordingFormat(RecordingFormat.WAV);
    }

    /** A recording that records. */
    private String recorded() {
        String id = recordings().start(recording()).getRecordingId();
        await().atMost(SOON).until(() -> RecordingState.ACTIVE.equals(recordings().getState(id).getRecordingState()));
        return id;
    }

    private String paused() {
        String id = recorded();
        recordings().pause(id);
        await().atMost(SOON).until(() -> RecordingState.INACTIVE.equals(recordings().getState(id).getRecordingState()));
        return id;
    }

    /** Where something of a recording is that is ready, as the application was told. */
    private String file(String location) {
        recordings().stop(recorded());
        await().atMost(SOON).until(() -> !scene.app().received("RecordingFileStatusUpdated").isEmpty());
        return scene.app().received("RecordingFileStatusUpdated").get(0).event()
                .at("/data/recordingStorageInfo/recordingChunks/0/" + location).asText();
    }
}
