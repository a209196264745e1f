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
package io.acscall.examples.screenpop.demo;

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
import io.acscall.examples.screenpop.ScreenPop;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.main.Main;

/**
 * The application as it is, with a simulator in the place of Azure and a CRM, each on a free port of the loopback
 * interface.
 */
public final class SimulatedScreenPop implements AutoCloseable {

    /** The number that people call. */
    public static final String NUMBER = "+18005550100";
    /** The phones of the agents. */
    public static final Map<String, String> PHONES = Map.of("ann", "+16045550191", "ben", "+16045550192");

    private final AcsSimulator simulator;
    private final Crm crm;
    private final Path agents;
    private final String password = UUID.randomUUID().toString();
    private final Main application;

    private SimulatedScreenPop(AcsSimulator simulator, Map<String, String> settings) throws IOException {
        this.simulator = simulator;
        this.crm = new Crm();
        this.agents = Files.createTempFile("agents", ".properties");
        Files.write(agents, List.of("user.ann=" + password, "user.ben=" + password));
        this.application = ScreenPop.application();
        settings().forEach(application::addOverrideProperty);
        settings.forEach(application::addOverrideProperty);
    }

    /** Starts all three. */
    public static SimulatedScreenPop start() throws Exception {
        return start(Map.of());
    }

    /** Starts all three, the application with settings of its own. */
    public static SimulatedScreenPop start(Map<String, String> settings) throws Exception {
        return start(newSimulator(), settings);
    }

    /** Starts the application and the CRM with a simulator that runs, and is closed together with them. */
    public static SimulatedScreenPop start(AcsSimulator simulator, Map<String, String> settings) throws Exception {
        SimulatedScreenPop screenPop = new SimulatedScreenPop(simulator, settings);
        try {
            screenPop.connect();
            return screenPop;
        } catch (Exception e) {
            screenPop.close();
            throw e;
        }
    }

    /** A service in which nobody takes long. */
    public static AcsSimulator newSimulator() {
        return AcsSimulator.builder().noAnswerAfter(Duration.ofSeconds(10)).speechRate(400).start();
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
                Map.entry("screen-pop.number", NUMBER),
                Map.entry("screen-pop.crm", crm.address()),
                Map.entry("screen-pop.crm-timeout", "1500"),
                Map.entry("screen-pop.show-every", "50"),
                Map.entry("screen-pop.look-every", "200"),
                Map.entry("screen-pop.database-url", "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL"));
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

    /** The CRM. */
    public Crm crm() {
        return crm;
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
     * Prepares the CRM and the phones, and has somebody call.
     *
     * @return the id of the call
     */
    public String placeCall(Caller caller) {
        simulator.person(PHONES.get("ben")).accepts();
        caller.script(crm, simulator.person(PHONES.get("ann")));
        return simulator.placeCall(caller.number(), NUMBER).callId();
    }

    /** Stops the application alone. */
    public void stopApplication() {
        application.stop();
    }

    @Override
    public void close() {
        stopApplication();
        crm.close();
        simulator.close();
        agents.toFile().delete();
    }
}
