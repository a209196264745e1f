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
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Callbacks prove by a JWT that they come from Call Automation: signed by its issuer for the immutable id of our
 * resource. The service makes a new token, good for five minutes, for each event.
 */
public final class CallbackAuthenticator extends TokenAuthenticator {

    /** Where the service publishes its OpenID configuration. */
    public static final String PUBLISHED_CONFIGURATION
            = "https://acscallautomation.communication.azure.com/calling/.well-known/acsopenidconfiguration";
    /** The issuer of the service's tokens. */
    public static final String PUBLISHED_ISSUER = "https://acscallautomation.communication.azure.com";

    private final Set<String> audiences;
    private final URI address;

    /**
     * Checks callbacks of these resources.
     *
     * @param  immutableResourceIds     the ids of our resources, at least one; see {@link ImmutableResourceId}
     * @param  openIdConfigurationUri   where the issuer publishes its OpenID configuration; {@code null} for the
     *                                  service's own address
     * @param  schedule                 how keys are kept
     * @param  refresher                runs the fetches that are made ahead of need; the caller's to shut down
     * @param  clock                    the time
     * @throws IllegalArgumentException when there is no id, an id is no GUID, or the address is neither https nor http
     *                                  on this machine
     */
    public CallbackAuthenticator(Set<String> immutableResourceIds, String openIdConfigurationUri, KeySchedule schedule,
                                 ExecutorService refresher, Clock clock) {
        this(audiences(immutableResourceIds), address(openIdConfigurationUri), schedule, refresher, clock);
    }

    private CallbackAuthenticator(Set<String> audiences, URI address, KeySchedule schedule, ExecutorService refresher,
                                  Clock clock) {
        super(address, schedule, refresher, clock);
        this.audiences = audiences;
        this.address = address;
    }

    @Override
    ClaimsCheck claims(SigningKeys keys) {
        return new ClaimsCheck(trustedIssuer(address, keys), audiences, null, SKEW, clock());
    }

    private static Set<String> audiences(Set<String> immutableResourceIds) {
        if (immutableResourceIds.isEmpty()) {
            throw new IllegalArgumentException(
                    "Option immutableResourceId is missing. Example: immutableResourceId=7d33c2f4-3f1c-4a55-9d3e-0f5a8c1b2e4d");
        }
        return immutableResourceIds.stream().map(ImmutableResourceId::check).collect(Collectors.toSet());
    }

    private static URI address(String openIdConfigurationUri) {
        return OpenIdAddress.ofOption("openIdConfigurationUri",
                openIdConfigurationUri == null ? PUBLISHED_CONFIGURATION : openIdConfigurationUri, PUBLISHED_CONFIGURATION);
    }

    /**
     * With the service's own address the issuer is the one that is documented: what the document says of itself does
     * not matter, so neither a change in it nor another spelling can open or shut the door. Whoever sets another
     * address (the simulator, a sovereign cloud) names by it whom to trust, and then the issuer is the one in the
     * document found there.
     */
    private static Supplier<Set<String>> trustedIssuer(URI address, SigningKeys keys) {
        return PUBLISHED_CONFIGURATION.equals(address.toString())
                ? () -> Set.of(PUBLISHED_ISSUER)
                : () -> keys.issuer() == null ? Set.of() : Set.of(keys.issuer());
    }
}
