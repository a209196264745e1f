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
package io.acscall.camel.webhook;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.AcsCallConfiguration;
import io.acscall.camel.RefusalNumbers;
import io.acscall.camel.event.CallEvent;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * An application with a consumer at each of the two paths, and a hand to knock with.
 */
final class KnockApp implements AutoCloseable {

    static final String CALLBACKS = "/acs-call/events";
    static final String EVENT_GRID = "/acs-call/event-grid";
    static final String JSON = "application/json";

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final VertxPlatformHttpServer server;
    private final List<CallEvent> events = new CopyOnWriteArrayList<>();
    private final HttpClient client
            = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();

    private KnockApp(String serverPath) throws Exception {
        context.getShutdownStrategy().setTimeout(10);
        server = addServer(context, serverPath);
    }

    static VertxPlatformHttpServer addServer(DefaultCamelContext context, String path) throws Exception {
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("127.0.0.1");
        configuration.setBindPort(0);
        configuration.setPath(path);
        VertxPlatformHttpServer server = new VertxPlatformHttpServer(configuration);
        context.addService(server, true, true);
        return server;
    }

    static KnockApp start(Consumer<AcsCallConfiguration> settings) throws Exception {
        return start("/", settings);
    }

    /** Starts with a server that has a prefix in front of all its paths. */
    static KnockApp start(String serverPath, Consumer<AcsCallConfiguration> settings) throws Exception {
        KnockApp app = new KnockApp(serverPath);
        try {
            app.add("acs-call", settings);
            app.context.addRoutes(app.routes("acs-call"));
            app.context.start();
            return app;
        } catch (Exception e) {
            app.close();
            throw e;
        }
    }

    /** One more component, not used yet. */
    void add(String name, Consumer<AcsCallConfiguration> settings) {
        AcsCallComponent component = new AcsCallComponent(context);
        component.getConfiguration().setImmutableResourceId(Tokens.RESOURCE);
        component.getConfiguration().setEventGridSecret("event-grid-secret");
        settings.accept(component.getConfiguration());
        context.addComponent(name, component);
    }

    RouteBuilder routes(String name) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(name + ":events").process(exchange -> events.add(exchange.getMessage().getBody(CallEvent.class)));
                from(name + ":eventGrid").process(exchange -> events.add(exchange.getMessage().getBody(CallEvent.class)));
            }
        };
    }

    DefaultCamelContext context() {
        return context;
    }

    int port() {
        return server.getServer().actualPort();
    }

    /** What reached a route. */
    List<CallEvent> events() {
        return events;
    }

    List<String> eventIds() {
        return events.stream().map(CallEvent::id).toList();
    }

    Map<String, Long> refusals() {
        return RefusalNumbers.of(context.getComponent("acs-call", AcsCallComponent.class));
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        return send("POST", path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<String> send(String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        return client.send(request(path, headers).method(method, BodyPublishers.ofByteArray(body)).build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request
                = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path)).timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** A connection of our own, for what no client would send. */
    Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** The status of the one answer that a connection gives before the server closes it. */
    static int status(Socket socket) throws IOException {
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        return answer.isEmpty() ? 0 : Integer.parseInt(answer.substring(9, 12));
    }

    /** A callback as the service sends it. */
    static String callback(String id) {
        return "[" + element(id) + "]";
    }

    static String element(String id) {
        return "{\"id\":\"" + id + "\",\"source\":\"calling/callConnections/call-" + id
               + "\",\"type\":\"Microsoft.Communication.CallConnected\",\"specversion\":\"1.0\","
               + "\"time\":\"2026-04-02T09:15:00.1234567+00:00\",\"data\":{\"callConnectionId\":\"call-" + id
               + "\",\"serverCallId\":\"c2VydmVy\",\"correlationId\":\"correlation\"}}";
    }

    /** A delivery in the schema of Event Grid. */
    static String delivery(String id) {
        return "[{\"id\":\"" + id + "\",\"topic\":\"/subscriptions/s/resource\",\"subject\":\"call\","
               + "\"eventType\":\"Microsoft.Communication.CallStarted\",\"eventTime\":\"2026-04-02T09:15:00Z\","
               + "\"dataVersion\":\"1.0\",\"data\":{\"serverCallId\":\"server-" + id + "\"}}]";
    }

    @Override
    public void close() {
        context.stop();
    }
}
