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
package io.acscall.examples.springboot.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;

import io.acscall.camel.AcsCallComponent;
import io.acscall.examples.springboot.OrderLine;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import org.apache.camel.CamelContext;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application as it is, with a simulator in the place of Azure, each on a free port of the loopback interface. */
public final class SimulatedShop implements AutoCloseable {

    /** The number that people call. */
    public static final String NUMBER = "+18005550100";

    private final HttpClient http = HttpClient.newHttpClient();
    private final AcsSimulator simulator = AcsSimulator.builder().start();
    private final ConfigurableApplicationContext application;

    private SimulatedShop(String... arguments) {
        try {
            application = SpringApplication.run(OrderLine.class,
                    Stream.concat(settings(), Stream.of(arguments)).toArray(String[]::new));
        } catch (RuntimeException e) {
            simulator.close();
            throw e;
        }
    }

    /**
     * Starts both.
     *
     * @param arguments more settings, as on the command line
     */
    public static SimulatedShop start(String... arguments) {
        SimulatedShop shop = new SimulatedShop(arguments);
        try {
            shop.connect();
            return shop;
        } catch (RuntimeException e) {
            shop.close();
            throw e;
        }
    }

    private Stream<String> settings() {
        return Map.of(
                "server.address", "127.0.0.1",
                "server.port", "0",
                "camel.component.acs-call.connection-string", simulator.connectionString(),
                "camel.component.acs-call.immutable-resource-id", simulator.resourceId(),
                "camel.component.acs-call.open-id-configuration-uri", simulator.openIdConfigurationUri(),
                // the port is known once the server listens, see connect()
                "camel.component.acs-call.callback-base-uri", "http://127.0.0.1",
                "camel.component.acs-call.event-grid-secret", AcsSimulator.EVENT_GRID_SECRET,
                "camel.component.acs-call.cognitive-services-endpoint", "https://speech.example.com/",
                "camel.component.acs-call.allowed-targets", "+1604*",
                "shop.number", NUMBER).entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue());
    }

    private void connect() {
        context().getComponent("acs-call", AcsCallComponent.class).getConfiguration().setCallbackBaseUri(address());
        URI eventGrid = URI.create(address() + "/acs-call/event-grid?secret=" + AcsSimulator.EVENT_GRID_SECRET);
        simulator.subscribeEventGrid(EventGridSubscription.to(eventGrid, EventGridSchema.EVENT_GRID));
    }

    private String address() {
        return "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
    }

    /** The service. */
    public AcsSimulator simulator() {
        return simulator;
    }

    /** The routes. */
    public CamelContext context() {
        return application.getBean(CamelContext.class);
    }

    /** Reads an address of the application. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Posts nothing to an address of the application. */
    public HttpResponse<String> post(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path)).POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        application.close();
        simulator.close();
    }
}
