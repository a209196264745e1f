/* Made of the component's descriptor by PropertiesSource: run GeneratedFilesTest with -Dacs-call.starter.update=true */
package io.acscall.camel.springboot;

import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The options of the component {@code acs-call} as properties. What is not set is {@code null} here, and stays as
 * the component has it.
 */
@ConfigurationProperties("camel.component.acs-call")
public class AcsCallComponentConfiguration extends ComponentConfigurationPropertiesCommon {

    /**
     * The public address of this application as the service reaches it, for example https://app.example.com: scheme, host, and a path prefix where a proxy has one. With callbackPath it is the callbackUri of every action that needs one.
     */
    private String callbackBaseUri;

    /**
     * The options of the component in one object. A bean of the type io.acscall.camel.AcsCallConfiguration: #bean:name.
     */
    private String configuration;

    /**
     * The endpoint of the Communication Services resource, for example https://NAME.communication.azure.com. Not needed beside connectionString.
     */
    private String endpoint;

    /**
     * When a callback or delivery is answered: received, once the event is handed over; completed, when the routes are done (500 when one failed), at the first wait of a route, or after ackTimeout.
     */
    private io.acscall.camel.AckMode ackMode;

    /**
     * ackMode=completed: after this time the event counts as taken. A Camel duration: 30s, 1m30s, or milliseconds.
     */
    private String ackTimeout;

    /**
     * Allows for bridging the consumer to the Camel routing Error Handler, which mean any exceptions (if possible) occurred while the Camel consumer is trying to pickup incoming messages, or the likes, will now be processed as a message and handled by the routing Error Handler. Important: This is only possible if the 3rd party component allows Camel to be alerted if an exception was thrown. Some components handle this internally only, and therefore bridgeErrorHandler is not possible. In other situations we may improve the Camel component to hook into the 3rd party component and make this possible for future releases. By default the consumer will use the org.apache.camel.spi.ExceptionHandler to deal with exceptions, that will be logged at WARN or ERROR level and ignored.
     */
    private Boolean bridgeErrorHandler;

    /**
     * The path on which callbacks of calls come in, on the HTTP server of the runtime (camel-platform-http).
     */
    private String callbackPath;

    /**
     * The path on which Event Grid deliveries come in.
     */
    private String eventGridPath;

    /**
     * The path on which the audio of calls comes in through WebSockets. With callbackBaseUri and the scheme wss it is the mediaStreaming.transportUrl of every action that has mediaStreaming options.
     */
    private String mediaStreamPath;

    /**
     * incomingCall: how a call is rejected that no route takes. It rings on when not set.
     */
    private String rejectUnmatched;

    /**
     * incomingCall: how long a call rings. An IncomingCall event that is older is dropped, because it can't be answered any more. A Camel duration: 30s, 1m30s, or milliseconds.
     */
    private String ringTime;

    /**
     * The path on which transcripts of calls come in through WebSockets. With callbackBaseUri and the scheme wss it is the transcription.transportUrl of every action that has transcription options.
     */
    private String transcriptionPath;

    /**
     * How many exchanges that events start may run at the same time.
     */
    private Integer consumerPoolSize;

    /**
     * Remembers which consumer has had which event, so that duplicates are dropped. In memory with 100,000 ids when not set; a JDBC or other repository of Camel's makes it hold across restarts and nodes. A bean of the type org.apache.camel.spi.IdempotentRepository: #bean:name.
     */
    private String idempotentRepository;

    /**
     * The largest body in bytes that is read from a callback or delivery; larger ones get 413.
     */
    private Integer maxBodySize;

    /**
     * mediaStream, transcription: the longest message in bytes that is read from a WebSocket of the service; a connection with a longer one is closed.
     */
    private Integer maxFrameSize;

    /**
     * ackMode=completed: how many requests may be held open at once; one more is answered 503. Each holds a thread of the HTTP server, so it must be less than those.
     */
    private Integer maxHeldRequests;

    /**
     * How many events may wait for a thread; one more is answered 503, so that the service tries again.
     */
    private Integer maxQueuedEvents;

    /**
     * mediaStream, transcription: how many WebSockets of each may be up at once; one more is answered 503.
     */
    private Integer maxStreams;

    /**
     * The endpoint of the Azure AI service that is linked to the resource, for example https://NAME.cognitiveservices.azure.com/. Calls that are made or answered need it for spoken text.
     */
    private String cognitiveServicesEndpoint;

    /**
     * Whether the producer should be started lazy (on the first message). By starting lazy you can use this to allow CamelContext and routes to startup in situations where a producer may otherwise fail during starting and cause the route to fail being started. By deferring this startup to be lazy then the startup failure can be handled during routing messages via Camel's routing error handlers. Beware that when the first message is processed then creating and starting the producer may take a little time and prolong the total processing time of the processing.
     */
    private Boolean lazyStartProducer;

    /**
     * How many calls to phone numbers may be up at once from one sourceCallerId, over all nodes that share the operationStore: createCall and createGroupCall to numbers, addParticipant of a number. More wait their turn without a thread. The service allows 2 by default. 0 for no limit.
     */
    private Integer maxConcurrentPerCaller;

    /**
     * maxConcurrentPerCaller: how long an exchange waits at most before its action fails. Not part of awaitTimeout. A Camel duration: 30s, 1m30s, or milliseconds.
     */
    private String pacingTimeout;

    /**
     * The phone number of the resource that called people see, in E.164 form: a plus sign and digits.
     */
    private String sourceCallerId;

    /**
     * sendAudio: how far audio is sent ahead of the time when it is heard. More bridges longer hiccups of the network; less is still to be heard after stopAudio where the service does not drop it. A Camel duration: 30s, 1m30s, or milliseconds.
     */
    private String audioLead;

    /**
     * How many exchanges may go on at the same time after an answer or event of the service.
     */
    private Integer completionPoolSize;

    /**
     * maxConcurrentPerCaller: how many exchanges may wait on this node; one more is refused. 0 lets none wait.
     */
    private Integer maxPacedWaiting;

    /**
     * sendAudio: how much audio of one stream may wait to be sent; more is refused. 30 seconds of 16 kHz are 960 KB of memory. A Camel duration: 30s, 1m30s, or milliseconds.
     */
    private String maxQueuedAudio;

    /**
     * Remembers operations that have an idempotencyKey, and counts for maxConcurrentPerCaller. In memory with 10,000 entries when not set; a JdbcOperationStore makes it hold across restarts and nodes. A bean of the type io.acscall.camel.spi.OperationStore: #bean:name.
     */
    private String operationStore;

    /**
     * maxConcurrentPerCaller: how long a node that died still counts before others look whether its calls are up. A third of it is how often a node looks at its own calls. A Camel duration: 30s, 1m30s, or milliseconds.
     */
    private String pacingLease;

    /**
     * Whether the trace of an action is found again on its events also without awaitEvent: the operationContext then carries the traceparent header beside your own, which events show as it was. Not where the step sends its events to another address. With awaitEvent the trace is always carried.
     */
    private Boolean propagateTrace;

    /**
     * The api-version of the service that requests name.
     */
    private String apiVersion;

    /**
     * Whether autowiring is enabled. This is used for automatic autowiring options (the option must be marked as autowired) by looking up in the registry to find if there is a single instance of matching type, which then gets configured on the component. This can be used for automatic configuring JDBC data sources, JMS connection factories, AWS Clients, etc.
     */
    private Boolean autowiredEnabled;

    /**
     * Whether the flight recorder remembers what happened in the newest calls, so that one can be looked at and played again in the simulator. Ids and phone numbers get other names.
     */
    private Boolean flightRecorder;

    /**
     * flightRecorder: how much memory in bytes all calls together may take, roughly.
     */
    private Integer flightRecorderBytes;

    /**
     * flightRecorder: how many calls are kept. The oldest that is over goes first.
     */
    private Integer flightRecorderCalls;

    /**
     * flightRecorder: how many requests, events and other entries are kept of each call. A call that has more can be looked at, but not be recorded.
     */
    private Integer flightRecorderEntries;

    /**
     * flightRecorder: how many files flightRecorderFolder holds; then the oldest are deleted.
     */
    private Integer flightRecorderFiles;

    /**
     * flightRecorder: a folder that gets a file of each call when it has ended. It is made when it is not there.
     */
    private String flightRecorderFolder;

    /**
     * The HTTP client of azure-core to send requests with, instead of the JDK's own. When not set, the only HttpClient in the registry is taken, if there is exactly one and autowiredEnabled is not switched off. A bean of the type com.azure.core.http.HttpClient: #bean:name.
     */
    private String httpClient;

    /**
     * What the start-up lint must not report: codes of its findings separated by commas, for example no-wait,no-caller-id. Each counts for all routes or, followed by an at sign and the id of a route, for that one. An asterisk stands for all codes.
     */
    private String ignoredFindings;

    /**
     * How many exchanges may wait for events at once; one more is refused.
     */
    private Integer maxOpenWaits;

    /**
     * How often a request is repeated when that is safe: requests that the service recognises as the same, refusals with 429 or 503 that name a time, and requests of which no byte was sent.
     */
    private Integer maxRetries;

    /**
     * replyForwarder: how long a node that died still counts as alive. Each node renews its lease every third of it. One that can't do so for the whole time loses its waits to the others. A Camel duration: 30s, 1m30s, or milliseconds.
     */
    private String nodeLease;

    /**
     * The proxy for requests to the service. Not used with an httpClient of your own. A bean of the type com.azure.core.http.ProxyOptions: #bean:name.
     */
    private String proxyOptions;

    /**
     * Takes events to the node whose exchange waits for them, when another node has got them. Needs an operationStore that all nodes share, such as JdbcOperationStore. With camel-acs-callautomation-kafka it is a KafkaReplyForwarder. Each node is on its own when not set. A bean of the type io.acscall.camel.spi.ReplyForwarder: #bean:name.
     */
    private String replyForwarder;

    /**
     * replyForwarder: how long the node whose exchange waits may take to answer. Then the event goes to the consumers with the header CamelAcsCallOrphaned. A Camel duration: 30s, 1m30s, or milliseconds.
     */
    private String replyTimeout;

    /**
     * How long one try of a request may last. A Camel duration: 30s, 1m30s, or milliseconds.
     */
    private String requestTimeout;

    /**
     * The time before the first repeat; it doubles each time. A time that the service names counts more. A Camel duration: 30s, 1m30s, or milliseconds.
     */
    private String retryDelay;

    /**
     * The access key of the resource, primary or secondary. Needs endpoint.
     */
    private String accessKey;

    /**
     * Who may be rung, as phone numbers in E.164 form or raw ids separated by commas. An asterisk at the end is a wildcard. Checked by every action that rings somebody, wherever the target comes from. Everybody when it is not set.
     */
    private String allowedTargets;

    /**
     * eventGridAuth=entra: the id of the application in whose name Event Grid delivers. Any application of the tenant that gets a token for the audience when not set.
     */
    private String applicationId;

    /**
     * eventGridAuth=entra: the audience of the tokens of deliveries, the application id or its URI that the Event Grid subscription names. Several are separated by commas.
     */
    private String audience;

    /**
     * How callbacks prove that they come from the service: jwt checks the signed token of each callback and needs immutableResourceId; none lets everybody in who reaches the path.
     */
    private io.acscall.camel.CallbackAuth callbackAuth;

    /**
     * A secret part of the path, for callbacks only: callbackPath/SECRET is then the callbackUri, and callbacks to other paths are refused. In addition to the token, not instead of it.
     */
    private String callbackSecret;

    /**
     * The connection string of the Communication Services resource, as the portal shows it under Keys: endpoint=https://NAME.communication.azure.com/;accesskey=KEY. Holds endpoint and accessKey in one text.
     */
    private String connectionString;

    /**
     * Which credential is used. When it is not set, the first that is there counts: connectionString, accessKey, tokenCredential. AZURE_IDENTITY takes the default chain of azure-identity, which must then be on the class path.
     */
    private io.acscall.camel.CredentialType credentialType;

    /**
     * How Event Grid deliveries prove that they come from your subscription: secret compares eventGridSecret; entra checks a token of Microsoft Entra ID and needs tenantId and audience; none lets everybody in who reaches the path.
     */
    private io.acscall.camel.EventGridAuth eventGridAuth;

    /**
     * The secret that your Event Grid subscription sends, in the query parameter secret of its address or in the delivery header X-Acs-Call-Secret. Two separated by a comma are valid at once, for rotation.
     */
    private String eventGridSecret;

    /**
     * flightRecorder: whether pressed keys and spoken words are kept, too. They may be a PIN or a name; without them a call in which people enter something can't be played again.
     */
    private Boolean flightRecorderTones;

    /**
     * The immutable resource id of the Communication Services resource, a GUID that the portal shows in its JSON view: the audience of the tokens of callbacks. Several are separated by commas.
     */
    private String immutableResourceId;

    /**
     * Hosts that recordings are downloaded from beside those of the service and the resource itself, separated by commas, for example media.example.com. A name that begins with an asterisk and a dot stands for all hosts below it. Requests to them are signed with the key or carry the token.
     */
    private String recordingHosts;

    /**
     * eventGridAuth=entra: the id of the Microsoft Entra tenant that issues the tokens of deliveries.
     */
    private String tenantId;

    /**
     * A credential of Microsoft Entra ID to use instead of a key. Needs endpoint. A bean of the type com.azure.core.credential.TokenCredential: #bean:name.
     */
    private String tokenCredential;

    /**
     * eventGridAuth=entra: where the tenant publishes its keys, when that is not https://login.microsoftonline.com/TENANT/v2.0/.well-known/openid-configuration (in a sovereign cloud).
     */
    private String eventGridOpenIdConfigurationUri;

    /**
     * Where the keys are published with which the service signs callbacks. The simulator has its own.
     */
    private String openIdConfigurationUri;

    /** For Spring. */
    public AcsCallComponentConfiguration() {
    }

    public String getCallbackBaseUri() {
        return callbackBaseUri;
    }

    public void setCallbackBaseUri(String callbackBaseUri) {
        this.callbackBaseUri = callbackBaseUri;
    }

    public String getConfiguration() {
        return configuration;
    }

    public void setConfiguration(String configuration) {
        this.configuration = configuration;
    }

    public String getEndpoint() {
        return endpoint;
    }

    public void setEndpoint(String endpoint) {
        this.endpoint = endpoint;
    }

    public io.acscall.camel.AckMode getAckMode() {
        return ackMode;
    }

    public void setAckMode(io.acscall.camel.AckMode ackMode) {
        this.ackMode = ackMode;
    }

    public String getAckTimeout() {
        return ackTimeout;
    }

    public void setAckTimeout(String ackTimeout) {
        this.ackTimeout = ackTimeout;
    }

    public Boolean getBridgeErrorHandler() {
        return bridgeErrorHandler;
    }

    public void setBridgeErrorHandler(Boolean bridgeErrorHandler) {
        this.bridgeErrorHandler = bridgeErrorHandler;
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

    public String getRejectUnmatched() {
        return rejectUnmatched;
    }

    public void setRejectUnmatched(String rejectUnmatched) {
        this.rejectUnmatched = rejectUnmatched;
    }

    public String getRingTime() {
        return ringTime;
    }

    public void setRingTime(String ringTime) {
        this.ringTime = ringTime;
    }

    public String getTranscriptionPath() {
        return transcriptionPath;
    }

    public void setTranscriptionPath(String transcriptionPath) {
        this.transcriptionPath = transcriptionPath;
    }

    public Integer getConsumerPoolSize() {
        return consumerPoolSize;
    }

    public void setConsumerPoolSize(Integer consumerPoolSize) {
        this.consumerPoolSize = consumerPoolSize;
    }

    public String getIdempotentRepository() {
        return idempotentRepository;
    }

    public void setIdempotentRepository(String idempotentRepository) {
        this.idempotentRepository = idempotentRepository;
    }

    public Integer getMaxBodySize() {
        return maxBodySize;
    }

    public void setMaxBodySize(Integer maxBodySize) {
        this.maxBodySize = maxBodySize;
    }

    public Integer getMaxFrameSize() {
        return maxFrameSize;
    }

    public void setMaxFrameSize(Integer maxFrameSize) {
        this.maxFrameSize = maxFrameSize;
    }

    public Integer getMaxHeldRequests() {
        return maxHeldRequests;
    }

    public void setMaxHeldRequests(Integer maxHeldRequests) {
        this.maxHeldRequests = maxHeldRequests;
    }

    public Integer getMaxQueuedEvents() {
        return maxQueuedEvents;
    }

    public void setMaxQueuedEvents(Integer maxQueuedEvents) {
        this.maxQueuedEvents = maxQueuedEvents;
    }

    public Integer getMaxStreams() {
        return maxStreams;
    }

    public void setMaxStreams(Integer maxStreams) {
        this.maxStreams = maxStreams;
    }

    public String getCognitiveServicesEndpoint() {
        return cognitiveServicesEndpoint;
    }

    public void setCognitiveServicesEndpoint(String cognitiveServicesEndpoint) {
        this.cognitiveServicesEndpoint = cognitiveServicesEndpoint;
    }

    public Boolean getLazyStartProducer() {
        return lazyStartProducer;
    }

    public void setLazyStartProducer(Boolean lazyStartProducer) {
        this.lazyStartProducer = lazyStartProducer;
    }

    public Integer getMaxConcurrentPerCaller() {
        return maxConcurrentPerCaller;
    }

    public void setMaxConcurrentPerCaller(Integer maxConcurrentPerCaller) {
        this.maxConcurrentPerCaller = maxConcurrentPerCaller;
    }

    public String getPacingTimeout() {
        return pacingTimeout;
    }

    public void setPacingTimeout(String pacingTimeout) {
        this.pacingTimeout = pacingTimeout;
    }

    public String getSourceCallerId() {
        return sourceCallerId;
    }

    public void setSourceCallerId(String sourceCallerId) {
        this.sourceCallerId = sourceCallerId;
    }

    public String getAudioLead() {
        return audioLead;
    }

    public void setAudioLead(String audioLead) {
        this.audioLead = audioLead;
    }

    public Integer getCompletionPoolSize() {
        return completionPoolSize;
    }

    public void setCompletionPoolSize(Integer completionPoolSize) {
        this.completionPoolSize = completionPoolSize;
    }

    public Integer getMaxPacedWaiting() {
        return maxPacedWaiting;
    }

    public void setMaxPacedWaiting(Integer maxPacedWaiting) {
        this.maxPacedWaiting = maxPacedWaiting;
    }

    public String getMaxQueuedAudio() {
        return maxQueuedAudio;
    }

    public void setMaxQueuedAudio(String maxQueuedAudio) {
        this.maxQueuedAudio = maxQueuedAudio;
    }

    public String getOperationStore() {
        return operationStore;
    }

    public void setOperationStore(String operationStore) {
        this.operationStore = operationStore;
    }

    public String getPacingLease() {
        return pacingLease;
    }

    public void setPacingLease(String pacingLease) {
        this.pacingLease = pacingLease;
    }

    public Boolean getPropagateTrace() {
        return propagateTrace;
    }

    public void setPropagateTrace(Boolean propagateTrace) {
        this.propagateTrace = propagateTrace;
    }

    public String getApiVersion() {
        return apiVersion;
    }

    public void setApiVersion(String apiVersion) {
        this.apiVersion = apiVersion;
    }

    public Boolean getAutowiredEnabled() {
        return autowiredEnabled;
    }

    public void setAutowiredEnabled(Boolean autowiredEnabled) {
        this.autowiredEnabled = autowiredEnabled;
    }

    public Boolean getFlightRecorder() {
        return flightRecorder;
    }

    public void setFlightRecorder(Boolean flightRecorder) {
        this.flightRecorder = flightRecorder;
    }

    public Integer getFlightRecorderBytes() {
        return flightRecorderBytes;
    }

    public void setFlightRecorderBytes(Integer flightRecorderBytes) {
        this.flightRecorderBytes = flightRecorderBytes;
    }

    public Integer getFlightRecorderCalls() {
        return flightRecorderCalls;
    }

    public void setFlightRecorderCalls(Integer flightRecorderCalls) {
        this.flightRecorderCalls = flightRecorderCalls;
    }

    public Integer getFlightRecorderEntries() {
        return flightRecorderEntries;
    }

    public void setFlightRecorderEntries(Integer flightRecorderEntries) {
        this.flightRecorderEntries = flightRecorderEntries;
    }

    public Integer getFlightRecorderFiles() {
        return flightRecorderFiles;
    }

    public void setFlightRecorderFiles(Integer flightRecorderFiles) {
        this.flightRecorderFiles = flightRecorderFiles;
    }

    public String getFlightRecorderFolder() {
        return flightRecorderFolder;
    }

    public void setFlightRecorderFolder(String flightRecorderFolder) {
        this.flightRecorderFolder = flightRecorderFolder;
    }

    public String getHttpClient() {
        return httpClient;
    }

    public void setHttpClient(String httpClient) {
        this.httpClient = httpClient;
    }

    public String getIgnoredFindings() {
        return ignoredFindings;
    }

    public void setIgnoredFindings(String ignoredFindings) {
        this.ignoredFindings = ignoredFindings;
    }

    public Integer getMaxOpenWaits() {
        return maxOpenWaits;
    }

    public void setMaxOpenWaits(Integer maxOpenWaits) {
        this.maxOpenWaits = maxOpenWaits;
    }

    public Integer getMaxRetries() {
        return maxRetries;
    }

    public void setMaxRetries(Integer maxRetries) {
        this.maxRetries = maxRetries;
    }

    public String getNodeLease() {
        return nodeLease;
    }

    public void setNodeLease(String nodeLease) {
        this.nodeLease = nodeLease;
    }

    public String getProxyOptions() {
        return proxyOptions;
    }

    public void setProxyOptions(String proxyOptions) {
        this.proxyOptions = proxyOptions;
    }

    public String getReplyForwarder() {
        return replyForwarder;
    }

    public void setReplyForwarder(String replyForwarder) {
        this.replyForwarder = replyForwarder;
    }

    public String getReplyTimeout() {
        return replyTimeout;
    }

    public void setReplyTimeout(String replyTimeout) {
        this.replyTimeout = replyTimeout;
    }

    public String getRequestTimeout() {
        return requestTimeout;
    }

    public void setRequestTimeout(String requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public String getRetryDelay() {
        return retryDelay;
    }

    public void setRetryDelay(String retryDelay) {
        this.retryDelay = retryDelay;
    }

    public String getAccessKey() {
        return accessKey;
    }

    public void setAccessKey(String accessKey) {
        this.accessKey = accessKey;
    }

    public String getAllowedTargets() {
        return allowedTargets;
    }

    public void setAllowedTargets(String allowedTargets) {
        this.allowedTargets = allowedTargets;
    }

    public String getApplicationId() {
        return applicationId;
    }

    public void setApplicationId(String applicationId) {
        this.applicationId = applicationId;
    }

    public String getAudience() {
        return audience;
    }

    public void setAudience(String audience) {
        this.audience = audience;
    }

    public io.acscall.camel.CallbackAuth getCallbackAuth() {
        return callbackAuth;
    }

    public void setCallbackAuth(io.acscall.camel.CallbackAuth callbackAuth) {
        this.callbackAuth = callbackAuth;
    }

    public String getCallbackSecret() {
        return callbackSecret;
    }

    public void setCallbackSecret(String callbackSecret) {
        this.callbackSecret = callbackSecret;
    }

    public String getConnectionString() {
        return connectionString;
    }

    public void setConnectionString(String connectionString) {
        this.connectionString = connectionString;
    }

    public io.acscall.camel.CredentialType getCredentialType() {
        return credentialType;
    }

    public void setCredentialType(io.acscall.camel.CredentialType credentialType) {
        this.credentialType = credentialType;
    }

    public io.acscall.camel.EventGridAuth getEventGridAuth() {
        return eventGridAuth;
    }

    public void setEventGridAuth(io.acscall.camel.EventGridAuth eventGridAuth) {
        this.eventGridAuth = eventGridAuth;
    }

    public String getEventGridSecret() {
        return eventGridSecret;
    }

    public void setEventGridSecret(String eventGridSecret) {
        this.eventGridSecret = eventGridSecret;
    }

    public Boolean getFlightRecorderTones() {
        return flightRecorderTones;
    }

    public void setFlightRecorderTones(Boolean flightRecorderTones) {
        this.flightRecorderTones = flightRecorderTones;
    }

    public String getImmutableResourceId() {
        return immutableResourceId;
    }

    public void setImmutableResourceId(String immutableResourceId) {
        this.immutableResourceId = immutableResourceId;
    }

    public String getRecordingHosts() {
        return recordingHosts;
    }

    public void setRecordingHosts(String recordingHosts) {
        this.recordingHosts = recordingHosts;
    }

    public String getTenantId() {
        return tenantId;
    }

    public void setTenantId(String tenantId) {
        this.tenantId = tenantId;
    }

    public String getTokenCredential() {
        return tokenCredential;
    }

    public void setTokenCredential(String tokenCredential) {
        this.tokenCredential = tokenCredential;
    }

    public String getEventGridOpenIdConfigurationUri() {
        return eventGridOpenIdConfigurationUri;
    }

    public void setEventGridOpenIdConfigurationUri(String eventGridOpenIdConfigurationUri) {
        this.eventGridOpenIdConfigurationUri = eventGridOpenIdConfigurationUri;
    }

    public String getOpenIdConfigurationUri() {
        return openIdConfigurationUri;
    }

    public void setOpenIdConfigurationUri(String openIdConfigurationUri) {
        this.openIdConfigurationUri = openIdConfigurationUri;
    }
}
