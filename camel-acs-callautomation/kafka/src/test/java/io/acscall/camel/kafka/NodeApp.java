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
package io.acscall.camel.kafka;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.AcsCallConfiguration;
import io.acscall.simulator.AcsSimulator;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;

/** A node that handles calls of a simulator, with or without an HTTP server of its own. */
final class NodeApp implements AutoCloseable {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final VertxPlatformHttpServer server;

    /** The settings of a node that talks to a simulator, before it has started. */
    record Settings(DefaultCamelContext context, AcsCallConfiguration calls, AcsCallKafkaConfiguration kafka) {
    }

    private NodeApp(AcsSimulator simulator, String brokers, Consumer<Settings> settings) throws Exception {
        VertxPlatformHttpServerConfiguration http = new VertxPlatformHttpServerConfiguration();
        http.setBindHost("127.0.0.1");
        http.setBindPort(0);
        server = new VertxPlatformHttpServer(http);
        context.getShutdownStrategy().setTimeout(10);
        context.addService(server, true, true);
        AcsCallComponent calls = new AcsCallComponent(context);
        calls.getConfiguration().setConnectionString(simulator.connectionString());
        calls.getConfiguration().setOpenIdConfigurationUri(simulator.openIdConfigurationUri());
        calls.getConfiguration().setImmutableResourceId(AcsSimulator.RESOURCE_ID);
        calls.getConfiguration().setEventGridSecret(AcsSimulator.EVENT_GRID_SECRET);
        calls.getConfiguration().setSourceCallerId("+18005550100");
        calls.getConfiguration().setCognitiveServicesEndpoint("https://cog.example.com/");
        AcsCallKafkaComponent kafka = new AcsCallKafkaComponent(context);
        kafka.getConfiguration().setBrokers(brokers);
        kafka.getConfiguration().setGroupId("group-" + UUID.randomUUID());
        settings.accept(new Settings(context, calls.getConfiguration(), kafka.getConfiguration()));
        context.addComponent("acs-call", calls);
        context.addComponent("acs-call-kafka", kafka);
    }

    static NodeApp run(AcsSimulator simulator, String brokers, Consumer<Settings> settings, RoutesBuilder... routes)
            throws Exception {
        NodeApp app = new NodeApp(simulator, brokers, settings);
        try {
            for (RoutesBuilder each : routes) {
                app.context.addRoutes(each);
            }
            app.context.start();
            return app;
        } catch (Exception e) {
            app.close();
            throw e;
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getServer().actualPort();
    }

    DefaultCamelContext context() {
        return context;
    }

    CompletableFuture<Exchange> send(String uri) {
        return context.createProducerTemplate().asyncSend(uri, exchange -> {
            // nothing to fill in
        });
    }

    @Override
    public void close() {
        context.stop();
    }
}
