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
package io.acscall.camel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.azure.core.http.HttpHeaders;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.EventReader;
import io.acscall.camel.event.NotAnEventException;

/**
 * The result of an operation as it is kept in an operation store: the answers of the service and, for an awaited one,
 * the event that ended it.
 *
 * @param pages the answers
 * @param event the event, or {@code null}
 */
record StoredResult(List<ServiceResponse> pages, CallEvent event) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String toText() {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode answers = json.putArray("answers");
        pages.forEach(page -> answers.addObject().put("status", page.status()).set("body", page.body()));
        if (event != null) {
            json.set("event", event.toJson());
        }
        return json.toString();
    }

    static StoredResult of(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            List<ServiceResponse> pages = new ArrayList<>();
            json.path("answers").forEach(page -> pages.add(new ServiceResponse(
                    page.path("status").asInt(), new HttpHeaders(), page.hasNonNull("body") ? page.get("body") : null, null)));
            return new StoredResult(pages, event(json.get("event")));
        } catch (JsonProcessingException | NotAnEventException e) {
            throw new IllegalStateException("The operation store holds a result that is none of ours", e);
        }
    }

    private static CallEvent event(JsonNode event) throws NotAnEventException {
        return event == null || event.isNull()
                ? null
                : new EventReader().read(event.toString().getBytes(StandardCharsets.UTF_8), "application/json").events().get(0);
    }
}
