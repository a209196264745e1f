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
package io.acscall.examples.missedcall.demo;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import io.acscall.camel.AcsCallComponent;
import io.acscall.examples.missedcall.CallBackRoutes;
import io.acscall.examples.missedcall.MissedCall;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.TimelineEntry;
import io.acscall.simulator.timeline.TimelineListening;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.main.Main;

/** The application as it is, with a simulator in the place of Azure, each on a free port of the loopback interface. */
public final class SimulatedDesk implements AutoCloseable {

    /** The number that people call. */
    public static final String NUMBER = "+18005550100";
    /** The phone of the desk. */
    public static final String DESK = "+16045550199";
    /** A Monday morning at which the desk is open. */
    public static final Instant MORNING = Instant.parse("2025-03-03T10:00:00Z");
    /** The evening of that day, at which it is closed. */
    public static final Instant EVENING = Instant.parse("2025-03-03T19:30:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TAKEN = 202;

    private final DemoClock clock = DemoClock.at(MORNING);
    private final AcsSimulator simulator;
    private final Main application;

    private SimulatedDesk(AcsSimulator simulator, Map<String, String> settings) {
        this.simulator = simulator;
        this.application = MissedCall.application(clock);
        settings().forEach(application::addOverrideProperty);
        settings.forEach(application::addOverrideProperty);
    }

    /** Starts both. */
    public static SimulatedDesk start() throws Exception {
        return start(Map.of());
    }

    /** Starts both, the application with settings of its own. */
    public static SimulatedDesk start(Map<String, String> settings) throws Exception {
        return start(newSimulator(), settings);
    }

    /** Starts the application with a simulator that runs, and is closed together with it. */
    public static SimulatedDesk start(AcsSimulator simulator, Map<String, String> settings) throws Exception {
        SimulatedDesk desk = new SimulatedDesk(simulator, settings);
        try {
            desk.connect();
            return desk;
        } catch (Exception e) {
            desk.close();
            throw e;
        }
    }

    /** A service in which nobody takes long. */
    public static AcsSimulator newSimulator() {
        return AcsSimulator.builder().noAnswerAfter(Duration.ofMillis(500)).speechRate(400)
                .maxSilence(Duration.ofMillis(50)).start();
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("camel.server.host", "127.0.0.1"),
                Map.entry("camel.server.port", "0"),
                Map.entry("camel.component.acs-call.connection-string", simulator.connectionString()),
                Map.entry("camel.component.acs-call.immutable-resource-id", simulator.resourceId()),
                Map.entry("camel.component.acs-call.open-id-configuration-uri", simulator.openIdConfigurationUri()),
                // the port is known once the server listens, see connect()
                Map.entry("camel.component.acs-call.callback-base-uri", "http://127.0.0.1"),
                Map.entry("camel.component.acs-call.event-grid-secret", AcsSimulator.EVENT_GRID_SECRET),
                Map.entry("camel.component.acs-call.cognitive-services-endpoint", "https://speech.example.com/"),
                Map.entry("camel.component.acs-call.allowed-targets", "+1604555*"),
                Map.entry("missed-call.number", NUMBER),
                Map.entry("missed-call.desk", DESK),
                Map.entry("missed-call.ring-time", "200"),
                // one window for all that is ever seen here
                Map.entry("missed-call.window", "P36500D"),
                Map.entry("missed-call.call-back.start", "false"),
                Map.entry("missed-call.call-back.every", "100"),
                Map.entry("missed-call.database-url", "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL"));
    }

    private void connect() throws Exception {
        application.start();
        context().getComponent("acs-call", AcsCallComponent.class).getConfiguration().setCallbackBaseUri(address());
        simulator.subscribeEventGrid(EventGridSubscription.to(eventGrid(), EventGridSchema.EVENT_GRID));
    }

    /** Where the application listens. */
    public String address() {
        return "http://127.0.0.1:"
               + context().getComponent("platform-http", PlatformHttpComponent.class).getEngine().getServerPort();
    }

    /** Where Event Grid delivers to. */
    public URI eventGrid() {
        return URI.create(address() + "/acs-call/event-grid?secret=" + AcsSimulator.EVENT_GRID_SECRET);
    }

    /** What time it is at the desk. */
    public DemoClock clock() {
        return clock;
    }

    /** The service. */
    public AcsSimulator simulator() {
        return simulator;
    }

    /** The routes. */
    public CamelContext context() {
        return application.getCamelContext();
    }

    /** The tickets. */
    public TicketBook tickets() {
        return new TicketBook(dataSource());
    }

    /** The database. */
    public DataSource dataSource() {
        return context().getRegistry().findSingleByType(DataSource.class);
    }

    /**
     * Has somebody call, as often as that one does, and waits until the application is done with each call.
     *
     * @return all tickets of that one
     */
    public List<Ticket> call(Caller caller) throws SQLException {
        clock.set(caller.inTheEvening() ? EVENING : MORNING);
        caller.script(simulator.person(caller.number()), simulator.person(DESK));
        TimelineListening listening = simulator.timeline().onEntry(entry -> hangUp(caller, entry));
        try {
            for (int i = 0; i < caller.calls(); i++) {
                NotifyBuilder done = new NotifyBuilder(context()).fromRoute("incoming-call").whenDone(1).create();
                simulator.placeCall(caller.number(), NUMBER);
                await(done);
            }
        } finally {
            listening.close();
        }
        return tickets().of(caller.number());
    }

    private void hangUp(Caller caller, TimelineEntry entry) {
        boolean now = switch (caller.hangsUp()) {
            case IN_THE_PROMPT -> simulator.timeline().isCallback("PlayStarted").test(entry);
            case WHILE_THE_DESK_RINGS -> entry.kind() == EntryKind.RESPONSE && entry.status() == TAKEN
                    && "transferCallToParticipant".equals(entry.type());
            case NEVER, BEFORE_THE_ANSWER -> false;
        };
        // a callback that was sent twice is on the timeline twice
        if (now && simulator.callOf(caller.number()).isPresent()) {
            simulator.hangUp(entry.callId(), caller.number());
        }
    }

    /**
     * Has the desk call back whoever has an open ticket, and waits until each was called once.
     *
     * @param keys what is pressed at the desk, for each person in the order of the tickets
     */
    public void callBack(int people, String keys) throws Exception {
        clock.set(MORNING);
        simulator.person(DESK).accepts().presses(keys);
        NotifyBuilder done = new NotifyBuilder(context()).fromRoute(CallBackRoutes.CALL_BACK).whenDone(people).create();
        context().getRouteController().startRoute(CallBackRoutes.CALL_BACK);
        await(done);
        context().getRouteController().stopRoute(CallBackRoutes.CALL_BACK);
    }

    private static void await(NotifyBuilder done) {
        boolean matches = done.matches(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        done.destroy();
        if (!matches) {
            throw new IllegalStateException("The application was not done within " + PATIENCE);
        }
    }

    /** Stops the application alone. */
    public void stopApplication() {
        application.stop();
    }

    @Override
    public void close() {
        stopApplication();
        simulator.close();
    }
}
