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
package io.acscall.camel.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.client.Participant;

/**
 * Inputs without Camel.
 *
 * @param action  the name of the action
 * @param uri     values by option name
 * @param headers values by header name
 * @param own     values of the component, by option name
 * @param text    the body as text, may be {@code null}
 * @param fields  the body as raw REST fields, may be {@code null}
 * @param allowed beginnings of what may be rung; empty for everybody
 * @param wrapper makes the context of the wire
 */
record MapInputs(String action, Map<String, Object> uri, Map<String, Object> headers, Map<String, Object> own, String text,
        ObjectNode fields, List<String> allowed, UnaryOperator<String> wrapper) implements Inputs {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARK = "wire:";

    static MapInputs of(CallAction action) {
        return of(action.name());
    }

    static MapInputs of(String action) {
        return new MapInputs(action, Map.of(), Map.of(), Map.of(), null, null, List.of(), UnaryOperator.identity());
    }

    static ObjectNode json(String json) {
        try {
            return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    MapInputs uri(String option, Object value) {
        return new MapInputs(action, with(uri, option, value), headers, own, text, fields, allowed, wrapper);
    }

    MapInputs header(String header, Object value) {
        return new MapInputs(action, uri, with(headers, header, value), own, text, fields, allowed, wrapper);
    }

    MapInputs component(String option, Object value) {
        return new MapInputs(action, uri, headers, with(own, option, value), text, fields, allowed, wrapper);
    }

    MapInputs body(String body) {
        return new MapInputs(action, uri, headers, own, body, fields, allowed, wrapper);
    }

    /** Raw REST fields; apostrophes stand for quotation marks. */
    MapInputs raw(String json) {
        return raw(json(json));
    }

    MapInputs raw(JsonNode json) {
        return new MapInputs(action, uri, headers, own, text, json.deepCopy(), allowed, wrapper);
    }

    MapInputs allowing(String... beginnings) {
        return new MapInputs(action, uri, headers, own, text, fields, List.of(beginnings), wrapper);
    }

    /** As when somebody waits for the end. */
    MapInputs awaited() {
        return new MapInputs(
                action, uri, headers, own, text, fields, allowed, context -> MARK + (context == null ? "" : context));
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }

    static Map<String, Object> without(Map<String, Object> map, String key) {
        Map<String, Object> less = new LinkedHashMap<>(map);
        less.remove(key);
        return less;
    }

    @Override
    public Object raw(Option<?> option) {
        Object written = uri.get(option.name());
        return written != null ? written : headers.get(option.header());
    }

    @Override
    public Object componentDefault(Option<?> option) {
        return own.get(option.name());
    }

    @Override
    public boolean isWritten(Option<?> option) {
        return uri.containsKey(option.name());
    }

    @Override
    public String bodyText() {
        return text;
    }

    @Override
    public ObjectNode bodyFields() {
        return fields == null ? null : fields.deepCopy();
    }

    @Override
    public String wireContext(String userContext) {
        return wrapper.apply(userContext);
    }

    @Override
    public String userContext(String wire) {
        if (wire == null || !wire.startsWith(MARK)) {
            return wire;
        }
        return wire.equals(MARK) ? null : wire.substring(MARK.length());
    }

    @Override
    public void checkAllowed(Participant target) {
        if (!allowed.isEmpty() && allowed.stream().noneMatch(target.rawId()::startsWith)) {
            throw new InvalidInputException("allowedTargets", action + " must not ring " + target);
        }
    }
}
