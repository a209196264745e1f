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
package io.acscall.examples.voiceagent.demo;

import java.net.URI;
import java.util.Map;

import io.acscall.camel.AcsCallComponent;
import io.acscall.examples.voiceagent.EchoModel;
import io.acscall.examples.voiceagent.VoiceAgent;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.main.Main;

/** The application as it is, with a simulator in the place of Azure, each on a free port of the loopback interface. */
public final class SimulatedAgent implements AutoCloseable {

    /** The number of the agent. */
    public static final String NUMBER = "+18005550100";

    private static final int DELAY_FRAMES = 25;

    private final EchoModel model = new EchoModel(DELAY_FRAMES);
    private final AcsSimulator simulator = AcsSimulator.builder().start();
    private final Main application = VoiceAgent.application(model);

    private SimulatedAgent() {
        settings().forEach(application::addOverrideProperty);
    }

    /** Starts both. */
    public static SimulatedAgent start() throws Exception {
        SimulatedAgent agent = new SimulatedAgent();
        try {
            agent.connect();
            return agent;
        } catch (Exception e) {
            agent.close();
            throw e;
        }
    }

    private Map<String, String> settings() {
        return Map.of(
                "camel.server.host", "127.0.0.1",
                "camel.server.port", "0",
                "camel.component.acs-call.connection-string", simulator.connectionString(),
                "camel.component.acs-call.immutable-resource-id", simulator.resourceId(),
                "camel.component.acs-call.open-id-configuration-uri", simulator.openIdConfigurationUri(),
                // the port is known once the server listens, see connect()
                "camel.component.acs-call.callback-base-uri", "http://127.0.0.1",
                "camel.component.acs-call.event-grid-secret", AcsSimulator.EVENT_GRID_SECRET,
                "voice-agent.number", NUMBER);
    }

    private void connect() throws Exception {
        application.start();
        component().getConfiguration().setCallbackBaseUri(address());
        URI eventGrid = URI.create(address() + "/acs-call/event-grid?secret=" + AcsSimulator.EVENT_GRID_SECRET);
        simulator.subscribeEventGrid(EventGridSubscription.to(eventGrid, EventGridSchema.EVENT_GRID));
    }

    /** Where the application listens. */
    public String address() {
        return "http://127.0.0.1:" + application.getCamelContext()
                .getComponent("platform-http", PlatformHttpComponent.class).getEngine().getServerPort();
    }

    /** The component, with its counters. */
    public AcsCallComponent component() {
        return application.getCamelContext().getComponent("acs-call", AcsCallComponent.class);
    }

    /** Who talks to the callers. */
    public EchoModel model() {
        return model;
    }

    /** The service. */
    public AcsSimulator simulator() {
        return simulator;
    }

    @Override
    public void close() {
        application.stop();
        simulator.close();
    }
}
