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

import com.azure.communication.callautomation.CallAutomationClient;
import com.azure.communication.callautomation.CallAutomationClientBuilder;
import com.azure.communication.callautomation.CallConnection;
import com.azure.communication.callautomation.CallRecording;
import com.azure.communication.callautomation.models.CallMediaRecognizeDtmfOptions;
import com.azure.communication.callautomation.models.FileSource;
import com.azure.communication.callautomation.models.RecordingState;
import com.azure.communication.callautomation.models.RecordingStateResult;
import com.azure.communication.callautomation.models.ServerCallLocator;
import com.azure.communication.callautomation.models.StartRecordingOptions;
import com.azure.communication.common.PhoneNumberIdentifier;
import com.azure.core.credential.AzureKeyCredential;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.acscall.simulator.testing.CallScene.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Microsoft's own client asks people for keys, cancels what is played, and records. */
class OfficialSdkMediaTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

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

    @Test
    void asksForKeysAndCancelsWhatIsPlayed() {
        simulator.person(ANN).presses("12");
        String id = scene.connected(ANN);
        CallConnection connection = client.getCallConnection(id);
        connection.getCallMedia().startRecognizing(new CallMediaRecognizeDtmfOptions(new PhoneNumberIdentifier(ANN), 2));
        scene.awaitEvent(id, "RecognizeCompleted");
        connection.getCallMedia().playToAll(new FileSource().setUrl("https://media.example.com/hello.wav"));
        connection.getCallMedia().cancelAllMediaOperations();

        assertThat(simulator.timeline().requests("cancelAllMediaOperations")).hasSize(1)
                .allSatisfy(entry -> assertThat(entry.status()).isEqualTo(202));
    }

    @Test
    void recordsPausesGoesOnAndStops() {
        String id = scene.connected(ANN);
        String serverCallId = client.getCallConnection(id).getCallProperties().getServerCallId();
        CallRecording recording = client.getCallRecording();
        RecordingStateResult started
                = recording.start(new StartRecordingOptions(new ServerCallLocator(serverCallId))
                        .setRecordingStateCallbackUrl(scene.app().uri("/recording").toString()));
        String recordingId = started.getRecordingId();
        awaitState(recording, recordingId, RecordingState.ACTIVE);
        recording.pause(recordingId);
        awaitState(recording, recordingId, RecordingState.INACTIVE);
        recording.resume(recordingId);
        awaitState(recording, recordingId, RecordingState.ACTIVE);
        recording.stop(recordingId);

        await().until(() -> !scene.app().received("RecordingStateChanged").isEmpty());
    }

    private static void awaitState(CallRecording recording, String id, RecordingState state) {
        await().until(() -> state.equals(recording.getState(id).getRecordingState()));
    }
}
