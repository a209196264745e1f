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
package io.acscall.kamelets;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.acscall.camel.AcsCallComponent;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.main.Main;

/**
 * An application that is nothing but YAML and properties, which talks to a simulator. Credentials stand in the
 * properties of the component, once.
 */
final class YamlApp implements AutoCloseable {

    /** The number of the resource. */
    static final String OUR_NUMBER = "+18005550100";

    private final Main main = new Main();
    private final AcsSimulator simulator;
    private final Path routes;

    private YamlApp(AcsSimulator simulator, String yaml, Map<String, String> settings) throws IOException {
        this.simulator = simulator;
        this.routes = Files.createTempFile("routes", ".yaml");
        Files.writeString(routes, yaml);
        settings().forEach(main::addOverrideProperty);
        settings.forEach(main::addOverrideProperty);
    }

    /** Starts an application with these routes. */
    static YamlApp start(AcsSimulator simulator, String yaml) throws Exception {
        return start(simulator, yaml, Map.of());
    }

    /** Starts an application with these routes and settings of its own. */
    static YamlApp start(AcsSimulator simulator, String yaml, Map<String, String> settings) throws Exception {
        YamlApp app = new YamlApp(simulator, yaml, settings);
        try {
            app.main.start();
            app.connect();
            return app;
        } catch (Exception e) {
            app.close();
            throw e;
        }
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("camel.main.routes-include-pattern", "file:" + routes),
                Map.entry("camel.main.shutdown-timeout", "10"),
                Map.entry("camel.server.enabled", "true"),
                Map.entry("camel.server.host", "127.0.0.1"),
                Map.entry("camel.server.port", "0"),
                Map.entry("camel.component.acs-call.connection-string", simulator.connectionString()),
                Map.entry("camel.component.acs-call.immutable-resource-id", simulator.resourceId()),
                Map.entry("camel.component.acs-call.open-id-configuration-uri", simulator.openIdConfigurationUri()),
                // the port is known once the server listens, see connect()
                Map.entry("camel.component.acs-call.callback-base-uri", "http://127.0.0.1"),
                Map.entry("camel.component.acs-call.event-grid-secret", AcsSimulator.EVENT_GRID_SECRET),
                Map.entry("camel.component.acs-call.cognitive-services-endpoint", "https://speech.example.com/"),
                Map.entry("camel.component.acs-call.source-caller-id", OUR_NUMBER));
    }

    private void connect() {
        context().getComponent("acs-call", AcsCallComponent.class).getConfiguration().setCallbackBaseUri(address());
    }

    /** Lets the simulator's Event Grid deliver to this application. */
    YamlApp subscribed() {
        URI endpoint = URI.create(address() + "/acs-call/event-grid?secret=" + AcsSimulator.EVENT_GRID_SECRET);
        simulator.subscribeEventGrid(EventGridSubscription.to(endpoint, EventGridSchema.EVENT_GRID));
        return this;
    }

    /** Where the application listens. */
    String address() {
        return "http://127.0.0.1:"
               + context().getComponent("platform-http", PlatformHttpComponent.class).getEngine().getServerPort();
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    /** Sends an empty message and gives back what came of it, a failure too. */
    Exchange send(String uri) {
        return send(uri, null, Map.of());
    }

    /** Sends a message with headers and gives back what came of it, a failure too. */
    Exchange send(String uri, Object body, Map<String, Object> headers) {
        return context().createProducerTemplate().request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    /** A mock endpoint of the routes. */
    MockEndpoint mock(String name) {
        MockEndpoint mock = context().getEndpoint("mock:" + name, MockEndpoint.class);
        mock.setResultWaitTime(TimeUnit.SECONDS.toMillis(30));
        return mock;
    }

    @Override
    public void close() throws IOException {
        main.stop();
        Files.deleteIfExists(routes);
    }
}
