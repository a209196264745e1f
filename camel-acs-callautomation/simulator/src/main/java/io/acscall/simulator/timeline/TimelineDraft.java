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
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** An entry on its way to the timeline, which gives it its number and time. Not thread-safe. */
public final class TimelineDraft {

    private final EntryKind kind;
    private final String type;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String callId;
    private String method;
    private String path;
    private Integer status;
    private JsonNode body;
    private String fault;
    private String detail;

    private TimelineDraft(EntryKind kind, String type) {
        this.kind = kind;
        this.type = type;
    }

    /**
     * @param type what happened; may be null for a request that is no known operation
     */
    public static TimelineDraft of(EntryKind kind, String type) {
        return new TimelineDraft(kind, type);
    }

    public TimelineDraft call(String id) {
        callId = id;
        return this;
    }

    public TimelineDraft http(String httpMethod, String where) {
        method = httpMethod;
        path = where;
        return this;
    }

    public TimelineDraft status(int httpStatus) {
        status = httpStatus;
        return this;
    }

    /** Keeps headers; secrets among them are hidden. */
    public TimelineDraft headers(Iterable<Map.Entry<String, String>> all) {
        all.forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT),
                Secrets.hide(header.getKey(), header.getValue())));
        return this;
    }

    /** Keeps a copy of the body. */
    public TimelineDraft body(JsonNode json) {
        body = json == null || json.isMissingNode() ? null : json.deepCopy();
        return this;
    }

    /** What went wrong on purpose; null for nothing. */
    public TimelineDraft fault(String names) {
        fault = names;
        return this;
    }

    public TimelineDraft detail(String sentence) {
        detail = sentence;
        return this;
    }

    TimelineEntry entry(long seq, Instant time) {
        return new TimelineEntry(seq, time, kind, callId, type, method, path, status, headers, body, fault, detail);
    }
}
