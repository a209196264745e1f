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
package io.acscall.camel.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The event types that are known: the 38 that Call Automation posts to a callback address, and the six calling events
 * of Event Grid. It is a catalogue for options, docs and tests; an event whose type is not in it is read and delivered
 * all the same.
 */
public enum CallEventType {

    CALL_CONNECTED("CallConnected", Family.CALL, "2023-03-06"),
    CALL_DISCONNECTED("CallDisconnected", Family.CALL, "2023-03-06"),
    CREATE_CALL_FAILED("CreateCallFailed", Family.CALL, "2024-09-15"),
    ANSWER_FAILED("AnswerFailed", Family.CALL, "2024-09-15"),
    CONNECT_FAILED("ConnectFailed", Family.CALL, "2024-09-15"),
    PARTICIPANTS_UPDATED("ParticipantsUpdated", Family.PARTICIPANT, "2023-03-06"),
    ADD_PARTICIPANT_SUCCEEDED("AddParticipantSucceeded", Family.PARTICIPANT, "2023-03-06"),
    ADD_PARTICIPANT_FAILED("AddParticipantFailed", Family.PARTICIPANT, "2023-03-06"),
    CANCEL_ADD_PARTICIPANT_SUCCEEDED("CancelAddParticipantSucceeded", Family.PARTICIPANT, "2023-10-15"),
    CANCEL_ADD_PARTICIPANT_FAILED("CancelAddParticipantFailed", Family.PARTICIPANT, "2023-10-15"),
    REMOVE_PARTICIPANT_SUCCEEDED("RemoveParticipantSucceeded", Family.PARTICIPANT, "2023-03-06"),
    REMOVE_PARTICIPANT_FAILED("RemoveParticipantFailed", Family.PARTICIPANT, "2023-03-06"),
    MOVE_PARTICIPANT_SUCCEEDED("MoveParticipantSucceeded", Family.PARTICIPANT, "2026-03-12"),
    MOVE_PARTICIPANT_FAILED("MoveParticipantFailed", Family.PARTICIPANT, "2026-03-12"),
    CALL_TRANSFER_ACCEPTED("CallTransferAccepted", Family.TRANSFER, "2023-03-06"),
    CALL_TRANSFER_FAILED("CallTransferFailed", Family.TRANSFER, "2023-03-06"),
    PLAY_STARTED("PlayStarted", Family.PLAY, "2024-09-15"),
    PLAY_COMPLETED("PlayCompleted", Family.PLAY, "2023-03-06"),
    PLAY_FAILED("PlayFailed", Family.PLAY, "2023-03-06"),
    PLAY_CANCELED("PlayCanceled", Family.PLAY, "2023-03-06"),
    RECOGNIZE_COMPLETED("RecognizeCompleted", Family.RECOGNIZE, "2023-03-06"),
    RECOGNIZE_FAILED("RecognizeFailed", Family.RECOGNIZE, "2023-03-06"),
    RECOGNIZE_CANCELED("RecognizeCanceled", Family.RECOGNIZE, "2023-03-06"),
    CONTINUOUS_DTMF_RECOGNITION_TONE_RECEIVED("ContinuousDtmfRecognitionToneReceived", Family.DTMF, "2023-10-15"),
    CONTINUOUS_DTMF_RECOGNITION_TONE_FAILED("ContinuousDtmfRecognitionToneFailed", Family.DTMF, "2023-10-15"),
    CONTINUOUS_DTMF_RECOGNITION_STOPPED("ContinuousDtmfRecognitionStopped", Family.DTMF, "2023-10-15"),
    SEND_DTMF_TONES_COMPLETED("SendDtmfTonesCompleted", Family.DTMF, "2023-10-15"),
    SEND_DTMF_TONES_FAILED("SendDtmfTonesFailed", Family.DTMF, "2023-10-15"),
    HOLD_FAILED("HoldFailed", Family.HOLD, "2024-09-15"),
    MEDIA_STREAMING_STARTED("MediaStreamingStarted", Family.MEDIA_STREAMING, "2025-05-15"),
    MEDIA_STREAMING_STOPPED("MediaStreamingStopped", Family.MEDIA_STREAMING, "2025-05-15"),
    MEDIA_STREAMING_FAILED("MediaStreamingFailed", Family.MEDIA_STREAMING, "2025-05-15"),
    TRANSCRIPTION_STARTED("TranscriptionStarted", Family.TRANSCRIPTION, "2025-05-15"),
    TRANSCRIPTION_UPDATED("TranscriptionUpdated", Family.TRANSCRIPTION, "2025-05-15"),
    TRANSCRIPTION_STOPPED("TranscriptionStopped", Family.TRANSCRIPTION, "2025-05-15"),
    TRANSCRIPTION_FAILED("TranscriptionFailed", Family.TRANSCRIPTION, "2025-05-15"),
    RECORDING_STATE_CHANGED("RecordingStateChanged", Family.RECORDING, "2023-03-06"),
    START_RECORDING_FAILED("StartRecordingFailed", Family.RECORDING, "2025-06-15"),
    INCOMING_CALL("IncomingCall", Family.CALL),
    CALL_STARTED("CallStarted", Family.CALL),
    CALL_ENDED("CallEnded", Family.CALL),
    CALL_PARTICIPANT_ADDED("CallParticipantAdded", Family.PARTICIPANT),
    CALL_PARTICIPANT_REMOVED("CallParticipantRemoved", Family.PARTICIPANT),
    RECORDING_FILE_STATUS_UPDATED("RecordingFileStatusUpdated", Family.RECORDING);

    /** What an event is about. */
    public enum Family {
        CALL,
        PARTICIPANT,
        TRANSFER,
        PLAY,
        RECOGNIZE,
        DTMF,
        HOLD,
        MEDIA_STREAMING,
        TRANSCRIPTION,
        RECORDING
    }

    /** What the full name of each of the service's calling events begins with. */
    public static final String PREFIX = "Microsoft.Communication.";

    private static final Map<String, CallEventType> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(type -> key(type.shortName), Function.identity()));

    private final String shortName;
    private final Family family;
    private final String since;
    private final EventKind kind;

    CallEventType(String shortName, Family family, String since) {
        this(shortName, family, since, EventKind.CALLBACK);
    }

    CallEventType(String shortName, Family family) {
        this(shortName, family, null, EventKind.EVENT_GRID);
    }

    CallEventType(String shortName, Family family, String since, EventKind kind) {
        this.shortName = shortName;
        this.family = family;
        this.since = since;
        this.kind = kind;
    }

    /** {@return the name that people use, such as {@code CallConnected}} */
    public String shortName() {
        return shortName;
    }

    /** {@return the name on the wire, such as {@code Microsoft.Communication.CallConnected}} */
    public String fullName() {
        return PREFIX + shortName;
    }

    /** {@return what it is about} */
    public Family family() {
        return family;
    }

    /** {@return the first stable api-version that has it; empty for Event Grid events, which have none} */
    public Optional<String> since() {
        return Optional.ofNullable(since);
    }

    /** {@return the road it takes} */
    public EventKind kind() {
        return kind;
    }

    /**
     * Looks a type up, case ignored.
     *
     * @param  name a short or full name; {@code null} finds nothing
     * @return      the type, empty where the catalogue has none of that name
     */
    public static Optional<CallEventType> find(String name) {
        return name == null ? Optional.empty() : Optional.ofNullable(BY_NAME.get(key(shortName(name.strip()))));
    }

    /**
     * The name without the service's prefix, case of the prefix ignored.
     *
     * @param  type a full or short name, known or not
     * @return      the part after {@link #PREFIX}; the name itself where it begins otherwise
     */
    public static String shortName(String type) {
        return type.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) ? type.substring(PREFIX.length()) : type;
    }

    private static String key(String shortName) {
        return shortName.toLowerCase(Locale.ROOT);
    }
}
