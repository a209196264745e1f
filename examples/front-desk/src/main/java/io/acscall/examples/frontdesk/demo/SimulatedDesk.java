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
package io.acscall.examples.frontdesk.demo;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import io.acscall.camel.AcsCallComponent;
import io.acscall.examples.frontdesk.FrontDesk;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.main.Main;

/** The application as it is, with a simulator in the place of Azure, each on a free port of the loopback interface. */
public final class SimulatedDesk implements AutoCloseable {

    /** The number of the front desk. */
    public static final String NUMBER = "+18005550100";

    /** A Monday morning at which the desk is open. */
    public static final Instant MORNING = Instant.parse("2025-03-03T10:00:00Z");

    /** The evening of that day, at which it is closed. */
    public static final Instant EVENING = Instant.parse("2025-03-03T19:30:00Z");

    /** The morning after. */
    public static final Instant NEXT_MORNING = Instant.parse("2025-03-04T09:05:00Z");

    private final DemoClock clock = DemoClock.at(MORNING);
    private final AcsSimulator simulator;
    private final Main application;

    private SimulatedDesk(AcsSimulator simulator, Map<String, String> settings) {
        this.simulator = simulator;
        this.application = FrontDesk.application(clock);
        settings().forEach(application::addOverrideProperty);
        settings.forEach(application::addOverrideProperty);
    }

    /** Starts both. */
    public static SimulatedDesk start() throws Exception {
        return start(Map.of());
    }

    /** Starts both, the application with settings of its own. */
    public static SimulatedDesk start(Map<String, String> settings) throws Exception {
        AcsSimulator simulator = AcsSimulator.builder().noAnswerAfter(Duration.ofSeconds(1)).speechRate(100).start();
        SimulatedDesk desk = new SimulatedDesk(simulator, settings);
        try {
            desk.connect();
            return desk;
        } catch (Exception e) {
            desk.close();
            throw e;
        }
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
                Map.entry("front-desk.number", NUMBER),
                Map.entry("front-desk.ring-time", "500"),
                Map.entry("front-desk.call-back.start", "false"),
                Map.entry("front-desk.database-url", "jdbc:h2:mem:" + UUID.randomUUID()));
    }

    private void connect() throws Exception {
        application.start();
        context().getComponent("acs-call", AcsCallComponent.class).getConfiguration().setCallbackBaseUri(address());
        URI eventGrid = URI.create(address() + "/acs-call/event-grid?secret=" + AcsSimulator.EVENT_GRID_SECRET);
        simulator.subscribeEventGrid(EventGridSubscription.to(eventGrid, EventGridSchema.EVENT_GRID));
    }

    /** Where the application listens. */
    public String address() {
        return "http://127.0.0.1:"
               + context().getComponent("platform-http", PlatformHttpComponent.class).getEngine().getServerPort();
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

    /** The tickets, oldest first. */
    public List<Ticket> tickets() throws SQLException {
        return new TicketBook(context().getRegistry().findSingleByType(DataSource.class)).all();
    }

    @Override
    public void close() {
        application.stop();
        simulator.close();
    }
}
