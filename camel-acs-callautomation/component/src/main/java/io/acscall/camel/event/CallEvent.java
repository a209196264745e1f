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
package io.acscall.camel.event;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One event of the service, whatever its type and whichever road it took. A type that nobody has seen yet is a
 * {@code CallEvent} like any other. Immutable, {@link #data()} at every depth.
 *
 * @param id               the event's own id, unique within its source; never {@code null}
 * @param type             the full type, such as {@code Microsoft.Communication.CallConnected}; never {@code null}
 * @param source           where it comes from: the path of a call or recording, or the Azure id of the resource; never
 *                         {@code null}
 * @param subject          what it is about, {@code null} where the service sent none
 * @param time             when it happened, {@code null} where the service sent no time that can be read
 * @param callConnectionId the call leg that it belongs to; {@code null} for every Event Grid event
 * @param serverCallId     the call as the service knows it, {@code null} where the event has none
 * @param correlationId    the id that is common to all legs of a call, {@code null} where the event has none
 * @param operationContext the context that the operation was given, {@code null} where there is none
 * @param result           how the operation or call ended, {@code null} where the event says nothing of it
 * @param data             the whole payload in the order of the wire (numbers, text, booleans, {@code null}, maps and
 *                         lists); unmodifiable at every depth, empty where there is none, never {@code null}
 * @param kind             the road it took; never {@code null}
 */
public record CallEvent(String id, String type, String source, String subject, OffsetDateTime time, String callConnectionId,
        String serverCallId, String correlationId, String operationContext, ResultInformation result, Map<String, Object> data,
        EventKind kind) {

    private static final String OPERATION_CONTEXT = "operationContext";
    private static final String RECORDING_ID = "recordingId";

    /**
     * Takes a deep, unmodifiable copy of the payload; a JSON tree among its values becomes maps, lists and plain
     * values.
     *
     * @throws NullPointerException when id, type, source or kind is {@code null}
     */
    public CallEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(kind, "kind");
        data = data == null ? Map.of() : Payload.freeze(data);
    }

    /**
     * The type without the service's prefix, such as {@code CallConnected}.
     *
     * @return the name after {@code Microsoft.Communication.}; the whole type where it begins otherwise
     */
    public String shortType() {
        return CallEventType.shortName(type);
    }

    /**
     * The recording that a RecordingStateChanged or StartRecordingFailed is about.
     *
     * @return the {@code recordingId} of the payload, {@code null} where it has none
     */
    public String recordingId() {
        return data.get(RECORDING_ID) instanceof String id ? id : null;
    }

    /**
     * The same event with another operation context, also in its {@link #data()}.
     *
     * @param  context the context to show, {@code null} to show none
     * @return         the copy
     */
    public CallEvent withOperationContext(String context) {
        Map<String, Object> changed = new LinkedHashMap<>(data);
        if (context == null) {
            changed.remove(OPERATION_CONTEXT);
        } else {
            changed.put(OPERATION_CONTEXT, context);
        }
        return new CallEvent(
                id, type, source, subject, time, callConnectionId, serverCallId, correlationId, context, result, changed, kind);
    }

    /**
     * The event in the JSON form of CloudEvents 1.0, whichever form it came in. {@link EventReader} reads it back.
     *
     * @return a fresh tree, the caller's to change
     */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id);
        json.put("source", source);
        json.put("type", type);
        if (subject != null) {
            json.put("subject", subject);
        }
        if (time != null) {
            json.put("time", EventTime.write(time));
        }
        json.put("specversion", "1.0");
        json.set("data", Payload.toTree(data));
        return json;
    }

    /** The ids only: payloads hold numbers, pressed keys and speech, which have no place in a log. */
    @Override
    public String toString() {
        return "CallEvent[type=" + type + ", id=" + id + ", callConnectionId=" + callConnectionId + "]";
    }
}
