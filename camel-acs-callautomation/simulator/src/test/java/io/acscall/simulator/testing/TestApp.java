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
package io.acscall.simulator.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.acscall.simulator.json.Json;

/** An application that takes callbacks and Event Grid events and remembers them. */
public final class TestApp implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Function<Received, Reply> behaviour = TestApp::wellBehaved;

    /** What came in; header names in lower case. */
    public record Received(String method, String path, String query, Map<String, String> headers, JsonNode body) {

        /** The first event of a body, whether in an array or not. */
        public JsonNode event() {
            return body.isArray() ? body.path(0) : body;
        }

        /** The event type without prefix, of either schema. */
        public String type() {
            String type = event().path("type").asText(event().path("eventType").asText());
            return type.substring(type.lastIndexOf('.') + 1);
        }
    }

    /** What goes out. */
    public record Reply(int status, Map<String, String> headers, String body) {

        public static Reply of(int status) {
            return new Reply(status, Map.of(), "");
        }
    }

    public TestApp() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Answers handshakes rightly and everything else with 200. */
    public static Reply wellBehaved(Received request) {
        if ("OPTIONS".equals(request.method())) {
            return new Reply(200, Map.of("WebHook-Allowed-Origin", request.headers().get("webhook-request-origin")), "");
        }
        if ("SubscriptionValidation".equals(request.headers().get("aeg-event-type"))) {
            return new Reply(
                    200, Map.of(),
                    "{\"validationResponse\":\"" + request.event().at("/data/validationCode").asText() + "\"}");
        }
        return Reply.of(200);
    }

    public void behaves(Function<Received, Reply> newBehaviour) {
        behaviour = newBehaviour;
    }

    public URI uri(String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + pathAndQuery);
    }

    public List<Received> received() {
        return new ArrayList<>(received);
    }

    public List<String> types() {
        return received.stream().map(Received::type).toList();
    }

    public List<Received> received(String type) {
        return received.stream().filter(one -> type.equals(one.type())).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        Received request = new Received(
                exchange.getRequestMethod(), exchange.getRequestURI().getPath(), exchange.getRequestURI().getRawQuery(),
                headers,
                bytes.length == 0 ? Json.object() : Json.read(bytes));
        received.add(request);
        Reply reply = behaviour.apply(request);
        reply.headers().forEach(exchange.getResponseHeaders()::add);
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
