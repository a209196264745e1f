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

import java.util.Arrays;
import java.util.List;

/**
 * The 38 callback events and the api-version that brought each: a request of an older version never causes a newer
 * event.
 */
public enum CallbackEventType {

    CALL_CONNECTED("CallConnected", Since.MARCH_2023),
    CALL_DISCONNECTED("CallDisconnected", Since.MARCH_2023),
    CREATE_CALL_FAILED("CreateCallFailed", Since.SEPTEMBER_2024),
    ANSWER_FAILED("AnswerFailed", Since.SEPTEMBER_2024),
    CONNECT_FAILED("ConnectFailed", Since.SEPTEMBER_2024),
    PARTICIPANTS_UPDATED("ParticipantsUpdated", Since.MARCH_2023),
    ADD_PARTICIPANT_SUCCEEDED("AddParticipantSucceeded", Since.MARCH_2023),
    ADD_PARTICIPANT_FAILED("AddParticipantFailed", Since.MARCH_2023),
    CANCEL_ADD_PARTICIPANT_SUCCEEDED("CancelAddParticipantSucceeded", Since.OCTOBER_2023),
    CANCEL_ADD_PARTICIPANT_FAILED("CancelAddParticipantFailed", Since.OCTOBER_2023),
    REMOVE_PARTICIPANT_SUCCEEDED("RemoveParticipantSucceeded", Since.MARCH_2023),
    REMOVE_PARTICIPANT_FAILED("RemoveParticipantFailed", Since.MARCH_2023),
    MOVE_PARTICIPANT_SUCCEEDED("MoveParticipantSucceeded", Since.MARCH_2026),
    MOVE_PARTICIPANT_FAILED("MoveParticipantFailed", Since.MARCH_2026),
    CALL_TRANSFER_ACCEPTED("CallTransferAccepted", Since.MARCH_2023),
    CALL_TRANSFER_FAILED("CallTransferFailed", Since.MARCH_2023),
    PLAY_STARTED("PlayStarted", Since.SEPTEMBER_2024),
    PLAY_COMPLETED("PlayCompleted", Since.MARCH_2023),
    PLAY_FAILED("PlayFailed", Since.MARCH_2023),
    PLAY_CANCELED("PlayCanceled", Since.MARCH_2023),
    RECOGNIZE_COMPLETED("RecognizeCompleted", Since.MARCH_2023),
    RECOGNIZE_FAILED("RecognizeFailed", Since.MARCH_2023),
    RECOGNIZE_CANCELED("RecognizeCanceled", Since.MARCH_2023),
    CONTINUOUS_DTMF_TONE_RECEIVED("ContinuousDtmfRecognitionToneReceived", Since.OCTOBER_2023),
    CONTINUOUS_DTMF_TONE_FAILED("ContinuousDtmfRecognitionToneFailed", Since.OCTOBER_2023),
    CONTINUOUS_DTMF_STOPPED("ContinuousDtmfRecognitionStopped", Since.OCTOBER_2023),
    SEND_DTMF_TONES_COMPLETED("SendDtmfTonesCompleted", Since.OCTOBER_2023),
    SEND_DTMF_TONES_FAILED("SendDtmfTonesFailed", Since.OCTOBER_2023),
    HOLD_FAILED("HoldFailed", Since.SEPTEMBER_2024),
    MEDIA_STREAMING_STARTED("MediaStreamingStarted", Since.MAY_2025),
    MEDIA_STREAMING_STOPPED("MediaStreamingStopped", Since.MAY_2025),
    MEDIA_STREAMING_FAILED("MediaStreamingFailed", Since.MAY_2025),
    TRANSCRIPTION_STARTED("TranscriptionStarted", Since.MAY_2025),
    TRANSCRIPTION_UPDATED("TranscriptionUpdated", Since.MAY_2025),
    TRANSCRIPTION_STOPPED("TranscriptionStopped", Since.MAY_2025),
    TRANSCRIPTION_FAILED("TranscriptionFailed", Since.MAY_2025),
    RECORDING_STATE_CHANGED("RecordingStateChanged", Since.MARCH_2023),
    START_RECORDING_FAILED("StartRecordingFailed", Since.JUNE_2025);

    /** What every type begins with. */
    public static final String PREFIX = "Microsoft.Communication.";

    private final String shortName;
    private final String since;

    CallbackEventType(String shortName, String since) {
        this.shortName = shortName;
        this.since = since;
    }

    /** The name without prefix. */
    public String shortName() {
        return shortName;
    }

    /** The value of {@code type}. */
    public String wireName() {
        return PREFIX + shortName;
    }

    /** Whether a call that was made with the given api-version causes this event. */
    public boolean existsIn(String apiVersion) {
        return since.compareTo(apiVersion) <= 0;
    }

    /** The names without prefix, as the service documents them. */
    public static List<String> shortNames() {
        return Arrays.stream(values()).map(CallbackEventType::shortName).toList();
    }

    /** Stable api-versions as they appear in the table; ISO dates, so they compare as text. */
    static final class Since {
        static final String MARCH_2023 = "2023-03-06";
        static final String OCTOBER_2023 = "2023-10-15";
        static final String SEPTEMBER_2024 = "2024-09-15";
        static final String MAY_2025 = "2025-05-15";
        static final String JUNE_2025 = "2025-06-15";
        static final String MARCH_2026 = "2026-03-12";

        private Since() {
        }
    }
}
