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
package io.acscall.camel.route;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.acscall.simulator.fixtures.EventFixture;

/** Which headers of its type each sample event has: written down by hand, from the samples. */
final class EventTypeHeaders {

    private static final String PREFIX = "CamelAcsCall";
    private static final String BOB
            = "8:acs:11111111-2222-4333-8444-555555555555_00000000-0000-4000-8000-0000000000b0";
    private static final String ANN = "+16045550100";
    private static final String INVITATION = "7d000000-0000-4000-8000-000000000001";
    private static final String RECORDING = "cmVjb3JkaW5nLW9uZQ==";
    private static final String STORED
            = "https://us-storage.asm.skype.com/v1/objects/0-eus-d1-0000000000000000000000000000000b";
    private static final Map<String, Map<String, Object>> TABLE = table();

    /** All headers that some types have. */
    static final Set<String> NAMES = Set.of("CamelAcsCallTones", "CamelAcsCallChoice", "CamelAcsCallSpeech",
            "CamelAcsCallParticipant", "CamelAcsCallParticipants", "CamelAcsCallInvitationId", "CamelAcsCallRecordingId",
            "CamelAcsCallRecordingState", "CamelAcsCallContentLocations", "CamelAcsCallMetadataLocations",
            "CamelAcsCallDeleteLocations", "CamelAcsCallFrom", "CamelAcsCallTo", "CamelAcsCallRemoteParty",
            "CamelAcsCallIncomingCallContext", "CamelAcsCallCallerDisplayName", "CamelAcsCallGroupCallId",
            "CamelAcsCallRoomId");

    private EventTypeHeaders() {
    }

    /** The headers of a sample, without those that it must not have. */
    static Map<String, Object> of(EventFixture fixture) {
        String name = fixture.name().replaceAll("[.](eventGrid|cloudEvents)$", "");
        return TABLE.getOrDefault(name, Map.of());
    }

    private static Map<String, Map<String, Object>> table() {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        all.put("ParticipantsUpdated", headers("Participants", List.of(BOB, ANN)));
        all.put("ParticipantsUpdated.empty", headers("Participants", List.of()));
        for (String one : List.of("AddParticipantSucceeded", "RemoveParticipantSucceeded", "RemoveParticipantFailed",
                "MoveParticipantSucceeded", "MoveParticipantFailed", "CallParticipantAdded", "CallParticipantRemoved")) {
            all.put(one, headers("Participant", BOB));
        }
        all.put("AddParticipantFailed", headers("Participant", ANN));
        all.put("CancelAddParticipantSucceeded", headers("InvitationId", INVITATION));
        all.put("CancelAddParticipantFailed", headers("InvitationId", INVITATION));
        all.put("RecognizeCompleted.dtmf", headers("Tones", "1*#"));
        all.put("RecognizeCompleted.choices", headers("Choice", "Yes", "ChoicePhrase", "sure", "Confidence", 0.93));
        all.put("RecognizeCompleted.speech", headers("Speech", "Über 30 Äpfel, bitte", "Confidence", 0.88));
        all.put("ContinuousDtmfRecognitionToneReceived", headers("Tones", "5"));
        all.put("RecordingStateChanged", headers("RecordingId", RECORDING, "RecordingState", "active"));
        all.put("RecordingStateChanged.not-started", headers("RecordingId", RECORDING, "RecordingState", "inactive"));
        all.put("StartRecordingFailed", headers("RecordingId", RECORDING));
        all.put("IncomingCall", incoming("+18005550100", "Ann Caller"));
        all.put("IncomingCall.plain", incoming("+18005550100", ""));
        all.put("IncomingCall.on-behalf-of", incoming(BOB, "Ann Caller"));
        all.put("CallStarted", headers("GroupCallId", "29228d3e-040e-4656-a70e-890ab4e173e5", "RoomId", "99401000000000001"));
        all.put("RecordingFileStatusUpdated", headers("RecordingId", RECORDING,
                "ContentLocations", List.of(STORED + "/content/acsaudio"),
                "MetadataLocations", List.of(STORED + "/content/acsmetadata"), "DeleteLocations", List.of(STORED)));
        return all;
    }

    private static Map<String, Object> incoming(String to, String displayName) {
        return headers("From", ANN, "To", to, "RemoteParty", ANN, "CallerDisplayName", displayName, "IncomingCallContext",
                "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJjYWxsIjoib25lIn0.");
    }

    private static Map<String, Object> headers(Object... namesAndValues) {
        Map<String, Object> headers = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(PREFIX + namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }
}
