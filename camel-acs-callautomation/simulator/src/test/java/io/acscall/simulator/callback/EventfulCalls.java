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
package io.acscall.simulator.callback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.fault.OutcomeRule;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import io.acscall.simulator.testing.StreamApp;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.BOB;
import static io.acscall.simulator.testing.CallScene.CALLS;
import static io.acscall.simulator.testing.CallScene.OURS;
import static org.assertj.core.api.Assertions.assertThat;

/** Calls in which everything happens that the service has an event for. */
final class EventfulCalls {

    private static final String CAT = "+16045550103";
    private static final String FILE = "{'kind':'file','file':{'uri':'https://media.example.com/x.wav'}}";
    private static final String KEYS = "'recognizeInputType':'dtmf','operationContext':'ctx'";

    private final AcsSimulator simulator;
    private final CallScene scene;

    EventfulCalls(CallScene scene) {
        this.simulator = scene.simulator();
        this.scene = scene;
    }

    void callsThatFail() {
        simulator.person(ANN).declines();
        scene.awaitEvent(scene.create(ANN), "CreateCallFailed");
        simulator.person(ANN).accepts();
        ServiceClient.Answer joining = scene.client().post(CALLS + ":connect",
                Json.text(json("{'callLocator':{'kind':'roomCallLocator','roomId':'1'},'operationContext':'ctx'}")
                        .put("callbackUri", scene.app().uri("/cb").toString())));
        scene.awaitEvent(joining.body().path("callConnectionId").asText(), "ConnectFailed");
    }

    void people() {
        String id = scene.connected(BOB);
        post(202, id, "/participants:add", with("participantToAdd", ANN, "'sourceCallerIdNumber':{'value':'" + OURS + "'}"));
        scene.awaitEvent(id, "AddParticipantSucceeded");
        post(202, id, "/participants:remove", with("participantToRemove", ANN, "'operationContext':'ctx'"));
        scene.awaitEvent(id, "RemoveParticipantSucceeded");
        post(202, id, "/participants:remove", with("participantToRemove", ANN, "'operationContext':'ctx'"));
        scene.awaitEvent(id, "RemoveParticipantFailed");
        simulator.person(CAT).busy();
        post(202, id, "/participants:add", with("participantToAdd", CAT, "'sourceCallerIdNumber':{'value':'" + OURS + "'}"));
        scene.awaitEvent(id, "AddParticipantFailed");
        simulator.person(CAT).doesNotAnswer();
        String invitation = post(202, id, "/participants:add",
                with("participantToAdd", CAT, "'sourceCallerIdNumber':{'value':'" + OURS + "'}")).path("invitationId").asText();
        post(202, id, "/participants:cancelAddParticipant", json("{'invitationId':'" + invitation + "'}"));
        scene.awaitEvent(id, "CancelAddParticipantSucceeded");
        post(202, id, "/participants:cancelAddParticipant", json("{'invitationId':'" + invitation + "'}"));
        scene.awaitEvent(id, "CancelAddParticipantFailed");
    }

    void movesAndTransfers() {
        simulator.person(CAT).declines();
        String here = scene.connected(ANN);
        String from = scene.connected(BOB);
        ObjectNode move = json("{'targetParticipants':[],'operationContext':'ctx'}").put("fromCall", from);
        move.withArray("targetParticipants").add(Identifier.of(CAT).toJson()).add(Identifier.of(BOB).toJson());
        post(202, here, "/participants:moveHere", move);
        scene.awaitEvent(here, "MoveParticipantFailed");
        scene.awaitEvent(here, "MoveParticipantSucceeded");
        String id = scene.connected(ANN);
        post(202, id, ":transferToParticipant", with("targetParticipant", CAT, "'operationContext':'ctx'"));
        scene.awaitEvent(id, "CallTransferFailed");
        simulator.person(CAT).accepts();
        post(202, id, ":transferToParticipant", with("targetParticipant", CAT, "'operationContext':'ctx'"));
        scene.awaitEvent(id, "CallTransferAccepted");
        scene.awaitEvent(id, "CallDisconnected");
    }

    void prompts() {
        String id = scene.connected(ANN);
        ObjectNode play = json("{'operationContext':'ctx','playSources':[" + FILE + "]}");
        post(202, id, ":play", play);
        scene.awaitEvent(id, "PlayCompleted");
        simulator.faults().outcomes(OutcomeRule.of("play").fails(8536).times(1));
        post(202, id, ":play", play);
        scene.awaitEvent(id, "PlayFailed");
        post(202, id, ":play", json("{'operationContext':'ctx','playSources':[" + FILE + "],'playOptions':{'loop':true}}"));
        post(202, id, ":cancelAllMediaOperations", json("{}"));
        scene.awaitEvent(id, "PlayCanceled");
    }

    void recognitions() {
        simulator.person(ANN).presses("12").says("hello").chooses("yes").staysSilent();
        String id = scene.connected(ANN);
        recognize(id, KEYS, "'dtmfOptions':{'maxTonesToCollect':2}");
        scene.awaitEvents(id, "RecognizeCompleted", 1);
        recognize(id, "'recognizeInputType':'speech'", "'speechOptions':{'endSilenceTimeoutInMs':500}");
        scene.awaitEvents(id, "RecognizeCompleted", 2);
        recognize(id, "'recognizeInputType':'choices'", "'choices':[{'label':'yes','phrases':['yes','sure']}]");
        scene.awaitEvents(id, "RecognizeCompleted", 3);
        recognize(id, KEYS, "'dtmfOptions':{'maxTonesToCollect':2}");
        scene.awaitEvent(id, "RecognizeFailed");
        recognize(id, KEYS + ",'playPrompt':" + FILE, "'initialSilenceTimeoutInSeconds':20");
        post(202, id, ":cancelAllMediaOperations", json("{}"));
        scene.awaitEvent(id, "RecognizeCanceled");
    }

    void keysAndHold() {
        String id = scene.connected(ANN);
        ObjectNode tones = with("targetParticipant", ANN, "'tones':['one','pound'],'operationContext':'ctx'");
        ObjectNode listen = with("targetParticipant", ANN, "'operationContext':'ctx'");
        post(202, id, ":sendDtmfTones", tones);
        scene.awaitEvent(id, "SendDtmfTonesCompleted");
        post(200, id, ":startContinuousDtmfRecognition", listen);
        simulator.press(id, ANN, "1");
        scene.awaitEvent(id, "ContinuousDtmfRecognitionToneReceived");
        post(200, id, ":stopContinuousDtmfRecognition", listen);
        scene.awaitEvent(id, "ContinuousDtmfRecognitionStopped");
        simulator.faults().outcomes(OutcomeRule.of("sendDtmfTones")).outcomes(OutcomeRule.of("hold"))
                .outcomes(OutcomeRule.of("startContinuousDtmfRecognition"));
        post(202, id, ":sendDtmfTones", tones);
        scene.awaitEvent(id, "SendDtmfTonesFailed");
        post(200, id, ":hold", listen);
        scene.awaitEvent(id, "HoldFailed");
        post(200, id, ":startContinuousDtmfRecognition", listen);
        simulator.press(id, ANN, "1");
        scene.awaitEvent(id, "ContinuousDtmfRecognitionToneFailed");
    }

    void streams() {
        try (StreamApp app = new StreamApp()) {
            String id = streaming(app.uri("/stream").toString());
            scene.awaitEvent(id, "MediaStreamingStarted");
            scene.awaitEvent(id, "TranscriptionStarted");
            post(202, id, ":updateTranscription", json("{'locale':'de-DE','operationContext':'ctx'}"));
            scene.awaitEvent(id, "TranscriptionUpdated");
            post(202, id, ":stopMediaStreaming", json("{'operationContext':'ctx'}"));
            post(202, id, ":stopTranscription", json("{'operationContext':'ctx'}"));
            scene.awaitEvent(id, "MediaStreamingStopped");
            scene.awaitEvent(id, "TranscriptionStopped");
        }
        String failing = streaming("ws://127.0.0.1:1/nobody");
        scene.awaitEvent(failing, "MediaStreamingFailed");
        scene.awaitEvent(failing, "TranscriptionFailed");
    }

    void recordings() {
        String id = scene.connected(ANN);
        ObjectNode start = json("{}").put("callConnectionId", id).put("recordingStateCallbackUri",
                scene.app().uri("/recording").toString());
        assertThat(scene.client().post("/calling/recordings", Json.text(start)).status()).isEqualTo(200);
        simulator.awaitCallback("RecordingStateChanged", CallScene.SOON);
        simulator.hangUp(id, ANN);
        scene.awaitEvent(id, "CallDisconnected");
        simulator.faults().outcomes(OutcomeRule.of("startRecording"));
        start.put("callConnectionId", scene.connected(BOB));
        assertThat(scene.client().post("/calling/recordings", Json.text(start)).status()).isEqualTo(200);
        simulator.awaitCallback("StartRecordingFailed", CallScene.SOON);
    }

    private String streaming(String address) {
        ObjectNode body = scene.createBody(ANN);
        body.set("mediaStreamingOptions", json("{'transportType':'websocket','audioChannelType':'mixed','contentType':'audio',"
                                               + "'startMediaStreaming':true}")
                .put("transportUrl", address));
        body.set("transcriptionOptions", json("{'transportType':'websocket','locale':'en-US','startTranscription':true}")
                .put("transportUrl", address));
        return scene.client().post(CALLS, Json.text(body)).body().path("callConnectionId").asText();
    }

    private void recognize(String id, String members, String options) {
        ObjectNode body = json("{" + members + "}");
        body.set("recognizeOptions", with("targetParticipant", ANN, options));
        post(202, id, ":recognize", body);
    }

    private JsonNode post(int status, String id, String end, ObjectNode body) {
        ServiceClient.Answer answer = scene.client().post(CALLS + "/" + id + end, Json.text(body));
        assertThat(answer.status()).as("%s %s", end, answer.body()).isEqualTo(status);
        return answer.body();
    }

    private static ObjectNode with(String member, String person, String others) {
        return json("{" + others + "}").set(member, Identifier.of(person).toJson());
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
