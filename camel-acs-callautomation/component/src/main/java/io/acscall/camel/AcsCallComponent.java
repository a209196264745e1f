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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.await.EarlyEvents;
import io.acscall.camel.await.OpenWaits;
import io.acscall.camel.await.TimerWheel;
import io.acscall.camel.await.WaitTokens;
import io.acscall.camel.client.Repeatability;
import io.acscall.camel.client.ServiceClient;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.cluster.ClusterCounts;
import io.acscall.camel.cluster.Waiting;
import io.acscall.camel.console.CallActivity;
import io.acscall.camel.console.ConsoleSection;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.lint.Findings;
import io.acscall.camel.lint.LintRule;
import io.acscall.camel.lint.StepPlace;
import io.acscall.camel.metrics.Readings;
import io.acscall.camel.observe.CallObservers;
import io.acscall.camel.observe.CallSignal;
import io.acscall.camel.pacing.CallerPacing;
import io.acscall.camel.pacing.PacingCounts;
import io.acscall.camel.record.AcsCallFlightRecorder;
import io.acscall.camel.spi.OperationStore;
import io.acscall.camel.store.MemoryOperationStore;
import io.acscall.camel.stream.OpenStreams;
import io.acscall.camel.stream.StreamTies;
import io.acscall.camel.webhook.Handover;
import io.acscall.camel.webhook.Lanes;
import io.acscall.camel.webhook.RefusalCounts;
import io.acscall.camel.webhook.SparingExecutor;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Phone calls of one Communication Services resource. Two resources in one context are two instances with paths of
 * their own.
 */
@Component("acs-call")
@ManagedResource(description = "Managed acs-call component")
public class AcsCallComponent extends DefaultComponent {

    private static final Duration KEEP_EARLY_EVENTS = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(AcsCallComponent.class);
    private static final int MAX_OPERATIONS = 10_000;
    private static final int MAX_EARLY_EVENTS = 1_000;

    @Metadata(description = "The options of the component in one object.")
    private AcsCallConfiguration configuration = new AcsCallConfiguration();

    private final Clock clock = Clock.systemUTC();
    private final CallObservers observers = new CallObservers();
    private final RefusalCounts refusals = new RefusalCounts(this::tellOfRefusal);
    private final StepWatch unwatched = StepWatch.unwatched(this);
    private final Watchers watchers = new Watchers(this);
    private final List<ConsoleSection> consoleSections = new CopyOnWriteArrayList<>();
    private ServiceAccess service;
    private AllowedTargets allowedTargets = AllowedTargets.of(null);
    private Threads threads;
    private Completions completions;
    private OpenWaits waits;
    private UserContexts contexts;
    private Lanes lanes;
    private EventDispatcher dispatcher;
    private Nodes nodes;
    private EventMemory dispatchMemory;
    private Webhooks webhooks;
    private StreamPaths streams;
    private CallerPacing pacing;
    private Readings readings;
    private ShutdownWatch shutdownWatch;
    private Findings findings;
    private RouteLint routeLint;
    private FlightRecording flightRecording;
    private volatile boolean ending;

    /** For Camel. */
    public AcsCallComponent() {
    }

    /**
     * A component of a context.
     *
     * @param context the context
     */
    public AcsCallComponent(CamelContext context) {
        super(context);
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        super.setCamelContext(camelContext);
        MaskedOptions.addTo(camelContext);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        setUp();
        AcsCallEndpoint endpoint = new AcsCallEndpoint(uri, this, AcsCallOperation.parse(remaining));
        RequestOptionTable.takePrefixed(endpoint.getRequestOptions(), parameters);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    /**
     * Reads the options that are read once. Not in {@code doInit}: camel-main initialises a component before it sets
     * the options of {@code application.properties}.
     */
    private synchronized void setUp() {
        if (shutdownWatch != null) {
            return;
        }
        allowedTargets = AllowedTargets.of(configuration.getAllowedTargets());
        service = new ServiceAccess(configuration, clock, getCamelContext().getVersion(), this::onlyBean);
        WaitTokens tokens = new WaitTokens(newId(), service.contextKey());
        contexts = new UserContexts(tokens);
        threads = new Threads(this);
        completions = threads.completions();
        waits = new OpenWaits(
                tokens, new TimerWheel(threads, System::nanoTime), AcsCallComponent::newId, configuration.getMaxOpenWaits(),
                new EarlyEvents(KEEP_EARLY_EVENTS, MAX_EARLY_EVENTS, System::nanoTime));
        if (configuration.getOperationStore() == null) {
            configuration.setOperationStore(new MemoryOperationStore(MAX_OPERATIONS, clock));
        }
        nodes = Nodes.of(configuration, waits, tokens, threads);
        lanes = new Lanes(new SparingExecutor(threads.starts()), configuration.getMaxQueuedEvents());
        Questions questions
                = new Questions(nodes.waiting(), new Lanes(threads.cluster(), configuration.getMaxQueuedEvents()));
        dispatcher = new EventDispatcher(
                nodes.waiting(), questions, lanes, new ToneOrder(lanes::add, threads), contexts, incomingCallPolicy(),
                refusals, new EventWatch(observers, clock), this::offerToPacing);
        pacing = Pacing.of(this, threads, service.contextKey());
        EventMemory webhookMemory = nodes.memory("webhook");
        dispatchMemory = nodes.memory("dispatch");
        boolean tryAgain = configuration.getAckMode() == AckMode.completed;
        webhooks = new Webhooks(
                this, (events, newWork) -> dispatcher.accept(events, webhookMemory, newWork, tryAgain), refusals);
        streams = new StreamPaths(this, webhooks::callbackAuthenticator, this::openStreams);
        readings = ComponentReadings.of(this);
        ending = false;
        flightRecording = FlightRecording.of(this);
        findings = Findings.of(configuration.getIgnoredFindings());
        routeLint = new RouteLint(this, findings);
        shutdownWatch = new ShutdownWatch(this::endWhatIsLeft, threads);
    }

    private OpenStreams openStreams(StreamSource source) {
        StreamTies ties = new StreamTies(
                threads.starts(), threads::plan, System::nanoTime, reason -> refusals.count(source.door(), reason),
                configuration.getAudioLead(), configuration.getMaxQueuedAudio());
        return new OpenStreams(
                ties, configuration.getMaxStreams(), AcsCallComponent::newId,
                new TellingOfStreams(observers, clock, source.door()));
    }

    private void tellOfRefusal(String door, int status, String reason, String detail) {
        observers.tell(() -> new CallSignal.RequestRefused(Instant.now(clock), door, status, reason, detail));
    }

    private void endWhatIsLeft() {
        ending = true;
        nodes.waiting().shutDown();
        if (pacing != null) {
            pacing.shutDown();
        }
        streams.endAll();
    }

    private IncomingCallPolicy incomingCallPolicy() {
        return new IncomingCallPolicy(
                configuration.getRingTime(), configuration.getRejectUnmatched(), clock, refusals,
                (context, reason) -> {
                    ObjectNode body = JsonNodeFactory.instance.objectNode().put("incomingCallContext", context)
                            .put("callRejectReason", reason);
                    ServiceRequest request = ServiceRequest.post("/calling/callConnections:reject", body)
                            .withRepeatability(newRepeatability());
                    StepWatch.send(this, "reject", request, null).whenComplete((answer, failed) -> {
                        if (failed != null) {
                            LOG.warn("An incoming call that no route takes could not be rejected: {}",
                                    failed.getMessage());
                        }
                    });
                });
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        setUp();
        goOnAfterStop();
        ServiceHelper.startService(configuration.getIdempotentRepository());
        nodes.start();
        if (!getCamelContext().getLifecycleStrategies().contains(shutdownWatch)) {
            getCamelContext().addLifecycleStrategy(shutdownWatch);
            getCamelContext().addLifecycleStrategy(routeLint);
        }
        watchers.start();
    }

    /** Who is stopped and started again takes calls again; nobody waits from before. */
    private synchronized void goOnAfterStop() {
        if (ending) {
            pacing = Pacing.of(this, threads, service.contextKey());
            ending = false;
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (shutdownWatch != null) {
            endWhatIsLeft();
            nodes.stop();
        }
        watchers.stop();
        super.doStop();
    }

    @Override
    protected void doShutdown() throws Exception {
        if (shutdownWatch != null) {
            waits.close();
            if (flightRecording != null) {
                flightRecording.stop();
            }
            threads.stop();
            service.close();
            getCamelContext().getLifecycleStrategies().removeAll(List.of(shutdownWatch, routeLint));
            // whoever starts it once more gets threads and connections anew
            shutdownWatch = null;
        }
        ServiceHelper.stopAndShutdownService(configuration.getIdempotentRepository());
        super.doShutdown();
    }

    /** {@return letters and digits that nobody else has} */
    static String newId() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    public AcsCallConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(AcsCallConfiguration configuration) {
        this.configuration = configuration;
    }

    /**
     * How many requests and events were refused or dropped since the component was made, also as an attribute of its
     * MBean.
     *
     * @return the numbers by way in and reason, such as {@code callback.expired}, {@code event.duplicate} and
     *         {@code incomingCall.stale}; a reason that never came up is not there
     */
    @ManagedAttribute(description = "How many requests and events were refused or dropped, by way in and reason")
    public Map<String, Long> getRefusals() {
        return refusals.snapshot();
    }

    /**
     * What happened in the newest calls, when the option {@code flightRecorder} is on.
     *
     * @return the recorder; {@code null} when it is off, or before the component has started
     */
    public AcsCallFlightRecorder getFlightRecorder() {
        return flightRecording == null ? null : flightRecording.recorder();
    }

    /**
     * A call as a file for the simulator, also as an operation of the component's MBean.
     *
     * @param  callId                   id of a connection, server call id or correlation id
     * @return                          the recording, JSON in the form of {@code docs/call-recording.schema.json}
     * @throws IllegalStateException    when the flight recorder is off, or a part of the call is missing
     * @throws IllegalArgumentException when it does not know the call (any more)
     */
    @ManagedOperation(description = "A call as a recording that the simulator plays, by its call connection id")
    public String callRecording(String callId) {
        return FlightRecording.recordingOf(this, callId);
    }

    /**
     * Those who watch the calls of this component. Who is added before the routes start is told of all of them.
     *
     * @return where observers are added and removed, also before the component has started; the same object for its
     *         whole life
     */
    public CallObservers observers() {
        return observers;
    }

    /**
     * What {@code maxConcurrentPerCaller} does on this node, also as an attribute of the MBean: calls to phone numbers
     * that are up, exchanges that wait, and how often what happened.
     *
     * @return the numbers by name, such as {@code held}, {@code waiting} and {@code timedOut}; empty without pacing
     */
    @ManagedAttribute(description = "Calls to phone numbers and who waits for them, where maxConcurrentPerCaller is set")
    public Map<String, Long> getPacing() {
        return pacing == null ? Map.of() : pacing.counts().snapshot();
    }

    /**
     * The numbers of this component that can be read at any time. They are shown by its meters and its dev console.
     *
     * @return {@code null} before the first endpoint is made or the component has started
     */
    public Readings readings() {
        return readings;
    }

    /**
     * Parts of the dev console that others fill; one that is added here is shown.
     *
     * @return to be added to
     */
    public List<ConsoleSection> consoleSections() {
        return consoleSections;
    }

    /** For steps that begin while nobody watches. */
    StepWatch unwatched() {
        return unwatched;
    }

    /** What the dev console shows; empty when it is off. */
    Optional<CallActivity> activity() {
        return watchers.activity();
    }

    /** What pacing does; empty without it. */
    Optional<PacingCounts> pacingCounts() {
        return Optional.ofNullable(pacing).map(CallerPacing::counts);
    }

    /** Whether an endpoint asks the service for something. */
    boolean sendsActions() {
        return getCamelContext().getEndpoints().stream().anyMatch(endpoint -> endpoint instanceof AcsCallEndpoint ours
                && ours.getComponent() == this && ours.getOperation().action().isPresent());
    }

    /** The address that events of calls go to, or {@code null} when {@code callbackBaseUri} is not set. */
    String callbackUri() {
        return new PublicAddress(configuration).callbacks();
    }

    /** What the component gives where neither URI nor header do. */
    Object defaultOf(String option) {
        return switch (option) {
            case "callbackUri", "recordingStateCallbackUri" -> callbackUri();
            case "mediaStreaming.transportUrl" -> new PublicAddress(configuration).mediaStream();
            case "transcription.transportUrl" -> new PublicAddress(configuration).transcription();
            case "cognitiveServicesEndpoint" -> configuration.getCognitiveServicesEndpoint();
            case "sourceCallerId" -> configuration.getSourceCallerId();
            default -> null;
        };
    }

    void checkCredentials() {
        service.check();
    }

    String serviceEndpoint() {
        return service.endpoint();
    }

    ServiceClient client() {
        return service.client();
    }

    /** Whether {@link #client()} is there; to make it is no work for a network thread. */
    boolean isReadyToSend() {
        return service.isMade();
    }

    /** What Camel's autowiring would find. */
    private Object onlyBean(Class<?> type) {
        return isAutowiredEnabled() && !Boolean.FALSE.equals(getCamelContext().isAutowiredEnabled())
                ? CamelContextHelper.findSingleByType(getCamelContext(), type) : null;
    }

    Repeatability newRepeatability() {
        return new Repeatability(UUID.randomUUID(), Instant.now(clock));
    }

    CallEvent withUserContext(CallEvent event) {
        return contexts.restore(event);
    }

    String userContext(String wire) {
        return contexts.restore(wire);
    }

    String tracedContext(String trace, String userContext) {
        return contexts.traced(trace, userContext);
    }

    /** Says once that whoever fills the message chooses who is rung. */
    void warnOfOpenTargets(AcsCallOperation operation) {
        findings.warnOnce(LintRule.OPEN_TARGETS, StepPlace.outsideOfRoutes("acs-call:" + operation), "");
    }

    /** Who hears of what may not work. */
    Findings findings() {
        return findings;
    }

    AllowedTargets allowedTargets() {
        return allowedTargets;
    }

    Clock clock() {
        return clock;
    }

    private void offerToPacing(CallEvent event) {
        if (pacing != null) {
            pacing.offer(event);
        }
    }

    /** {@code null} where nothing is paced. */
    CallerPacing pacing() {
        return pacing;
    }

    OpenWaits waits() {
        return waits;
    }

    /** The waits of this node, and what others have to do with them. */
    Waiting waiting() {
        return nodes.waiting();
    }

    /** What happens between nodes; empty for one that is on its own. */
    Optional<ClusterCounts> clusterCounts() {
        return nodes.counts();
    }

    /** Whether the time to stop is nearly over, so that nobody may wait for others any more. */
    boolean isEnding() {
        return ending;
    }

    OperationStore operationStore() {
        return configuration.getOperationStore();
    }

    /** Plans something that hands over at once. */
    void later(Duration after, Runnable task) {
        threads.plan(after, task);
    }

    /** Lets an exchange go on that this thread hands over now. */
    Executor completionsOf(Exchange exchange) {
        return completions.of(exchange);
    }

    ExecutorService keyRefresher() {
        return threads.keyRefresher();
    }

    /** Takes events that came by another road. */
    Handover dispatch(List<CallEvent> events) {
        return dispatcher.accept(events, dispatchMemory, true, true);
    }

    Lanes lanes() {
        return lanes;
    }

    EventDispatcher dispatcher() {
        return dispatcher;
    }

    RefusalCounts refusals() {
        return refusals;
    }

    StreamPaths streams() {
        return streams;
    }

    Webhooks webhooks() {
        return webhooks;
    }
}
