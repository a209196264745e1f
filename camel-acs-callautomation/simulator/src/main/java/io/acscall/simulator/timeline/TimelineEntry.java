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
package io.acscall.simulator.timeline;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/**
 * One thing that happened. Secrets (authorization, keys, values of query parameters of callback addresses) are already
 * hidden.
 *
 * @param seq     its place: starts at 1, grows by one, is not reset
 * @param time    wall clock
 * @param kind    what sort of thing; never null
 * @param callId  the simulator's id of the call it belongs to, or null
 * @param type    operation name ({@code createCall}), event type without prefix ({@code CallConnected}), person's
 *                action or note; null for a request that is no known operation
 * @param method  HTTP method, or null
 * @param path    path and query of a request, or the address of a callback; null for people and notes
 * @param status  HTTP status, or null when there was none; of a request or a callback only once it was answered
 * @param headers the headers worth keeping, names in lower case; never null
 * @param body    JSON body, or null; to be read, not to be changed
 * @param fault   what went wrong on purpose, as the settings of faults call it, such as {@code twice}; or null
 * @param detail  a sentence for people, or null
 */
public record TimelineEntry(long seq, Instant time, EntryKind kind, String callId, String type, String method, String path,
        Integer status, Map<String, String> headers, JsonNode body, String fault, String detail) {

    public TimelineEntry {
        headers = Map.copyOf(headers);
    }

    TimelineEntry withStatus(int answered) {
        return new TimelineEntry(seq, time, kind, callId, type, method, path, answered, headers, body, fault, detail);
    }

    /** The entry as JSON; members that are null or empty are left out. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("seq", seq).put("time", time.toString()).put("kind", kind.wireName());
        putText(json, "callId", callId);
        putText(json, "type", type);
        putText(json, "method", method);
        putText(json, "path", path);
        if (status != null) {
            json.put("status", status);
        }
        if (!headers.isEmpty()) {
            ObjectNode target = json.putObject("headers");
            headers.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> target.put(e.getKey(), e.getValue()));
        }
        if (body != null) {
            json.set("body", body);
        }
        putText(json, "fault", fault);
        putText(json, "detail", detail);
        return json;
    }

    /** One line for people: number, kind, what, where, status, fault, detail. */
    public String toLine() {
        StringBuilder line = new StringBuilder(String.format("%4d %s %-9s", seq, time, kind.wireName()));
        append(line, type);
        append(line, method);
        append(line, path);
        append(line, status);
        append(line, fault == null ? null : "[" + fault + "]");
        append(line, detail);
        return line.toString();
    }

    private static void append(StringBuilder line, Object part) {
        if (part != null) {
            line.append(' ').append(part);
        }
    }

    private static void putText(ObjectNode json, String name, String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
