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
package io.acscall.examples.reminders.demo;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import io.acscall.camel.AcsCallComponent;
import io.acscall.examples.reminders.ReminderRoutes;
import io.acscall.examples.reminders.Reminders;
import io.acscall.simulator.AcsSimulator;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.main.Main;

/** The application as it is, with a simulator in the place of Azure, each on a free port of the loopback interface. */
public final class SimulatedTown implements AutoCloseable {

    /** The numbers that people see. */
    public static final String CALLERS = "+18005550100, +18005550101, +18005550102";
    /** The phone of the desk. */
    public static final String DESK = "+16045550199";
    /** A Monday morning in Vancouver, and the night of the day after in Auckland. */
    public static final Instant MORNING = Instant.parse("2025-07-07T17:00:00Z");
    /** When all appointments are. */
    public static final Instant APPOINTMENT = Instant.parse("2025-07-10T17:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE = 20;

    private final DemoClock clock = DemoClock.at(MORNING);
    private final AcsSimulator simulator;
    private final Main application;

    private SimulatedTown(AcsSimulator simulator, Map<String, String> settings) {
        this.simulator = simulator;
        this.application = Reminders.application(clock);
        settings().forEach(application::addOverrideProperty);
        settings.forEach(application::addOverrideProperty);
    }

    /** Starts both. */
    public static SimulatedTown start() throws Exception {
        return start(newSimulator(), Map.of());
    }

    /**
     * Starts the application, with settings of its own, beside a simulator that runs, and is closed together with it.
     */
    public static SimulatedTown start(AcsSimulator simulator, Map<String, String> settings) throws Exception {
        SimulatedTown town = new SimulatedTown(simulator, settings);
        try {
            town.application.start();
            town.context().getComponent("acs-call", AcsCallComponent.class).getConfiguration()
                    .setCallbackBaseUri(town.address());
            return town;
        } catch (Exception e) {
            town.application.stop();
            throw e;
        }
    }

    /** A service in which nobody takes long. */
    public static AcsSimulator newSimulator() {
        return AcsSimulator.builder().noAnswerAfter(Duration.ofMillis(300)).speechRate(2000)
                .maxSilence(Duration.ofMillis(50)).start();
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("camel.server.host", "127.0.0.1"),
                Map.entry("camel.server.port", "0"),
                Map.entry("camel.component.acs-call.connection-string", simulator.connectionString()),
                Map.entry("camel.component.acs-call.immutable-resource-id", simulator.resourceId()),
                Map.entry("camel.component.acs-call.open-id-configuration-uri", simulator.openIdConfigurationUri()),
                // the port is known once the server listens, see start()
                Map.entry("camel.component.acs-call.callback-base-uri", "http://127.0.0.1"),
                Map.entry("camel.component.acs-call.cognitive-services-endpoint", "https://speech.example.com/"),
                Map.entry("camel.component.acs-call.allowed-targets", "+1604555*"),
                Map.entry("reminders.callers", CALLERS),
                Map.entry("reminders.desk", DESK),
                Map.entry("reminders.look-every", "100"),
                Map.entry("reminders.start", "false"),
                Map.entry("reminders.database-url", "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL"));
    }

    private String address() {
        return "http://127.0.0.1:"
               + context().getComponent("platform-http", PlatformHttpComponent.class).getEngine().getServerPort();
    }

    /** What time it is. */
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

    /** The component. */
    public AcsCallComponent component() {
        return context().getComponent("acs-call", AcsCallComponent.class);
    }

    /** The reminders. */
    public ReminderBook reminders() {
        return new ReminderBook(dataSource());
    }

    /** The database. */
    public DataSource dataSource() {
        return context().getRegistry().findSingleByType(DataSource.class);
    }

    /** Adds the appointment of one person, whose reminder is due. */
    public void add(Person person, int which) throws SQLException {
        person.first(simulator.person(person.number(which)));
        reminders().add(person.number(which), person.zone(), APPOINTMENT, MORNING);
    }

    /** Begins to look for reminders that are due. */
    public void begin() throws Exception {
        context().getRouteController().startRoute(ReminderRoutes.DUE);
    }

    /** Waits until nobody is rung, or has to be at this time. */
    public void awaitQuiet() throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reminders().quiet(clock.instant()) || context().getInflightRepository().size() > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The application was not done within " + PATIENCE);
            }
            simulator.timeline().awaitChange(simulator.timeline().changes(), Duration.ofMillis(PAUSE));
        }
    }

    /**
     * Waits until nobody is rung, and sets the clock to when the next phone rings.
     *
     * @return when that is; empty when all is settled
     */
    public Optional<Instant> untilNext() throws Exception {
        awaitQuiet();
        Optional<Instant> next = reminders().next();
        next.ifPresent(clock::set);
        return next;
    }

    /** Stops the application; the simulator goes on. */
    public void stopApplication() {
        application.stop();
    }

    @Override
    public void close() {
        stopApplication();
        simulator.close();
    }
}
