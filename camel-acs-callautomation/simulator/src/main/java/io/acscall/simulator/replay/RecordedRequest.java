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
package io.acscall.simulator.replay;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/**
 * A request of the application.
 *
 * @param atMs      milliseconds since the beginning of the call, or null
 * @param operation name in the service's description, such as {@code createCall}
 * @param method    HTTP verb
 * @param path      decoded, without the query, with names for ids
 * @param query     query parameters but {@code api-version}; never null
 * @param status    what was answered, or null when unknown
 * @param body      with names for ids, times and tokens; null when there was none
 */
public record RecordedRequest(Long atMs, String operation, String method, String path, Map<String, String> query,
        Integer status, JsonNode body) implements RecordedStep {

    /** How the file calls this sort of step. */
    static final String KIND = "request";

    public RecordedRequest {
        query = new LinkedHashMap<>(query);
    }

    static RecordedRequest of(FileNode step) {
        Map<String, String> query = new LinkedHashMap<>();
        step.object("query").ifPresent(all -> all.properties().forEach(e -> query.put(e.getKey(), e.getValue().asText())));
        return new RecordedRequest(
                step.millis("atMs").orElse(null), step.text("operation"), step.text("method"), step.text("path"), query,
                step.number("status").map(Long::intValue).orElse(null), step.object("body").orElse(null));
    }

    @Override
    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("kind", KIND);
        if (atMs != null) {
            json.put("atMs", atMs);
        }
        json.put("operation", operation).put("method", method).put("path", path);
        if (!query.isEmpty()) {
            ObjectNode parameters = json.putObject("query");
            query.forEach(parameters::put);
        }
        if (status != null) {
            json.put("status", status);
        }
        return body == null ? json : json.set("body", body);
    }
}
