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
package io.acscall.benchmarks.startup;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Answers every request with the properties of one call.
 */
final class CannedService implements AutoCloseable {

    static final String CALL = "411f0b00-5a5e-4b3c-9d1e-2f6a7c8b9d10";

    private static final byte[] PROPERTIES = """
            {"callConnectionId":"%s","serverCallId":"c2VydmVyLWNhbGw","correlationId":"8b0c4d2e-1f3a-4c5b-8d7e-9f0a1b2c3d4e",
            "callConnectionState":"connected","callbackUri":"https://app.example.com/acs-call/events",
            "targets":[],"source":{"kind":"phoneNumber","rawId":"4:+16045550100","phoneNumber":{"value":"+16045550100"}}}
            """.formatted(CALL).getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;

    CannedService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", CannedService::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange request) throws IOException {
        request.getResponseHeaders().set("Content-Type", "application/json");
        request.sendResponseHeaders(200, PROPERTIES.length);
        try (OutputStream body = request.getResponseBody()) {
            body.write(PROPERTIES);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
