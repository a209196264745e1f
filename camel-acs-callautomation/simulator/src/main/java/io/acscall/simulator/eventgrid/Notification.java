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

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.callback.Delivery;

/**
 * An event on its way to a subscriber.
 *
 * @param to      who gets it
 * @param type    without prefix
 * @param body    the event in the subscriber's schema
 * @param callId  the call it belongs to on the timeline
 * @param fault   what goes wrong with it on purpose, as the timeline shows it; null for nothing
 * @param attempt which attempt this is, from 1
 * @param era     when it happened: nothing more is done about it after a reset
 */
record Notification(EventGridSubscription to, String type, JsonNode body, String callId, String fault, int attempt,
        long era) {

    Notification again() {
        return new Notification(to, type, body, callId, fault, attempt + 1, era);
    }

    Delivery delivery() {
        Map<String, String> headers = new LinkedHashMap<>(to.headers());
        headers.put("Content-Type",
                to.schema() == EventGridSchema.CLOUD_EVENTS
                        ? "application/cloudevents+json; charset=utf-8" : "application/json");
        headers.put("aeg-event-type", "Notification");
        headers.put("aeg-subscription-name", "SIMULATOR");
        headers.put("aeg-delivery-count", String.valueOf(attempt - 1));
        return new Delivery("POST", to.endpoint(), headers, body);
    }
}
