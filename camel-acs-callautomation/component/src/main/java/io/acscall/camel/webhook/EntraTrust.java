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

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whose tokens of Microsoft Entra ID are good for Event Grid deliveries.
 *
 * @param tenantId         the tenant that issues them, a GUID in lower case
 * @param audiences        what they may be for, at least one
 * @param applicationId    the only application that they may be given to, a GUID; {@code null} for any
 * @param configurationUri where the tenant's OpenID configuration is
 * @param ownAddress       whether the user gave that address
 */
public record EntraTrust(String tenantId, Set<String> audiences, String applicationId, URI configurationUri,
        boolean ownAddress) {

    private static final String AUTHORITY = "https://login.microsoftonline.com/";
    private static final String CONFIGURATION = "/v2.0/.well-known/openid-configuration";
    private static final String EXAMPLE = "7d33c2f4-3f1c-4a55-9d3e-0f5a8c1b2e4d";

    /** Takes a copy of the audiences. */
    public EntraTrust {
        audiences = Set.copyOf(audiences);
    }

    /**
     * Reads the options.
     *
     * @param  tenantId                 option {@code tenantId}
     * @param  audience                 option {@code audience}, several with commas between them
     * @param  applicationId            option {@code applicationId}; {@code null} or blank for any application
     * @param  configurationUri         option {@code eventGridOpenIdConfigurationUri}; {@code null} for the address
     *                                  that Entra documents
     * @return                          whom to trust
     * @throws IllegalArgumentException when one is missing or has not its form; the message names the option
     */
    public static EntraTrust of(String tenantId, String audience, String applicationId, String configurationUri) {
        String tenant = guid("tenantId", "the tenant that issues the tokens", tenantId);
        String application = isBlank(applicationId)
                ? null : guid("applicationId", "the application in whose name Event Grid delivers", applicationId);
        boolean own = !isBlank(configurationUri);
        return new EntraTrust(
                tenant, audiences(audience), application,
                OpenIdAddress.ofOption("eventGridOpenIdConfigurationUri",
                        own ? configurationUri : AUTHORITY + tenant + CONFIGURATION, AUTHORITY + EXAMPLE + CONFIGURATION),
                own);
    }

    /**
     * The issuers of the tenant's newer and older tokens; which one comes is a setting of the audience's registration.
     */
    Set<String> publishedIssuers() {
        return Set.of(AUTHORITY + tenantId + "/v2.0", "https://sts.windows.net/" + tenantId + "/");
    }

    /** A tenant's domain is refused, because its tokens name the id only, and {@code common} is everybody's. */
    private static String guid(String option, String meaning, String value) {
        String id = value == null ? "" : value.strip();
        if (Guid.is(id)) {
            return id.toLowerCase(Locale.ROOT);
        }
        throw new IllegalArgumentException(
                "Option '" + option + "' " + (id.isEmpty() ? "is missing" : "has to be a GUID, but is '" + id + "'")
                                           + ": eventGridAuth=entra needs the id of " + meaning + ". Example: " + option + "="
                                           + EXAMPLE);
    }

    private static Set<String> audiences(String value) {
        Set<String> audiences = Arrays.stream((value == null ? "" : value).split(",")).map(String::strip)
                .filter(Predicate.not(String::isEmpty)).collect(Collectors.toCollection(LinkedHashSet::new));
        if (audiences.isEmpty()) {
            throw new IllegalArgumentException(
                    "Option 'audience' is missing: eventGridAuth=entra needs the application id, or its URI, that the Event Grid "
                                               + "subscription names. Example: audience=api://" + EXAMPLE);
        }
        return audiences;
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}
