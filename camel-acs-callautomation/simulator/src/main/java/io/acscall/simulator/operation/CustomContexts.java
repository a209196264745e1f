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
package io.acscall.simulator.operation;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.rest.RequestBody;

/**
 * Reads the {@code customCallingContext} of addParticipant and transferCallToParticipant, checks its limits, and makes
 * the {@code customContext} out of it that an application finds in IncomingCall.
 */
final class CustomContexts {

    private static final String FIELD = "customCallingContext";
    private static final String SIP = "sipHeaders";
    private static final String VOIP = "voipHeaders";
    private static final String USER_TO_USER = "User-To-User";
    private static final int MOST_SIP_HEADERS = 5;
    private static final int MOST_VOIP_HEADERS = 1000;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_SIP_VALUE = 256;
    private static final int LONGEST_VOIP_VALUE = 1024;
    private static final int LONGEST_TOPIC = 48;
    private static final int MOST_INFORMATION = 10;

    private CustomContexts() {
    }

    /**
     * @param  to           who is called: SIP headers reach telephones, VoIP headers reach all others
     * @return              null when nothing was sent
     * @throws ServiceFault 400/8523 when a limit is exceeded
     */
    static JsonNode read(RequestBody body, Identifier to) {
        RequestBody context = body.optionalObject(FIELD);
        if (context == null) {
            return null;
        }
        check(context, SIP, MOST_SIP_HEADERS, LONGEST_SIP_VALUE, Set.of(USER_TO_USER));
        check(context, VOIP, MOST_VOIP_HEADERS, LONGEST_VOIP_VALUE, Set.of());
        teamsPhone(context.optionalObject("teamsPhoneCallDetails"));
        ObjectNode received = Json.object();
        copy(context, SIP, received.putObject(SIP), to.isPhone());
        copy(context, VOIP, received.putObject(VOIP), !to.isPhone());
        return received.path(SIP).isEmpty() && received.path(VOIP).isEmpty() ? null : received;
    }

    private static void check(RequestBody context, String field, int most, int longest, Set<String> extra) {
        context.optionalObject(field);
        JsonNode headers = context.raw(field);
        if (headers == null) {
            return;
        }
        long custom = headers.propertyStream().filter(header -> !extra.contains(header.getKey())).count();
        if (custom > most) {
            throw context.wrong(field, "at most " + most + " custom headers are allowed, there are " + custom + ".");
        }
        headers.properties().forEach(header -> check(context, field, header, extra.contains(header.getKey())
                ? Integer.MAX_VALUE : longest));
    }

    private static void check(RequestBody context, String field, Map.Entry<String, JsonNode> header, int longest) {
        String name = header.getKey();
        if (name.length() > LONGEST_NAME) {
            throw context.wrong(field, "the name of a header has more than " + LONGEST_NAME + " characters: " + name + ".");
        }
        if (!header.getValue().isTextual()) {
            throw context.wrong(field + "." + name, "it must be a string.");
        }
        if (header.getValue().textValue().length() > longest) {
            throw context.wrong(field + "." + name, "it has more than " + longest + " characters.");
        }
    }

    private static void teamsPhone(RequestBody details) {
        if (details == null) {
            return;
        }
        String topic = details.optionalText("callTopic");
        if (topic != null && topic.length() > LONGEST_TOPIC) {
            throw details.wrong("callTopic", "it has more than " + LONGEST_TOPIC + " characters.");
        }
        RequestBody caller = details.optionalObject("teamsPhoneCallerDetails");
        if (caller != null) {
            caller.identifier("caller");
            caller.text("name");
            caller.text("phoneNumber");
            caller.optionalObject("additionalCallerInformation");
            JsonNode information = caller.raw("additionalCallerInformation");
            if (information != null && information.size() > MOST_INFORMATION) {
                throw caller.wrong("additionalCallerInformation", "at most " + MOST_INFORMATION + " entries are allowed.");
            }
        }
        RequestBody source = details.optionalObject("teamsPhoneSourceDetails");
        if (source != null) {
            source.identifier("source");
            source.text("language");
            source.text("status");
        }
    }

    /** In IncomingCall the header User-To-User goes by the name userToUser; all others keep theirs. */
    private static void copy(RequestBody context, String field, ObjectNode target, boolean reached) {
        JsonNode headers = context.raw(field);
        if (reached && headers != null) {
            headers.properties().forEach(header -> target.set(
                    USER_TO_USER.equals(header.getKey()) ? "userToUser" : header.getKey(), header.getValue()));
        }
    }
}
