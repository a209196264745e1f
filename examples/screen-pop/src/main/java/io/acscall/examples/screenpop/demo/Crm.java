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
package io.acscall.examples.screenpop.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands for the CRM of a firm: {@code GET /customers/NUMBER} answers with JSON or 404, at once, never, or with 500.
 */
public final class Crm implements AutoCloseable {

    private static final String CUSTOMERS = "/customers/";

    private final Map<String, Answer> customers = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /**
     * What is known of a number.
     *
     * @param status of the answer; 0 for none as long as this server runs
     */
    private record Answer(int status, String json) {
    }

    /** Starts it on a free port of the loopback interface. */
    public Crm() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(CUSTOMERS, this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Its address, without a path. */
    public String address() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort();
    }

    /** Knows a customer from now on. */
    public void knows(String phone, String json) {
        customers.put(phone, new Answer(200, json));
    }

    /** Fails when it is asked for this number. */
    public void failsFor(String phone) {
        customers.put(phone, new Answer(500, "{}"));
    }

    /** Never answers when it is asked for this number. */
    public void saysNothingAbout(String phone) {
        customers.put(phone, new Answer(0, ""));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String phone = exchange.getRequestURI().getPath().substring(CUSTOMERS.length());
            Answer answer = customers.getOrDefault(phone, new Answer(404, "{}"));
            if (answer.status() == 0) {
                closed.await();
                return;
            }
            byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
