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
package io.acscall.camel.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import javax.net.ssl.SSLContext;

/**
 * Sends one request as a stranger on the network would: no redirection is followed, the certificate is checked.
 */
public final class Knock {

    private static final String USER_AGENT = "acs-call-doctor";

    private final HttpClient http;
    private final Duration timeout;

    /**
     * Knocks with this patience.
     *
     * @param timeout to connect, and for the whole answer
     * @param tls     whom to trust
     */
    public Knock(Duration timeout, SSLContext tls) {
        this.timeout = timeout;
        this.http
                = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(timeout).sslContext(tls).build();
    }

    /** Asks for what is there. */
    HttpResponse<String> get(URI address) throws IOException {
        return send(address, "GET", Map.of(), new byte[0]);
    }

    /**
     * Sends a request.
     *
     * @throws IOException when no answer came
     */
    HttpResponse<String> send(URI address, String method, Map<String, String> headers, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(timeout).header("User-Agent", USER_AGENT)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (body.length > 0) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
