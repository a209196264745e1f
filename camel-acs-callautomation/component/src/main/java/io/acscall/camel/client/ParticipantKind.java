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
package io.acscall.camel.client;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static io.acscall.camel.client.Participant.text;

/**
 * The service's {@code CommunicationIdentifierModelKind}, with the fields of its sub-object. The raw id holds all that
 * the sub-object holds, so both directions are functions of it.
 */
public enum ParticipantKind {

    PHONE_NUMBER("phoneNumber", ParticipantKind::phoneParts, ParticipantKind::phoneRawId),
    TEAMS_EXTENSION_USER("teamsExtensionUser", ParticipantKind::extensionParts, ParticipantKind::extensionRawId),
    COMMUNICATION_USER("communicationUser", raw -> object().put("id", raw), parts -> text(parts, "id")),
    MICROSOFT_TEAMS_USER("microsoftTeamsUser", ParticipantKind::teamsUserParts, ParticipantKind::teamsUserRawId),
    MICROSOFT_TEAMS_APP("microsoftTeamsApp", ParticipantKind::teamsAppParts, ParticipantKind::teamsAppRawId),
    UNKNOWN("unknown", raw -> null, parts -> null);

    private static final List<ParticipantKind> ALL = List.of(values());
    private static final String PUBLIC = "public";
    private static final String VISITOR = "8:teamsvisitor:";

    private final String wireName;
    private final Function<String, ObjectNode> parts;
    private final Function<JsonNode, String> rawId;

    ParticipantKind(String wireName, Function<String, ObjectNode> parts, Function<JsonNode, String> rawId) {
        this.wireName = wireName;
        this.parts = parts;
        this.rawId = rawId;
    }

    String wireName() {
        return wireName;
    }

    ObjectNode parts(String raw) {
        return parts.apply(raw);
    }

    static ParticipantKind ofRawId(String raw) {
        if (raw.startsWith("4:")) {
            return PHONE_NUMBER;
        }
        if (raw.startsWith("8:orgid:") || raw.startsWith("8:gcch:") || raw.startsWith("8:dod:") || raw.startsWith(VISITOR)) {
            return MICROSOFT_TEAMS_USER;
        }
        if (raw.startsWith("28:orgid:") || raw.startsWith("28:gcch:") || raw.startsWith("28:dod:")) {
            return MICROSOFT_TEAMS_APP;
        }
        if (raw.startsWith("8:acs:") || raw.startsWith("8:gcch-acs:") || raw.startsWith("8:dod-acs:")) {
            return isExtension(afterPrefix(raw)) ? TEAMS_EXTENSION_USER : COMMUNICATION_USER;
        }
        return raw.startsWith("8:spool:") ? COMMUNICATION_USER : UNKNOWN;
    }

    /** Whether it is three parts, none empty, with an underscore between them. Each event with people asks this. */
    private static boolean isExtension(String id) {
        int first = id.indexOf('_');
        int second = id.indexOf('_', first + 1);
        return first > 0 && second > first + 1 && second < id.length() - 1 && id.indexOf('_', second + 1) < 0;
    }

    /** The raw id that the sub-objects of an identifier say, or {@code null} when there is none. */
    static String rawIdOfParts(JsonNode identifier) {
        String found = null;
        for (ParticipantKind kind : ALL) {
            JsonNode parts = identifier.get(kind.wireName);
            String raw = parts == null || !parts.isObject() ? null : kind.rawId.apply(parts);
            if (raw != null && found != null && !raw.equals(found)) {
                throw new IllegalArgumentException("names two different people in its parts");
            }
            found = raw != null ? raw : found;
        }
        return found;
    }

    private static ObjectNode phoneParts(String raw) {
        String value = Participant.beforeAssertedId(raw.substring(2));
        ObjectNode parts = object().put("value", value).put("isAnonymous", "anonymous".equals(value));
        if (value.length() < raw.length() - 2) {
            parts.put("assertedId", raw.substring(raw.lastIndexOf('_') + 1));
        }
        return parts;
    }

    private static String phoneRawId(JsonNode parts) {
        String value = text(parts, "value");
        return value == null ? null : "4:" + value;
    }

    private static ObjectNode teamsUserParts(String raw) {
        if (raw.startsWith(VISITOR)) {
            return object().put("userId", raw.substring(VISITOR.length())).put("isAnonymous", true).put("cloud", PUBLIC);
        }
        return object().put("userId", afterPrefix(raw)).put("isAnonymous", false).put("cloud", cloud(raw));
    }

    private static String teamsUserRawId(JsonNode parts) {
        String user = text(parts, "userId");
        if (user == null) {
            return null;
        }
        return parts.path("isAnonymous").asBoolean() ? VISITOR + user : "8:" + cloudPart(parts) + ":" + user;
    }

    private static ObjectNode teamsAppParts(String raw) {
        return object().put("appId", afterPrefix(raw)).put("cloud", cloud(raw));
    }

    private static String teamsAppRawId(JsonNode parts) {
        String app = text(parts, "appId");
        return app == null ? null : "28:" + cloudPart(parts) + ":" + app;
    }

    private static ObjectNode extensionParts(String raw) {
        String[] ids = afterPrefix(raw).split("_");
        return object().put("userId", ids[2]).put("tenantId", ids[1]).put("resourceId", ids[0]).put("cloud", cloud(raw));
    }

    private static String extensionRawId(JsonNode parts) {
        String user = text(parts, "userId");
        String tenant = text(parts, "tenantId");
        String resource = text(parts, "resourceId");
        if (user == null || tenant == null || resource == null) {
            return null;
        }
        String cloud = text(parts, "cloud");
        String prefix = cloud == null || PUBLIC.equals(cloud) ? "8:acs:" : "8:" + cloud + "-acs:";
        return prefix + resource + "_" + tenant + "_" + user;
    }

    private static String cloudPart(JsonNode parts) {
        String cloud = text(parts, "cloud");
        return cloud == null || PUBLIC.equals(cloud) ? "orgid" : cloud;
    }

    private static String cloud(String raw) {
        String part = raw.split(":")[1];
        if (part.startsWith("gcch")) {
            return "gcch";
        }
        return part.startsWith("dod") ? "dod" : PUBLIC;
    }

    private static String afterPrefix(String raw) {
        return raw.substring(raw.indexOf(':', raw.indexOf(':') + 1) + 1);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
