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

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads the events of one body: CloudEvents 1.0 as a single object, a batch or the array that the service sends, and
 * the Event Grid schema as an array or a single object. The form is recognised by its shape, each element on its own.
 *
 * <p>
 * Generous with what is optional: further fields are kept, missing ones are {@code null}, a time that cannot be read is
 * {@code null}. Strict with what makes an event: id, type and, for CloudEvents, source have to be there as text.
 * Whatever the bytes, {@link NotAnEventException} is the only exception that comes out. Without state, so one reader
 * serves all threads.
 */
public final class EventReader {

    private static final Pattern CALL_SOURCE = Pattern.compile("/?calling/callConnections/([^/]+)(/.*)?");

    /**
     * Reads a body that came by a known road.
     *
     * @param  body                the bytes, UTF-8
     * @param  contentType         the content type it came with, {@code null} where unknown; only its character set
     *                             matters
     * @param  kind                the road; {@code null} to tell it from each event, as {@link #read(byte[], String)}
     *                             does
     * @return                     the events, at least one, and what is wrong with the elements that are none
     * @throws NotAnEventException when the body is not JSON or goes beyond a limit (depth 100, 1,000 elements, numbers
     *                             of 100 digits, a name twice in one object), or no element of it is an event
     */
    public ReadEvents read(byte[] body, String contentType, EventKind kind) throws NotAnEventException {
        List<JsonNode> elements = WireJson.elements(body, contentType);
        List<CallEvent> events = new ArrayList<>(elements.size());
        List<String> problems = new ArrayList<>();
        for (int index = 0; index < elements.size(); index++) {
            String problem = problem(elements.get(index));
            if (problem == null) {
                events.add(event(elements.get(index), kind));
            } else {
                problems.add("Element " + index + " is no event: " + problem);
            }
        }
        if (events.isEmpty()) {
            throw new NotAnEventException(problems.isEmpty() ? "The body is an empty array" : problems.get(0));
        }
        return new ReadEvents(events, problems);
    }

    /**
     * Reads a body that came by another road (a queue, a file). Events of Event Grid are known by their type, their
     * source (the Azure id of a resource) or their form.
     *
     * @param  body                the bytes, UTF-8
     * @param  contentType         the content type it came with, {@code null} where unknown
     * @return                     as {@link #read(byte[], String, EventKind)}
     * @throws NotAnEventException as {@link #read(byte[], String, EventKind)}
     */
    public ReadEvents read(byte[] body, String contentType) throws NotAnEventException {
        return read(body, contentType, null);
    }

    private static String problem(JsonNode element) {
        if (element.isMissingNode()) {
            return "it is no object";
        }
        String problem = WireForm.of(element).problem(element);
        return problem == null && holdsInfinity(element) ? "it holds a number that is too large" : problem;
    }

    private static CallEvent event(JsonNode element, EventKind known) {
        WireForm form = WireForm.of(element);
        EventKind kind = known != null ? known : kindOf(element, form);
        JsonNode data = element.path("data");
        String callConnectionId = kind == EventKind.CALLBACK ? callConnectionId(data, form.source(element)) : null;
        return new CallEvent(
                form.id(element), form.type(element), form.source(element),
                anyText(element, "subject"), EventTime.read(form.time(element)),
                callConnectionId, WireForm.text(data, "serverCallId"), WireForm.text(data, "correlationId"),
                anyText(data, "operationContext"), result(data.path("resultInformation")), Payload.fields(data), kind);
    }

    private static EventKind kindOf(JsonNode element, WireForm form) {
        EventKind byForm = form == WireForm.EVENT_GRID || form.source(element).startsWith("/subscriptions/")
                ? EventKind.EVENT_GRID : EventKind.CALLBACK;
        return CallEventType.find(form.type(element)).map(CallEventType::kind).orElse(byForm);
    }

    private static String callConnectionId(JsonNode data, String source) {
        String id = WireForm.text(data, "callConnectionId");
        Matcher matcher = CALL_SOURCE.matcher(source);
        return id == null && matcher.matches() ? matcher.group(1) : id;
    }

    private static ResultInformation result(JsonNode result) {
        if (!result.isObject()) {
            return null;
        }
        return new ResultInformation(
                result.path("code").asInt(), result.path("subCode").asInt(), anyText(result, "message"),
                detail(result.path("sipDetails")), detail(result.path("q850Details")));
    }

    private static ResultInformation.Detail detail(JsonNode detail) {
        if (!detail.isObject()) {
            return null;
        }
        JsonNode code = detail.path("code");
        return new ResultInformation.Detail(code.canConvertToInt() ? code.intValue() : null, anyText(detail, "message"));
    }

    private static String anyText(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isTextual() ? Payload.wellFormed(value.textValue()) : null;
    }

    /**
     * A number such as 1e999 becomes infinite, which JSON cannot write: the event could be read but never passed on.
     */
    private static boolean holdsInfinity(JsonNode node) {
        if (node.isDouble()) {
            return !Double.isFinite(node.doubleValue());
        }
        for (JsonNode child : node) {
            if (holdsInfinity(child)) {
                return true;
            }
        }
        return false;
    }
}
