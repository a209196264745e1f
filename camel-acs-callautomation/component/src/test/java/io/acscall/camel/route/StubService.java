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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.acscall.simulator.AcsSimulator;

/**
 * A service that answers what a test says, for what a real one or the simulator does only by accident.
 */
final class StubService implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Function<Request, Reply> script;

    /** A service with this answer to each request. */
    StubService(Function<Request, Reply> script) {
        this.script = script;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** A service that takes each request, with a call of this id in the answer. */
    static StubService taking(String callConnectionId) {
        return new StubService(request -> Reply.call(callConnectionId));
    }

    String connectionString() {
        return "endpoint=http://127.0.0.1:" + server.getAddress().getPort() + "/;accesskey=" + AcsSimulator.DEVELOPMENT_KEY;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Request> requests() {
        return requests;
    }

    Request last() {
        return requests.get(requests.size() - 1);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            byte[] body = exchange.getRequestBody().readAllBytes();
            Request request = new Request(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers,
                    body.length == 0 ? null : JSON.readTree(body));
            requests.add(request);
            Reply reply = script.apply(request);
            reply.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] answer = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** A request as it came. */
    record Request(String method, String pathAndQuery, Map<String, String> headers, JsonNode body) {

        String text(String field) {
            return body.path(field).asText(null);
        }
    }

    /** An answer. */
    record Reply(int status, Map<String, String> headers, String body) {

        static Reply of(int status) {
            return new Reply(status, Map.of(), "");
        }

        static Reply error(int status, String code, String message) {
            return new Reply(
                    status, Map.of("Content-Type", "application/json"),
                    "{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}".formatted(code, message));
        }

        static Reply call(String callConnectionId) {
            return new Reply(
                    200, Map.of("Content-Type", "application/json"),
                    "{\"callConnectionId\":\"%s\",\"callConnectionState\":\"connecting\",\"serverCallId\":\"c2VydmVy\"}"
                            .formatted(callConnectionId));
        }

        static Reply recording(String recordingId) {
            return new Reply(
                    200, Map.of("Content-Type", "application/json"),
                    "{\"recordingId\":\"%s\",\"recordingState\":\"inactive\"}".formatted(recordingId));
        }

        Reply withHeader(String name, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(name, value);
            return new Reply(status, more, body);
        }
    }
}
