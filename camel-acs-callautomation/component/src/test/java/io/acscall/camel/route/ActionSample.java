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

/**
 * One action with options as a route has them, and the option whose value differs from call to call.
 *
 * @param action  the action
 * @param dynamic the option that a route would take from the message
 * @param values  three values of it
 * @param others  the other options
 */
record ActionSample(String action, String dynamic, List<String> values, Map<String, String> others) {

    private static final List<String> NUMBERS = List.of("+16045550100", "+16045550101", "8:acs:r_u");
    private static final List<String> USERS = List.of("8:acs:r_a", "8:acs:r_b", "8:acs:r_c");
    private static final List<String> CONTEXTS = List.of("+ab+c/d=", "eyJhbGciOiJub25lIn0.e30.", "abc");
    private static final List<String> CALLS = List.of("call-1", "call-2", "call-3");

    private static final List<String> RECORDINGS = List.of("+cm/j==", "cmVj", "abc");

    private static final String STORAGE = "http://storage";
    private static final List<String> FILES = List.of(STORAGE + "/v1/1", STORAGE + "/v1/2/content", STORAGE + "/v1/3");

    /** One for each action. */
    static List<ActionSample> all() {
        return List.of(
                of("createCall", "target", NUMBERS, "sourceCallerId", "+18005550100", "sourceDisplayName", "Contoso",
                        "operationContext", "order-4711", "callbackUri", "https://app.example.com/acs/events",
                        "mediaStreaming.startMediaStreaming", "true", "mediaStreaming.transportUrl",
                        "wss://app.example.com/ws/audio", "transcription.locale", "en-US"),
                of("createGroupCall", "target", List.of("+16045550100,8:acs:r_u", "8:acs:r_a,8:acs:r_b", "+16045550101"),
                        "cognitiveServicesEndpoint", "https://cog.example.com/", "operationContext", "order-4711"),
                of("connect", "roomId", List.of("99401000000000001", "99401000000000002", "99401000000000003"),
                        "operationContext", "order-4711"),
                of("answer", "incomingCallContext", CONTEXTS, "answeredBy", "8:acs:r_u", "operationContext", "order-4711"),
                of("reject", "incomingCallContext", CONTEXTS, "reason", "busy"),
                of("redirect", "target", NUMBERS, "incomingCallContext", "+ab+c/d="),
                of("transfer", "target", NUMBERS, "callConnectionId", "call-1", "transferee", "+16045550109",
                        "voipHeader.customer", "C-17", "sipHeader.order", "A-1", "sipUui",
                        "616263;encoding=hex", "operationContext", "order-4711"),
                of("addParticipant", "target", NUMBERS, "callConnectionId", "call-1", "invitationTimeout", "60s",
                        "sourceDisplayName", "Contoso", "voipHeader.customer", "C-17", "operationCallbackUri",
                        "https://app.example.com/acs/op-events"),
                of("cancelAddParticipant", "invitationId", List.of("inv-1", "inv-2", "inv-3"), "callConnectionId", "call-1",
                        "operationContext", "order-4711"),
                of("moveParticipants", "target", List.of("+16045550100,8:acs:r_u", "+16045550101", "4:+16045550102"),
                        "callConnectionId", "call-1", "fromCallConnectionId", "call-2"),
                of("removeParticipant", "target", NUMBERS, "callConnectionId", "call-1", "operationContext", "order-4711"),
                of("hangUp", "callConnectionId", CALLS, "forEveryone", "true"),
                of("getParticipant", "target", NUMBERS, "callConnectionId", "call-1"),
                of("listParticipants", "callConnectionId", CALLS),
                of("getCallProperties", "callConnectionId", CALLS),
                of("play", "text", List.of("Welcome", "Good bye", "größer"), "callConnectionId", "call-1", "voice",
                        "en-US-JennyNeural", "locale", "en-US", "loop", "true", "target", "+16045550100"),
                of("hold", "target", NUMBERS, "callConnectionId", "call-1", "file", "https://media.example.com/music.wav",
                        "operationContext", "order-4711"),
                of("unhold", "target", NUMBERS, "callConnectionId", "call-1", "operationContext", "order-4711"),
                of("cancelAllMedia", "callConnectionId", CALLS),
                of("startContinuousDtmf", "target", NUMBERS, "callConnectionId", "call-1", "operationContext", "order-4711"),
                of("stopContinuousDtmf", "target", NUMBERS, "callConnectionId", "call-1", "operationCallbackUri",
                        "https://app.example.com/acs/op-events"),
                of("sendDtmf", "tones", List.of("12", "*9", "ABCD"), "callConnectionId", "call-1", "target", "+16045550100",
                        "operationContext", "order-4711"),
                of("startMediaStreaming", "callConnectionId", CALLS, "operationContext", "order-4711"),
                of("stopMediaStreaming", "callConnectionId", CALLS, "operationContext", "order-4711"),
                of("startTranscription", "locale", List.of("en-US", "de-DE", "fr-FR"), "callConnectionId", "call-1",
                        "speechModelEndpointId", "abababab-0000-4000-8000-000000000000"),
                of("stopTranscription", "callConnectionId", CALLS, "operationContext", "order-4711"),
                of("updateTranscription", "locale", List.of("en-US", "de-DE", "fr-FR"), "callConnectionId", "call-1",
                        "operationContext", "order-4711"),
                of("recognize", "target", NUMBERS, "callConnectionId", "call-1", "inputType", "dtmf", "maxTones", "4",
                        "interToneTimeout", "5s", "file", "https://media.example.com/menu.wav"),
                of("startRecording", "callConnectionId", CALLS, "content", "audio", "channel", "unmixed", "format", "wav",
                        "channelAffinity.0", "+16045550100", "channelAffinity.1", "8:acs:r_u",
                        "audioChannelParticipantOrdering", "+16045550100,8:acs:r_u", "pauseOnStart", "true",
                        "storageContainer", "https://store.example.com/rec", "recordingStateCallbackUri",
                        "https://app.example.com/acs/recordings"),
                of("downloadRecording", "location", FILES, "range", "0-99", "parallel", "1"),
                of("deleteRecording", "location", FILES),
                of("pauseRecording", "recordingId", RECORDINGS),
                of("resumeRecording", "recordingId", RECORDINGS),
                of("stopRecording", "recordingId", RECORDINGS),
                of("getRecordingState", "recordingId", RECORDINGS),
                of("mute", "target", USERS, "callConnectionId", "call-1", "operationContext", "order-4711"));
    }

    private static ActionSample of(String action, String dynamic, List<String> values, String... namesAndValues) {
        Map<String, String> others = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            others.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new ActionSample(action, dynamic, values, others);
    }

    /** The same with files that lie there. */
    ActionSample storedAt(String address) {
        return new ActionSample(action, dynamic, values.stream().map(one -> one.replace(STORAGE, address)).toList(), others);
    }

    /** All options, with one of the values. */
    Map<String, String> options(String value) {
        Map<String, String> all = new LinkedHashMap<>(others);
        all.put(dynamic, value);
        return all;
    }

    @Override
    public String toString() {
        return action;
    }
}
