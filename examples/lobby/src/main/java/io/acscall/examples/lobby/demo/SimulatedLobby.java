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
package io.acscall.examples.lobby.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import io.acscall.camel.AcsCallComponent;
import io.acscall.examples.lobby.Lobby;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.main.Main;

/**
 * The application as it is, with a simulator in the place of Azure, each on a free port of the loopback interface.
 */
public final class SimulatedLobby implements AutoCloseable {

    /** The number that people call. */
    public static final String NUMBER = "+18005550100";
    /** The phones of the agents. */
    public static final Map<String, String> PHONES = Map.of("ann", "+16045550191", "ben", "+16045550192");

    private final AcsSimulator simulator;
    private final Path agents;
    private final String password = UUID.randomUUID().toString();
    private final Main application;

    private SimulatedLobby(AcsSimulator simulator, Map<String, String> settings) throws IOException {
        this.simulator = simulator;
        this.agents = Files.createTempFile("agents", ".properties");
        Files.write(agents, List.of("user.ann=" + password, "user.ben=" + password));
        this.application = Lobby.application();
        settings().forEach(application::addOverrideProperty);
        settings.forEach(application::addOverrideProperty);
    }

    /** Starts both. */
    public static SimulatedLobby start() throws Exception {
        return start(Map.of());
    }

    /** Starts both, the application with settings of its own. */
    public static SimulatedLobby start(Map<String, String> settings) throws Exception {
        return start(newSimulator(), settings);
    }

    /** Starts the application with a simulator that runs, and is closed together with it. */
    public static SimulatedLobby start(AcsSimulator simulator, Map<String, String> settings) throws Exception {
        SimulatedLobby lobby = new SimulatedLobby(simulator, settings);
        try {
            lobby.connect();
            return lobby;
        } catch (Exception e) {
            lobby.close();
            throw e;
        }
    }

    /** A service in which nobody takes long. */
    public static AcsSimulator newSimulator() {
        return AcsSimulator.builder().noAnswerAfter(Duration.ofSeconds(2)).speechRate(400).start();
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("camel.server.host", "127.0.0.1"),
                Map.entry("camel.server.port", "0"),
                Map.entry("camel.server.basic-properties-file", agents.toString()),
                Map.entry("camel.component.acs-call.connection-string", simulator.connectionString()),
                Map.entry("camel.component.acs-call.immutable-resource-id", simulator.resourceId()),
                Map.entry("camel.component.acs-call.open-id-configuration-uri", simulator.openIdConfigurationUri()),
                // the port is known once the server listens, see connect()
                Map.entry("camel.component.acs-call.callback-base-uri", "http://127.0.0.1"),
                Map.entry("camel.component.acs-call.event-grid-secret", AcsSimulator.EVENT_GRID_SECRET),
                Map.entry("camel.component.acs-call.cognitive-services-endpoint", "https://speech.example.com/"),
                Map.entry("camel.component.acs-call.allowed-targets", "+1604555*"),
                Map.entry("lobby.number", NUMBER),
                Map.entry("lobby.move-retry", "50"),
                Map.entry("lobby.show-every", "50"),
                Map.entry("lobby.look-every", "200"),
                Map.entry("lobby.database-url", "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL"));
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

    /** The service. */
    public AcsSimulator simulator() {
        return simulator;
    }

    /** The routes. */
    public CamelContext context() {
        return application.getCamelContext();
    }

    /** The database. */
    public DataSource dataSource() {
        return context().getRegistry().findSingleByType(DataSource.class);
    }

    /** The password of all agents, another one each time. */
    public String password() {
        return password;
    }

    /** The page of somebody. */
    public Agent agent(String name) throws IOException, InterruptedException {
        return new Agent(address(), name, password);
    }

    /**
     * Prepares the phones, and has somebody call.
     *
     * @return the id of the call
     */
    public String placeCall(Caller caller) {
        simulator.person(PHONES.get("ben")).accepts();
        caller.script(simulator.person(PHONES.get("ann")));
        return simulator.placeCall(caller.number(), NUMBER).callId();
    }

    /** Stops the application alone. */
    public void stopApplication() {
        application.stop();
    }

    @Override
    public void close() {
        stopApplication();
        simulator.close();
        agents.toFile().delete();
    }
}
