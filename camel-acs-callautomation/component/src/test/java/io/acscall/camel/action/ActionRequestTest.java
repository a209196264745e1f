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
package io.acscall.camel.action;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.azure.communication.common.CommunicationUserIdentifier;
import com.azure.communication.common.PhoneNumberIdentifier;
import com.azure.core.http.HttpMethod;
import io.acscall.camel.client.Participant;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.simulator.fixtures.WireComparer;
import io.acscall.simulator.fixtures.WireSample;
import io.acscall.simulator.fixtures.WireSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What each action sends is what an official client sends. */
class ActionRequestTest {

    private static final WireSamples SAMPLES = WireSamples.load();

    private static final String CALL = "401f0000-0000-4000-8000-000000000001";
    private static final String CALLBACK = "https://app.example.com/acs/events?call=42";
    private static final String OPERATION_CALLBACK = "https://app.example.com/acs/op-events";
    private static final String CONTEXT = "eyJhbGciOiJub25lIn0.eyJjYyI6ImludmVudGVkIn0.";
    private static final String RESOURCE = "8:acs:11111111-2222-4333-8444-555555555555_0000002a-0000-0000-0000-00000000000";
    private static final String SERVER_CALL = "aHR0cHM6Ly9leGFtcGxlLmludmFsaWQvY29udi8xMjM_aT0xJmU9Mg==";
    private static final String STREAMS = "{'mediaStreamingOptions':{'transportType':'websocket','audioChannelType':'unmixed',"
                                          + "'transportUrl':'wss://elsewhere.example.com/','contentType':'audio',"
                                          + "'startMediaStreaming':true,'enableBidirectional':true,'audioFormat':'pcm24KMono',"
                                          + "'enableDtmfTones':true},'transcriptionOptions':{'transportType':'websocket',"
                                          + "'locale':'en-US','transportUrl':'wss://elsewhere.example.com/',"
                                          + "'speechModelEndpointId':'abababab-0000-4000-8000-000000000000',"
                                          + "'startTranscription':true,'enableIntermediateResults':true}}";

    private static final Map<String, Object> MEDIA_ADDRESS = Map.of("transportUrl", "wss://app.example.com/ws/audio");
    private static final Map<String, Object> TEXT_ADDRESS = Map.of("transportUrl", "wss://app.example.com/ws/text");

    private static final String PROMPTS
            = "{'playPrompts':[{'kind':'text','text':{'text':'Welcome & <hello>','sourceLocale':'en-US',"
              + "'voiceKind':'female','voiceName':'en-US-JennyNeural'}},"
              + "{'kind':'file','file':{'uri':'https://media.example.com/hello.wav'}}]}";
    private static final String KINDS = RESOURCE + "1,+14255550101,8:orgid:aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee,"
                                        + "8:gcch:aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee,8:teamsvisitor:visitor-0001,"
                                        + "28:orgid:99999999-8888-4777-8666-555555555555,"
                                        + "8:acs:11111111-2222-4333-8444-555555555555_12121212-3434-4565-8787-909090909090_"
                                        + "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee,48:future-kind-of-identity,4:anonymous";

    static Stream<Arguments> requests() {
        return Stream.of(calls(), incoming(), inCall(), participants(), prompts(), recognitions(), holds(), keys(), streams(),
                recordings())
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> calls() {
        return Stream.of(
                row("createCall", CreateCall.one(), rich(CreateCall.one(), "+14255550101")),
                row("createCall.minimal", CreateCall.one(), call(CreateCall.one()).uri("target", RESOURCE + "2")),
                row("createCall.teams-app", CreateCall.one(), call(CreateCall.one()).uri("target", RESOURCE + "2")
                        .uri("teamsAppSource", "28:orgid:99999999-8888-4777-8666-555555555555")),
                row("createGroupCall", CreateCall.group(), rich(CreateCall.group(), "+14255550101," + RESOURCE + "2")),
                row("createGroupCall.minimal", CreateCall.group(),
                        call(CreateCall.group()).header("CamelAcsCallTarget",
                                List.of(new CommunicationUserIdentifier(RESOURCE + "2"), Participant.parse(RESOURCE + "3")))),
                row("connectCall", new Connect(), call(new Connect()).uri("serverCallId", SERVER_CALL)
                        .uri("operationContext", "ctx-0001").uri("cognitiveServicesEndpoint", "https://cog.example.com/")
                        .uri("mediaStreaming", MEDIA_ADDRESS)
                        .uri("transcription", TEXT_ADDRESS).raw(STREAMS)),
                row("connectCall.group", new Connect(),
                        call(new Connect()).uri("groupCallId", "29228d3e-040e-4656-a70e-890ab4e173e5")),
                row("connectCall.room", new Connect(), call(new Connect()).header("CamelAcsCallRoomId", "99401000000000001")));
    }

    private static Stream<Arguments> incoming() {
        return Stream.of(
                row("answerCall", new Answer(), call(new Answer()).uri("incomingCallContext", CONTEXT)
                        .uri("operationContext", "ctx-0001").uri("answeredBy", RESOURCE + "1")
                        .component("cognitiveServicesEndpoint", "https://cog.example.com/").uri("mediaStreaming", MEDIA_ADDRESS)
                        .uri("transcription", TEXT_ADDRESS).raw(STREAMS)),
                row("answerCall.minimal", new Answer(),
                        call(new Answer()).header("CamelAcsCallIncomingCallContext", CONTEXT)),
                row("redirectCall", new Redirect(),
                        ringing(new Redirect()).uri("target", new PhoneNumberIdentifier("+14255550101"))),
                row("redirectCall.user", new Redirect(), ringing(new Redirect()).uri("target", RESOURCE + "2")),
                row("rejectCall", new Reject(), ringing(new Reject()).uri("reason", "Busy")),
                row("rejectCall.minimal", new Reject(), ringing(new Reject())));
    }

    private static Stream<Arguments> inCall() {
        return Stream.of(
                row("getCallConnectionProperties", new GetCallProperties(), up(new GetCallProperties())),
                row("hangUp", new HangUp(), up(new HangUp())),
                row("hangUp", new HangUp(), up(new HangUp()).uri("forEveryone", "false")),
                row("terminateCall", new HangUp(), up(new HangUp()).uri("forEveryone", true)),
                row("transferCallToParticipant", new Transfer(),
                        calling(up(new Transfer()).uri("target", "+14255550102").uri("transferee", "4:+14255550101"))),
                row("transferCallToParticipant.minimal", new Transfer(), up(new Transfer()).uri("target", RESOURCE + "2")),
                row("addParticipant", new AddParticipant(),
                        calling(up(new AddParticipant()).uri("target", "+14255550101").uri("sourceDisplayName", "Contoso")
                                .uri("invitationTimeout", "60s"))),
                row("addParticipant.minimal", new AddParticipant(), up(new AddParticipant()).uri("target", RESOURCE + "3")));
    }

    private static Stream<Arguments> prompts() {
        Play play = new Play();
        return Stream.of(
                row("play.minimal", play,
                        up(play).uri("file", "https://media.example.com/hello.wav").uri("target", RESOURCE + "2")),
                row("play.text", play,
                        up(play).uri("text", "Welcome & <hello>").uri("locale", "en-US").uri("voiceKind", "FEMALE")
                                .uri("voice", "en-US-JennyNeural").uri("target", "+14255550101")
                                .uri("operationContext", "ctx-0001")),
                row("play.ssml", play, up(play).uri("customVoiceEndpointId", "voice-1").uri("operationContext", "ctx-0001")
                        .body("<speak version=\"1.0\"/>")),
                row("playToAll", play, up(play).uri("file", "https://media.example.com/hello.wav")
                        .uri("playSourceCacheId", "hello").uri("loop", "true").uri("interrupt", "true")
                        .uri("operationContext", "ctx-0001").uri("operationCallbackUri", OPERATION_CALLBACK)));
    }

    private static Stream<Arguments> participants() {
        MapInputs move = up(new MoveParticipants()).uri("fromCallConnectionId", "401f0000-0000-4000-8000-000000000002");
        return Stream.of(
                row("cancelAddParticipantOperation", new CancelAddParticipant(),
                        told(up(new CancelAddParticipant())).header("CamelAcsCallInvitationId", "inv-1")),
                row("moveParticipants", new MoveParticipants(), told(move).uri("target", RESOURCE + "3")),
                row("moveParticipants.minimal", new MoveParticipants(), move.uri("target", "+14255550101")),
                row("moveParticipants.identifier-kinds", new MoveParticipants(),
                        move.uri("operationContext", "ctx-0001").uri("target", KINDS)),
                row("removeParticipant", new RemoveParticipant(),
                        told(up(new RemoveParticipant())).uri("target", RESOURCE + "3")),
                row("removeParticipant.minimal", new RemoveParticipant(),
                        up(new RemoveParticipant()).raw("{'participantToRemove':{'rawId':'4:+14255550101'}}")),
                row("muteParticipant", new Mute(),
                        up(new Mute()).uri("operationContext", "ctx-0001").uri("target", RESOURCE + "3")),
                row("getParticipant", new GetParticipant(), up(new GetParticipant()).uri("target", "+14255550101")),
                row("listParticipants", new ListParticipants(), up(new ListParticipants())));
    }

    private static Stream<Arguments> recognitions() {
        Recognize recognize = new Recognize();
        MapInputs inputs = up(recognize).header("CamelAcsCallRemoteParty", "+14255550101");
        return Stream.of(
                row("recognize", recognize, told(up(recognize)).uri("inputType", "DTMF").uri("target", "+14255550101")
                        .uri("file", "https://media.example.com/hello.wav").uri("playSourceCacheId", "hello")
                        .uri("interrupt", "true").uri("interruptPrompt", "true").uri("initialSilenceTimeout", "10s")
                        .uri("interToneTimeout", "5s").uri("maxTones", "4").uri("stopTones", "#*")),
                row("recognize.minimal", recognize, inputs.uri("inputType", "dtmf")),
                row("recognize.speech", recognize, inputs.uri("inputType", "speech").uri("customVoiceEndpointId", "voice-1")
                        .uri("speechLanguage", "en-US").uri("endSilenceTimeout", "3s").uri("operationContext", "ctx-0001")
                        .body("<speak version=\"1.0\"/>")),
                row("recognize.choices", recognize, inputs.uri("inputType", "choices").uri("operationContext", "ctx-0001")
                        .uri("choices", "Yes:yes|sure:1;No:no:2").raw(PROMPTS)));
    }

    private static Stream<Arguments> holds() {
        CallAction hold = Hold.hold();
        return Stream.of(
                row("hold", hold,
                        told(up(hold)).uri("target", RESOURCE + "2").uri("file", "https://media.example.com/hello.wav")),
                row("hold.minimal", hold, up(hold).header("CamelAcsCallRemoteParty", RESOURCE + "2").body("not music")),
                row("unhold", Hold.unhold(), told(up(Hold.unhold())).uri("target", RESOURCE + "2")));
    }

    private static Stream<Arguments> keys() {
        CallAction start = ContinuousDtmf.start();
        CallAction stop = ContinuousDtmf.stop();
        SendDtmf send = new SendDtmf();
        return Stream.of(
                row("cancelAllMediaOperations", new CancelAllMedia(), up(new CancelAllMedia())),
                row("startContinuousDtmfRecognition", start,
                        up(start).uri("target", "+14255550101").uri("operationContext", "ctx-0001")),
                row("startContinuousDtmfRecognition", start, up(start).uri("operationContext", "ctx-0001")
                        .header("CamelAcsCallRemoteParty", "+14255550101")),
                row("stopContinuousDtmfRecognition", stop, told(up(stop)).uri("target", "4:+14255550101")),
                row("sendDtmfTones", send, told(up(send)).uri("target", "+14255550101").uri("tones", "12#")),
                row("sendDtmfTones", send, told(up(send)).header("CamelAcsCallRemoteParty", "+14255550101")
                        .header("CamelAcsCallTonesToSend", "1 2 #").header("CamelAcsCallTones", "999")
                        .raw("{'tones':['nine']}")));
    }

    private static Stream<Arguments> streams() {
        CallAction startText = Transcription.start();
        CallAction update = Transcription.update();
        return Stream.of(
                row("startMediaStreaming", MediaStreaming.start(), told(up(MediaStreaming.start()))),
                row("stopMediaStreaming", MediaStreaming.stop(), told(up(MediaStreaming.stop()))),
                row("startTranscription", startText, told(up(startText)).uri("locale", "en-US")),
                row("startTranscription.minimal", startText, up(startText)),
                row("updateTranscription", update, told(up(update)).header("CamelAcsCallLocale", "de-DE")),
                row("stopTranscription", Transcription.stop(), told(up(Transcription.stop()))));
    }

    private static Stream<Arguments> recordings() {
        StartRecording start = new StartRecording();
        return Stream.of(
                row("startRecording", start,
                        MapInputs.of(start).uri("serverCallId", SERVER_CALL)
                                .uri("recordingStateCallbackUri", OPERATION_CALLBACK)
                                .uri("content", "Audio").uri("channel", "unmixed").uri("format", "WAV")
                                .uri("audioChannelParticipantOrdering", "+14255550101")
                                .uri("channelAffinity", Map.of("0", "+14255550101")).uri("pauseOnStart", "true")
                                .uri("storageContainer", "https://store.example.com/rec")),
                row("startRecording.group", start,
                        MapInputs.of(start).header("CamelAcsCallGroupCallId", "29228d3e-040e-4656-a70e-890ab4e173e5")),
                row("startRecording.call-connection", start,
                        up(start).component("recordingStateCallbackUri", OPERATION_CALLBACK)),
                row("getRecordingState", new GetRecordingState(), recorded(new GetRecordingState())),
                row("stopRecording", new StopRecording(), recorded(new StopRecording())),
                row("pauseRecording", PauseRecording.pause(), recorded(PauseRecording.pause())),
                row("resumeRecording", PauseRecording.resume(), recorded(PauseRecording.resume())));
    }

    private static MapInputs recorded(CallAction action) {
        return MapInputs.of(action).header("CamelAcsCallRecordingId",
                "eyJQbGF0Zm9ybUVuZHBvaW50SWQiOiIxIiwiUmVzb3VyY2VTcGVjaWZpY0lkIjoiMiJ9");
    }

    private static MapInputs told(MapInputs inputs) {
        return inputs.uri("operationContext", "ctx-0001").uri("operationCallbackUri", OPERATION_CALLBACK);
    }

    private static Arguments row(String sample, CallAction action, MapInputs inputs) {
        return arguments(sample, action, inputs);
    }

    private static MapInputs call(CallAction action) {
        return MapInputs.of(action).component("callbackUri", CALLBACK);
    }

    private static MapInputs ringing(CallAction action) {
        return MapInputs.of(action).header("CamelAcsCallIncomingCallContext", CONTEXT);
    }

    private static MapInputs up(CallAction action) {
        return MapInputs.of(action).header("CamelAcsCallConnectionId", CALL);
    }

    private static MapInputs rich(CallAction action, String targets) {
        return MapInputs.of(action).uri("target", targets).uri("sourceCallerId", "+18005550100")
                .uri("sourceDisplayName", "Contoso").uri("source", RESOURCE + "1").uri("operationContext", "ctx-0001")
                .uri("callbackUri", CALLBACK).uri("cognitiveServicesEndpoint", "https://cog.example.com/")
                .uri("mediaStreaming", MEDIA_ADDRESS)
                .uri("transcription", TEXT_ADDRESS).raw(STREAMS);
    }

    private static MapInputs calling(MapInputs inputs) {
        return inputs.component("sourceCallerId", "+18005550100").uri("operationContext", "ctx-0001")
                .uri("operationCallbackUri", OPERATION_CALLBACK).uri("voipHeader", Map.of("customer-id", "C-17"))
                .uri("sipHeader", new TreeMap<>(Map.of("order", "A-1", "X-Tier", "gold"))).uri("sipUui", "616263;encoding=hex");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void sendsWhatAnOfficialClientSends(String name, CallAction action, MapInputs inputs) {
        WireSample sample = SAMPLES.sample(name);

        ServiceRequest request = action.request(inputs);

        assertThat(WireComparer.differences(sample.body(), request.body())).isEmpty();
        assertThat(request.body() == null).isEqualTo(sample.body() == null);
        assertThat(request.method()).hasToString(sample.method());
        assertThat(request.path()).isEqualTo(sample.path());
        assertThat(action.repeatable() && request.method() == HttpMethod.POST).isEqualTo(sample.repeatable());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void namesItsOptions(String name, CallAction action, MapInputs inputs) {
        assertThat(action.options()).extracting(Option::name).containsAll(inputs.uri().keySet());
        assertThat(action.options()).extracting(Option::header)
                .containsAll(MapInputs.without(MapInputs.without(inputs.headers(), Options.REMOTE_PARTY.header()),
                        "CamelAcsCallTones").keySet());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void makesTheSameRequestAgain(String name, CallAction action, MapInputs inputs) {
        assertThat(action.request(inputs)).isEqualTo(action.request(inputs));
    }

    @Test
    void sendsNothingForSomethingThatNobodyGave() {
        ServiceRequest request = new Answer().request(call(new Answer()).uri("incomingCallContext", CONTEXT));

        assertThat(request.body().fieldNames()).toIterable().containsExactlyInAnyOrder("incomingCallContext", "callbackUri");
    }
}
