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
package io.acscall.camel.webhook;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The option {@code immutableResourceId}: the GUID of a Communication Services resource, which is the audience of the
 * tokens of its callbacks.
 */
public final class ImmutableResourceId {

    private static final String WHERE
            = " In the Azure portal open the Communication Services resource, choose JSON View and copy"
              + " properties.immutableResourceId; or run: az communication show --name NAME"
              + " --resource-group GROUP --query immutableResourceId."
              + " Example: immutableResourceId=7d33c2f4-3f1c-4a55-9d3e-0f5a8c1b2e4d";

    private ImmutableResourceId() {
    }

    /**
     * Checks one id.
     *
     * @param  value                    the option's value
     * @return                          the id in lower case, without blanks around it
     * @throws IllegalArgumentException when it is no GUID; the message says what it seems to be and where the right one
     *                                  is
     */
    public static String check(String value) {
        String id = value == null ? "" : value.strip();
        if (Guid.is(id)) {
            return id.toLowerCase(Locale.ROOT);
        }
        throw new IllegalArgumentException("Option immutableResourceId " + mistake(id) + WHERE);
    }

    /**
     * Checks a list of ids with commas between them.
     *
     * @param  value                    the option's value
     * @return                          the ids in lower case, at least one, in the order written
     * @throws IllegalArgumentException when one of them is no GUID, or there is none
     */
    public static Set<String> checkAll(String value) {
        Set<String> ids = new LinkedHashSet<>();
        Arrays.stream((value == null ? "" : value).split(",", -1)).forEach(id -> ids.add(check(id)));
        return ids;
    }

    private static String mistake(String id) {
        if (id.isEmpty()) {
            return "is missing; it has to be a GUID.";
        }
        String start = id.toLowerCase(Locale.ROOT);
        if (start.startsWith("/subscriptions/") || start.startsWith("subscriptions/")) {
            return "has to be a GUID, but is the resource's path in Azure Resource Manager (" + shortened(id)
                   + "), which is no audience of a token.";
        }
        if (start.contains("endpoint=") || start.contains("accesskey=")) {
            return "has to be a GUID, but is a connection string.";
        }
        if (start.contains(".communication.azure.com")) {
            return "has to be a GUID, but is the resource's address (" + shortened(id) + ").";
        }
        return "has to be a GUID, but is '" + shortened(id) + "'.";
    }

    private static String shortened(String id) {
        return id.length() <= 40 ? id : id.substring(0, 40) + "...";
    }
}
