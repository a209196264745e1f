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

import org.apache.camel.spi.Metadata;

/**
 * The headers of the component. Only the identity headers flow from one action to the next; results of a step are
 * removed before the next action.
 */
public final class AcsCallConstants {

    // identity: these flow from step to step

    @Metadata(label = "common", important = true, javaType = "String",
              description = "The call, by the id of this application's leg. Set by actions that make or answer a call and by every"
                            + " callback event; read by every action that is about a call.")
    public static final String CONNECTION_ID = "CamelAcsCallConnectionId";
    @Metadata(label = "common", javaType = "String",
              description = "The id of the whole call on the service, which recording and connecting need.")
    public static final String SERVER_CALL_ID = "CamelAcsCallServerCallId";
    @Metadata(label = "common", javaType = "String", description = "The id to give to the service's support.")
    public static final String CORRELATION_ID = "CamelAcsCallCorrelationId";
    @Metadata(label = "common", important = true, javaType = "String",
              description = "The opaque context of an incoming call, set by acs-call:incomingCall and read by answer, reject and"
                            + " redirect, which remove it once it is used up.")
    public static final String INCOMING_CALL_CONTEXT = "CamelAcsCallIncomingCallContext";
    @Metadata(label = "common", javaType = "String",
              description = "The one other party of a 1:1 call: the caller of an incoming call, the target of an outgoing one.")
    public static final String REMOTE_PARTY = "CamelAcsCallRemoteParty";

    @Metadata(label = "common", javaType = "String",
              description = "The invitation of addParticipant, which cancelAddParticipant takes back.")
    public static final String INVITATION_ID = "CamelAcsCallInvitationId";

    // inputs

    @Metadata(label = "producer", javaType = "Object",
              description = "Option target: a text, a CommunicationIdentifier of the Azure SDK, or a list of these.")
    public static final String TARGET = "CamelAcsCallTarget";
    @Metadata(label = "producer", javaType = "String", description = "Option sourceCallerId.")
    public static final String SOURCE_CALLER_ID = "CamelAcsCallSourceCallerId";
    @Metadata(label = "producer", javaType = "String", description = "Option sourceDisplayName.")
    public static final String SOURCE_DISPLAY_NAME = "CamelAcsCallSourceDisplayName";
    @Metadata(label = "producer", javaType = "String", description = "Option source.")
    public static final String SOURCE = "CamelAcsCallSource";
    @Metadata(label = "producer", javaType = "String", description = "Option teamsAppSource.")
    public static final String TEAMS_APP_SOURCE = "CamelAcsCallTeamsAppSource";
    @Metadata(label = "producer", javaType = "Object", description = "Option transferee.")
    public static final String TRANSFEREE = "CamelAcsCallTransferee";
    @Metadata(label = "producer", javaType = "java.util.Map", description = "Option voipHeader: names and values.")
    public static final String VOIP_HEADER = "CamelAcsCallVoipHeader";
    @Metadata(label = "producer", javaType = "java.util.Map", description = "Option sipHeader: names and values.")
    public static final String SIP_HEADER = "CamelAcsCallSipHeader";
    @Metadata(label = "producer", javaType = "String", description = "Option sipUui.")
    public static final String SIP_UUI = "CamelAcsCallSipUui";
    @Metadata(label = "producer", javaType = "java.time.Duration", description = "Option invitationTimeout.")
    public static final String INVITATION_TIMEOUT = "CamelAcsCallInvitationTimeout";
    @Metadata(label = "producer", javaType = "String", description = "Option fromCallConnectionId.")
    public static final String FROM_CALL_CONNECTION_ID = "CamelAcsCallFromCallConnectionId";
    @Metadata(label = "common", javaType = "String", description = "Option groupCallId.")
    public static final String GROUP_CALL_ID = "CamelAcsCallGroupCallId";
    @Metadata(label = "common", javaType = "String", description = "Option roomId.")
    public static final String ROOM_ID = "CamelAcsCallRoomId";
    @Metadata(label = "producer", javaType = "String", description = "Option answeredBy.")
    public static final String ANSWERED_BY = "CamelAcsCallAnsweredBy";
    @Metadata(label = "producer", javaType = "String", description = "Option callbackUri.")
    public static final String CALLBACK_URI = "CamelAcsCallCallbackUri";
    @Metadata(label = "producer", javaType = "String", description = "Option operationCallbackUri.")
    public static final String OPERATION_CALLBACK_URI = "CamelAcsCallOperationCallbackUri";
    @Metadata(label = "common", javaType = "String",
              description = "Option operationContext: used by one action and removed. On an exchange of a consumer: the user's"
                            + " context that the operation of the event was given.")
    public static final String OPERATION_CONTEXT = "CamelAcsCallOperationContext";
    @Metadata(label = "producer", javaType = "String", description = "Option cognitiveServicesEndpoint.")
    public static final String COGNITIVE_SERVICES_ENDPOINT = "CamelAcsCallCognitiveServicesEndpoint";
    @Metadata(label = "producer", javaType = "java.util.Map", description = "Option mediaStreaming: names and values.")
    public static final String MEDIA_STREAMING = "CamelAcsCallMediaStreaming";
    @Metadata(label = "producer", javaType = "java.util.Map", description = "Option transcription: names and values.")
    public static final String TRANSCRIPTION = "CamelAcsCallTranscription";
    @Metadata(label = "producer", javaType = "String", description = "Option reason of reject.")
    public static final String REASON = "CamelAcsCallReason";
    @Metadata(label = "producer", javaType = "Boolean", description = "Option forEveryone of hangUp.")
    public static final String FOR_EVERYONE = "CamelAcsCallForEveryone";
    @Metadata(label = "producer", javaType = "String", description = "Option file.")
    public static final String FILE = "CamelAcsCallFile";
    @Metadata(label = "producer", javaType = "String", description = "Option text.")
    public static final String TEXT = "CamelAcsCallText";
    @Metadata(label = "producer", javaType = "String", description = "Option ssml.")
    public static final String SSML = "CamelAcsCallSsml";
    @Metadata(label = "producer", javaType = "String", description = "Option voice.")
    public static final String VOICE = "CamelAcsCallVoice";
    @Metadata(label = "producer", javaType = "String", description = "Option voiceKind.")
    public static final String VOICE_KIND = "CamelAcsCallVoiceKind";
    @Metadata(label = "producer", javaType = "String", description = "Option locale.")
    public static final String LOCALE = "CamelAcsCallLocale";
    @Metadata(label = "producer", javaType = "String", description = "Option customVoiceEndpointId.")
    public static final String CUSTOM_VOICE_ENDPOINT_ID = "CamelAcsCallCustomVoiceEndpointId";
    @Metadata(label = "producer", javaType = "String", description = "Option playSourceCacheId.")
    public static final String PLAY_SOURCE_CACHE_ID = "CamelAcsCallPlaySourceCacheId";
    @Metadata(label = "producer", javaType = "Boolean", description = "Option loop.")
    public static final String LOOP = "CamelAcsCallLoop";
    @Metadata(label = "producer", javaType = "Boolean", description = "Option interrupt.")
    public static final String INTERRUPT = "CamelAcsCallInterrupt";
    @Metadata(label = "producer", javaType = "String",
              description = "Option tones of sendDtmf. CamelAcsCallTones, which a recognition sets, is not read.")
    public static final String TONES_TO_SEND = "CamelAcsCallTonesToSend";
    @Metadata(label = "producer", javaType = "String",
              description = "Option speechModelEndpointId of startTranscription and updateTranscription.")
    public static final String SPEECH_MODEL_ENDPOINT_ID = "CamelAcsCallSpeechModelEndpointId";
    @Metadata(label = "producer", javaType = "String", description = "Option inputType of recognize.")
    public static final String INPUT_TYPE = "CamelAcsCallInputType";
    @Metadata(label = "producer", javaType = "Integer", description = "Option maxTones of recognize.")
    public static final String MAX_TONES = "CamelAcsCallMaxTones";
    @Metadata(label = "producer", javaType = "String", description = "Option stopTones of recognize.")
    public static final String STOP_TONES = "CamelAcsCallStopTones";
    @Metadata(label = "producer", javaType = "java.time.Duration", description = "Option interToneTimeout of recognize.")
    public static final String INTER_TONE_TIMEOUT = "CamelAcsCallInterToneTimeout";
    @Metadata(label = "producer", javaType = "java.time.Duration", description = "Option initialSilenceTimeout of recognize.")
    public static final String INITIAL_SILENCE_TIMEOUT = "CamelAcsCallInitialSilenceTimeout";
    @Metadata(label = "producer", javaType = "java.time.Duration", description = "Option endSilenceTimeout of recognize.")
    public static final String END_SILENCE_TIMEOUT = "CamelAcsCallEndSilenceTimeout";
    @Metadata(label = "producer", javaType = "Object", description = "Option choices of recognize.")
    public static final String CHOICES = "CamelAcsCallChoices";
    @Metadata(label = "producer", javaType = "String", description = "Option speechLanguage of recognize.")
    public static final String SPEECH_LANGUAGE = "CamelAcsCallSpeechLanguage";
    @Metadata(label = "producer", javaType = "String", description = "Option speechRecognitionModelEndpointId of recognize.")
    public static final String SPEECH_RECOGNITION_MODEL_ENDPOINT_ID = "CamelAcsCallSpeechRecognitionModelEndpointId";
    @Metadata(label = "producer", javaType = "Boolean", description = "Option interruptPrompt of recognize.")
    public static final String INTERRUPT_PROMPT = "CamelAcsCallInterruptPrompt";
    @Metadata(label = "producer", javaType = "String", description = "Option content.")
    public static final String CONTENT = "CamelAcsCallContent";
    @Metadata(label = "producer", javaType = "String", description = "Option channel.")
    public static final String CHANNEL = "CamelAcsCallChannel";
    @Metadata(label = "producer", javaType = "String", description = "Option format.")
    public static final String FORMAT = "CamelAcsCallFormat";
    @Metadata(label = "producer", javaType = "java.util.Map", description = "Option channelAffinity.")
    public static final String CHANNEL_AFFINITY = "CamelAcsCallChannelAffinity";
    @Metadata(label = "producer", javaType = "Object", description = "Option audioChannelParticipantOrdering.")
    public static final String AUDIO_CHANNEL_PARTICIPANT_ORDERING = "CamelAcsCallAudioChannelParticipantOrdering";
    @Metadata(label = "producer", javaType = "Boolean", description = "Option pauseOnStart.")
    public static final String PAUSE_ON_START = "CamelAcsCallPauseOnStart";
    @Metadata(label = "producer", javaType = "String", description = "Option storageContainer.")
    public static final String STORAGE_CONTAINER = "CamelAcsCallStorageContainer";
    @Metadata(label = "producer", javaType = "String", description = "Option recordingStateCallbackUri.")
    public static final String RECORDING_STATE_CALLBACK_URI = "CamelAcsCallRecordingStateCallbackUri";
    @Metadata(label = "producer", javaType = "String", description = "Option location.")
    public static final String LOCATION = "CamelAcsCallLocation";
    @Metadata(label = "producer", javaType = "String", description = "Option range.")
    public static final String RANGE = "CamelAcsCallRange";
    @Metadata(label = "producer", javaType = "String", description = "Option saveTo.")
    public static final String SAVE_TO = "CamelAcsCallSaveTo";
    @Metadata(label = "producer", javaType = "Integer", description = "Option parallel.")
    public static final String PARALLEL = "CamelAcsCallParallel";
    @Metadata(label = "producer", javaType = "String",
              description = "Option idempotencyKey: used by one action and removed.")
    public static final String IDEMPOTENCY_KEY = "CamelAcsCallIdempotencyKey";
    @Metadata(label = "producer", javaType = "java.time.Duration", description = "Option awaitTimeout.")
    public static final String AWAIT_TIMEOUT = "CamelAcsCallAwaitTimeout";

    // results: no action reads these, and they are removed before the next action

    @Metadata(label = "producer", javaType = "io.acscall.camel.outcome.Outcome",
              description = "What a failed action or event means, for example BUSY or NO_ANSWER.")
    public static final String OUTCOME = "CamelAcsCallOutcome";
    @Metadata(label = "producer", javaType = "Boolean",
              description = "Whether doing the same again makes sense after a failure.")
    public static final String RETRYABLE = "CamelAcsCallRetryable";
    @Metadata(label = "common", javaType = "Integer",
              description = "The code of the service's result, like an HTTP or SIP status.")
    public static final String RESULT_CODE = "CamelAcsCallResultCode";
    @Metadata(label = "common", javaType = "Integer", description = "The finer code of the service's result.")
    public static final String RESULT_SUB_CODE = "CamelAcsCallResultSubCode";
    @Metadata(label = "common", javaType = "String", description = "The service's own text on the result.")
    public static final String RESULT_MESSAGE = "CamelAcsCallResultMessage";
    @Metadata(label = "common", javaType = "String",
              description = "The tones of a recognition as a person would write them, for example 12#.")
    public static final String TONES = "CamelAcsCallTones";
    @Metadata(label = "common", javaType = "String", description = "The label of the choice that a recognition found.")
    public static final String CHOICE = "CamelAcsCallChoice";
    @Metadata(label = "common", javaType = "String",
              description = "What the person said to make the choice that a recognition found; none when a key was pressed.")
    public static final String CHOICE_PHRASE = "CamelAcsCallChoicePhrase";
    @Metadata(label = "common", javaType = "Double",
              description = "How sure a recognition is of a choice or of speech, from 0 to 1.")
    public static final String CONFIDENCE = "CamelAcsCallConfidence";
    @Metadata(label = "common", javaType = "String", description = "What a recognition understood.")
    public static final String SPEECH = "CamelAcsCallSpeech";

    @Metadata(label = "producer", javaType = "String",
              description = "downloadRecording: the media type of the file, where the storage names it.")
    public static final String CONTENT_TYPE = "CamelAcsCallContentType";
    @Metadata(label = "producer", javaType = "Long", description = "downloadRecording: how many bytes were downloaded.")
    public static final String CONTENT_LENGTH = "CamelAcsCallContentLength";

    // events

    @Metadata(label = "common", javaType = "String",
              description = "The type of the event without the prefix Microsoft.Communication, for example CallConnected.")
    public static final String EVENT_TYPE = "CamelAcsCallEventType";
    @Metadata(label = "common", javaType = "String", description = "The id of the event.")
    public static final String EVENT_ID = "CamelAcsCallEventId";
    @Metadata(label = "common", javaType = "java.time.OffsetDateTime", description = "When the event happened.")
    public static final String EVENT_TIME = "CamelAcsCallEventTime";
    @Metadata(label = "consumer", javaType = "Boolean",
              description = "Whether the event has ended a wait, so that another exchange goes on with it.")
    public static final String AWAITED = "CamelAcsCallAwaited";
    @Metadata(label = "consumer", javaType = "Boolean",
              description = "Whether the event would have ended a wait on another node that is gone or does not answer, so that no"
                            + " exchange goes on with it. What it means is yours to do, from what you have stored.")
    public static final String ORPHANED = "CamelAcsCallOrphaned";
    @Metadata(label = "consumer", javaType = "Boolean",
              description = "Whether a newer ParticipantsUpdated of the call has been seen before this one.")
    public static final String STALE = "CamelAcsCallStale";
    @Metadata(label = "common", javaType = "List<String>",
              description = "ParticipantsUpdated: who is in the call, as phone numbers in E.164 form or raw ids.")
    public static final String PARTICIPANTS = "CamelAcsCallParticipants";
    @Metadata(label = "common", javaType = "String",
              description = "The participant that an event is about, as a phone number in E.164 form or a raw id.")
    public static final String PARTICIPANT = "CamelAcsCallParticipant";
    @Metadata(label = "common", javaType = "String",
              description = "The recording that startRecording has begun or that an event is about; option recordingId.")
    public static final String RECORDING_ID = "CamelAcsCallRecordingId";
    @Metadata(label = "common", javaType = "String", description = "The state of a recording: active or inactive.")
    public static final String RECORDING_STATE = "CamelAcsCallRecordingState";
    @Metadata(label = "consumer", javaType = "List<String>",
              description = "recordingFile: where the parts of the recording are, in order.")
    public static final String CONTENT_LOCATIONS = "CamelAcsCallContentLocations";
    @Metadata(label = "consumer", javaType = "List<String>",
              description = "recordingFile: where the descriptions of the parts are, in order.")
    public static final String METADATA_LOCATIONS = "CamelAcsCallMetadataLocations";
    @Metadata(label = "consumer", javaType = "List<String>",
              description = "recordingFile: the addresses that delete the parts, in order.")
    public static final String DELETE_LOCATIONS = "CamelAcsCallDeleteLocations";
    @Metadata(label = "consumer", important = true, javaType = "String",
              description = "Who calls: a phone number in E.164 form or a raw id, 4:anonymous for a hidden number.")
    public static final String FROM = "CamelAcsCallFrom";
    @Metadata(label = "consumer", important = true, javaType = "String", description = "Who is called.")
    public static final String TO = "CamelAcsCallTo";
    @Metadata(label = "consumer", javaType = "String", description = "The name of the caller as the service knows it.")
    public static final String CALLER_DISPLAY_NAME = "CamelAcsCallCallerDisplayName";

    // streams

    @Metadata(label = "common", javaType = "String",
              description = "mediaStream, transcription: the stream, one for each connection of the service. sendAudio and stopAudio"
                            + " go by it before the call.")
    public static final String STREAM_ID = "CamelAcsCallStreamId";
    @Metadata(label = "consumer", important = true, javaType = "String",
              description = "mediaStream, transcription: what the frame is about: metadata, audio, dtmf, transcription or end.")
    public static final String STREAM_KIND = "CamelAcsCallStreamKind";
    @Metadata(label = "consumer", javaType = "java.time.OffsetDateTime",
              description = "mediaStream: when the audio of the frame was heard.")
    public static final String FRAME_TIME = "CamelAcsCallFrameTime";
    @Metadata(label = "consumer", javaType = "Boolean",
              description = "mediaStream: whether the service marks the audio of the frame as silent.")
    public static final String SILENT = "CamelAcsCallSilent";
    @Metadata(label = "consumer", javaType = "Integer",
              description = "mediaStream: how many samples of the audio make a second.")
    public static final String SAMPLE_RATE = "CamelAcsCallSampleRate";
    @Metadata(label = "consumer", javaType = "Boolean",
              description = "transcription: whether the text does not change any more.")
    public static final String FINAL = "CamelAcsCallFinal";
    @Metadata(label = "consumer", javaType = "Long",
              description = "mediaStream, transcription: how many frames were dropped just before this one, because the route was"
                            + " slower than the stream.")
    public static final String DROPPED_FRAMES = "CamelAcsCallDroppedFrames";

    private AcsCallConstants() {
    }
}
