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
package io.acscall.simulator;

import java.net.BindException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import io.acscall.simulator.auth.ServiceAuthenticator;
import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.callback.CallbackEventType;
import io.acscall.simulator.callback.CallbackSender;
import io.acscall.simulator.callback.DeliveryClient;
import io.acscall.simulator.callback.SpreadingDeliveryClient;
import io.acscall.simulator.callback.VertxDeliveryClient;
import io.acscall.simulator.callback.WatchedDeliveryClient;
import io.acscall.simulator.control.CallEndpoints;
import io.acscall.simulator.control.ControlApi;
import io.acscall.simulator.control.EventGridEndpoint;
import io.acscall.simulator.control.FaultsEndpoint;
import io.acscall.simulator.control.PeopleEndpoints;
import io.acscall.simulator.control.RecordingEndpoint;
import io.acscall.simulator.control.SettingsEndpoint;
import io.acscall.simulator.control.SpreadEndpoint;
import io.acscall.simulator.control.StreamsEndpoint;
import io.acscall.simulator.control.TimelineEndpoint;
import io.acscall.simulator.eventgrid.EventGrid;
import io.acscall.simulator.eventgrid.IncomingCallEvents;
import io.acscall.simulator.eventgrid.RecordingFileEvents;
import io.acscall.simulator.fault.FaultPlan;
import io.acscall.simulator.fault.Faults;
import io.acscall.simulator.id.Ids;
import io.acscall.simulator.operation.RecordingFileOperations;
import io.acscall.simulator.operation.ScriptedFailures;
import io.acscall.simulator.recording.RecordingArchive;
import io.acscall.simulator.replay.CallExporter;
import io.acscall.simulator.replay.Replayer;
import io.acscall.simulator.rest.Misfortune;
import io.acscall.simulator.rest.OperationTable;
import io.acscall.simulator.rest.ServiceApi;
import io.acscall.simulator.rest.ServiceJournal;
import io.acscall.simulator.server.OpenIdDocuments;
import io.acscall.simulator.server.SimulatorServer;
import io.acscall.simulator.server.VertxRuntime;
import io.acscall.simulator.settings.ConnectionSettings;
import io.acscall.simulator.settings.SimulatorSettings;
import io.acscall.simulator.stream.Metronome;
import io.acscall.simulator.stream.StreamDesk;
import io.acscall.simulator.stream.StreamLogs;
import io.acscall.simulator.stream.StreamPace;
import io.acscall.simulator.stream.VertxStreamConnector;
import io.acscall.simulator.time.Activity;
import io.acscall.simulator.time.RealTimeScheduler;
import io.acscall.simulator.time.SimulatorScheduler;
import io.acscall.simulator.time.VirtualTimeScheduler;
import io.acscall.simulator.timeline.Timeline;
import io.acscall.simulator.tls.TlsIdentity;
import io.acscall.simulator.token.CallbackTokens;
import io.acscall.simulator.token.ReusedTokens;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** All parts of a simulator, put together, started and stopped. */
final class SimulatorRuntime {

    private static final long PATIENCE_SECONDS = 10;
    private static final Duration STREAM_TOKEN_LIFE = Duration.ofHours(24);
    /** Seeds that are shown are short, so that people can copy them. */
    private static final int HIGHEST_SEED = 1_000_000;

    private final SimulatorSettings settings;
    private final TlsIdentity tls;
    private final SimulatorThreads threads = new SimulatorThreads();
    private final Activity activity = new Activity();
    private final SimulatorScheduler scheduler;
    private final Vertx vertx = VertxRuntime.create();
    private final Timeline timeline;
    private final CallbackTokens tokens;
    private final SpreadingDeliveryClient nodes;
    private final CallbackSender sender;
    private final EventGrid eventGrid;
    private final RecordingArchive archive = new RecordingArchive();
    private final RecordingFileEvents recordingFiles;
    private final FaultPlan faultPlan;
    private final Faults faults;
    private final PhoneNetwork network;
    private final CallExporter exporter;
    private final StreamLogs streamLogs;
    private final Replayer replayer;
    private final ServiceApi service;
    private final ControlApi control;
    private final SimulatorServer server;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param tls with what it speaks https; null for http
     */
    SimulatorRuntime(SimulatorSettings settings, TlsIdentity tls) {
        this.tls = tls;
        this.settings = settings;
        scheduler = switch (settings.time()) {
            case REAL -> new RealTimeScheduler();
            case BY_HAND -> VirtualTimeScheduler.byHand();
            case AUTOMATIC -> VirtualTimeScheduler.automatic(activity);
        };
        Clock clock = Clock.systemUTC();
        Ids ids = new Ids(settings.seed() == null ? new Random() : new Random(settings.seed()));
        OperationTable operations = new OperationTable();
        timeline = new Timeline(settings.timelineEntries(), clock, threads.listeners(), operations::names);
        tokens = new CallbackTokens(this::issuer, AcsSimulator.RESOURCE_ID, clock, ids, threads.signers());
        nodes = new SpreadingDeliveryClient(new VertxDeliveryClient(vertx, settings.callbackTimeout()));
        settings.spreads().forEach(nodes::spread);
        DeliveryClient client = new WatchedDeliveryClient(nodes, activity);
        Random seeds = settings.seed() == null ? new Random() : new Random(settings.seed());
        faultPlan = new FaultPlan(() -> seeds.nextInt(HIGHEST_SEED));
        faults = new Faults(
                faultPlan, tokens::rotate, operations::names, Set.copyOf(CallbackEventType.shortNames()),
                CallResult.failures());
        sender = new CallbackSender(
                client, new ReusedTokens(tokens, clock, settings.tokenReuse())::of, timeline, faultPlan,
                activity.watching(threads.signers()), scheduler, clock);
        eventGrid = new EventGrid(client, timeline, ids, clock, scheduler, settings.eventGridRetry(), faultPlan);
        recordingFiles = new RecordingFileEvents(eventGrid, archive, ids, scheduler, this::endpoint);
        streamLogs = new StreamLogs(scheduler::elapsed);
        network = new PhoneNetwork(
                settings, ids, clock, scheduler, timeline, sender, new IncomingCallEvents(eventGrid), recordingFiles,
                operations, this::endpoint, streams(clock, ids), new ScriptedFailures(faultPlan));
        exporter = new CallExporter(timeline, network.calls(), network.people(), clock);
        new RecordingFileOperations(archive).addTo(operations);
        replayer = new Replayer(
                timeline, exporter, network.calls(), network.incoming(), network.running(), network.actions(),
                network.people());
        service = new ServiceApi(
                operations, new ServiceAuthenticator(AcsSimulator.DEVELOPMENT_KEY, settings.strict(), clock),
                new ServiceJournal(timeline), new Misfortune(faultPlan, scheduler), settings.strict());
        control = control();
        server = new SimulatorServer(
                vertx, service, control, new OpenIdDocuments(tokens, this::endpoint, this::issuer, faultPlan::keys, timeline),
                timeline, clock, activity, tls);
    }

    private StreamDesk streams(Clock clock, Ids ids) {
        return new StreamDesk(
                new VertxStreamConnector(vertx), tokens.living(STREAM_TOKEN_LIFE)::of, threads.signers(), scheduler,
                new Metronome(scheduler), streamLogs, ids, clock, faultPlan,
                new StreamPace(
                        settings.speechRate(), settings.maxSilence(), settings.reconnects(), settings.reconnectDelay()));
    }

    private ControlApi control() {
        return new ControlApi(
                Stream.of(new CallEndpoints(network.incoming(), network.running(), network.calls()).endpoints(),
                        new PeopleEndpoints(network.people(), network.actions()).endpoints(),
                        new EventGridEndpoint(eventGrid).endpoints(), new FaultsEndpoint(faults).endpoints(),
                        new StreamsEndpoint(streamLogs).endpoints(),
                        new RecordingEndpoint(exporter, replayer, threads.replays()).endpoints(),
                        new SettingsEndpoint(this::connection).endpoints(), new SpreadEndpoint(nodes).endpoints(),
                        new TimelineEndpoint(timeline, this::reset).endpoints()).flatMap(List::stream).toList());
    }

    /** Listens, or frees everything again when it cannot. */
    SimulatorRuntime listen() {
        try {
            await(server.listen(settings.port()));
            return this;
        } catch (ExecutionException | TimeoutException e) {
            close();
            String why = e.getCause() instanceof BindException
                    ? "The port " + settings.port() + " is taken; choose another one, or 0 for a free one"
                    : "The simulator could not listen on port " + settings.port();
            throw new IllegalStateException(why, e.getCause());
        }
    }

    void reset() {
        faults.clear();
        sender.forget();
        eventGrid.forget();
        network.clear();
        recordingFiles.clear();
        streamLogs.clear();
        service.clear();
        timeline.clear();
        server.beginAnew();
    }

    /** Stops everything; a second time does nothing. */
    void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        scheduler.close();
        sender.forget();
        network.clear();
        try {
            await(server.close());
            await(vertx.close());
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The simulator could not be stopped cleanly", e);
        } finally {
            threads.close();
        }
    }

    String endpoint() {
        return (tls == null ? "http://" : "https://") + SimulatorServer.HOST + ":" + server.port();
    }

    ConnectionSettings connection() {
        return new ConnectionSettings(
                endpoint(), AcsSimulator.DEVELOPMENT_KEY, AcsSimulator.RESOURCE_ID,
                endpoint() + OpenIdDocuments.CONFIGURATION, AcsSimulator.EVENT_GRID_SECRET);
    }

    /** Null when it speaks http. */
    TlsIdentity tls() {
        return tls;
    }

    int port() {
        return server.port();
    }

    void advance(Duration time) {
        if (scheduler instanceof VirtualTimeScheduler virtual) {
            virtual.advance(time);
        } else {
            throw new IllegalStateException(
                    "Time passes by itself in this simulator; build it with time(TimeMode.BY_HAND) to move it");
        }
    }

    Timeline timeline() {
        return timeline;
    }

    CallbackTokens tokens() {
        return tokens;
    }

    CallbackSender sender() {
        return sender;
    }

    SpreadingDeliveryClient nodes() {
        return nodes;
    }

    EventGrid eventGrid() {
        return eventGrid;
    }

    Faults faults() {
        return faults;
    }

    PhoneNetwork network() {
        return network;
    }

    CallExporter exporter() {
        return exporter;
    }

    StreamLogs streamLogs() {
        return streamLogs;
    }

    ControlApi controlApi() {
        return control;
    }

    Replayer replayer() {
        return replayer;
    }

    private String issuer() {
        return settings.issuer() == null ? endpoint() : settings.issuer();
    }

    private static <T> T await(Future<T> future) throws ExecutionException, TimeoutException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the simulator was starting or stopping", e);
        }
    }
}
