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
package io.acscall.simulator.eventgrid;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.callback.Delivery;
import io.acscall.simulator.callback.DeliveryResult;
import io.acscall.simulator.id.Ids;
import io.acscall.simulator.json.Json;

/** What Event Grid asks of an endpoint before it delivers anything to it. */
final class Handshake {

    private static final String ORIGIN = "eventgrid.azure.net";

    private final Ids ids;
    private final Clock clock;

    Handshake(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A request to send and what its answer must be.
     *
     * @param delivery the request
     * @param wanted   the demand, in a sentence
     * @param check    whether an answer meets it
     */
    record Challenge(Delivery delivery, String wanted, Check check) {
    }

    @FunctionalInterface
    interface Check {
        boolean good(DeliveryResult answer);
    }

    Challenge challenge(EventGridSubscription subscription) {
        return subscription.schema() == EventGridSchema.CLOUD_EVENTS ? options(subscription) : validationEvent(subscription);
    }

    private Challenge validationEvent(EventGridSubscription subscription) {
        String code = ids.uuid().toUpperCase(Locale.ROOT);
        ObjectNode data = Json.object().put("validationCode", code).put("validationUrl",
                "https://validation.invalid:553/eventsubscriptions/simulator/validate?id=" + code);
        ObjectNode event = Json.object().put("id", ids.uuid())
                .put("topic", "/subscriptions/00000000-1111-4222-8333-444444444444").put("subject", "");
        event.set("data", data);
        event.put("eventType", "Microsoft.EventGrid.SubscriptionValidationEvent").put("eventTime", clock.instant().toString())
                .put("metadataVersion", "1").put("dataVersion", "2");
        Map<String, String> headers = new LinkedHashMap<>(subscription.headers());
        headers.put("Content-Type", "application/json");
        headers.put("aeg-event-type", "SubscriptionValidation");
        headers.put("aeg-subscription-name", "SIMULATOR");
        return new Challenge(
                new Delivery("POST", subscription.endpoint(), headers, Json.array().add(event)),
                "The endpoint must answer the validation event with status 200 and {\"validationResponse\":\"<validationCode>\"}.",
                answer -> answer.status() == 200 && code.equals(validationResponse(answer.body())));
    }

    private Challenge options(EventGridSubscription subscription) {
        Map<String, String> headers = new LinkedHashMap<>(subscription.headers());
        headers.put("WebHook-Request-Origin", ORIGIN);
        headers.put("WebHook-Request-Rate", "120");
        return new Challenge(
                new Delivery("OPTIONS", subscription.endpoint(), headers, null),
                "The endpoint must answer OPTIONS with status 200 and the header WebHook-Allowed-Origin: " + ORIGIN
                                                                                 + " (or *).",
                answer -> answer.status() == 200 && allowed(answer.headers().get("webhook-allowed-origin")));
    }

    private static boolean allowed(String origin) {
        return origin != null && ("*".equals(origin.trim()) || ORIGIN.equalsIgnoreCase(origin.trim()));
    }

    private static String validationResponse(String body) {
        try {
            return Json.textOrNull(Json.read(body.getBytes(StandardCharsets.UTF_8)), "validationResponse");
        } catch (IOException e) {
            return null;
        }
    }
}
