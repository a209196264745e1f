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
package io.acscall.camel.route;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.AcsCallConfiguration;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * An application as a user would write it: a Camel context with an HTTP server on a free port, its component pointed at
 * a simulator, both talking real HTTP on loopback.
 */
public final class CallApp implements AutoCloseable {

    private final AcsSimulator simulator;
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final VertxPlatformHttpServer server;

    private CallApp(AcsSimulator simulator, Consumer<AcsCallConfiguration> settings) throws Exception {
        this.simulator = simulator;
        VertxPlatformHttpServerConfiguration http = new VertxPlatformHttpServerConfiguration();
        http.setBindHost("127.0.0.1");
        http.setBindPort(0);
        server = new VertxPlatformHttpServer(http);
        context.getShutdownStrategy().setTimeout(10);
        context.addService(server, true, true);
        AcsCallConfiguration configuration = new AcsCallConfiguration();
        configuration.setConnectionString(simulator.connectionString());
        configuration.setOpenIdConfigurationUri(simulator.openIdConfigurationUri());
        configuration.setImmutableResourceId(AcsSimulator.RESOURCE_ID);
        configuration.setEventGridSecret(AcsSimulator.EVENT_GRID_SECRET);
        settings.accept(configuration);
        AcsCallComponent component = new AcsCallComponent(context);
        component.setConfiguration(configuration);
        context.addComponent("acs-call", component);
    }

    /** Starts an application with these routes. */
    public static CallApp start(AcsSimulator simulator, RoutesBuilder... routes) throws Exception {
        return start(simulator, configuration -> {
        }, routes);
    }

    /** Starts an application with settings of its own. */
    public static CallApp start(AcsSimulator simulator, Consumer<AcsCallConfiguration> settings, RoutesBuilder... routes)
            throws Exception {
        CallApp app = new CallApp(simulator, settings);
        try {
            for (RoutesBuilder builder : routes) {
                app.context.addRoutes(builder);
            }
            app.context.start();
            AcsCallConfiguration configuration = app.component().getConfiguration();
            if (configuration.getCallbackBaseUri() == null) {
                configuration.setCallbackBaseUri(app.address(""));
            }
            return app;
        } catch (Exception e) {
            app.close();
            throw e;
        }
    }

    /** Lets the simulator's Event Grid deliver to this application. */
    public CallApp subscribed() {
        return subscribed(EventGridSchema.EVENT_GRID);
    }

    /** Lets the simulator's Event Grid deliver to this application in a schema. */
    public CallApp subscribed(EventGridSchema schema) {
        URI endpoint = URI.create(address("/acs-call/event-grid?secret=" + AcsSimulator.EVENT_GRID_SECRET));
        simulator.subscribeEventGrid(EventGridSubscription.to(endpoint, schema));
        return this;
    }

    /** An address of this application. */
    public String address(String path) {
        return "http://127.0.0.1:" + server.getServer().actualPort() + path;
    }

    /** The context. */
    public CamelContext context() {
        return context;
    }

    /** The component. */
    public AcsCallComponent component() {
        return context.getComponent("acs-call", AcsCallComponent.class);
    }

    /** Sends messages to routes. */
    public ProducerTemplate template() {
        return context.createProducerTemplate();
    }

    /** A mock endpoint of the routes. */
    public MockEndpoint mock(String name) {
        MockEndpoint mock = context.getEndpoint("mock:" + name, MockEndpoint.class);
        mock.setResultWaitTime(TimeUnit.SECONDS.toMillis(10));
        return mock;
    }

    @Override
    public void close() {
        context.stop();
    }
}
