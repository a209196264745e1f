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
package io.acscall.simulator.fault;

import java.util.Map;
import java.util.Set;

/** Which events tell the outcome of which operation: those that can come before its answer. */
final class ActionOutcomes {

    private static final Set<String> CONNECTION = Set.of("CallConnected", "CreateCallFailed", "AnswerFailed", "ConnectFailed",
            "CallDisconnected");
    private static final Set<String> END = Set.of("CallDisconnected");
    private static final Set<String> PARTICIPANTS = Set.of("ParticipantsUpdated", "HoldFailed");
    private static final Set<String> STREAMING
            = Set.of("MediaStreamingStarted", "MediaStreamingStopped", "MediaStreamingFailed");
    private static final Set<String> TRANSCRIPTION = Set.of("TranscriptionStarted", "TranscriptionStopped",
            "TranscriptionUpdated", "TranscriptionFailed");
    private static final Set<String> RECORDING = Set.of("RecordingStateChanged", "StartRecordingFailed");

    private static final Map<String, Set<String>> BY_OPERATION = Map.ofEntries(
            Map.entry("createCall", CONNECTION), Map.entry("answerCall", CONNECTION), Map.entry("connectCall", CONNECTION),
            Map.entry("hangUp", END), Map.entry("terminateCall", END),
            Map.entry("transferCallToParticipant", Set.of("CallTransferAccepted", "CallTransferFailed")),
            Map.entry("addParticipant", Set.of("AddParticipantSucceeded", "AddParticipantFailed")),
            Map.entry("removeParticipant", Set.of("RemoveParticipantSucceeded", "RemoveParticipantFailed")),
            Map.entry("cancelAddParticipantOperation",
                    Set.of("CancelAddParticipantSucceeded", "CancelAddParticipantFailed")),
            Map.entry("moveParticipants", Set.of("MoveParticipantSucceeded", "MoveParticipantFailed")),
            Map.entry("muteParticipant", PARTICIPANTS), Map.entry("hold", PARTICIPANTS), Map.entry("unhold", PARTICIPANTS),
            Map.entry("play", Set.of("PlayCompleted", "PlayFailed", "PlayCanceled")),
            Map.entry("recognize", Set.of("RecognizeCompleted", "RecognizeFailed", "RecognizeCanceled")),
            Map.entry("cancelAllMediaOperations", Set.of("PlayCanceled", "RecognizeCanceled")),
            Map.entry("startContinuousDtmfRecognition",
                    Set.of("ContinuousDtmfRecognitionToneReceived", "ContinuousDtmfRecognitionToneFailed")),
            Map.entry("stopContinuousDtmfRecognition", Set.of("ContinuousDtmfRecognitionStopped")),
            Map.entry("sendDtmfTones", Set.of("SendDtmfTonesCompleted", "SendDtmfTonesFailed")),
            Map.entry("startMediaStreaming", STREAMING), Map.entry("stopMediaStreaming", STREAMING),
            Map.entry("startTranscription", TRANSCRIPTION), Map.entry("stopTranscription", TRANSCRIPTION),
            Map.entry("updateTranscription", TRANSCRIPTION), Map.entry("startRecording", RECORDING),
            Map.entry("stopRecording", RECORDING), Map.entry("pauseRecording", RECORDING),
            Map.entry("resumeRecording", RECORDING));

    private ActionOutcomes() {
    }

    /** Event types without prefix; empty when the operation has no outcome but its answer. */
    static Set<String> of(String operation) {
        return BY_OPERATION.getOrDefault(operation, Set.of());
    }
}
