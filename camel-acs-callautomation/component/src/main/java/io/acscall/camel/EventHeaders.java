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

import io.acscall.camel.action.Tones;
import io.acscall.camel.client.Participant;
import io.acscall.camel.event.CallEvent;
import org.apache.camel.Message;

/**
 * The headers that events of some types have beside the ids and the result: a table from the fields of the payload.
 */
final class EventHeaders {

    private static final Map<String, BiConsumer<Map<String, Object>, Map<String, Object>>> BY_TYPE = Map.ofEntries(
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

    /** Sets the headers of an event; without those whose field is missing. */
    static void set(Message message, CallEvent event) {
        of(event).forEach(message::setHeader);
    }

    private static Map<String, Object> of(CallEvent event) {
        BiConsumer<Map<String, Object>, Map<String, Object>> writer = BY_TYPE.get(event.shortType());
        if (writer == null) {
            return Map.of();
        }
        Map<String, Object> headers = new LinkedHashMap<>();
        writer.accept(event.data(), headers);
        recordingIdOfSubject(event, headers);
        return headers;
    }

    private static void incomingCall(Map<String, Object> data, Map<String, Object> headers) {
        put(headers, AcsCallConstants.FROM, person(data.get("from")));
        put(headers, AcsCallConstants.TO, person(data.get("to")));
        put(headers, AcsCallConstants.REMOTE_PARTY, person(data.get("from")));
        put(headers, AcsCallConstants.INCOMING_CALL_CONTEXT, text(data, "incomingCallContext"));
        put(headers, AcsCallConstants.CALLER_DISPLAY_NAME, text(data, "callerDisplayName"));
    }

    private static void wholeCall(Map<String, Object> data, Map<String, Object> headers) {
        put(headers, AcsCallConstants.GROUP_CALL_ID, text(object(data, "group"), "id"));
        put(headers, AcsCallConstants.ROOM_ID, text(object(data, "room"), "id"));
    }

    private static void participantOfCall(Map<String, Object> data, Map<String, Object> headers) {
        wholeCall(data, headers);
        put(headers, AcsCallConstants.PARTICIPANT, person(object(data, "user").get("communicationIdentifier")));
    }

    private static void participant(Map<String, Object> data, Map<String, Object> headers) {
        put(headers, AcsCallConstants.PARTICIPANT, person(data.get("participant")));
    }

    private static void participants(Map<String, Object> data, Map<String, Object> headers) {
        List<String> people = new ArrayList<>();
        for (Object one : list(data, "participants")) {
            String person = one instanceof Map<?, ?> participant ? person(participant.get("identifier")) : null;
            if (person != null) {
                people.add(person);
            }
        }
        headers.put(AcsCallConstants.PARTICIPANTS, people);
    }

    private static void invitation(Map<String, Object> data, Map<String, Object> headers) {
        put(headers, AcsCallConstants.INVITATION_ID, text(data, "invitationId"));
    }

    private static void recognition(Map<String, Object> data, Map<String, Object> headers) {
        List<String> tones = new ArrayList<>();
        list(object(data, "dtmfResult"), "tones").forEach(tone -> tones.add(Tones.key(String.valueOf(tone))));
        put(headers, AcsCallConstants.TONES, tones.isEmpty() ? null : String.join("", tones));
        put(headers, AcsCallConstants.CHOICE, text(object(data, "choiceResult"), "label"));
        put(headers, AcsCallConstants.CHOICE_PHRASE, text(object(data, "choiceResult"), "recognizedPhrase"));
        put(headers, AcsCallConstants.SPEECH, text(object(data, "speechResult"), "speech"));
        for (String result : List.of("choiceResult", "speechResult")) {
            put(headers, AcsCallConstants.CONFIDENCE,
                    object(data, result).get("confidence") instanceof Number confidence ? confidence.doubleValue() : null);
        }
    }

    private static void tone(Map<String, Object> data, Map<String, Object> headers) {
        String tone = text(data, "tone");
        put(headers, AcsCallConstants.TONES, tone == null ? null : Tones.key(tone));
    }

    private static void recording(Map<String, Object> data, Map<String, Object> headers) {
        put(headers, AcsCallConstants.RECORDING_ID, text(data, "recordingId"));
        put(headers, AcsCallConstants.RECORDING_STATE, text(data, "state"));
    }

    private static void recordingFile(Map<String, Object> data, Map<String, Object> headers) {
        List<?> chunks = list(object(data, "recordingStorageInfo"), "recordingChunks");
        put(headers, AcsCallConstants.CONTENT_LOCATIONS, locations(chunks, "contentLocation"));
        put(headers, AcsCallConstants.METADATA_LOCATIONS, locations(chunks, "metadataLocation"));
        put(headers, AcsCallConstants.DELETE_LOCATIONS, locations(chunks, "deleteLocation"));
    }

    private static List<String> locations(List<?> chunks, String field) {
        return chunks.stream().map(chunk -> chunk instanceof Map<?, ?> parts ? text(parts, field) : null)
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

    private static String person(Object identifier) {
        try {
            return identifier instanceof Map<?, ?> fields && !fields.isEmpty()
                    ? Participant.fromFields(fields).notation() : null;
        } catch (IllegalArgumentException e) {
            // an identifier of a form that is not known yet stays in the body
            return null;
        }
    }

    private static Map<?, ?> object(Map<?, ?> json, String field) {
        return json.get(field) instanceof Map<?, ?> object ? object : Map.of();
    }

    private static List<?> list(Map<?, ?> json, String field) {
        return json.get(field) instanceof List<?> list ? list : List.of();
    }

    private static String text(Map<?, ?> json, String field) {
        Object value = json.get(field);
        return value == null || value instanceof Map || value instanceof List ? null : value.toString();
    }

    private static void put(Map<String, Object> headers, String name, Object value) {
        if (value != null) {
            headers.put(name, value);
        }
    }
}
