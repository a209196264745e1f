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

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.AcsCallConfiguration;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * A Camel application with routes on an HTTP server of its own, which talks to a simulator.
 */
public final class CallApp implements AutoCloseable {

    /** Who calls in these tests, and who is called. */
    public static final String CALLER = "+16041234567";
    /** The number of the resource. */
    public static final String OUR_NUMBER = "+18005550100";

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

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
        configuration.setSourceCallerId(OUR_NUMBER);
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

    /** Starts an application with routes written on the spot. */
    public static CallApp run(AcsSimulator simulator, LambdaRouteBuilder routes) throws Exception {
        return start(simulator, builder(routes));
    }

    /** Starts an application with settings of its own and routes written on the spot. */
    public static CallApp run(AcsSimulator simulator, Consumer<AcsCallConfiguration> settings, LambdaRouteBuilder routes)
            throws Exception {
        return start(simulator, settings, builder(routes));
    }

    /** Adds routes to the running application. */
    public CallApp add(LambdaRouteBuilder routes) throws Exception {
        context.addRoutes(builder(routes));
        return this;
    }

    private static RouteBuilder builder(LambdaRouteBuilder routes) {
        return new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                routes.accept(this);
            }
        };
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

    /** The address that callbacks go to. */
    public URI callbackUri() {
        return URI.create(address("/acs-call/events"));
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

    /** Sends an empty message and gives back what came of it, a failure too. */
    public Exchange send(String uri) {
        return send(uri, null, Map.of());
    }

    /** Sends a message with headers and gives back what came of it, a failure too. */
    public Exchange send(String uri, Object body, Map<String, Object> headers) {
        return template().request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    /** Rings a person and waits until the call is up. */
    public String call(String person) {
        Exchange up
                = send("acs-call:createCall?awaitEvent=true&hangUpOn=none&cognitiveServicesEndpoint=https://cog.example.com/",
                        null, Map.of("CamelAcsCallTarget", person));
        if (up.getException() != null) {
            throw new AssertionError("The call did not come up", up.getException());
        }
        return up.getMessage().getHeader("CamelAcsCallConnectionId", String.class);
    }

    /** Posts JSON to a path of the application, as anybody could. */
    public HttpResponse<String> post(String path, String body, String... headers) {
        return request("POST", path, body, headers);
    }

    /** Sends a request to the application, as anybody could. */
    public HttpResponse<String> request(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(path)))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("The application did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Posts an event as the service does, and checks that it was taken. */
    public void deliver(String event) {
        HttpResponse<String> answer = post("/acs-call/events", event, "Authorization", "Bearer " + simulator.tokens().valid());
        if (answer.statusCode() != 200) {
            throw new AssertionError("The event was answered with " + answer.statusCode());
        }
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
