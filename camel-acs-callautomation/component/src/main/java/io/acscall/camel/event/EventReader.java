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
import java.util.Map;
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
        List<WireElement> elements = WireJson.elements(body, contentType);
        List<CallEvent> events = new ArrayList<>(elements.size());
        List<String> problems = new ArrayList<>();
        for (int index = 0; index < elements.size(); index++) {
            String problem = problem(elements.get(index));
            if (problem == null) {
                events.add(event(elements.get(index).fields(), kind));
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

    private static String problem(WireElement element) {
        if (element.fields() == null) {
            return "it is no object";
        }
        String problem = WireForm.of(element.fields()).problem(element.fields());
        return problem == null && element.infinite() ? "it holds a number that is too large" : problem;
    }

    private static CallEvent event(Map<String, Object> element, EventKind known) {
        WireForm form = WireForm.of(element);
        EventKind kind = known != null ? known : kindOf(element, form);
        Map<String, Object> data = object(element.get("data"));
        String callConnectionId = kind == EventKind.CALLBACK ? callConnectionId(data, form.source(element)) : null;
        return new CallEvent(
                form.id(element), form.type(element), form.source(element),
                anyText(element, "subject"), EventTime.read(form.time(element)),
                callConnectionId, WireForm.text(data, "serverCallId"), WireForm.text(data, "correlationId"),
                anyText(data, "operationContext"), result(data.get("resultInformation")), data, kind);
    }

    private static EventKind kindOf(Map<String, Object> element, WireForm form) {
        EventKind byForm = form == WireForm.EVENT_GRID || form.source(element).startsWith("/subscriptions/")
                ? EventKind.EVENT_GRID : EventKind.CALLBACK;
        return CallEventType.find(form.type(element)).map(CallEventType::kind).orElse(byForm);
    }

    private static String callConnectionId(Map<String, Object> data, String source) {
        String id = WireForm.text(data, "callConnectionId");
        if (id != null) {
            return id;
        }
        Matcher matcher = CALL_SOURCE.matcher(source);
        return matcher.matches() ? matcher.group(1) : null;
    }

    private static ResultInformation result(Object value) {
        if (!(value instanceof Map)) {
            return null;
        }
        Map<String, Object> result = object(value);
        return new ResultInformation(
                number(result.get("code")), number(result.get("subCode")), anyText(result, "message"),
                detail(result.get("sipDetails")), detail(result.get("q850Details")));
    }

    /** The service was seen to write codes as texts, too. */
    private static int number(Object value) {
        return value instanceof Integer number ? number : Payload.toTree(value).asInt();
    }

    private static ResultInformation.Detail detail(Object value) {
        if (!(value instanceof Map)) {
            return null;
        }
        Map<String, Object> detail = object(value);
        JsonNode code = Payload.toTree(detail.get("code"));
        return new ResultInformation.Detail(code.canConvertToInt() ? code.intValue() : null, anyText(detail, "message"));
    }

    /** An object of the wire, empty where it is none. */
    private static Map<String, Object> object(Object value) {
        return value instanceof FrozenMap fields ? fields : Map.of();
    }

    private static String anyText(Map<String, Object> object, String field) {
        return object.get(field) instanceof String text ? text : null;
    }
}
