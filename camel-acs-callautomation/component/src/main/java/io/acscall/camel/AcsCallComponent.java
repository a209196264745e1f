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

import io.acscall.camel.await.OpenWaits;
import io.acscall.camel.client.Repeatability;
import io.acscall.camel.client.ServiceClient;
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
import io.acscall.camel.webhook.Handover;
import io.acscall.camel.webhook.Lanes;
import io.acscall.camel.webhook.RefusalCounts;
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

/**
 * Phone calls of one Communication Services resource. Two resources in one context are two instances with paths of
 * their own.
 */
@Component("acs-call")
@ManagedResource(description = "Managed acs-call component")
public class AcsCallComponent extends DefaultComponent {

    @Metadata(description = "The options of the component in one object.")
    private AcsCallConfiguration configuration = new AcsCallConfiguration();

    private final Clock clock = Clock.systemUTC();
    private final CallObservers observers = new CallObservers();
    private final RefusalCounts refusals = new RefusalCounts(this::tellOfRefusal);
    private final StepWatch unwatched = StepWatch.unwatched(this);
    private final Watchers watchers = new Watchers(this);
    private final List<ConsoleSection> consoleSections = new CopyOnWriteArrayList<>();
    private volatile ComponentParts parts;
    private boolean running;

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
        if (!running) {
            parts = new ComponentParts(this, this::onlyBean);
            running = true;
        }
    }

    private void tellOfRefusal(String door, int status, String reason, String detail) {
        observers.tell(() -> new CallSignal.RequestRefused(Instant.now(clock), door, status, reason, detail));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        setUp();
        parts.goOnAfterStop();
        ServiceHelper.startService(configuration.getIdempotentRepository());
        parts.start();
        watchers.start();
    }

    @Override
    protected void doStop() throws Exception {
        if (running) {
            parts.stop();
        }
        watchers.stop();
        super.doStop();
    }

    @Override
    protected void doShutdown() throws Exception {
        if (running) {
            parts.close();
            // whoever starts it once more gets threads and connections anew
            running = false;
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
        return existing().flatMap(ComponentParts::flightRecording).map(FlightRecording::recorder).orElse(null);
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
        return pacingCounts().map(PacingCounts::snapshot).orElse(Map.of());
    }

    /**
     * The numbers of this component that can be read at any time. They are shown by its meters and its dev console.
     *
     * @return {@code null} before the first endpoint is made or the component has started
     */
    public Readings readings() {
        return existing().map(ComponentParts::readings).orElse(null);
    }

    /**
     * Parts of the dev console that others fill; one that is added here is shown.
     *
     * @return to be added to
     */
    public List<ConsoleSection> consoleSections() {
        return consoleSections;
    }

    /** What there is once the first endpoint is made or the component has started. */
    private Optional<ComponentParts> existing() {
        return Optional.ofNullable(parts);
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
        return existing().flatMap(ComponentParts::pacing).map(CallerPacing::counts);
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
        parts.service().check();
    }

    String serviceEndpoint() {
        return parts.service().endpoint();
    }

    ServiceClient client() {
        return parts.service().client();
    }

    /** Whether {@link #client()} is there; to make it is no work for a network thread. */
    boolean isReadyToSend() {
        return parts.service().isMade();
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
        return parts.contexts().restore(event);
    }

    String userContext(String wire) {
        return parts.contexts().restore(wire);
    }

    String tracedContext(String trace, String userContext) {
        return parts.contexts().traced(trace, userContext);
    }

    /** Says once that whoever fills the message chooses who is rung. */
    void warnOfOpenTargets(AcsCallOperation operation) {
        findings().warnOnce(LintRule.OPEN_TARGETS, StepPlace.outsideOfRoutes("acs-call:" + operation), "");
    }

    /** Who hears of what may not work. */
    Findings findings() {
        return parts.findings();
    }

    AllowedTargets allowedTargets() {
        return parts.allowedTargets();
    }

    Clock clock() {
        return clock;
    }

    /** {@code null} where nothing is paced. */
    CallerPacing pacing() {
        return parts.pacing().orElse(null);
    }

    OpenWaits waits() {
        return parts.waits();
    }

    /** The waits of this node, and what others have to do with them. */
    Waiting waiting() {
        return parts.nodes().waiting();
    }

    /** What happens between nodes; empty for one that is on its own. */
    Optional<ClusterCounts> clusterCounts() {
        return existing().flatMap(one -> one.nodes().counts());
    }

    /** Whether the time to stop is nearly over, so that nobody may wait for others any more. */
    boolean isEnding() {
        return existing().filter(ComponentParts::isEnding).isPresent();
    }

    OperationStore operationStore() {
        return configuration.getOperationStore();
    }

    /** Plans something that hands over at once. */
    void later(Duration after, Runnable task) {
        parts.threads().plan(after, task);
    }

    /** Lets an exchange go on that this thread hands over now. */
    Executor completionsOf(Exchange exchange) {
        return parts.completions().of(exchange);
    }

    ExecutorService keyRefresher() {
        return parts.threads().keyRefresher();
    }

    /** Takes events that came by another road. */
    Handover dispatch(List<CallEvent> events) {
        return parts.dispatch(events);
    }

    Lanes lanes() {
        return parts.lanes();
    }

    EventDispatcher dispatcher() {
        return parts.dispatcher();
    }

    RefusalCounts refusals() {
        return refusals;
    }

    /** {@code null} before the options are read. */
    StreamPaths streams() {
        return existing().map(ComponentParts::streams).orElse(null);
    }

    /** {@code null} before the options are read. */
    Webhooks webhooks() {
        return existing().map(ComponentParts::webhooks).orElse(null);
    }
}
