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
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Callbacks prove by a JWT that they come from Call Automation: {@code Authorization: Bearer}, RS256, signed with a key
 * that the issuer publishes, for the immutable id of our resource, and within its time (60 s of difference between
 * clocks are forgiven). The service makes a new token, good for five minutes, for each event. Nothing is fetched before
 * the first token comes.
 */
public final class CallbackAuthenticator implements RequestAuthenticator {

    /** Where the service publishes its OpenID configuration. */
    public static final String PUBLISHED_CONFIGURATION
            = "https://acscallautomation.communication.azure.com/calling/.well-known/acsopenidconfiguration";
    /** The issuer of the service's tokens. */
    public static final String PUBLISHED_ISSUER = "https://acscallautomation.communication.azure.com";

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+)", Pattern.CASE_INSENSITIVE);

    private final SigningKeys keys;
    private final TokenVerifier verifier;

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
        if (immutableResourceIds.isEmpty()) {
            throw new IllegalArgumentException(
                    "Option immutableResourceId is missing. Example: immutableResourceId=7d33c2f4-3f1c-4a55-9d3e-0f5a8c1b2e4d");
        }
        Set<String> audiences = immutableResourceIds.stream().map(ImmutableResourceId::check).collect(Collectors.toSet());
        URI address = OpenIdAddress.ofOption(openIdConfigurationUri == null ? PUBLISHED_CONFIGURATION : openIdConfigurationUri);
        this.keys = new SigningKeys(address, schedule, refresher, clock);
        this.verifier = new TokenVerifier(keys, new ClaimsCheck(trustedIssuer(address), audiences, SKEW, clock));
    }

    /**
     * With the service's own address the issuer is the one that is documented: what the document says of itself does
     * not matter, so neither a change in it nor another spelling can open or shut the door. Whoever sets another
     * address (the simulator, a sovereign cloud) names by it whom to trust, and then the issuer is the one in the
     * document found there.
     */
    private Supplier<String> trustedIssuer(URI address) {
        return PUBLISHED_CONFIGURATION.equals(address.toString()) ? () -> PUBLISHED_ISSUER : keys::issuer;
    }

    @Override
    public AuthResult authenticate(InboundRequest request) {
        return authenticate(request.headers().get("Authorization"));
    }

    /**
     * Looks at the one header that matters.
     *
     * @param  authorizationHeader the value of {@code Authorization}; {@code null} where the request has none
     * @return                     whether the request is let in
     */
    public AuthResult authenticate(String authorizationHeader) {
        if (authorizationHeader == null || authorizationHeader.isBlank()) {
            return AuthResult.refused(Refusal.MISSING, "there is no Authorization header");
        }
        Matcher bearer = BEARER.matcher(authorizationHeader.strip());
        return bearer.matches()
                ? verifier.verify(bearer.group(1))
                : AuthResult.refused(Refusal.MALFORMED, "the Authorization header holds no bearer token");
    }

    /** {@return whether the issuer's keys have been fetched at least once} */
    public boolean isReady() {
        return keys.issuer() != null;
    }

    /** Lets go of the keys; the executor stays the caller's. */
    @Override
    public void close() {
        keys.close();
    }
}
