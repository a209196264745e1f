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

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.json.Json;

/**
 * Reads identifiers from requests in every form that clients write: with or without {@code kind}, with only the
 * sub-object, or with only {@code rawId}.
 */
public final class IdentifierReader {

    /**
     * How a raw id is put together from each sub-object. A null result means that the sub-object lacks its required
     * field.
     */
    private static final Map<String, Function<JsonNode, String>> SUB_OBJECTS = Map.of(
            "phoneNumber", json -> prefixed("4:", Json.textOrNull(json, "value")),
            "communicationUser", json -> Json.textOrNull(json, "id"),
            "microsoftTeamsUser", IdentifierReader::teamsUser,
            "microsoftTeamsApp", json -> prefixed("28:" + cloud(json) + ":", Json.textOrNull(json, "appId")),
            "teamsExtensionUser", IdentifierReader::extensionUser);

    private IdentifierReader() {
    }

    /**
     * @param  json the identifier object of a request; null is taken for absent
     * @return      the identifier, or empty when the object names nobody
     */
    public static Optional<Identifier> read(JsonNode json) {
        if (json == null || !json.isObject()) {
            return Optional.empty();
        }
        String rawId = Json.textOrNull(json, "rawId");
        if (rawId == null) {
            rawId = SUB_OBJECTS.entrySet().stream().filter(entry -> json.path(entry.getKey()).isObject())
                    .map(entry -> entry.getValue().apply(json.get(entry.getKey()))).filter(Objects::nonNull).findFirst()
                    .orElse(null);
        }
        return Optional.ofNullable(rawId).filter(id -> !id.isBlank()).map(RawIds::identifier);
    }

    private static String teamsUser(JsonNode json) {
        boolean anonymous = json.path("isAnonymous").asBoolean(false);
        return prefixed(anonymous ? "8:teamsvisitor:" : "8:" + cloud(json) + ":", Json.textOrNull(json, "userId"));
    }

    private static String extensionUser(JsonNode json) {
        String user = Json.textOrNull(json, "userId");
        String tenant = Json.textOrNull(json, "tenantId");
        String resource = Json.textOrNull(json, "resourceId");
        if (user == null || tenant == null || resource == null) {
            return null;
        }
        String cloud = cloud(json);
        return ("orgid".equals(cloud) ? "8:acs:" : "8:" + cloud + "-acs:") + resource + "_" + tenant + "_" + user;
    }

    private static String cloud(JsonNode json) {
        String cloud = Json.textOrNull(json, "cloud");
        return cloud == null || "public".equals(cloud) ? "orgid" : cloud;
    }

    private static String prefixed(String prefix, String value) {
        return value == null ? null : prefix + value;
    }
}
