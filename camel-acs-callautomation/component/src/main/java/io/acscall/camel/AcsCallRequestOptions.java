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

import java.util.Map;

import io.acscall.camel.action.PlusSign;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * What belongs to one request: the values of the actions. Each can be given by the header <code>CamelAcsCall</code> +
 * name instead, where the URI does not set it. Values stay as they were written; the action reads them, so that a
 * header and an option mean the same.
 */
@UriParams
@Configurer(extended = true)
public class AcsCallRequestOptions {

    @UriParam(label = "producer",
              description = "Who is meant: phone numbers in E.164 form (a plus sign and digits), or raw ids, which begin with 8:acs:,"
                            + " 8:orgid: or 28:, separated by commas where the action takes several. createCall: whom to ring; createGroupCall: whom to ring"
                            + " at once; redirect, transfer: who gets the call; addParticipant: whom to invite; moveParticipants:"
                            + " who moves; removeParticipant: who leaves; getParticipant: who is read; mute, recognize, hold, unhold, startContinuousDtmf, stopContinuousDtmf,"
                            + " sendDtmf: who is meant, the remote party of a 1:1 call when not set; play: who hears it, everybody when not set. A plus"
                            + " sign needs no escape.")
    private String target;
    @UriParam(label = "producer,call",
              description = "createCall, createGroupCall, addParticipant, transfer: the phone number that the called person sees, in"
                            + " E.164 form. Must belong to the resource. By default the component option of the same name.")
    private String sourceCallerId;
    @UriParam(label = "producer,call",
              description = "createCall, createGroupCall, addParticipant: the name that the called person sees.")
    private String sourceDisplayName;
    @UriParam(label = "producer,call",
              description = "createCall, createGroupCall: the ACS user in whose name the call is made, a raw id that begins with"
                            + " 8:acs:.")
    private String source;
    @UriParam(label = "producer,call",
              description = "createCall, createGroupCall: the Teams resource account in whose name the call is made, a raw id that"
                            + " begins with 28:orgid:.")
    private String teamsAppSource;
    @UriParam(label = "producer,transfer",
              description = "transfer: who is handed over, where more than two are in the call. Not needed in a 1:1 call.")
    private String transferee;
    @UriParam(label = "producer,participant", prefix = "voipHeader.", multiValue = true,
              description = "addParticipant, transfer: what an ACS or Teams user who is rung gets to know, as voipHeader.NAME=value;"
                            + " at most 1,000, names up to 64 and values up to 1,024 characters.")
    private Map<String, Object> voipHeader;
    @UriParam(label = "producer,participant", prefix = "sipHeader.", multiValue = true,
              description = "addParticipant, transfer: SIP headers for a phone that is rung, as sipHeader.NAME=value, sent as"
                            + " X-MS-Custom-NAME; a NAME that begins with X- is sent as it is. At most 5, names with prefix up to"
                            + " 64 and values up to 256 characters.")
    private Map<String, Object> sipHeader;
    @UriParam(label = "producer,participant",
              description = "addParticipant, transfer: the SIP header User-To-User, for example 616263;encoding=hex.")
    private String sipUui;
    @UriParam(label = "producer,participant", javaType = "java.time.Duration",
              description = "addParticipant: how long the invitation stands, up to 180 seconds. The service decides when not set.")
    private String invitationTimeout;
    @UriParam(label = "producer,participant",
              description = "cancelAddParticipant: the invitation to take back; addParticipant leaves it in the header"
                            + " CamelAcsCallInvitationId.")
    private String invitationId;
    @UriParam(label = "producer,participant",
              description = "moveParticipants: the call that the participants leave, by the id of this application's leg in it.")
    private String fromCallConnectionId;
    @UriParam(label = "producer,connect",
              description = "connect: the call to join, by its server call id. Exactly one of serverCallId, groupCallId and roomId."
                            + " startRecording: the call to record, in the same way or by callConnectionId.")
    private String serverCallId;
    @UriParam(label = "producer,connect",
              description = "connect, startRecording: the call to join or record, by the id of its group, a GUID.")
    private String groupCallId;
    @UriParam(label = "producer,connect",
              description = "connect, startRecording: the call to join or record, by the id of its room.")
    private String roomId;
    @UriParam(label = "producer,call",
              description = "answer: the ACS user in whose name the call is answered, a raw id that begins with 8:acs:.")
    private String answeredBy;

    @UriParam(label = "producer",
              description = "The call that is meant, by the id of this application's leg. Actions that make or answer a call leave"
                            + " it in the header CamelAcsCallConnectionId, from which the following actions take it.")
    private String callConnectionId;
    @UriParam(label = "producer,call",
              description = "answer, reject, redirect: the opaque context of the incoming call; usually from the header"
                            + " CamelAcsCallIncomingCallContext that acs-call:incomingCall sets.")
    private String incomingCallContext;

    @UriParam(label = "producer,call",
              description = "createCall, createGroupCall, answer, connect: the address that events of the call go to. By default"
                            + " callbackBaseUri and callbackPath of the component.")
    private String callbackUri;
    @UriParam(label = "producer",
              description = "addParticipant, cancelAddParticipant, moveParticipants, removeParticipant, transfer, play, recognize, hold, unhold,"
                            + " startContinuousDtmf, stopContinuousDtmf, sendDtmf, startMediaStreaming, stopMediaStreaming,"
                            + " startTranscription, stopTranscription, updateTranscription: the address that the"
                            + " events of this one operation go to, instead of that of the call.")
    private String operationCallbackUri;
    @UriParam(label = "producer",
              description = "createCall, createGroupCall, answer, connect, addParticipant, cancelAddParticipant, moveParticipants,"
                            + " removeParticipant, mute, transfer, play, recognize, hold, unhold, startContinuousDtmf, stopContinuousDtmf, sendDtmf,"
                            + " startMediaStreaming, stopMediaStreaming, startTranscription, stopTranscription,"
                            + " updateTranscription: your own text that comes back with the events of the"
                            + " operation.")
    private String operationContext;
    @UriParam(label = "producer,call",
              description = "createCall, createGroupCall, answer, connect: the endpoint of the linked Azure AI service, which spoken text"
                            + " needs. By default the component option of the same name.")
    private String cognitiveServicesEndpoint;

    @UriParam(label = "producer,stream", prefix = "mediaStreaming.", multiValue = true,
              description = "createCall, createGroupCall, answer, connect: how the audio of the call is sent through a WebSocket, as"
                            + " mediaStreaming.NAME=value: transportUrl (by default callbackBaseUri and mediaStreamPath of the component),"
                            + " audioChannelType (mixed, which is the default, or unmixed), audioFormat (pcm16KMono or pcm24KMono),"
                            + " startMediaStreaming (true begins with the call, otherwise startMediaStreaming begins it),"
                            + " enableBidirectional (true to talk back), enableDtmfTones, contentType (audio), transportType"
                            + " (websocket).")
    private Map<String, Object> mediaStreaming;
    @UriParam(label = "producer,stream", prefix = "transcription.", multiValue = true,
              description = "createCall, createGroupCall, answer, connect: how what is said in the call is sent as text through a"
                            + " WebSocket, as transcription.NAME=value: locale (required, for example en-US), transportUrl (by default"
                            + " callbackBaseUri and transcriptionPath of the component), startTranscription (true begins with the call,"
                            + " otherwise startTranscription begins it), enableIntermediateResults, speechModelEndpointId,"
                            + " transportType (websocket).")
    private Map<String, Object> transcription;
    @UriParam(label = "producer,call", enums = "none,busy,forbidden", defaultValue = "none",
              description = "reject: what the caller is told.")
    private String reason;
    @UriParam(label = "producer,call", defaultValue = "false",
              description = "hangUp: whether the call ends for everyone; otherwise only this application leaves it.")
    private Boolean forEveryone;

    @UriParam(label = "producer,prompt",
              description = "play, recognize, hold: the address of an audio file to play: public, WAV, mono, 16 bit PCM, 16 kHz. Not"
                            + " given when it is empty, as are text and ssml.")
    private String file;
    @UriParam(label = "producer,prompt",
              description = "play, recognize, hold: the text to speak; needs voice, or locale and voiceKind, and a cognitiveServicesEndpoint when"
                            + " the call was made or answered. A text in the body is taken when the URI names no prompt. Write"
                            + " RAW(...) around a text with a plus sign, & or %.")
    private String text;
    @UriParam(label = "producer,prompt",
              description = "play, recognize, hold: the SSML to speak. Write RAW(...) around it, or put it in the body.")
    private String ssml;
    @UriParam(label = "producer,prompt",
              description = "play, recognize, hold: the name of the voice that speaks a text, for example en-US-JennyNeural.")
    private String voice;
    @UriParam(label = "producer,prompt", enums = "male,female",
              description = "play, recognize, hold: the kind of voice that speaks a text, together with locale.")
    private String voiceKind;
    @UriParam(label = "producer,prompt",
              description = "play, recognize, hold: the language of a text, for example en-US; startTranscription,"
                            + " updateTranscription: the language that is spoken in the call.")
    private String locale;
    @UriParam(label = "producer,prompt,advanced",
              description = "play, recognize, hold: the id of the endpoint of a custom voice.")
    private String customVoiceEndpointId;
    @UriParam(label = "producer,prompt,advanced",
              description = "play, recognize, hold: a name under which the service keeps the prompt, to play it again faster.")
    private String playSourceCacheId;
    @UriParam(label = "producer,prompt", defaultValue = "false",
              description = "play: whether the prompt is repeated until it is cancelled.")
    private Boolean loop;
    @UriParam(label = "producer,prompt", defaultValue = "false",
              description = "play, recognize: whether media operations that run or wait in the call are cancelled for this one.")
    private Boolean interrupt;
    @UriParam(label = "producer,dtmf",
              description = "sendDtmf: the keys to press, up to 18, for example 12#. A header for it is CamelAcsCallTonesToSend.")
    private String tones;
    @UriParam(label = "producer,recognize", enums = "dtmf,speech,speechOrDtmf,choices",
              description = "recognize: what is listened to: keys (dtmf), free speech, both, or one of choices.")
    private String inputType;
    @UriParam(label = "producer,recognize", javaType = "java.lang.String",
              description = "recognize: after how many keys the input is complete.")
    private String maxTones;
    @UriParam(label = "producer,recognize",
              description = "recognize: the keys that complete the input, one after the other, for example 0#. The star key is"
                            + " one, too.")
    private String stopTones;
    @UriParam(label = "producer,recognize", javaType = "java.time.Duration",
              description = "recognize: how long the person may pause between two keys, 1 to 60 seconds. 2 seconds when not set.")
    private String interToneTimeout;
    @UriParam(label = "producer,recognize", javaType = "java.time.Duration",
              description = "recognize: how long the person may stay silent at first, 0 to 300 seconds. 5 seconds when not set."
                            + " 0 is sent as it is, and may mean 5 seconds for the service, which does not say what it makes of it.")
    private String initialSilenceTimeout;
    @UriParam(label = "producer,recognize", javaType = "java.time.Duration",
              description = "recognize: the pause after which speech is complete. 2 seconds when not set.")
    private String endSilenceTimeout;
    @UriParam(label = "producer,recognize",
              description = "recognize: what the person can choose from, as label:phrases:key separated by semicolons, for"
                            + " example Sales:sales:1;Support:support:2. The key is optional, and a vertical bar separates several"
                            + " phrases. In a header also a list of Maps or"
                            + " JSON of the service.")
    private String choices;
    @UriParam(label = "producer,recognize", description = "recognize: the language of what the person says, for example en-US.")
    private String speechLanguage;
    @UriParam(label = "producer,recognize,advanced",
              description = "recognize: the id of the endpoint of a custom speech model.")
    private String speechRecognitionModelEndpointId;
    @UriParam(label = "producer,stream,advanced",
              description = "startTranscription, updateTranscription: the id of the endpoint of a custom speech model.")
    private String speechModelEndpointId;
    @UriParam(label = "producer,recognize", defaultValue = "false",
              description = "recognize: whether the person can press or speak before the prompt has ended.")
    private Boolean interruptPrompt;
    @UriParam(label = "producer,recording", enums = "audio,audioVideo",
              description = "startRecording: what is recorded. The service decides when not set.")
    private String content;
    @UriParam(label = "producer,recording", enums = "mixed,unmixed",
              description = "startRecording: whether everybody is on one channel or each on a channel of its own; unmixed"
                            + " needs content audio and format wav. The service decides when not set.")
    private String channel;
    @UriParam(label = "producer,recording", enums = "wav,mp3,mp4",
              description = "startRecording: the format of the file: wav or mp3 for content audio, mp4 for audioVideo. The"
                            + " service decides when not set.")
    private String format;
    @UriParam(label = "producer,recording", prefix = "channelAffinity.", multiValue = true,
              description = "startRecording: who is on which channel of an unmixed recording, as"
                            + " channelAffinity.N=NUMBER_OR_ID; N is a channel from 0 to 4.")
    private Map<String, Object> channelAffinity;
    @UriParam(label = "producer,recording",
              description = "startRecording: who is on which channel of an unmixed recording, in the order of the channels:"
                            + " one or several separated by commas.")
    private String audioChannelParticipantOrdering;
    @UriParam(label = "producer,recording", defaultValue = "false",
              description = "startRecording: whether the recording waits for resumeRecording.")
    private Boolean pauseOnStart;
    @UriParam(label = "producer,recording",
              description = "startRecording: the address of a blob container of your own that the file is put into. The"
                            + " service keeps it for a day or two when not set. Write RAW() around an address with special"
                            + " characters.")
    private String storageContainer;
    @UriParam(label = "producer,recording",
              description = "startRecording: where the states of the recording are reported. By default callbackBaseUri with"
                            + " callbackPath; awaitEvent needs that one.")
    private String recordingStateCallbackUri;
    @UriParam(label = "producer,recording",
              description = "pauseRecording, resumeRecording, stopRecording, getRecordingState: the recording, which"
                            + " startRecording leaves in the header CamelAcsCallRecordingId.")
    private String recordingId;
    @UriParam(label = "producer,recording",
              description = "downloadRecording, deleteRecording: the address of the file, which the event of"
                            + " acs-call:recordingFile names. By default the one of the header CamelAcsCallContentLocations or"
                            + " CamelAcsCallDeleteLocations, where the recording has one part. Write RAW() around an address"
                            + " with special characters.")
    private String location;
    @UriParam(label = "producer,recording",
              description = "downloadRecording: the bytes to download, for example 0-1023 or 1024-. All when not set.")
    private String range;
    @UriParam(label = "producer,recording",
              description = "downloadRecording: the file to write. It appears when it is complete; folders are made. The"
                            + " recording becomes the body when not set. A header is taken with allowHeaderOverride only.")
    private String saveTo;
    @UriParam(label = "producer,recording", defaultValue = "1",
              description = "downloadRecording: how many parts of 4 MiB are downloaded at the same time, up to 16; 1"
                            + " downloads the file in one request.")
    private Integer parallel;
    @UriParam(label = "producer",
              description = "Your own key for the operation, such as the id of an order: the same key, action and request act once,"
                            + " whatever repeats. Who comes second gets the first result. Remembered by the operationStore of the"
                            + " component.")
    private String idempotencyKey;
    @UriParam(label = "producer", javaType = "java.time.Duration",
              description = "With awaitEvent: how long to wait at most. By default 150 seconds for createCall and createGroupCall,"
                            + " the invitationTimeout and 15 seconds or 150 seconds for addParticipant, 90 seconds for transfer, 10"
                            + " minutes for play, its own time-outs and 60 seconds for recognize, 30 seconds for the others.")
    private String awaitTimeout;

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = PlusSign.restore(target);
    }

    public String getSourceCallerId() {
        return sourceCallerId;
    }

    public void setSourceCallerId(String sourceCallerId) {
        this.sourceCallerId = PlusSign.restore(sourceCallerId);
    }

    public String getSourceDisplayName() {
        return sourceDisplayName;
    }

    public void setSourceDisplayName(String sourceDisplayName) {
        this.sourceDisplayName = sourceDisplayName;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = PlusSign.restore(source);
    }

    public String getTeamsAppSource() {
        return teamsAppSource;
    }

    public void setTeamsAppSource(String teamsAppSource) {
        this.teamsAppSource = teamsAppSource;
    }

    public String getTransferee() {
        return transferee;
    }

    public void setTransferee(String transferee) {
        this.transferee = PlusSign.restore(transferee);
    }

    public Map<String, Object> getVoipHeader() {
        return voipHeader;
    }

    public void setVoipHeader(Map<String, Object> voipHeader) {
        this.voipHeader = voipHeader;
    }

    public Map<String, Object> getSipHeader() {
        return sipHeader;
    }

    public void setSipHeader(Map<String, Object> sipHeader) {
        this.sipHeader = sipHeader;
    }

    public String getSipUui() {
        return sipUui;
    }

    public void setSipUui(String sipUui) {
        this.sipUui = sipUui;
    }

    public String getInvitationTimeout() {
        return invitationTimeout;
    }

    public void setInvitationTimeout(String invitationTimeout) {
        this.invitationTimeout = invitationTimeout;
    }

    public String getInvitationId() {
        return invitationId;
    }

    public void setInvitationId(String invitationId) {
        this.invitationId = invitationId;
    }

    public String getFromCallConnectionId() {
        return fromCallConnectionId;
    }

    public void setFromCallConnectionId(String fromCallConnectionId) {
        this.fromCallConnectionId = fromCallConnectionId;
    }

    public String getServerCallId() {
        return serverCallId;
    }

    public void setServerCallId(String serverCallId) {
        this.serverCallId = serverCallId == null ? null : serverCallId.replace(' ', '+');
    }

    public String getGroupCallId() {
        return groupCallId;
    }

    public void setGroupCallId(String groupCallId) {
        this.groupCallId = groupCallId;
    }

    public String getRoomId() {
        return roomId;
    }

    public void setRoomId(String roomId) {
        this.roomId = roomId;
    }

    public String getAnsweredBy() {
        return answeredBy;
    }

    public void setAnsweredBy(String answeredBy) {
        this.answeredBy = answeredBy;
    }

    public String getCallConnectionId() {
        return callConnectionId;
    }

    public void setCallConnectionId(String callConnectionId) {
        this.callConnectionId = callConnectionId;
    }

    public String getIncomingCallContext() {
        return incomingCallContext;
    }

    public void setIncomingCallContext(String incomingCallContext) {
        this.incomingCallContext = incomingCallContext == null ? null : incomingCallContext.replace(' ', '+');
    }

    public String getCallbackUri() {
        return callbackUri;
    }

    public void setCallbackUri(String callbackUri) {
        this.callbackUri = callbackUri;
    }

    public String getOperationCallbackUri() {
        return operationCallbackUri;
    }

    public void setOperationCallbackUri(String operationCallbackUri) {
        this.operationCallbackUri = operationCallbackUri;
    }

    public String getOperationContext() {
        return operationContext;
    }

    public void setOperationContext(String operationContext) {
        this.operationContext = operationContext;
    }

    public String getCognitiveServicesEndpoint() {
        return cognitiveServicesEndpoint;
    }

    public void setCognitiveServicesEndpoint(String cognitiveServicesEndpoint) {
        this.cognitiveServicesEndpoint = cognitiveServicesEndpoint;
    }

    public Map<String, Object> getMediaStreaming() {
        return mediaStreaming;
    }

    public void setMediaStreaming(Map<String, Object> mediaStreaming) {
        this.mediaStreaming = mediaStreaming;
    }

    public Map<String, Object> getTranscription() {
        return transcription;
    }

    public void setTranscription(Map<String, Object> transcription) {
        this.transcription = transcription;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public Boolean getForEveryone() {
        return forEveryone;
    }

    public void setForEveryone(Boolean forEveryone) {
        this.forEveryone = forEveryone;
    }

    public String getFile() {
        return file;
    }

    public void setFile(String file) {
        this.file = unlessEmpty(file);
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = unlessEmpty(text);
    }

    public String getSsml() {
        return ssml;
    }

    public void setSsml(String ssml) {
        this.ssml = unlessEmpty(ssml);
    }

    public String getVoice() {
        return voice;
    }

    public void setVoice(String voice) {
        this.voice = voice;
    }

    public String getVoiceKind() {
        return voiceKind;
    }

    public void setVoiceKind(String voiceKind) {
        this.voiceKind = voiceKind;
    }

    public String getLocale() {
        return locale;
    }

    public void setLocale(String locale) {
        this.locale = locale;
    }

    public String getCustomVoiceEndpointId() {
        return customVoiceEndpointId;
    }

    public void setCustomVoiceEndpointId(String customVoiceEndpointId) {
        this.customVoiceEndpointId = customVoiceEndpointId;
    }

    public String getPlaySourceCacheId() {
        return playSourceCacheId;
    }

    public void setPlaySourceCacheId(String playSourceCacheId) {
        this.playSourceCacheId = playSourceCacheId;
    }

    public Boolean getLoop() {
        return loop;
    }

    public void setLoop(Boolean loop) {
        this.loop = loop;
    }

    public Boolean getInterrupt() {
        return interrupt;
    }

    public void setInterrupt(Boolean interrupt) {
        this.interrupt = interrupt;
    }

    public String getTones() {
        return tones;
    }

    public void setTones(String tones) {
        this.tones = tones;
    }

    public String getSpeechModelEndpointId() {
        return speechModelEndpointId;
    }

    public void setSpeechModelEndpointId(String speechModelEndpointId) {
        this.speechModelEndpointId = speechModelEndpointId;
    }

    public String getInputType() {
        return inputType;
    }

    public void setInputType(String inputType) {
        this.inputType = inputType;
    }

    public String getMaxTones() {
        return maxTones;
    }

    public void setMaxTones(String maxTones) {
        this.maxTones = maxTones;
    }

    public String getStopTones() {
        return stopTones;
    }

    public void setStopTones(String stopTones) {
        this.stopTones = stopTones;
    }

    public String getInterToneTimeout() {
        return interToneTimeout;
    }

    public void setInterToneTimeout(String interToneTimeout) {
        this.interToneTimeout = interToneTimeout;
    }

    public String getInitialSilenceTimeout() {
        return initialSilenceTimeout;
    }

    public void setInitialSilenceTimeout(String initialSilenceTimeout) {
        this.initialSilenceTimeout = initialSilenceTimeout;
    }

    public String getEndSilenceTimeout() {
        return endSilenceTimeout;
    }

    public void setEndSilenceTimeout(String endSilenceTimeout) {
        this.endSilenceTimeout = endSilenceTimeout;
    }

    public String getChoices() {
        return choices;
    }

    public void setChoices(String choices) {
        this.choices = choices;
    }

    public String getSpeechLanguage() {
        return speechLanguage;
    }

    public void setSpeechLanguage(String speechLanguage) {
        this.speechLanguage = speechLanguage;
    }

    public String getSpeechRecognitionModelEndpointId() {
        return speechRecognitionModelEndpointId;
    }

    public void setSpeechRecognitionModelEndpointId(String speechRecognitionModelEndpointId) {
        this.speechRecognitionModelEndpointId = speechRecognitionModelEndpointId;
    }

    public Boolean getInterruptPrompt() {
        return interruptPrompt;
    }

    public void setInterruptPrompt(Boolean interruptPrompt) {
        this.interruptPrompt = interruptPrompt;
    }

    public String getContent() {
        return content;
    }

    public void setContent(String content) {
        this.content = content;
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(String channel) {
        this.channel = channel;
    }

    public String getFormat() {
        return format;
    }

    public void setFormat(String format) {
        this.format = format;
    }

    public Map<String, Object> getChannelAffinity() {
        return channelAffinity;
    }

    public void setChannelAffinity(Map<String, Object> channelAffinity) {
        this.channelAffinity = channelAffinity;
    }

    public String getAudioChannelParticipantOrdering() {
        return audioChannelParticipantOrdering;
    }

    public void setAudioChannelParticipantOrdering(String audioChannelParticipantOrdering) {
        this.audioChannelParticipantOrdering = PlusSign.restore(audioChannelParticipantOrdering);
    }

    public Boolean getPauseOnStart() {
        return pauseOnStart;
    }

    public void setPauseOnStart(Boolean pauseOnStart) {
        this.pauseOnStart = pauseOnStart;
    }

    public String getStorageContainer() {
        return storageContainer;
    }

    public void setStorageContainer(String storageContainer) {
        this.storageContainer = storageContainer;
    }

    public String getRecordingStateCallbackUri() {
        return recordingStateCallbackUri;
    }

    public void setRecordingStateCallbackUri(String recordingStateCallbackUri) {
        this.recordingStateCallbackUri = recordingStateCallbackUri;
    }

    public String getRecordingId() {
        return recordingId;
    }

    public void setRecordingId(String recordingId) {
        this.recordingId = recordingId;
    }

    public String getLocation() {
        return location;
    }

    public void setLocation(String location) {
        this.location = location;
    }

    public String getRange() {
        return range;
    }

    public void setRange(String range) {
        this.range = range;
    }

    public String getSaveTo() {
        return saveTo;
    }

    public void setSaveTo(String saveTo) {
        this.saveTo = saveTo;
    }

    public Integer getParallel() {
        return parallel;
    }

    public void setParallel(Integer parallel) {
        this.parallel = parallel;
    }

    public String getIdempotencyKey() {
        return idempotencyKey;
    }

    public void setIdempotencyKey(String idempotencyKey) {
        this.idempotencyKey = idempotencyKey;
    }

    public String getAwaitTimeout() {
        return awaitTimeout;
    }

    public void setAwaitTimeout(String awaitTimeout) {
        this.awaitTimeout = awaitTimeout;
    }

    /**
     * Whom an empty target would mean is no guess to make; a prompt that a template leaves open is one that is not
     * given.
     */
    private static String unlessEmpty(String prompt) {
        return prompt == null || prompt.isEmpty() ? null : prompt;
    }
}
