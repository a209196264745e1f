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

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.acscall.camel.client.ByteRange;
import io.acscall.camel.client.Participant;

/**
 * The values that actions take, by the names of the contract.
 */
public final class Options {

    // readers that many have in common: each method reference makes a class while the application starts
    private static final OptionReader<String> AS_TEXT = Readers::text;
    private static final OptionReader<String> AS_OPAQUE = Readers::opaque;
    private static final OptionReader<String> AS_URL = Readers::url;
    private static final OptionReader<List<String>> AS_URLS = Readers::urls;
    private static final OptionReader<Map<String, String>> AS_MAP = Readers::map;
    private static final OptionReader<Boolean> AS_FLAG = Readers::flag;
    private static final OptionReader<Duration> AS_DURATION = Readers::duration;
    private static final OptionReader<Participant> AS_PARTICIPANT = ParticipantReaders::participant;
    private static final OptionReader<List<Participant>> AS_PARTICIPANTS = ParticipantReaders::participants;
    private static final OptionReader<Participant> AS_USER = ParticipantReaders::user;

    // who
    /** Who is meant. */
    public static final Option<List<Participant>> TARGETS
            = Option.of("target", AS_PARTICIPANTS, "+16041234567,8:acs:resource_user").masked();
    static final Option<Participant> TARGET = Option.of("target", AS_PARTICIPANT, "+16041234567").masked();
    /** The number that called people see. */
    public static final Option<Participant> SOURCE_CALLER_ID
            = Option.of("sourceCallerId", ParticipantReaders::phoneNumber, "+18005550100").masked();
    static final Option<Participant> SOURCE = Option.of("source", AS_USER, "8:acs:resource_user").masked();
    static final Option<Participant> ANSWERED_BY
            = Option.of("answeredBy", AS_USER, "8:acs:resource_user").masked();
    static final Option<String> SOURCE_DISPLAY_NAME = Option.of("sourceDisplayName", AS_TEXT, "Contoso").masked();
    /** The Teams app that rings. */
    public static final Option<Participant> TEAMS_APP_SOURCE
            = Option.of("teamsAppSource", ParticipantReaders::teamsApp, "28:orgid:99999999-8888-4777-8666-555555555555");

    /** Who is handed over. */
    public static final Option<Participant> TRANSFEREE
            = Option.of("transferee", AS_PARTICIPANT, "+16041234567").masked();
    /** The one other party of a 1:1 call, which actions that are about one person take when no target is named. */
    static final Option<Participant> REMOTE_PARTY
            = Option.of("remoteParty", AS_PARTICIPANT, "+16041234567").masked();

    // what the person is told
    static final Option<Map<String, String>> VOIP_HEADER = Option.of("voipHeader", AS_MAP, "C-17").masked();
    static final Option<Map<String, String>> SIP_HEADER = Option.of("sipHeader", AS_MAP, "A-1").masked();
    static final Option<String> SIP_UUI = Option.of("sipUui", AS_TEXT, "616263;encoding=hex");

    // invitations
    static final Option<Duration> INVITATION_TIMEOUT = Option.of("invitationTimeout", Readers.seconds(0, 180), "60s");
    static final Option<String> INVITATION_ID
            = Option.of("invitationId", AS_TEXT, "${header.CamelAcsCallInvitationId}");

    // which call
    static final Option<String> SERVER_CALL_ID
            = Option.of("serverCallId", AS_OPAQUE, "${header.CamelAcsCallServerCallId}");
    static final Option<String> GROUP_CALL_ID = Option.of("groupCallId", AS_TEXT, "29228d3e-040e-4656-a70e-890ab4e173e5");
    static final Option<String> ROOM_ID = Option.of("roomId", AS_TEXT, "99401000000000001");
    static final Option<String> FROM_CALL_CONNECTION_ID = Option.of("fromCallConnectionId", AS_TEXT,
            "401f0000-0000-4000-8000-000000000002");
    /** The call that is meant. */
    public static final Option<String> CALL_CONNECTION_ID = Option.of("callConnectionId", Readers::pathId,
            "401f0000-0000-4000-8000-000000000001").withHeader("CamelAcsCallConnectionId");
    /** The opaque context of an incoming call. */
    public static final Option<String> INCOMING_CALL_CONTEXT
            = Option.of("incomingCallContext", AS_OPAQUE, "${header.CamelAcsCallIncomingCallContext}").secret();

    // how it is reported
    /** Where the events of a call go. */
    public static final Option<String> CALLBACK_URI
            = Option.of("callbackUri", AS_URL, "https://app.example.com/acs-call/events").address()
                    .orOfTheComponent("callbackBaseUri");
    /** Where the events of one operation go. */
    public static final Option<String> OPERATION_CALLBACK_URI
            = Option.of("operationCallbackUri", AS_URL, "https://app.example.com/acs-call/events").address();
    /** The user's own words that come back with the events. */
    public static final Option<String> OPERATION_CONTEXT = Option.of("operationContext", AS_TEXT, "order-4711");
    /** The service that speaks. */
    public static final Option<String> COGNITIVE_SERVICES_ENDPOINT
            = Option.of("cognitiveServicesEndpoint", AS_URL, "https://name.cognitiveservices.azure.com/").address();

    // streams
    static final Option<Map<String, String>> MEDIA_STREAMING
            = Option.of("mediaStreaming", AS_MAP, "startMediaStreaming=true").address();
    static final Option<Map<String, String>> TRANSCRIPTION
            = Option.of("transcription", AS_MAP, "locale=en-US").address();

    // ending a call
    static final Option<String> REASON = Option.of("reason", Readers.word("none", "busy", "forbidden"), "busy");
    static final Option<Boolean> FOR_EVERYONE = Option.of("forEveryone", AS_FLAG, "true");

    // prompts
    static final Option<String> FILE = Option.of("file", AS_URL, "https://media.example.com/hello.wav").address();
    /** A prompt in words. */
    public static final Option<String> TEXT = Option.of("text", AS_TEXT, "Welcome");
    /** A prompt in SSML. */
    public static final Option<String> SSML = Option.of("ssml", AS_TEXT, "RAW(<speak …>…</speak>)");
    static final Option<String> VOICE = Option.of("voice", AS_TEXT, "en-US-JennyNeural");
    static final Option<String> VOICE_KIND = Option.of("voiceKind", Readers.word("male", "female"), "female");
    static final Option<String> LOCALE = Option.of("locale", AS_TEXT, "en-US");
    static final Option<String> CUSTOM_VOICE_ENDPOINT_ID = Option.of("customVoiceEndpointId", AS_TEXT, "voice-1");
    static final Option<String> PLAY_SOURCE_CACHE_ID = Option.of("playSourceCacheId", AS_TEXT, "welcome");
    /** Whether a prompt is repeated for ever. */
    public static final Option<Boolean> LOOP = Option.of("loop", AS_FLAG, "true");
    static final Option<Boolean> INTERRUPT = Option.of("interrupt", AS_FLAG, "true");

    // keys
    /** Not read from the header of the tones that a recognition found: what a caller pressed is not to be sent on. */
    static final Option<String> TONES = Option.of("tones", Tones.atMost(SendDtmf.MAX_TONES), "12#")
            .withHeader("CamelAcsCallTonesToSend").secret();

    // recognition
    /** What a recognition listens to. */
    public static final Option<String> INPUT_TYPE
            = Option.of("inputType", Readers.word("dtmf", "speech", "speechOrDtmf", "choices"), "dtmf");
    static final Option<Integer> MAX_TONES = Option.of("maxTones", Readers.number(1, Integer.MAX_VALUE), "4");
    static final Option<String> STOP_TONES = Option.of("stopTones", Tones::read, "#*");
    static final Option<Duration> INTER_TONE_TIMEOUT = Option.of("interToneTimeout", Readers.seconds(1, 60), "5s");
    static final Option<Duration> INITIAL_SILENCE_TIMEOUT = Option.of("initialSilenceTimeout", Readers.seconds(0, 300), "10s");
    static final Option<Duration> END_SILENCE_TIMEOUT = Option.of("endSilenceTimeout", AS_DURATION, "2s");
    static final Option<Boolean> INTERRUPT_PROMPT = Option.of("interruptPrompt", AS_FLAG, "true");
    static final Option<ArrayNode> CHOICES
            = Option.of("choices", Choices::read, "Sales:sales|new order:1;Support:support|help:2");
    static final Option<String> SPEECH_LANGUAGE = Option.of("speechLanguage", AS_TEXT, "en-US");
    static final Option<String> SPEECH_MODEL
            = Option.of("speechRecognitionModelEndpointId", AS_TEXT, "abababab-0000-4000-8000-000000000000");

    static final Option<String> SPEECH_MODEL_OF_TRANSCRIPTION
            = Option.of("speechModelEndpointId", AS_TEXT, "abababab-0000-4000-8000-000000000000");

    // recording
    /** The recording that is meant. */
    public static final Option<String> RECORDING_ID
            = Option.of("recordingId", Readers::recordingId, "${header.CamelAcsCallRecordingId}");
    /** Where the states of a recording are reported. */
    public static final Option<String> RECORDING_STATE_CALLBACK_URI
            = Option.of("recordingStateCallbackUri", AS_URL, "https://app.example.com/acs-call/events").address()
                    .orOfTheComponent("callbackBaseUri");
    static final Option<String> CONTENT = Option.of("content", Readers.word("audio", "audioVideo"), "audio");
    static final Option<String> CHANNEL = Option.of("channel", Readers.word("mixed", "unmixed"), "unmixed");
    static final Option<String> FORMAT = Option.of("format", Readers.word("wav", "mp3", "mp4"), "wav");
    static final Option<String> STORAGE_CONTAINER
            = Option.of("storageContainer", AS_URL, "https://account.blob.core.windows.net/recordings").address();
    static final Option<Boolean> PAUSE_ON_START = Option.of("pauseOnStart", AS_FLAG, "true");
    static final Option<Map<Integer, Participant>> CHANNEL_AFFINITY
            = Option.of("channelAffinity", ParticipantReaders::byChannel, "0=+16041234567").masked();
    static final Option<List<Participant>> CHANNEL_ORDER = Option.of("audioChannelParticipantOrdering",
            AS_PARTICIPANTS, "+16041234567,8:acs:resource_user").masked();

    static final Option<String> LOCATION = Option.of("location", AS_URL,
            "https://us-storage.asm.skype.com/v1/objects/0-eus-d1-1/content/acsaudio").address();
    /** The parts of a recording, which an event names. */
    static final Option<List<String>> CONTENT_LOCATIONS
            = Option.of("contentLocations", AS_URLS, LOCATION.example()).address();
    /** The addresses that delete the parts of a recording, which an event names. */
    static final Option<List<String>> DELETE_LOCATIONS
            = Option.of("deleteLocations", AS_URLS, LOCATION.example()).address();
    static final Option<ByteRange> RANGE = Option.of("range", raw -> ByteRange.parse(raw.toString()), "0-1023");
    /** The file that a recording is written to. */
    public static final Option<Path> SAVE_TO = Option.of("saveTo", Readers::file, "/var/recordings/call-4711.wav");
    static final Option<Integer> PARALLEL = Option.of("parallel", Readers.number(1, 16), "4");

    // flow
    /** The user's own key for the operation. */
    public static final Option<String> IDEMPOTENCY_KEY = Option.of("idempotencyKey", AS_TEXT, "reminder-4711");
    /** How long a wait lasts. */
    public static final Option<Duration> AWAIT_TIMEOUT = Option.of("awaitTimeout", AS_DURATION, "30s");

    private Options() {
    }
}
