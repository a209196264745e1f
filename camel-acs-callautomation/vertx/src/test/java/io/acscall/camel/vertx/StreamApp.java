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
package io.acscall.camel.vertx;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.AcsCallConfiguration;
import io.acscall.simulator.AcsSimulator;
import org.apache.camel.Exchange;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;

/** A Camel application with routes for streams, on a Vert.x server of its own. */
final class StreamApp implements AutoCloseable {

    static final String MEDIA = "/acs-call/media-stream";
    static final String TRANSCRIPTION = "/acs-call/transcription";

    private final AcsSimulator simulator;
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final VertxPlatformHttpServer server;

    private StreamApp(AcsSimulator simulator, Consumer<AcsCallConfiguration> settings) throws Exception {
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
        settings.accept(configuration);
        AcsCallComponent component = new AcsCallComponent(context);
        component.setConfiguration(configuration);
        context.addComponent("acs-call", component);
    }

    static StreamApp run(AcsSimulator simulator, LambdaRouteBuilder routes) throws Exception {
        return run(simulator, configuration -> {
        }, routes);
    }

    static StreamApp run(AcsSimulator simulator, Consumer<AcsCallConfiguration> settings, LambdaRouteBuilder routes)
            throws Exception {
        StreamApp app = new StreamApp(simulator, settings);
        try {
            app.add(routes);
            app.context.start();
            app.component().getConfiguration().setCallbackBaseUri("http://127.0.0.1:" + app.port());
            return app;
        } catch (Exception e) {
            app.close();
            throw e;
        }
    }

    StreamApp add(LambdaRouteBuilder routes) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                routes.accept(this);
            }
        });
        return this;
    }

    /** A stream of the service, with a token that is good. */
    Caller connect(String path, String call) {
        return connect(path, "Bearer " + simulator.tokens().valid(), call);
    }

    Caller connect(String path, String authorization, String call) {
        return Caller.connect(URI.create("ws://127.0.0.1:" + port() + path), authorization, call);
    }

    int port() {
        return server.getServer().actualPort();
    }

    DefaultCamelContext context() {
        return context;
    }

    AcsCallComponent component() {
        return context.getComponent("acs-call", AcsCallComponent.class);
    }

    MockEndpoint mock(String name) {
        MockEndpoint mock = context.getEndpoint("mock:" + name, MockEndpoint.class);
        mock.setResultWaitTime(TimeUnit.SECONDS.toMillis(20));
        return mock;
    }

    Exchange send(String uri, Object body, Map<String, Object> headers) {
        return context.createProducerTemplate().request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    @Override
    public void close() {
        context.stop();
    }
}
