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

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the person who is rung gets to know beside the number: the service's {@code CustomCallingContext} with its
 * limits.
 */
final class CallingContext {

    private static final String FIELD = "customCallingContext";
    private static final String UUI = "User-To-User";
    private static final String OWN_PREFIX = "X-";
    private static final String DEFAULT_PREFIX = "X-MS-Custom-";
    private static final int MAX_SIP = 5;
    private static final int MAX_VOIP = 1_000;
    private static final int MAX_NAME = 64;
    private static final int MAX_SIP_VALUE = 256;
    private static final int MAX_VOIP_VALUE = 1_024;
    private static final int MAX_TOPIC = 48;
    private static final int MAX_INFORMATION = 10;

    private CallingContext() {
    }

    /** Checks the options of the URI by the limits of the service. */
    static void check(Inputs inputs) {
        inputs.get(Options.SIP_HEADER).ifPresent(headers -> checkSip(inputs.action(), headers));
        inputs.get(Options.VOIP_HEADER).ifPresent(headers -> checkVoip(inputs.action(), headers));
    }

    /** The context with the options over the raw fields of the body, or {@code null} when there is nothing to say. */
    static ObjectNode of(Inputs inputs, RequestBody body) {
        check(inputs);
        ObjectNode context = body.raw(FIELD) instanceof ObjectNode raw ? raw : JsonNodeFactory.instance.objectNode();
        inputs.get(Options.VOIP_HEADER).ifPresent(headers -> put(context, "voipHeaders", headers));
        inputs.get(Options.SIP_HEADER).ifPresent(headers -> put(context, "sipHeaders", onTheWire(headers)));
        inputs.get(Options.SIP_UUI).ifPresent(value -> put(context, "sipHeaders", Map.of(UUI, value)));
        checkTeams(inputs.action(), context.path("teamsPhoneCallDetails"));
        return context.isEmpty() ? null : context;
    }

    private static void put(ObjectNode context, String field, Map<String, String> headers) {
        ObjectNode target = context.withObjectProperty(field);
        headers.forEach(target::put);
    }

    private static Map<String, String> onTheWire(Map<String, String> headers) {
        Map<String, String> named = new TreeMap<>();
        headers.forEach((name, value) -> named.put(wireName(name), value));
        return named;
    }

    private static String wireName(String name) {
        return name.startsWith(OWN_PREFIX) ? name : DEFAULT_PREFIX + name;
    }

    private static void checkSip(String action, Map<String, String> headers) {
        refuse(action, "sipHeader", headers.size() > MAX_SIP,
                "%d custom SIP headers are given, the service takes %d", headers.size(), MAX_SIP);
        headers.forEach((name, value) -> {
            checkLength(action, "sipHeader", name, wireName(name).length(), MAX_NAME, "name with its prefix");
            checkLength(action, "sipHeader", name, value.length(), MAX_SIP_VALUE, "value");
        });
    }

    private static void checkVoip(String action, Map<String, String> headers) {
        refuse(action, "voipHeader", headers.size() > MAX_VOIP,
                "%d VoIP headers are given, the service takes %d", headers.size(), MAX_VOIP);
        headers.forEach((name, value) -> {
            checkLength(action, "voipHeader", name, name.length(), MAX_NAME, "name");
            checkLength(action, "voipHeader", name, value.length(), MAX_VOIP_VALUE, "value");
        });
    }

    private static void checkTeams(String action, JsonNode details) {
        int topic = details.path("callTopic").asText("").length();
        refuseTeams(action, topic > MAX_TOPIC,
                "teamsPhoneCallDetails.callTopic has %d characters, the service takes %d", topic, MAX_TOPIC);
        int entries = details.path("teamsPhoneCallerDetails").path("additionalCallerInformation").size();
        refuseTeams(action, entries > MAX_INFORMATION,
                "additionalCallerInformation has %d entries, the service takes %d", entries, MAX_INFORMATION);
    }

    private static void checkLength(String action, String option, String name, int length, int max, String what) {
        refuse(action, option, length > max,
                "option '%s.%s' has a %s of %d characters, the service takes %d", option, name, what, length, max);
    }

    private static void refuse(String action, String option, boolean wrong, String rule, Object... values) {
        if (wrong) {
            throw InvalidInputException.rule(action, option,
                    rule.formatted(values) + ". A good value: " + option + ".order=A-1");
        }
    }

    private static void refuseTeams(String action, boolean wrong, String rule, Object... values) {
        if (wrong) {
            throw InvalidInputException.rule(action, "bodyAsRequest", "in the body, " + rule.formatted(values));
        }
    }
}
