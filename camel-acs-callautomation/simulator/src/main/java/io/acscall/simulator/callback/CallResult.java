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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/** The results that events carry: code, sub code, message, and for telephone legs what SIP and Q.850 say. */
public enum CallResult {

    SUCCESS(200, 0, ""),
    MEDIA_COMPLETED(200, 0, "Action completed successfully."),
    MEDIA_CANCELED(400, 8508, "Action failed, the operation was canceled."),
    MAX_TONES(200, 8531, "Action completed, max digits received."),
    STOP_TONE(200, 8514, "Action completed as stop tone was detected."),
    KEY_CHOSEN(200, 8533, "Action completed, DTMF option matched."),
    PHRASE_CHOSEN(200, 8545, "Action completed, a spoken option matched."),
    SPEECH_RECOGNIZED(200, 8569, "Action completed, speech recognized."),
    INITIAL_SILENCE(400, 8510, "Action failed, initial silence timeout reached."),
    SILENCE_BETWEEN_TONES(400, 8532, "Action failed, inter-digit silence timeout reached."),
    WRONG_TONE(400, 8534, "Action failed, incorrect tone detected."),
    CHOICE_NOT_MATCHED(400, 8547, "Action failed, speech option was not matched."),
    SPEECH_NOT_RECOGNIZED(400, 8563, "Action failed, speech could not be recognized."),
    ENDED_BY_API(200, 7000, "Call was ended through the API. DiagCode: 0#7000.@"),
    ENDED_FOR_OTHER_LEG(200, 5001, "The call has ended. DiagCode: 0#5001.@"),
    CALLER_HUNG_UP_PSTN(200, 540000, "The caller ended the call. DiagCode: 0#540000.@"),
    CALLEE_HUNG_UP_PSTN(0, 560000, "The telephone side ended the call. DiagCode: 0#560000.@"),
    DECLINED(603, 0, "Decline. DiagCode: 603#0.@", 603, "Decline", 21, "Call rejected"),
    DECLINED_BY_ALL(487, 10024, "The call was declined by all callees. DiagCode: 487#10024.@"),
    BUSY(486, 560486, "Busy Here. DiagCode: 486#560486.@", 486, "Busy Here", 17, "User busy"),
    NOT_ANSWERED(487, 10004, "Not answered in time. DiagCode: 487#10004.@", 487, "Request Terminated", 19,
                 "No answer from user"),
    CALLER_CANCELLED(487, 0, "The caller cancelled the call. DiagCode: 487#0.@"),
    REMOVED(200, 5300, "The participant was removed from the call. DiagCode: 0#5300.@"),
    TRANSFERRED(200, 7015, "The transfer operation completed successfully."),
    MEDIA_STREAMING_FAILED(400, 8603, "Media streaming failed."),
    MEDIA_STREAMING_CANCELED(400, 8604, "Media streaming was canceled."),
    TRANSCRIPTION_FAILED(500, 8578, "Transcription failed."),
    TRANSCRIPTION_CANCELED(400, 8579, "Transcription was canceled."),
    TRANSCRIPTION_SHUTDOWN(500, 8580, "Transcription was shut down by the service."),
    STREAM_URL(400, 8581, "The transport URL of the stream is missing or invalid."),
    SPEECH_MODEL(400, 8605, "The custom speech model is not supported."),
    PROMPT_FORMAT(400, 8535, "Action failed, file format is invalid."),
    PROMPT_DOWNLOAD(400, 8536, "Action failed, the file could not be downloaded."),
    PROMPT_SPEECH(400, 8565, "Action failed, could not reach Cognitive Services."),
    PROMPT_FAILED(500, 8511, "Action failed, the prompt could not be played."),
    BEEP_FAILED(500, 8512, "Action failed, the beep could not be played."),
    PLAY_SHUTDOWN(500, 8572, "Action failed, the player was shut down."),
    DUPLICATE_RECORDING(400, 8553, "Only one recording of a given type is supported in a call."),
    RECORDING_CONFLICT(400, 8571, "The recording conflicts with another one."),
    UNKNOWN_ERROR(500, 9999, "Unknown internal error."),
    OWN_PARTICIPANT(400, 8502, "Action is invalid for the application's own participant."),
    CONFLICT(409, 8519, "Conflict: another action on this participant is under way, or it cannot be done here."),
    CONVERSATION_ENDED(200, 7000, "The conversation has ended. DiagCode: 0#7000.@"),
    TONES_NOT_TAKEN(400, 8523, "The target cannot receive tones."),
    CALL_NOT_FOUND(404, 8522, "Call not found."),
    PARTICIPANT_NOT_FOUND(404, 8522, "Participant not found."),
    INVITATION_NOT_FOUND(404, 8522, "Invitation not found."),
    NOT_IN_SOURCE_CALL(404, 8522, "Participant not found in the source call.");

    private final int code;
    private final int subCode;
    private final String message;
    private final int sipCode;
    private final String sipMessage;
    private final int q850Code;
    private final String q850Message;

    CallResult(int code, int subCode, String message) {
        this(code, subCode, message, 0, null, 0, null);
    }

    CallResult(int code, int subCode, String message, int sipCode, String sipMessage, int q850Code, String q850Message) {
        this.code = code;
        this.subCode = subCode;
        this.message = message;
        this.sipCode = sipCode;
        this.sipMessage = sipMessage;
        this.q850Code = q850Code;
        this.q850Message = q850Message;
    }

    /** A failure by its sub code; the first if there are several. */
    public static Optional<CallResult> failure(int subCode) {
        return Arrays.stream(values()).filter(result -> !result.success() && result.subCode == subCode).findFirst();
    }

    /** The sub codes of all failures. */
    public static Set<Integer> failures() {
        return Arrays.stream(values()).filter(result -> !result.success()).map(CallResult::subCode)
                .collect(Collectors.toUnmodifiableSet());
    }

    public int code() {
        return code;
    }

    public int subCode() {
        return subCode;
    }

    public String message() {
        return message;
    }

    /** Whether this tells that something was done, not that it failed. */
    public boolean success() {
        return code == 200 || code == 0;
    }

    /**
     * The {@code resultInformation} of an event.
     *
     * @param telephone whether the details of the telephone network are to be shown, where there are any
     */
    public ObjectNode toJson(boolean telephone) {
        ObjectNode json = Json.object().put("code", code).put("subCode", subCode).put("message", message);
        if (telephone && sipMessage != null) {
            json.putObject("sipDetails").put("code", sipCode).put("message", sipMessage);
            json.putObject("q850Details").put("code", q850Code).put("message", q850Message);
        }
        return json;
    }
}
