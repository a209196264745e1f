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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.await.EarlyEvents;
import io.acscall.camel.await.OpenWaits;
import io.acscall.camel.await.TimerWheel;
import io.acscall.camel.await.WaitTokens;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.lint.Findings;
import io.acscall.camel.metrics.Readings;
import io.acscall.camel.pacing.CallerPacing;
import io.acscall.camel.store.MemoryOperationStore;
import io.acscall.camel.stream.OpenStreams;
import io.acscall.camel.stream.StreamTies;
import io.acscall.camel.webhook.Handover;
import io.acscall.camel.webhook.Lanes;
import io.acscall.camel.webhook.SparingExecutor;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.LifecycleStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a component is made of between its start and its end, as its options say. Whoever starts it once more gets new
 * parts.
 */
final class ComponentParts {

    private static final Logger LOG = LoggerFactory.getLogger(AcsCallComponent.class);
    private static final Duration KEEP_EARLY_EVENTS = Duration.ofSeconds(5);
    private static final int MAX_OPERATIONS = 10_000;
    private static final int MAX_EARLY_EVENTS = 1_000;

    private final AcsCallComponent component;
    private final AcsCallConfiguration configuration;
    private final Clock clock;
    private final AllowedTargets allowedTargets;
    private final ServiceAccess service;
    private final UserContexts contexts;
    private final Threads threads;
    private final Completions completions;
    private final OpenWaits waits;
    private final Nodes nodes;
    private final Lanes lanes;
    private final EventDispatcher dispatcher;
    private final EventMemory dispatchMemory;
    private final Webhooks webhooks;
    private final StreamPaths streams;
    private final Readings readings;
    private final FlightRecording flightRecording;
    private final Findings findings;
    private final List<LifecycleStrategy> strategies;
    private volatile CallerPacing pacing;
    private volatile boolean ending;

    /**
     * Reads the options that are read once.
     *
     * @param  component                whose parts they are; has none yet
     * @param  onlyBean                 as for {@link ServiceAccess}
     * @throws IllegalArgumentException when an option can't work
     */
    ComponentParts(AcsCallComponent component, Function<Class<?>, Object> onlyBean) {
        this.component = component;
        this.configuration = component.getConfiguration();
        this.clock = component.clock();
        allowedTargets = AllowedTargets.of(configuration.getAllowedTargets());
        service = new ServiceAccess(configuration, clock, component.getCamelContext().getVersion(), onlyBean);
        WaitTokens tokens = new WaitTokens(AcsCallComponent.newId(), service.contextKey());
        contexts = new UserContexts(tokens);
        threads = new Threads(component);
        completions = threads.completions();
        waits = new OpenWaits(
                tokens, new TimerWheel(threads, System::nanoTime), AcsCallComponent::newId, configuration.getMaxOpenWaits(),
                new EarlyEvents(KEEP_EARLY_EVENTS, MAX_EARLY_EVENTS, System::nanoTime));
        if (configuration.getOperationStore() == null) {
            configuration.setOperationStore(new MemoryOperationStore(MAX_OPERATIONS, clock));
        }
        nodes = Nodes.of(configuration, waits, tokens, threads);
        lanes = new Lanes(new SparingExecutor(threads.starts()), configuration.getMaxQueuedEvents());
        dispatcher = newDispatcher();
        pacing = Pacing.of(component, threads, service.contextKey());
        EventMemory webhookMemory = nodes.memory("webhook");
        dispatchMemory = nodes.memory("dispatch");
        boolean tryAgain = configuration.getAckMode() == AckMode.completed;
        // routes that were not stopped keep their door open while the component is shut down and started again
        webhooks = new Webhooks(
                component, (events, newWork) -> component.dispatcher().accept(events, webhookMemory, newWork, tryAgain),
                component.refusals());
        streams = new StreamPaths(component, webhooks::callbackAuthenticator, this::openStreams);
        readings = ComponentReadings.of(component, nodes.counts(), pacing().map(CallerPacing::counts));
        flightRecording = FlightRecording.of(component);
        findings = Findings.of(configuration.getIgnoredFindings());
        strategies = List.of(new ShutdownWatch(this::end, threads), new RouteLint(component, findings));
    }

    private EventDispatcher newDispatcher() {
        Questions questions
                = new Questions(nodes.waiting(), new Lanes(threads.cluster(), configuration.getMaxQueuedEvents()));
        return new EventDispatcher(
                nodes.waiting(), questions, lanes, new ToneOrder(lanes::add, threads), contexts, incomingCallPolicy(),
                component.refusals(), new EventWatch(component.observers(), clock), this::offerToPacing);
    }

    private OpenStreams openStreams(StreamSource source) {
        StreamTies ties = new StreamTies(
                threads.starts(), threads::plan, System::nanoTime,
                reason -> component.refusals().count(source.door(), reason),
                configuration.getAudioLead(), configuration.getMaxQueuedAudio());
        return new OpenStreams(
                ties, configuration.getMaxStreams(), AcsCallComponent::newId,
                new TellingOfStreams(component.observers(), clock, source.door()));
    }

    private IncomingCallPolicy incomingCallPolicy() {
        return new IncomingCallPolicy(
                configuration.getRingTime(), configuration.getRejectUnmatched(), clock, component.refusals(), this::reject);
    }

    private void reject(String incomingCallContext, String reason) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("incomingCallContext", incomingCallContext)
                .put("callRejectReason", reason);
        ServiceRequest request = ServiceRequest.post("/calling/callConnections:reject", body)
                .withRepeatability(component.newRepeatability());
        StepWatch.send(component, "reject", request, null).whenComplete((answer, failed) -> {
            if (failed != null) {
                LOG.warn("An incoming call that no route takes could not be rejected: {}", failed.getMessage());
            }
        });
    }

    private void offerToPacing(CallEvent event) {
        pacing().ifPresent(paced -> paced.offer(event));
    }

    /** Joins the other nodes, and hears of routes that start and of the end of the context. */
    void start() throws Exception {
        nodes.start();
        CamelContext context = component.getCamelContext();
        if (!context.getLifecycleStrategies().containsAll(strategies)) {
            strategies.forEach(context::addLifecycleStrategy);
        }
    }

    /** Who is stopped and started again takes calls again; nobody waits from before. */
    synchronized void goOnAfterStop() {
        if (ending) {
            pacing = Pacing.of(component, threads, service.contextKey());
            ending = false;
        }
    }

    /** Ends what is left of waits and streams. */
    private void end() {
        ending = true;
        nodes.waiting().shutDown();
        pacing().ifPresent(CallerPacing::shutDown);
        streams.endAll();
    }

    void stop() throws Exception {
        end();
        nodes.stop();
    }

    /** Gives threads and connections back. */
    void close() {
        waits.close();
        if (flightRecording != null) {
            flightRecording.stop();
        }
        threads.stop();
        service.close();
        component.getCamelContext().getLifecycleStrategies().removeAll(strategies);
    }

    /** Takes events that came by another road. */
    Handover dispatch(List<CallEvent> events) {
        return dispatcher.accept(events, dispatchMemory, true, true);
    }

    AllowedTargets allowedTargets() {
        return allowedTargets;
    }

    ServiceAccess service() {
        return service;
    }

    UserContexts contexts() {
        return contexts;
    }

    Threads threads() {
        return threads;
    }

    Completions completions() {
        return completions;
    }

    OpenWaits waits() {
        return waits;
    }

    Nodes nodes() {
        return nodes;
    }

    Lanes lanes() {
        return lanes;
    }

    EventDispatcher dispatcher() {
        return dispatcher;
    }

    Webhooks webhooks() {
        return webhooks;
    }

    StreamPaths streams() {
        return streams;
    }

    /** Empty where nothing is paced. */
    Optional<CallerPacing> pacing() {
        return Optional.ofNullable(pacing);
    }

    Readings readings() {
        return readings;
    }

    /** Empty where it is off. */
    Optional<FlightRecording> flightRecording() {
        return Optional.ofNullable(flightRecording);
    }

    Findings findings() {
        return findings;
    }

    boolean isEnding() {
        return ending;
    }
}
