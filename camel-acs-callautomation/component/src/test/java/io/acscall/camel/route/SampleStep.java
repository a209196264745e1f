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

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.fixtures.WireSamples;

/**
 * A step of a route and the sample that its request equals.
 *
 * @param sample the name of the sample
 * @param uri    the step
 * @param body   the body of the message, or {@code null}
 */
record SampleStep(String sample, String uri, Object body) {

    static final String CALL = "callConnectionId=401f0000-0000-4000-8000-000000000001";
    static final WireSamples SAMPLES = WireSamples.load();

    private static final String ACS = "8:acs:11111111-2222-4333-8444-555555555555_0000002a-0000-0000-0000-00000000000";
    private static final String KINDS = ACS + "1,+14255550101,8:orgid:aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee,"
                                        + "8:gcch:aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee,8:teamsvisitor:visitor-0001,"
                                        + "28:orgid:99999999-8888-4777-8666-555555555555,"
                                        + "8:acs:11111111-2222-4333-8444-555555555555_12121212-3434-4565-8787-909090909090_"
                                        + "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee,48:future-kind-of-identity,4:anonymous";
    private static final String CALLBACK = "callbackUri=https://app.example.com/acs/events?call=42";
    private static final String INCOMING = "incomingCallContext=eyJhbGciOiJub25lIn0.eyJjYyI6ImludmVudGVkIn0.";
    private static final String CONTEXT = "&operationContext=ctx-0001";
    private static final String TOLD = CONTEXT + "&operationCallbackUri=https://app.example.com/acs/op-events";
    private static final String COGNITIVE = "&cognitiveServicesEndpoint=https://cog.example.com/";
    private static final String PHONE = "target=+14255550101&" + CALL;
    private static final String SERVER_CALL = "serverCallId=aHR0cHM6Ly9leGFtcGxlLmludmFsaWQvY29udi8xMjM_aT0xJmU9Mg==&";
    private static final String GROUP = "groupCallId=29228d3e-040e-4656-a70e-890ab4e173e5";
    private static final String RECORDING
            = "recordingId=eyJQbGF0Zm9ybUVuZHBvaW50SWQiOiIxIiwiUmVzb3VyY2VTcGVjaWZpY0lkIjoiMiJ9";
    private static final String HELLO = "file=https://media.example.com/hello.wav";
    private static final String WHOLE = "&sourceCallerId=+18005550100&sourceDisplayName=Contoso&source=" + ACS + "1" + CONTEXT
                                        + "&" + CALLBACK + COGNITIVE;
    private static final String RICH = "&sourceCallerId=+18005550100&voipHeader.customer-id=C-17&sipHeader.order=A-1"
                                       + "&sipHeader.X-Tier=gold&sipUui=616263;encoding=hex&" + CALL + TOLD;
    private static final String STREAMS = "&mediaStreaming.audioChannelType=unmixed&mediaStreaming.transportUrl="
                                          + "wss://app.example.com/ws/audio&mediaStreaming.contentType=audio"
                                          + "&mediaStreaming.startMediaStreaming=true&mediaStreaming.enableBidirectional=true"
                                          + "&mediaStreaming.audioFormat=pcm24KMono&mediaStreaming.enableDtmfTones=true"
                                          + "&transcription.locale=en-US&transcription.transportUrl=wss://app.example.com/ws/text"
                                          + "&transcription.speechModelEndpointId=abababab-0000-4000-8000-000000000000"
                                          + "&transcription.startTranscription=true&transcription.enableIntermediateResults=true";

    /** A step for each sample, for some of them several; only those whose sample is here. */
    static Stream<SampleStep> all() {
        return Stream.of(calls(), incoming(), inCall(), participants(), prompts(), recognitions(), keys(), streams(),
                recordings()).flatMap(List::stream).filter(SampleStep::isHere);
    }

    private boolean isHere() {
        // some samples are only where the captures are
        return SAMPLES.all().stream().anyMatch(one -> one.name().equals(sample));
    }

    private static List<SampleStep> calls() {
        return List.of(
                of("createCall", "createCall?target=+14255550101" + WHOLE + STREAMS),
                new SampleStep(
                        "createCall", "createCall?target=+14255550101&bodyAsRequest=true" + WHOLE
                                      + "&mediaStreaming.transportUrl=wss://app.example.com/ws/audio"
                                      + "&transcription.transportUrl=wss://app.example.com/ws/text",
                        rawFields("createCall")),
                of("createCall.minimal", "createCall?target=" + ACS + "2&" + CALLBACK),
                of("createCall.ignored-custom-context", "createCall?target=" + ACS + "2&" + CALLBACK + CONTEXT),
                of("createCall.teams-app", "createCall?target=" + ACS + "2&" + CALLBACK
                                           + "&teamsAppSource=28:orgid:99999999-8888-4777-8666-555555555555"),
                of("createGroupCall", "createGroupCall?target=+14255550101," + ACS + "2" + WHOLE + STREAMS),
                of("createGroupCall.minimal", "createGroupCall?target=" + ACS + "2," + ACS + "3&" + CALLBACK),
                of("connectCall", "connect?" + SERVER_CALL + CALLBACK + CONTEXT + COGNITIVE + STREAMS),
                of("connectCall.group", "connect?" + GROUP + "&" + CALLBACK),
                of("connectCall.room", "connect?roomId=99401000000000001&" + CALLBACK));
    }

    private static List<SampleStep> incoming() {
        return List.of(
                of("answerCall", "answer?" + INCOMING + "&" + CALLBACK + CONTEXT + "&answeredBy=" + ACS + "1" + COGNITIVE
                                 + STREAMS),
                of("answerCall.minimal", "answer?" + INCOMING + "&" + CALLBACK),
                of("redirectCall", "redirect?target=+14255550101&" + INCOMING),
                of("redirectCall.user", "redirect?target=" + ACS + "2&" + INCOMING),
                of("rejectCall", "reject?reason=BUSY&" + INCOMING),
                of("rejectCall.minimal", "reject?" + INCOMING));
    }

    private static List<SampleStep> inCall() {
        return List.of(
                of("getCallConnectionProperties", "getCallProperties?" + CALL),
                of("hangUp", "hangUp?" + CALL),
                of("terminateCall", "hangUp?forEveryone=true&" + CALL),
                of("transferCallToParticipant", "transfer?target=+14255550102&transferee=+14255550101" + RICH),
                of("transferCallToParticipant.minimal", "transfer?target=" + ACS + "2&" + CALL),
                of("hold", "hold?" + HELLO + "&target=" + ACS + "2&" + CALL + TOLD),
                of("hold.minimal", "hold?target=" + ACS + "2&" + CALL),
                of("unhold", "unhold?target=" + ACS + "2&" + CALL + TOLD),
                of("unhold.minimal", "unhold?target=" + ACS + "2&" + CALL));
    }

    private static List<SampleStep> participants() {
        String move = "moveParticipants?fromCallConnectionId=401f0000-0000-4000-8000-000000000002&" + CALL + "&target=";
        return List.of(
                of("addParticipant",
                        "addParticipant?target=+14255550101&sourceDisplayName=Contoso&invitationTimeout=60s" + RICH),
                of("addParticipant.minimal", "addParticipant?target=" + ACS + "3&" + CALL),
                of("cancelAddParticipantOperation", "cancelAddParticipant?invitationId=inv-1&" + CALL + TOLD),
                of("moveParticipants", move + ACS + "3" + TOLD),
                of("moveParticipants.minimal", move + "+14255550101"),
                of("moveParticipants.identifier-kinds", move + KINDS + CONTEXT),
                of("removeParticipant", "removeParticipant?target=" + ACS + "3&" + CALL + TOLD),
                of("removeParticipant.minimal", "removeParticipant?" + PHONE),
                of("muteParticipant", "mute?target=" + ACS + "3&" + CALL + CONTEXT),
                of("getParticipant", "getParticipant?" + PHONE),
                of("listParticipants", "listParticipants?" + CALL));
    }

    private static List<SampleStep> prompts() {
        String text = "locale=en-US&voiceKind=Female&voice=en-US-JennyNeural&" + PHONE + CONTEXT;
        String ssml = "play?customVoiceEndpointId=voice-1&" + CALL + CONTEXT;
        return List.of(
                of("play.minimal", "play?" + HELLO + "&target=" + ACS + "2&" + CALL),
                of("play.text", "play?text=RAW(Welcome & <hello>)&" + text),
                new SampleStep("play.text", "play?" + text, "Welcome & <hello>"),
                of("play.ssml", ssml + "&ssml=RAW(<speak version=\"1.0\"/>)"),
                new SampleStep("play.ssml", ssml, "<speak version=\"1.0\"/>"),
                of("playToAll", "play?" + HELLO + "&playSourceCacheId=hello&interrupt=true&loop=true&" + CALL + TOLD));
    }

    private static List<SampleStep> recognitions() {
        String choices = "recognize?inputType=choices&choices=Yes:yes|sure:1;No:no:2&bodyAsRequest=true&" + PHONE + CONTEXT;
        return List.of(
                of("recognize", "recognize?inputType=dtmf&maxTones=4&stopTones=RAW(#*)&interToneTimeout=5s&" + HELLO
                                + "&initialSilenceTimeout=10s&interruptPrompt=true&interrupt=true&playSourceCacheId=hello&"
                                + PHONE + TOLD),
                of("recognize.minimal", "recognize?inputType=dtmf&" + PHONE),
                of("recognize.speech", "recognize?inputType=speech&speechLanguage=en-US&endSilenceTimeout=3s&"
                                       + "ssml=RAW(<speak version=\"1.0\"/>)&customVoiceEndpointId=voice-1&" + PHONE
                                       + CONTEXT),
                new SampleStep("recognize.choices", choices, rawFields("recognize.choices")),
                of("cancelAllMediaOperations", "cancelAllMedia?" + CALL));
    }

    private static List<SampleStep> keys() {
        return List.of(
                of("startContinuousDtmfRecognition", "startContinuousDtmf?" + PHONE + CONTEXT),
                of("stopContinuousDtmfRecognition", "stopContinuousDtmf?" + PHONE + TOLD),
                of("sendDtmfTones", "sendDtmf?tones=RAW(12#)&" + PHONE + TOLD));
    }

    private static List<SampleStep> streams() {
        return List.of(
                of("startMediaStreaming", "startMediaStreaming?" + CALL + TOLD),
                of("stopMediaStreaming", "stopMediaStreaming?" + CALL + TOLD),
                of("startTranscription", "startTranscription?locale=en-US&" + CALL + TOLD),
                of("startTranscription.minimal", "startTranscription?" + CALL),
                of("stopTranscription", "stopTranscription?" + CALL + TOLD),
                of("updateTranscription", "updateTranscription?locale=de-DE&" + CALL + TOLD));
    }

    private static List<SampleStep> recordings() {
        String told = "recordingStateCallbackUri=https://app.example.com/acs/op-events&";
        return List.of(
                of("startRecording", "startRecording?" + SERVER_CALL + told + "content=audio&channel=unmixed&format=wav"
                                     + "&audioChannelParticipantOrdering=+14255550101&channelAffinity.0=+14255550101"
                                     + "&pauseOnStart=true&storageContainer=https://store.example.com/rec"),
                of("startRecording.group", "startRecording?" + GROUP),
                of("startRecording.call-connection", "startRecording?" + told + CALL),
                of("getRecordingState", "getRecordingState?" + RECORDING),
                of("stopRecording", "stopRecording?" + RECORDING),
                of("pauseRecording", "pauseRecording?" + RECORDING),
                of("resumeRecording", "resumeRecording?" + RECORDING));
    }

    private static SampleStep of(String sample, String uri) {
        return new SampleStep(sample, uri, null);
    }

    /** What a sample has and no option says, as raw fields. */
    private static JsonNode rawFields(String sample) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        JsonNode body = SAMPLES.sample(sample).body();
        for (String field : List.of("mediaStreamingOptions", "transcriptionOptions", "playPrompts")) {
            if (body.has(field)) {
                fields.set(field, body.get(field));
            }
        }
        return fields;
    }

    @Override
    public String toString() {
        return sample;
    }
}
