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
package io.acscall.camel.springboot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.acscall.camel.AcsCallComponent;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A Spring Boot application with routes, on a web server of its own, which talks to a simulator.
 */
final class BootApp implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final AcsSimulator simulator;
    private final ConfigurableApplicationContext application;
    private final String address;

    private BootApp(AcsSimulator simulator, ConfigurableApplicationContext application) {
        this.simulator = simulator;
        this.application = application;
        this.address = "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port")
                       + application.getEnvironment().getProperty("server.servlet.context-path", "");
    }

    /** Starts an application with routes, and properties of its own as {@code name=value}. */
    static BootApp run(AcsSimulator simulator, LambdaRouteBuilder routes, String... properties) {
        List<String> all = new ArrayList<>(
                List.of(
                        "server.address=127.0.0.1", "server.port=0", "camel.main.shutdown-timeout=10",
                        "spring.main.banner-mode=off",
                        "camel.component.acs-call.connection-string=" + simulator.connectionString(),
                        "camel.component.acs-call.immutable-resource-id=" + simulator.resourceId(),
                        "camel.component.acs-call.open-id-configuration-uri=" + simulator.openIdConfigurationUri(),
                        "camel.component.acs-call.event-grid-secret=" + AcsSimulator.EVENT_GRID_SECRET,
                        // the port is known once the server listens
                        "camel.component.acs-call.callback-base-uri=http://127.0.0.1"));
        all.addAll(Arrays.asList(properties));
        ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("routes", LambdaRouteBuilder.class, () -> routes))
                .run(all.stream().map("--"::concat).toArray(String[]::new));
        BootApp app = new BootApp(simulator, application);
        app.component("acs-call").getConfiguration().setCallbackBaseUri(app.address);
        return app;
    }

    /** Lets the simulator's Event Grid deliver to this application. */
    BootApp subscribed() {
        URI endpoint = URI.create(address("/acs-call/event-grid?secret=" + AcsSimulator.EVENT_GRID_SECRET));
        simulator.subscribeEventGrid(EventGridSubscription.to(endpoint, EventGridSchema.CLOUD_EVENTS));
        return this;
    }

    String address(String path) {
        return address + path;
    }

    CamelContext context() {
        return application.getBean(CamelContext.class);
    }

    AcsCallComponent component(String name) {
        return context().getComponent(name, AcsCallComponent.class);
    }

    MockEndpoint mock(String name) {
        MockEndpoint mock = context().getEndpoint("mock:" + name, MockEndpoint.class);
        mock.setResultWaitTime(TimeUnit.SECONDS.toMillis(20));
        return mock;
    }

    /** Posts a callback with a token of the service. */
    int deliver(String path, String event) {
        return deliver(path, HttpRequest.BodyPublishers.ofString(event));
    }

    /** Posts bytes with a token of the service and with more headers. */
    int deliver(String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(path))).POST(body)
                .header("Content-Type", "application/json").header("Authorization", "Bearer " + simulator.tokens().valid());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request).statusCode();
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("The application did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        application.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
    }
}
