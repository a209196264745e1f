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

import java.time.Duration;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.ProxyOptions;
import io.acscall.camel.spi.OperationStore;
import io.acscall.camel.spi.ReplyForwarder;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * What is set once for all endpoints: the resource and its credentials, the paths on which the service reaches us and
 * what protects them, and limits. What belongs to one request is an endpoint option.
 */
@UriParams
@Configurer
public class AcsCallConfiguration implements Cloneable {

    @UriParam(label = "security", secret = true,
              description = "The connection string of the Communication Services resource, as the portal shows it under Keys:"
                            + " endpoint=https://NAME.communication.azure.com/;accesskey=KEY. Holds endpoint and accessKey in"
                            + " one text.")
    private String connectionString;
    @UriParam(label = "common",
              description = "The endpoint of the Communication Services resource, for example"
                            + " https://NAME.communication.azure.com. Not needed beside connectionString.")
    private String endpoint;
    @UriParam(label = "security", secret = true,
              description = "The access key of the resource, primary or secondary. Needs endpoint.")
    private String accessKey;
    @UriParam(label = "security",
              description = "A credential of Microsoft Entra ID to use instead of a key. Needs endpoint.")
    private TokenCredential tokenCredential;
    @UriParam(label = "security", enums = "CONNECTION_STRING,ACCESS_KEY,TOKEN_CREDENTIAL,AZURE_IDENTITY",
              description = "Which credential is used. When it is not set, the first that is there counts: connectionString,"
                            + " accessKey, tokenCredential. AZURE_IDENTITY takes the default chain of azure-identity, which"
                            + " must then be on the class path.")
    private CredentialType credentialType;
    @UriParam(label = "advanced", defaultValue = "2026-03-12",
              description = "The api-version of the service that requests name.")
    private String apiVersion = "2026-03-12";

    @UriParam(label = "common",
              description = "The public address of this application as the service reaches it, for example"
                            + " https://app.example.com: scheme, host, and a path prefix where a proxy has one. With callbackPath"
                            + " it is the callbackUri of every action that needs one.")
    private String callbackBaseUri;
    @UriParam(label = "consumer", defaultValue = "/acs-call/events",
              description = "The path on which callbacks of calls come in, on the HTTP server of the runtime"
                            + " (camel-platform-http).")
    private String callbackPath = "/acs-call/events";
    @UriParam(label = "consumer", defaultValue = "/acs-call/event-grid",
              description = "The path on which Event Grid deliveries come in.")
    private String eventGridPath = "/acs-call/event-grid";
    @UriParam(label = "consumer", defaultValue = "/acs-call/media-stream",
              description = "The path on which the audio of calls comes in through WebSockets. With callbackBaseUri and the scheme"
                            + " wss it is the mediaStreaming.transportUrl of every action that has mediaStreaming options.")
    private String mediaStreamPath = "/acs-call/media-stream";
    @UriParam(label = "consumer", defaultValue = "/acs-call/transcription",
              description = "The path on which transcripts of calls come in through WebSockets. With callbackBaseUri and the scheme"
                            + " wss it is the transcription.transportUrl of every action that has transcription options.")
    private String transcriptionPath = "/acs-call/transcription";
    @UriParam(label = "security", enums = "jwt,none", defaultValue = "jwt",
              description = "How callbacks prove that they come from the service: jwt checks the signed token of each callback"
                            + " and needs immutableResourceId; none lets everybody in who reaches the path.")
    private CallbackAuth callbackAuth = CallbackAuth.jwt;
    @UriParam(label = "security",
              description = "The immutable resource id of the Communication Services resource, a GUID that the portal shows in"
                            + " its JSON view: the audience of the tokens of callbacks. Several are separated by commas.")
    private String immutableResourceId;
    @UriParam(label = "security,advanced",
              defaultValue = "https://acscallautomation.communication.azure.com/calling/.well-known/acsopenidconfiguration",
              description = "Where the keys are published with which the service signs callbacks. The simulator has its own.")
    private String openIdConfigurationUri
            = "https://acscallautomation.communication.azure.com/calling/.well-known/acsopenidconfiguration";
    @UriParam(label = "security", enums = "secret,entra,none", defaultValue = "secret",
              description = "How Event Grid deliveries prove that they come from your subscription: secret compares"
                            + " eventGridSecret; entra checks a token of Microsoft Entra ID and needs tenantId and audience; none lets everybody in who reaches the path.")
    private EventGridAuth eventGridAuth = EventGridAuth.secret;
    @UriParam(label = "security", secret = true,
              description = "The secret that your Event Grid subscription sends, in the query parameter secret of its address or"
                            + " in the delivery header X-Acs-Call-Secret. Two separated by a comma are valid at once, for"
                            + " rotation.")
    private String eventGridSecret;
    @UriParam(label = "security", secret = true,
              description = "A secret part of the path, for callbacks only: callbackPath/SECRET is then the callbackUri, and"
                            + " callbacks to other paths are refused. In addition to the token, not instead of it.")
    private String callbackSecret;
    @UriParam(label = "security",
              description = "eventGridAuth=entra: the id of the Microsoft Entra tenant that issues the tokens of deliveries.")
    private String tenantId;
    @UriParam(label = "security",
              description = "eventGridAuth=entra: the audience of the tokens of deliveries, the application id or its URI that the"
                            + " Event Grid subscription names. Several are separated by commas.")
    private String audience;
    @UriParam(label = "security",
              description = "eventGridAuth=entra: the id of the application in whose name Event Grid delivers. Any application of the"
                            + " tenant that gets a token for the audience when not set.")
    private String applicationId;
    @UriParam(label = "security,advanced",
              description = "eventGridAuth=entra: where the tenant publishes its keys, when that is not"
                            + " https://login.microsoftonline.com/TENANT/v2.0/.well-known/openid-configuration (in a sovereign"
                            + " cloud).")
    private String eventGridOpenIdConfigurationUri;
    @UriParam(label = "consumer", enums = "received,completed", defaultValue = "received",
              description = "When a callback or delivery is answered: received, once the event is handed over; completed, when the"
                            + " routes are done (500 when one failed), at the first wait of a route, or after ackTimeout.")
    private AckMode ackMode = AckMode.received;
    @UriParam(label = "consumer", defaultValue = "20s", javaType = "java.time.Duration",
              description = "ackMode=completed: after this time the event counts as taken.")
    private Duration ackTimeout = Duration.ofSeconds(20);
    @UriParam(label = "consumer,advanced", defaultValue = "10",
              description = "ackMode=completed: how many requests may be held open at once; one more is answered 503. Each holds a"
                            + " thread of the HTTP server, so it must be less than those.")
    private int maxHeldRequests = 10;
    @UriParam(label = "consumer,advanced",
              description = "Remembers which consumer has had which event, so that duplicates are dropped. In memory with 100,000"
                            + " ids when not set; a JDBC or other repository of Camel's makes it hold across restarts and nodes.")
    private IdempotentRepository idempotentRepository;
    @UriParam(label = "consumer", defaultValue = "30s", javaType = "java.time.Duration",
              description = "incomingCall: how long a call rings. An IncomingCall event that is older is dropped, because it can't be"
                            + " answered any more.")
    private Duration ringTime = Duration.ofSeconds(30);
    @UriParam(label = "consumer", enums = "none,busy,forbidden",
              description = "incomingCall: how a call is rejected that no route takes. It rings on when not set.")
    private String rejectUnmatched;
    @UriParam(label = "consumer,advanced", defaultValue = "1048576",
              description = "The largest body in bytes that is read from a callback or delivery; larger ones get 413.")
    private int maxBodySize = 1024 * 1024;

    @UriParam(label = "consumer,advanced", defaultValue = "262144",
              description = "mediaStream, transcription: the longest message in bytes that is read from a WebSocket of the"
                            + " service; a connection with a longer one is closed.")
    private int maxFrameSize = 256 * 1024;
    @UriParam(label = "consumer,advanced", defaultValue = "1000",
              description = "mediaStream, transcription: how many WebSockets of each may be up at once; one more is answered 503.")
    private int maxStreams = 1_000;
    @UriParam(label = "producer,advanced", defaultValue = "200ms", javaType = "java.time.Duration",
              description = "sendAudio: how far audio is sent ahead of the time when it is heard. More bridges longer hiccups of the"
                            + " network; less is still to be heard after stopAudio where the service does not drop it.")
    private Duration audioLead = Duration.ofMillis(200);
    @UriParam(label = "producer,advanced", defaultValue = "30s", javaType = "java.time.Duration",
              description = "sendAudio: how much audio of one stream may wait to be sent; more is refused. 30 seconds of 16 kHz are"
                            + " 960 KB of memory.")
    private Duration maxQueuedAudio = Duration.ofSeconds(30);

    @UriParam(label = "producer",
              description = "The endpoint of the Azure AI service that is linked to the resource, for example"
                            + " https://NAME.cognitiveservices.azure.com/. Calls that are made or answered need it for spoken"
                            + " text.")
    private String cognitiveServicesEndpoint;
    @UriParam(label = "producer",
              description = "The phone number of the resource that called people see, in E.164 form: a plus sign and digits.")
    private String sourceCallerId;
    @UriParam(label = "producer,security",
              description = "Who may be rung, as phone numbers in E.164 form or raw ids separated by commas. An asterisk at the end"
                            + " is a wildcard. Checked by every action that rings somebody, wherever the target comes from."
                            + " Everybody when it is not set.")
    private String allowedTargets;

    @UriParam(label = "producer,security",
              description = "Hosts that recordings are downloaded from beside those of the service and the resource itself, separated"
                            + " by commas, for example media.example.com. A name that begins with an asterisk and a dot stands for"
                            + " all hosts below it. Requests to them are signed with the key or carry the token.")
    private String recordingHosts;

    @UriParam(label = "advanced",
              description = "What the start-up lint must not report: codes of its findings separated by commas, for example"
                            + " no-wait,no-caller-id. Each counts for all routes or, followed by an at sign and the id of a route, for"
                            + " that one. An asterisk stands for all codes.")
    private String ignoredFindings;

    @UriParam(label = "advanced",
              description = "The HTTP client of azure-core to send requests with, instead of the JDK's own. When not set, the only"
                            + " HttpClient in the registry is taken, if there is exactly one and autowiredEnabled is not switched"
                            + " off.")
    private HttpClient httpClient;
    @UriParam(label = "advanced",
              description = "The proxy for requests to the service. Not used with an httpClient of your own.")
    private ProxyOptions proxyOptions;
    @UriParam(label = "advanced", defaultValue = "30s", javaType = "java.time.Duration",
              description = "How long one try of a request may last.")
    private Duration requestTimeout = Duration.ofSeconds(30);
    @UriParam(label = "advanced", defaultValue = "3",
              description = "How often a request is repeated when that is safe: requests that the service recognises as the same,"
                            + " refusals with 429 or 503 that name a time, and requests of which no byte was sent.")
    private int maxRetries = 3;
    @UriParam(label = "advanced", defaultValue = "800ms", javaType = "java.time.Duration",
              description = "The time before the first repeat; it doubles each time. A time that the service names counts more.")
    private Duration retryDelay = Duration.ofMillis(800);

    @UriParam(label = "producer,advanced",
              description = "Remembers operations that have an idempotencyKey, and counts for maxConcurrentPerCaller. In memory with 10,000 entries when not set; a"
                            + " JdbcOperationStore makes it hold across restarts and nodes.")
    @Metadata(autowired = true)
    private OperationStore operationStore;
    @UriParam(label = "producer", defaultValue = "0",
              description = "How many calls to phone numbers may be up at once from one sourceCallerId, over all nodes that share the"
                            + " operationStore: createCall and createGroupCall to numbers, addParticipant of a number. More wait"
                            + " their turn without a thread. The service allows 2 by default. 0 for no limit.")
    private int maxConcurrentPerCaller;
    @UriParam(label = "producer,advanced", defaultValue = "1000",
              description = "maxConcurrentPerCaller: how many exchanges may wait on this node; one more is refused. 0 lets none wait.")
    private int maxPacedWaiting = 1_000;
    @UriParam(label = "producer", defaultValue = "5m", javaType = "java.time.Duration",
              description = "maxConcurrentPerCaller: how long an exchange waits at most before its action fails. Not part of"
                            + " awaitTimeout.")
    private Duration pacingTimeout = Duration.ofMinutes(5);
    @UriParam(label = "producer,advanced", defaultValue = "2m", javaType = "java.time.Duration",
              description = "maxConcurrentPerCaller: how long a node that died still counts before others look whether its calls are"
                            + " up. A third of it is how often a node looks at its own calls.")
    private Duration pacingLease = Duration.ofMinutes(2);
    @UriParam(label = "advanced",
              description = "Takes events to the node whose exchange waits for them, when another node has got them. Needs an"
                            + " operationStore that all nodes share, such as JdbcOperationStore. With camel-acs-callautomation-kafka"
                            + " it is a KafkaReplyForwarder. Each node is on its own when not set.")
    @Metadata(autowired = true)
    private ReplyForwarder replyForwarder;
    @UriParam(label = "advanced", defaultValue = "3s", javaType = "java.time.Duration",
              description = "replyForwarder: how long the node whose exchange waits may take to answer. Then the event goes to the"
                            + " consumers with the header CamelAcsCallOrphaned.")
    private Duration replyTimeout = Duration.ofSeconds(3);
    @UriParam(label = "advanced", defaultValue = "15s", javaType = "java.time.Duration",
              description = "replyForwarder: how long a node that died still counts as alive. Each node renews its lease every third"
                            + " of it. One that can't do so for the whole time loses its waits to the others.")
    private Duration nodeLease = Duration.ofSeconds(15);
    @UriParam(label = "advanced", defaultValue = "100000",
              description = "How many exchanges may wait for events at once; one more is refused.")
    private int maxOpenWaits = 100_000;
    @UriParam(label = "consumer,advanced", defaultValue = "20",
              description = "How many exchanges that events start may run at the same time.")
    private int consumerPoolSize = 20;
    @UriParam(label = "consumer,advanced", defaultValue = "10000",
              description = "How many events may wait for a thread; one more is answered 503, so that the service tries again.")
    private int maxQueuedEvents = 10_000;
    @UriParam(label = "producer,advanced", defaultValue = "20",
              description = "How many exchanges may go on at the same time after an answer or event of the service.")
    private int completionPoolSize = 20;
    @UriParam(label = "producer,advanced", defaultValue = "false",
              description = "Whether the trace of an action is found again on its events also without awaitEvent: the"
                            + " operationContext then carries the traceparent header beside your own, which events show as it was."
                            + " Not where the step sends its events to another address. With awaitEvent the trace is always"
                            + " carried.")
    private boolean propagateTrace;

    @UriParam(label = "advanced",
              description = "Whether the flight recorder remembers what happened in the newest calls, so that one can be looked at"
                            + " and played again in the simulator. Ids and phone numbers get other names.")
    private boolean flightRecorder;
    @UriParam(label = "advanced", defaultValue = "100",
              description = "flightRecorder: how many calls are kept. The oldest that is over goes first.")
    private int flightRecorderCalls = 100;
    @UriParam(label = "advanced", defaultValue = "500",
              description = "flightRecorder: how many requests, events and other entries are kept of each call. A call that has more"
                            + " can be looked at, but not be recorded.")
    private int flightRecorderEntries = 500;
    @UriParam(label = "advanced", defaultValue = "16777216",
              description = "flightRecorder: how much memory in bytes all calls together may take, roughly.")
    private long flightRecorderBytes = 16L * 1024 * 1024;
    @UriParam(label = "advanced,security",
              description = "flightRecorder: whether pressed keys and spoken words are kept, too. They may be a PIN or a name; without"
                            + " them a call in which people enter something can't be played again.")
    private boolean flightRecorderTones;
    @UriParam(label = "advanced",
              description = "flightRecorder: a folder that gets a file of each call when it has ended. It is made when it is not"
                            + " there.")
    private String flightRecorderFolder;
    @UriParam(label = "advanced", defaultValue = "1000",
              description = "flightRecorder: how many files flightRecorderFolder holds; then the oldest are deleted.")
    private int flightRecorderFiles = 1_000;

    /**
     * A copy that can be changed on its own.
     */
    public AcsCallConfiguration copy() {
        try {
            return (AcsCallConfiguration) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public ReplyForwarder getReplyForwarder() {
        return replyForwarder;
    }

    public void setReplyForwarder(ReplyForwarder replyForwarder) {
        this.replyForwarder = replyForwarder;
    }

    public Duration getReplyTimeout() {
        return replyTimeout;
    }

    public void setReplyTimeout(Duration replyTimeout) {
        this.replyTimeout = replyTimeout;
    }

    public Duration getNodeLease() {
        return nodeLease;
    }

    public void setNodeLease(Duration nodeLease) {
        this.nodeLease = nodeLease;
    }

    public int getMaxConcurrentPerCaller() {
        return maxConcurrentPerCaller;
    }

    public void setMaxConcurrentPerCaller(int maxConcurrentPerCaller) {
        this.maxConcurrentPerCaller = maxConcurrentPerCaller;
    }

    public int getMaxPacedWaiting() {
        return maxPacedWaiting;
    }

    public void setMaxPacedWaiting(int maxPacedWaiting) {
        this.maxPacedWaiting = maxPacedWaiting;
    }

    public Duration getPacingTimeout() {
        return pacingTimeout;
    }

    public void setPacingTimeout(Duration pacingTimeout) {
        this.pacingTimeout = pacingTimeout;
    }

    public Duration getPacingLease() {
        return pacingLease;
    }

    public void setPacingLease(Duration pacingLease) {
        this.pacingLease = pacingLease;
    }

    public String getRecordingHosts() {
        return recordingHosts;
    }

    public void setRecordingHosts(String recordingHosts) {
        this.recordingHosts = recordingHosts;
    }

    public String getConnectionString() {
        return connectionString;
    }

    public void setConnectionString(String connectionString) {
        this.connectionString = connectionString;
    }

    public String getEndpoint() {
        return endpoint;
    }

    public void setEndpoint(String endpoint) {
        this.endpoint = endpoint;
    }

    public String getAccessKey() {
        return accessKey;
    }

    public void setAccessKey(String accessKey) {
        this.accessKey = accessKey;
    }

    public TokenCredential getTokenCredential() {
        return tokenCredential;
    }

    public void setTokenCredential(TokenCredential tokenCredential) {
        this.tokenCredential = tokenCredential;
    }

    public CredentialType getCredentialType() {
        return credentialType;
    }

    public void setCredentialType(CredentialType credentialType) {
        this.credentialType = credentialType;
    }

    public String getApiVersion() {
        return apiVersion;
    }

    public void setApiVersion(String apiVersion) {
        this.apiVersion = apiVersion;
    }

    public String getCallbackBaseUri() {
        return callbackBaseUri;
    }

    public void setCallbackBaseUri(String callbackBaseUri) {
        this.callbackBaseUri = callbackBaseUri;
    }

    public String getCallbackPath() {
        return callbackPath;
    }

    public void setCallbackPath(String callbackPath) {
        this.callbackPath = callbackPath;
    }

    public String getEventGridPath() {
        return eventGridPath;
    }

    public void setEventGridPath(String eventGridPath) {
        this.eventGridPath = eventGridPath;
    }

    public String getMediaStreamPath() {
        return mediaStreamPath;
    }

    public void setMediaStreamPath(String mediaStreamPath) {
        this.mediaStreamPath = mediaStreamPath;
    }

    public String getTranscriptionPath() {
        return transcriptionPath;
    }

    public void setTranscriptionPath(String transcriptionPath) {
        this.transcriptionPath = transcriptionPath;
    }

    public CallbackAuth getCallbackAuth() {
        return callbackAuth;
    }

    public void setCallbackAuth(CallbackAuth callbackAuth) {
        this.callbackAuth = callbackAuth;
    }

    public String getImmutableResourceId() {
        return immutableResourceId;
    }

    public void setImmutableResourceId(String immutableResourceId) {
        this.immutableResourceId = immutableResourceId;
    }

    public String getOpenIdConfigurationUri() {
        return openIdConfigurationUri;
    }

    public void setOpenIdConfigurationUri(String openIdConfigurationUri) {
        this.openIdConfigurationUri = openIdConfigurationUri;
    }

    public EventGridAuth getEventGridAuth() {
        return eventGridAuth;
    }

    public void setEventGridAuth(EventGridAuth eventGridAuth) {
        this.eventGridAuth = eventGridAuth;
    }

    public String getEventGridSecret() {
        return eventGridSecret;
    }

    public void setEventGridSecret(String eventGridSecret) {
        this.eventGridSecret = eventGridSecret;
    }

    public String getCallbackSecret() {
        return callbackSecret;
    }

    public void setCallbackSecret(String callbackSecret) {
        this.callbackSecret = callbackSecret;
    }

    public String getTenantId() {
        return tenantId;
    }

    public void setTenantId(String tenantId) {
        this.tenantId = tenantId;
    }

    public String getAudience() {
        return audience;
    }

    public void setAudience(String audience) {
        this.audience = audience;
    }

    public String getApplicationId() {
        return applicationId;
    }

    public void setApplicationId(String applicationId) {
        this.applicationId = applicationId;
    }

    public String getEventGridOpenIdConfigurationUri() {
        return eventGridOpenIdConfigurationUri;
    }

    public void setEventGridOpenIdConfigurationUri(String eventGridOpenIdConfigurationUri) {
        this.eventGridOpenIdConfigurationUri = eventGridOpenIdConfigurationUri;
    }

    public AckMode getAckMode() {
        return ackMode;
    }

    public void setAckMode(AckMode ackMode) {
        this.ackMode = ackMode;
    }

    public Duration getAckTimeout() {
        return ackTimeout;
    }

    public void setAckTimeout(Duration ackTimeout) {
        this.ackTimeout = ackTimeout;
    }

    public int getMaxHeldRequests() {
        return maxHeldRequests;
    }

    public void setMaxHeldRequests(int maxHeldRequests) {
        this.maxHeldRequests = maxHeldRequests;
    }

    public IdempotentRepository getIdempotentRepository() {
        return idempotentRepository;
    }

    public void setIdempotentRepository(IdempotentRepository idempotentRepository) {
        this.idempotentRepository = idempotentRepository;
    }

    public Duration getRingTime() {
        return ringTime;
    }

    public void setRingTime(Duration ringTime) {
        this.ringTime = ringTime;
    }

    public String getRejectUnmatched() {
        return rejectUnmatched;
    }

    public void setRejectUnmatched(String rejectUnmatched) {
        this.rejectUnmatched = rejectUnmatched;
    }

    public int getMaxBodySize() {
        return maxBodySize;
    }

    public void setMaxBodySize(int maxBodySize) {
        this.maxBodySize = maxBodySize;
    }

    public int getMaxFrameSize() {
        return maxFrameSize;
    }

    public void setMaxFrameSize(int maxFrameSize) {
        this.maxFrameSize = maxFrameSize;
    }

    public int getMaxStreams() {
        return maxStreams;
    }

    public void setMaxStreams(int maxStreams) {
        this.maxStreams = maxStreams;
    }

    public Duration getAudioLead() {
        return audioLead;
    }

    public void setAudioLead(Duration audioLead) {
        this.audioLead = audioLead;
    }

    public Duration getMaxQueuedAudio() {
        return maxQueuedAudio;
    }

    public void setMaxQueuedAudio(Duration maxQueuedAudio) {
        this.maxQueuedAudio = maxQueuedAudio;
    }

    public String getCognitiveServicesEndpoint() {
        return cognitiveServicesEndpoint;
    }

    public void setCognitiveServicesEndpoint(String cognitiveServicesEndpoint) {
        this.cognitiveServicesEndpoint = cognitiveServicesEndpoint;
    }

    public String getSourceCallerId() {
        return sourceCallerId;
    }

    public void setSourceCallerId(String sourceCallerId) {
        this.sourceCallerId = sourceCallerId;
    }

    public String getAllowedTargets() {
        return allowedTargets;
    }

    public void setAllowedTargets(String allowedTargets) {
        this.allowedTargets = allowedTargets;
    }

    public String getIgnoredFindings() {
        return ignoredFindings;
    }

    public void setIgnoredFindings(String ignoredFindings) {
        this.ignoredFindings = ignoredFindings;
    }

    public HttpClient getHttpClient() {
        return httpClient;
    }

    public void setHttpClient(HttpClient httpClient) {
        this.httpClient = httpClient;
    }

    public ProxyOptions getProxyOptions() {
        return proxyOptions;
    }

    public void setProxyOptions(ProxyOptions proxyOptions) {
        this.proxyOptions = proxyOptions;
    }

    public Duration getRequestTimeout() {
        return requestTimeout;
    }

    public void setRequestTimeout(Duration requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public int getMaxRetries() {
        return maxRetries;
    }

    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public Duration getRetryDelay() {
        return retryDelay;
    }

    public void setRetryDelay(Duration retryDelay) {
        this.retryDelay = retryDelay;
    }

    public OperationStore getOperationStore() {
        return operationStore;
    }

    public void setOperationStore(OperationStore operationStore) {
        this.operationStore = operationStore;
    }

    public int getMaxOpenWaits() {
        return maxOpenWaits;
    }

    public void setMaxOpenWaits(int maxOpenWaits) {
        this.maxOpenWaits = maxOpenWaits;
    }

    public int getConsumerPoolSize() {
        return consumerPoolSize;
    }

    public void setConsumerPoolSize(int consumerPoolSize) {
        this.consumerPoolSize = consumerPoolSize;
    }

    public int getMaxQueuedEvents() {
        return maxQueuedEvents;
    }

    public void setMaxQueuedEvents(int maxQueuedEvents) {
        this.maxQueuedEvents = maxQueuedEvents;
    }

    public int getCompletionPoolSize() {
        return completionPoolSize;
    }

    public void setCompletionPoolSize(int completionPoolSize) {
        this.completionPoolSize = completionPoolSize;
    }

    public boolean isPropagateTrace() {
        return propagateTrace;
    }

    public void setPropagateTrace(boolean propagateTrace) {
        this.propagateTrace = propagateTrace;
    }

    public boolean isFlightRecorder() {
        return flightRecorder;
    }

    public void setFlightRecorder(boolean flightRecorder) {
        this.flightRecorder = flightRecorder;
    }

    public int getFlightRecorderCalls() {
        return flightRecorderCalls;
    }

    public void setFlightRecorderCalls(int flightRecorderCalls) {
        this.flightRecorderCalls = flightRecorderCalls;
    }

    public int getFlightRecorderEntries() {
        return flightRecorderEntries;
    }

    public void setFlightRecorderEntries(int flightRecorderEntries) {
        this.flightRecorderEntries = flightRecorderEntries;
    }

    public long getFlightRecorderBytes() {
        return flightRecorderBytes;
    }

    public void setFlightRecorderBytes(long flightRecorderBytes) {
        this.flightRecorderBytes = flightRecorderBytes;
    }

    public boolean isFlightRecorderTones() {
        return flightRecorderTones;
    }

    public void setFlightRecorderTones(boolean flightRecorderTones) {
        this.flightRecorderTones = flightRecorderTones;
    }

    public String getFlightRecorderFolder() {
        return flightRecorderFolder;
    }

    public void setFlightRecorderFolder(String flightRecorderFolder) {
        this.flightRecorderFolder = flightRecorderFolder;
    }

    public int getFlightRecorderFiles() {
        return flightRecorderFiles;
    }

    public void setFlightRecorderFiles(int flightRecorderFiles) {
        this.flightRecorderFiles = flightRecorderFiles;
    }
}
