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
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Publishes an OpenID configuration and keys, counts who asks, and can be out of order. */
final class KeyServer implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger configurationFetches = new AtomicInteger();
    private final AtomicInteger keyFetches = new AtomicInteger();
    private volatile String configuration;
    private volatile String keys;
    private volatile int configurationStatus = 200;
    private volatile int keyStatus = 200;

    KeyServer(String issuer) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        configure(issuer, url("/keys"));
        server.createContext("/configuration", exchange -> {
            configurationFetches.incrementAndGet();
            answer(exchange, configurationStatus, configuration);
        });
        server.createContext("/keys", exchange -> {
            keyFetches.incrementAndGet();
            answer(exchange, keyStatus, keys);
        });
        server.start();
    }

    String configurationUri() {
        return url("/configuration");
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    KeyServer configure(String issuer, String jwksUri) {
        configuration = "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + jwksUri + "\",\"more\":[1]}";
        return this;
    }

    void configurationText(String text) {
        configuration = text;
    }

    KeyServer publish(RSAKey... published) {
        keys = new JWKSet(List.copyOf(Arrays.asList(published))).toString();
        return this;
    }

    void keysText(String text) {
        keys = text;
    }

    void status(int status) {
        configurationStatus = status;
        keyStatus = status;
    }

    void configurationStatus(int status) {
        configurationStatus = status;
    }

    int configurationFetches() {
        return configurationFetches.get();
    }

    int keyFetches() {
        return keyFetches.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
