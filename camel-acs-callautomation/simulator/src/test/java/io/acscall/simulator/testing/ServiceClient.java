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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.auth.HmacSignature;
import io.acscall.simulator.json.Json;

/** A small client of the REST API that can also do things wrong. */
public final class ServiceClient {

    private static final DateTimeFormatter DATE
            = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final HttpClient http;
    private final AcsSimulator simulator;
    private final String key;
    private final String apiVersion;

    public ServiceClient(AcsSimulator simulator) {
        this(simulator, AcsSimulator.DEVELOPMENT_KEY, "2026-03-12");
    }

    public ServiceClient(AcsSimulator simulator, String key, String apiVersion) {
        this.simulator = simulator;
        this.key = key;
        this.apiVersion = apiVersion;
        HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        simulator.tls().ifPresent(tls -> builder.sslContext(tls.clientContext()));
        this.http = builder.build();
    }

    /** An answer: status, JSON body (missing node when empty), headers. */
    public record Answer(int status, JsonNode body, HttpResponse<byte[]> raw) {

        public String header(String name) {
            return raw.headers().firstValue(name).orElse(null);
        }

        public String errorCode() {
            return body.at("/error/code").asText(null);
        }

        public String errorMessage() {
            return body.at("/error/message").asText(null);
        }
    }

    public Answer post(String path, String json) {
        return send("POST", path, json, Map.of());
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    /** Sends below the endpoint, signed. */
    public Answer send(String method, String path, String json, Map<String, String> headers) {
        String pathAndQuery = path + (apiVersion == null ? "" : "?api-version=" + apiVersion);
        return sendExact(method, pathAndQuery, json, headers);
    }

    /** Sends without adding an api-version, signed. */
    public Answer sendExact(String method, String pathAndQuery, String json, Map<String, String> headers) {
        byte[] body = json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8);
        String date = DATE.format(ZonedDateTime.now(ZoneOffset.UTC));
        String hash = HmacSignature.contentHash(body);
        Map<String, String> all = new LinkedHashMap<>();
        all.put("x-ms-date", date);
        all.put("x-ms-content-sha256", hash);
        all.put("x-ms-client-request-id", UUID.randomUUID().toString());
        all.put("Authorization", "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature="
                                 + new HmacSignature(key).sign(method, pathAndQuery, date, "127.0.0.1:" + simulator.port(),
                                         hash));
        all.putAll(headers);
        return sendRaw(method, pathAndQuery, body, all);
    }

    /** Sends exactly this. */
    public Answer sendRaw(String method, String pathAndQuery, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.endpoint() + pathAndQuery)).method(method,
                body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            JsonNode json = response.body().length == 0 ? Json.object().path("nothing") : Json.read(response.body());
            return new Answer(response.statusCode(), json, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
