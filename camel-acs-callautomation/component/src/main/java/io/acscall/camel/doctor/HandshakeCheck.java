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
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Does what Event Grid does when a subscription is made, in both of its schemas.
 */
public final class HandshakeCheck implements Check {

    private static final String EVENT_GRID = "Event Grid schema";
    private static final String CLOUD_EVENTS = "CloudEvents schema";
    private static final String ORIGIN = "eventgrid.azure.net";
    private static final byte[] EMPTY = {};

    private final PublicPath path;
    private final String secret;
    private final Knock knock;
    private final Supplier<String> nonces;

    /**
     * Looks at the path of Event Grid.
     *
     * @param path   where
     * @param secret what the subscription's address has in its query; {@code null} for nothing
     * @param knock  sends
     * @param nonces texts that were never used before
     */
    public HandshakeCheck(PublicPath path, String secret, Knock knock, Supplier<String> nonces) {
        this.path = path;
        this.secret = secret;
        this.knock = knock;
        this.nonces = nonces;
    }

    @Override
    public List<Finding> examine() {
        List<Finding> found = new ArrayList<>();
        try {
            found.add(validation());
            found.add(permission());
        } catch (IOException e) {
            found.add(Silence.of(e).at(path.about(), path.shown()));
        }
        return found;
    }

    private URI address() {
        return secret == null
                ? path.address()
                : URI.create(
                        path.address() + "?secret=" + URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    private Finding validation() throws IOException {
        String code = nonces.get();
        String event
                = """
                        [{"id":"%s","topic":"/acs-call/doctor","subject":"","eventType":"Microsoft.EventGrid.SubscriptionValidationEvent",
                        "eventTime":"2026-01-01T00:00:00Z","dataVersion":"1","metadataVersion":"1","data":{"validationCode":"%s"}}]"""
                        .formatted(code, code);
        HttpResponse<String> answer = knock.send(address(), "POST", Map.of("aeg-event-type", "SubscriptionValidation"),
                event.getBytes(StandardCharsets.UTF_8));
        return judged(EVENT_GRID, answer, answer.statusCode() == 200 && answer.body().contains("\"" + code + "\""));
    }

    private Finding permission() throws IOException {
        HttpResponse<String> answer = knock.send(address(), "OPTIONS", Map.of("WebHook-Request-Origin", ORIGIN), EMPTY);
        return judged(CLOUD_EVENTS, answer, answer.statusCode() == 200
                && answer.headers().firstValue("WebHook-Allowed-Origin").filter(ORIGIN::equals).isPresent());
    }

    private Finding judged(String schema, HttpResponse<String> answer, boolean good) {
        if (good) {
            return Finding.ok(path.about(), "The handshake in the " + schema + " is answered at " + path.shown());
        }
        if (answer.statusCode() == 401) {
            return Finding.fault(path.about(), "The handshake in the " + schema + " is refused with 401 at " + path.shown(),
                    "The running application has another eventGridSecret than these properties, or a proxy takes the query away");
        }
        if (answer.statusCode() == 200 || schema.equals(CLOUD_EVENTS) && answer.statusCode() < 300) {
            return Finding.fault(path.about(),
                    "The handshake in the " + schema + " is answered at " + path.shown() + " by something else ("
                                               + answer.statusCode()
                                               + ")",
                    "Let the proxy pass " + (schema.equals(CLOUD_EVENTS) ? "OPTIONS" : "POST")
                                                      + " requests for this path on to the application; some answer OPTIONS themselves");
        }
        return StrangeAnswer.to(answer.statusCode()).at(path, answer.statusCode());
    }
}
