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

import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/**
 * An event before it is put into one of the two schemas.
 *
 * @param id      unique per event
 * @param type    with prefix, such as {@code Microsoft.Communication.IncomingCall}
 * @param subject what it is about
 * @param time    ISO 8601 with {@code Z}
 * @param data    what it tells
 */
record EventGridEvent(String id, String type, String subject, String time, ObjectNode data) {

    private static final String RESOURCE
            = "/subscriptions/00000000-1111-4222-8333-444444444444/resourceGroups/simulator/providers/Microsoft.Communication/"
              + "CommunicationServices/acs-call-simulator";

    JsonNode in(EventGridSchema schema) {
        return schema == EventGridSchema.CLOUD_EVENTS ? cloudEvent() : Json.array().add(eventGrid());
    }

    private ObjectNode eventGrid() {
        ObjectNode json = Json.object().put("id", id).put("topic", RESOURCE.toLowerCase(Locale.ROOT))
                .put("subject", subject);
        json.set("data", data);
        return json.put("eventType", type).put("dataVersion", "1.0").put("metadataVersion", "1").put("eventTime", time);
    }

    private ObjectNode cloudEvent() {
        ObjectNode json = Json.object().put("id", id).put("source", RESOURCE).put("type", type).put("subject", subject)
                .put("time", time).put("specversion", "1.0");
        json.set("data", data);
        return json;
    }
}
