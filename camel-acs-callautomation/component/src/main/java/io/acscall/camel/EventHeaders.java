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
package io.acscall.camel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.camel.action.Tones;
import io.acscall.camel.client.Participant;
import io.acscall.camel.event.CallEvent;

/**
 * The headers that events of some types have beside the ids and the result: a table from the fields of the payload.
 */
final class EventHeaders {

    private static final Map<String, BiConsumer<JsonNode, Map<String, Object>>> BY_TYPE = Map.ofEntries(
            Map.entry("IncomingCall", EventHeaders::incomingCall),
            Map.entry("CallStarted", EventHeaders::wholeCall),
            Map.entry("CallEnded", EventHeaders::wholeCall),
            Map.entry("CallParticipantAdded", EventHeaders::participantOfCall),
            Map.entry("CallParticipantRemoved", EventHeaders::participantOfCall),
            Map.entry("RecordingFileStatusUpdated", EventHeaders::recordingFile),
            Map.entry("ParticipantsUpdated", EventHeaders::participants),
            Map.entry("AddParticipantSucceeded", EventHeaders::participant),
            Map.entry("AddParticipantFailed", EventHeaders::participant),
            Map.entry("RemoveParticipantSucceeded", EventHeaders::participant),
            Map.entry("RemoveParticipantFailed", EventHeaders::participant),
            Map.entry("MoveParticipantSucceeded", EventHeaders::participant),
            Map.entry("MoveParticipantFailed", EventHeaders::participant),
            Map.entry("CancelAddParticipantSucceeded", EventHeaders::invitation),
            Map.entry("CancelAddParticipantFailed", EventHeaders::invitation),
            Map.entry("RecognizeCompleted", EventHeaders::recognition),
            Map.entry("ContinuousDtmfRecognitionToneReceived", EventHeaders::tone),
            Map.entry("RecordingStateChanged", EventHeaders::recording),
            Map.entry("StartRecordingFailed", EventHeaders::recording));

    private EventHeaders() {
    }

    /** The headers of an event; without those whose field is missing. */
    static Map<String, Object> of(CallEvent event) {
        Map<String, Object> headers = new LinkedHashMap<>();
        BiConsumer<JsonNode, Map<String, Object>> writer = BY_TYPE.get(event.shortType());
        if (writer != null) {
            writer.accept(event.toJson().path("data"), headers);
            recordingIdOfSubject(event, headers);
        }
        return headers;
    }

    private static void incomingCall(JsonNode data, Map<String, Object> headers) {
        put(headers, AcsCallConstants.FROM, person(data.path("from")));
        put(headers, AcsCallConstants.TO, person(data.path("to")));
        put(headers, AcsCallConstants.REMOTE_PARTY, person(data.path("from")));
        put(headers, AcsCallConstants.INCOMING_CALL_CONTEXT, text(data, "incomingCallContext"));
        put(headers, AcsCallConstants.CALLER_DISPLAY_NAME, text(data, "callerDisplayName"));
    }

    private static void wholeCall(JsonNode data, Map<String, Object> headers) {
        put(headers, AcsCallConstants.GROUP_CALL_ID, text(data.path("group"), "id"));
        put(headers, AcsCallConstants.ROOM_ID, text(data.path("room"), "id"));
    }

    private static void participantOfCall(JsonNode data, Map<String, Object> headers) {
        wholeCall(data, headers);
        put(headers, AcsCallConstants.PARTICIPANT, person(data.path("user").path("communicationIdentifier")));
    }

    private static void participant(JsonNode data, Map<String, Object> headers) {
        put(headers, AcsCallConstants.PARTICIPANT, person(data.path("participant")));
    }

    private static void participants(JsonNode data, Map<String, Object> headers) {
        List<String> people = new ArrayList<>();
        data.path("participants").forEach(one -> {
            String person = person(one.path("identifier"));
            if (person != null) {
                people.add(person);
            }
        });
        headers.put(AcsCallConstants.PARTICIPANTS, people);
    }

    private static void invitation(JsonNode data, Map<String, Object> headers) {
        put(headers, AcsCallConstants.INVITATION_ID, text(data, "invitationId"));
    }

    private static void recognition(JsonNode data, Map<String, Object> headers) {
        List<String> tones = new ArrayList<>();
        data.path("dtmfResult").path("tones").forEach(tone -> tones.add(Tones.key(tone.asText())));
        put(headers, AcsCallConstants.TONES, tones.isEmpty() ? null : String.join("", tones));
        put(headers, AcsCallConstants.CHOICE, text(data.path("choiceResult"), "label"));
        put(headers, AcsCallConstants.CHOICE_PHRASE, text(data.path("choiceResult"), "recognizedPhrase"));
        put(headers, AcsCallConstants.SPEECH, text(data.path("speechResult"), "speech"));
        for (String result : List.of("choiceResult", "speechResult")) {
            JsonNode confidence = data.path(result).path("confidence");
            put(headers, AcsCallConstants.CONFIDENCE, confidence.isNumber() ? confidence.doubleValue() : null);
        }
    }

    private static void tone(JsonNode data, Map<String, Object> headers) {
        String tone = text(data, "tone");
        put(headers, AcsCallConstants.TONES, tone == null ? null : Tones.key(tone));
    }

    private static void recording(JsonNode data, Map<String, Object> headers) {
        put(headers, AcsCallConstants.RECORDING_ID, text(data, "recordingId"));
        put(headers, AcsCallConstants.RECORDING_STATE, text(data, "state"));
    }

    private static void recordingFile(JsonNode data, Map<String, Object> headers) {
        JsonNode chunks = data.path("recordingStorageInfo").path("recordingChunks");
        put(headers, AcsCallConstants.CONTENT_LOCATIONS, locations(chunks, "contentLocation"));
        put(headers, AcsCallConstants.METADATA_LOCATIONS, locations(chunks, "metadataLocation"));
        put(headers, AcsCallConstants.DELETE_LOCATIONS, locations(chunks, "deleteLocation"));
    }

    private static List<String> locations(JsonNode chunks, String field) {
        return StreamSupport.stream(chunks.spliterator(), false).map(chunk -> text(chunk, field))
                .filter(Objects::nonNull).collect(Collectors.toList());
    }

    /** The file event names the recording in its subject alone: …/recordingId/ID. */
    private static void recordingIdOfSubject(CallEvent event, Map<String, Object> headers) {
        String marker = "/recordingId/";
        int start = event.subject() == null ? -1 : event.subject().indexOf(marker);
        if (start >= 0) {
            headers.putIfAbsent(AcsCallConstants.RECORDING_ID, event.subject().substring(start + marker.length()));
        }
    }

    private static String person(JsonNode identifier) {
        try {
            return identifier.isObject() && !identifier.isEmpty() ? Participant.fromJson(identifier).notation() : null;
        } catch (IllegalArgumentException e) {
            // an identifier of a form that is not known yet stays in the body
            return null;
        }
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    private static void put(Map<String, Object> headers, String name, Object value) {
        if (value != null) {
            headers.put(name, value);
        }
    }
}
