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
package io.acscall.simulator.identity;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/**
 * The table of raw id forms: which prefix is which kind of identity, and how its details are read out of the raw id.
 */
final class RawIds {

    private static final String CLOUDS = "(orgid|gcch|dod)";

    private record Form(Pattern pattern, IdentifierKind kind, Details details) {
    }

    @FunctionalInterface
    private interface Details {
        void write(ObjectNode target, Matcher rawId);
    }

    /** First match wins: three underscore parts are an extension user, two are an ACS user. */
    private static final List<Form> FORMS = List.of(
            form("4:([^_]+)(?:_.*?([^_]*))?", IdentifierKind.PHONE_NUMBER, RawIds::phone),
            form("8:(?:(gcch|dod)-)?acs:([^_]+)_([^_]+)_([^_]+)", IdentifierKind.TEAMS_EXTENSION_USER, RawIds::extensionUser),
            form("8:(?:acs|spool|dod-acs|gcch-acs):.+", IdentifierKind.COMMUNICATION_USER,
                    (json, id) -> json.put("id", id.group())),
            form("8:" + CLOUDS + ":(.+)", IdentifierKind.TEAMS_USER,
                    (json, id) -> json.put("userId", id.group(2)).put("isAnonymous", false).put("cloud", cloud(id.group(1)))),
            form("8:teamsvisitor:(.+)", IdentifierKind.TEAMS_USER,
                    (json, id) -> json.put("userId", id.group(1)).put("isAnonymous", true).put("cloud", "public")),
            form("28:" + CLOUDS + ":(.+)", IdentifierKind.TEAMS_APP,
                    (json, id) -> json.put("appId", id.group(2)).put("cloud", cloud(id.group(1)))),
            form(".+", IdentifierKind.UNKNOWN, (json, id) -> {
            }));

    private RawIds() {
    }

    static Identifier identifier(String rawId) {
        return new Identifier(rawId, matching(rawId).kind());
    }

    static ObjectNode json(Identifier identifier) {
        Form form = matching(identifier.rawId());
        ObjectNode json = Json.object().put("rawId", identifier.rawId()).put("kind", form.kind().wireName());
        if (form.kind() != IdentifierKind.UNKNOWN) {
            Matcher matcher = form.pattern().matcher(identifier.rawId());
            matcher.matches();
            form.details().write(json.putObject(form.kind().wireName()), matcher);
        }
        return json;
    }

    private static Form matching(String rawId) {
        return FORMS.stream().filter(form -> form.pattern().matcher(rawId).matches()).findFirst().orElseThrow();
    }

    private static Form form(String regex, IdentifierKind kind, Details details) {
        return new Form(Pattern.compile(regex, Pattern.DOTALL), kind, details);
    }

    private static void phone(ObjectNode json, Matcher rawId) {
        json.put("value", rawId.group(1));
        if ("anonymous".equals(rawId.group(1))) {
            json.put("isAnonymous", true);
        }
        if (rawId.group(2) != null) {
            json.put("assertedId", rawId.group(2));
        }
    }

    private static void extensionUser(ObjectNode json, Matcher rawId) {
        json.put("userId", rawId.group(4)).put("tenantId", rawId.group(3)).put("resourceId", rawId.group(2))
                .put("cloud", rawId.group(1) == null ? "public" : rawId.group(1));
    }

    private static String cloud(String prefix) {
        return "orgid".equals(prefix) ? "public" : prefix;
    }
}
